package io.sluice.jobs.wiring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.sluice.dedup.cluster.DuplicateMethod;
import io.sluice.dedup.cluster.DuplicateVerdict;
import io.sluice.dedup.spark.VerdictRows;
import io.sluice.ingest.fixture.SparkSessions;
import io.sluice.ingest.run.DatasetFolder;
import io.sluice.ingest.run.PartSpec;
import io.sluice.ingest.run.RunFolder;
import io.sluice.ingest.stage.ContractViolation;
import io.sluice.ingest.stage.Counts;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(SparkSessions.class)
class VerdictsSparkTest {
  private static final StructType PLACED =
      new StructType()
          .add("id", DataTypes.StringType)
          .add("file", DataTypes.StringType)
          .add("row", DataTypes.LongType);
  private static final List<String> METHODS = List.of("exact", "minhash");

  private static final List<Row> VERDICTS =
      List.of(
          VerdictRows.row(DuplicateVerdict.alone("a"), "f1", 0),
          VerdictRows.row(DuplicateVerdict.kept("b", DuplicateMethod.MINHASH, "b", 3), "f1", 1),
          VerdictRows.row(
              DuplicateVerdict.dropped("c", DuplicateMethod.MINHASH, "b", 3, "b", 0.9), "f1", 2),
          VerdictRows.row(
              DuplicateVerdict.dropped("d", DuplicateMethod.EXACT, "b", 3, "b", 1.0), "f2", 0),
          VerdictRows.row(DuplicateVerdict.alone("e"), "f2", 1));

  @TempDir Path temp;
  private DatasetFolder dedup;

  @BeforeEach
  void open() throws IOException {
    dedup =
        new RunFolder(new org.apache.hadoop.fs.Path(temp.toUri()), new Configuration())
            .dataset("dedup");
  }

  private static Dataset<Row> table(SparkSession spark, Row... rows) {
    return spark.createDataFrame(Arrays.asList(rows), VerdictRows.SCHEMA);
  }

  private static Dataset<Row> verdicts(SparkSession spark) {
    return table(spark, VERDICTS.toArray(Row[]::new));
  }

  private static List<String> rows(Dataset<Row> dataset) {
    return dataset.collectAsList().stream().map(Row::toString).sorted().toList();
  }

  @Test
  void aTableIsWrittenCountedAndReadBack(SparkSession spark) throws IOException {
    PartSpec spec = new PartSpec("verdicts", "dedup-1", Map.of(), List.of());
    dedup.publish(
        List.of(dedup.make(spec, folder -> Verdicts.write(verdicts(spark), folder, 5, METHODS))));
    assertEquals(
        new Counts(5, 3, 2, 0, new TreeMap<>(Map.of("exact", 1L, "minhash", 1L)), new TreeMap<>()),
        dedup.published().counts());
    assertEquals(rows(verdicts(spark)), rows(Verdicts.read(spark, dedup)));
  }

  @Test
  void aVerdictThatIsMissingBreaksTheContract(SparkSession spark) {
    PartSpec spec = new PartSpec("verdicts", "dedup-1", Map.of(), List.of());
    ContractViolation violation =
        assertThrows(
            ContractViolation.class,
            () -> dedup.make(spec, folder -> Verdicts.write(verdicts(spark), folder, 6, METHODS)));
    assertEquals(
        "dedup/verdicts: 6 came in, but 3 kept + 2 rejected + 0 failed = 5",
        violation.getMessage());
  }

  @Test
  void aMethodThatNobodyNamedBreaksTheContract(SparkSession spark) {
    PartSpec spec = new PartSpec("verdicts", "dedup-1", Map.of(), List.of());
    assertThrows(
        ContractViolation.class,
        () ->
            dedup.make(
                spec, folder -> Verdicts.write(verdicts(spark), folder, 5, List.of("exact"))));
  }

  @Test
  void noDocumentsGiveNoVerdicts(SparkSession spark) throws IOException {
    PartSpec spec = new PartSpec("verdicts", "dedup-1", Map.of(), List.of());
    dedup.publish(
        List.of(dedup.make(spec, folder -> Verdicts.write(table(spark), folder, 0, METHODS))));
    assertEquals(Counts.none(), dedup.published().counts());
    assertEquals(List.of(), rows(Verdicts.read(spark, dedup)));
  }

  @Test
  void aJobThatWasNotRunHasNoVerdicts(SparkSession spark) throws IOException {
    Dataset<Row> none = Verdicts.read(spark, dedup);
    assertEquals(VerdictRows.SCHEMA, none.schema());
    assertEquals(0, none.count());
  }

  private static Dataset<Row> documents(SparkSession spark) {
    return spark.createDataFrame(
        List.of(
            RowFactory.create("a", "f1", 0L),
            RowFactory.create("b", "f1", 1L),
            RowFactory.create("c", "f1", 2L),
            RowFactory.create("d", "f2", 0L),
            RowFactory.create("e", "f2", 1L),
            RowFactory.create("x", "f2", 2L),
            // the same document twice: where it stands decides, not its id
            RowFactory.create("c", "f3", 0L)),
        PLACED);
  }

  @Test
  void whatIsDroppedGoesAndWhatHasNoVerdictStays(SparkSession spark) {
    Dataset<Row> kept = Verdicts.kept(documents(spark), verdicts(spark), null);
    assertEquals(PLACED, kept.schema());
    assertEquals(List.of("[a,f1,0]", "[b,f1,1]", "[c,f3,0]", "[e,f2,1]", "[x,f2,2]"), rows(kept));
  }

  @Test
  void theClustersSizeGoesAlongAndIsOneWithoutAVerdict(SparkSession spark) {
    Dataset<Row> kept = Verdicts.kept(documents(spark), verdicts(spark), "cluster_size");
    assertEquals(
        List.of("[a,f1,0,1]", "[b,f1,1,3]", "[c,f3,0,1]", "[e,f2,1,1]", "[x,f2,2,1]"), rows(kept));
  }

  @Test
  void withoutVerdictsEveryDocumentStays(SparkSession spark) throws IOException {
    Dataset<Row> none = Verdicts.read(spark, dedup);
    assertEquals(rows(documents(spark)), rows(Verdicts.kept(documents(spark), none, null)));
  }

  @Test
  void twoTablesInTurnKeepWhatBothKeep(SparkSession spark) {
    Dataset<Row> second =
        table(
            spark,
            VerdictRows.row(
                DuplicateVerdict.dropped("b", DuplicateMethod.EXACT, "a", 2, "a", 1.0), "f1", 1));
    Dataset<Row> once = Verdicts.kept(documents(spark), verdicts(spark), "cluster_size");
    assertEquals(
        List.of("[a,f1,0,1]", "[c,f3,0,1]", "[e,f2,1,1]", "[x,f2,2,1]"),
        rows(Verdicts.kept(once, second, null)));
  }
}
