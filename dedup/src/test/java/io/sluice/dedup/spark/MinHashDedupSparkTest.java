package io.sluice.dedup.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sluice.dedup.cluster.DedupConfig;
import io.sluice.dedup.cluster.SurvivorOrder;
import io.sluice.dedup.sketch.Signature;
import io.sluice.dedup.sketch.SketchConfig;
import io.sluice.dedup.sketch.Sketcher;
import io.sluice.dedup.sketch.Texts;
import io.sluice.ingest.config.UserError;
import io.sluice.ingest.fixture.SparkSessions;
import io.sluice.ingest.stage.ContractViolation;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.LongFunction;
import java.util.stream.IntStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(SparkSessions.class)
class MinHashDedupSparkTest {
  private final SparkSession spark;
  @TempDir Path folder;

  MinHashDedupSparkTest(SparkSession spark) {
    this.spark = spark;
  }

  private MinHashDedup.Result run(DedupConfig config, List<Doc> documents, int partitions) {
    List<Row> rows = documents.stream().map(Doc::toRow).toList();
    Dataset<Row> input = spark.createDataFrame(rows, Doc.SCHEMA).repartition(partitions);
    return new MinHashDedup(config).run(DedupSources.of(input), folder.resolve("work").toString());
  }

  private List<Row> verdicts(DedupConfig config, List<Doc> documents, int partitions) {
    Dataset<Row> verdicts = run(config, documents, partitions).verdicts();
    assertEquals(VerdictRows.SCHEMA.catalogString(), verdicts.schema().catalogString());
    return verdicts.orderBy("file", "row").collectAsList();
  }

  private List<Row> verdicts(Doc... documents) {
    return verdicts(DedupConfig.presets(), List.of(documents), 2);
  }

  private static Row alone(String id) {
    return RowFactory.create(id, true, null, null, 1L, null, null, null, "f-" + id, 0L);
  }

  private static Row kept(String id, String method, String cluster, long size) {
    return RowFactory.create(id, true, method, cluster, size, id, 1f, null, "f-" + id, 0L);
  }

  private static Row dropped(
      String id, String method, String cluster, long size, String survivor, double similarity) {
    return RowFactory.create(
        id,
        false,
        method,
        cluster,
        size,
        survivor,
        (float) similarity,
        method + "_duplicate",
        "f-" + id,
        0L);
  }

  private static double similarity(Doc one, Doc other) {
    return Signature.of(one.signature()).similarity(Signature.of(other.signature()));
  }

  @Test
  void copiesAndNearCopiesFormOneClusterAndTheBestStays() {
    String text = Texts.random(1, 300);
    Doc a = Doc.of("a", Texts.random(2, 300)).ranked(0.9f, 1L, 1L);
    Doc b = Doc.of("b", text).ranked(0.1f, 5L, 5L);
    Doc c = Doc.of("c", "  " + text + "\n").ranked(0.5f, 5L, 5L);
    Doc d = Doc.of("d", text + " more").ranked(0.8f, 5L, 5L);
    Doc e = Doc.of("e", text + " other").ranked(null, 9L, 9L);
    assertEquals(
        List.of(
            alone("a"),
            dropped("b", "exact", "b", 4, "d", similarity(b, d)),
            dropped("c", "minhash", "b", 4, "d", similarity(c, d)),
            kept("d", "minhash", "b", 4),
            dropped("e", "minhash", "b", 4, "d", similarity(e, d))),
        verdicts(e, d, c, b, a));
    assertEquals(0.97, similarity(b, d), 0.05);
  }

  @Test
  void copiesAloneAreAnExactCluster() {
    assertEquals(
        List.of(
            dropped("a", "exact", "a", 3, "c", 1),
            dropped("b", "exact", "a", 3, "c", 1),
            kept("c", "exact", "a", 3)),
        verdicts(
            Doc.of("a", "same words here").ranked(null, 7L, 1L),
            Doc.of("b", "same words here").ranked(null, 7L, null),
            Doc.of("c", "same words here").ranked(null, 7L, 2L)));
  }

  @Test
  void aChainIsOneClusterThoughItsEndsAreUnlike() {
    List<Doc> chain = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      Doc doc = Doc.of("c" + i, Texts.random(i, 200)).ranked((float) i, null, null);
      doc = i > 0 ? doc.band(i, 1000 + i) : doc;
      chain.add(i < 4 ? doc.band(i + 1, 1001 + i) : doc);
    }
    List<Row> expected = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      double similarity = similarity(chain.get(i), chain.get(4));
      assertTrue(similarity < 0.2);
      expected.add(dropped("c" + i, "minhash", "c0", 5, "c4", similarity));
    }
    expected.add(kept("c4", "minhash", "c0", 5));
    assertEquals(expected, verdicts(DedupConfig.presets(), chain, 3));
  }

  @Test
  void theSameHashInAnotherBandIsNoMeeting() {
    assertEquals(
        List.of(alone("a"), alone("b")),
        verdicts(
            Doc.of("a", Texts.random(1, 50)).band(0, 77),
            Doc.of("b", Texts.random(2, 50)).band(1, 77)));
  }

  @Test
  void documentsWithoutWordsOrSignatureAreNoNearDuplicates() {
    assertEquals(
        List.of(
            alone("a"),
            kept("b", "exact", "b", 2),
            dropped("c", "exact", "b", 2, "b", 1),
            alone("d"),
            alone("e")),
        verdicts(
            Doc.of("a", ""),
            Doc.of("b", " one"),
            Doc.of("c", "one"),
            Doc.signed("d", null),
            Doc.signed("e", null)));
    Doc empty = Doc.of("x", "");
    assertEquals(
        List.of(kept("x", "exact", "x", 2), dropped("y", "exact", "x", 2, "x", 1)),
        verdicts(empty, Doc.of("y", " \n")));
    DedupConfig near = new DedupConfig(false, true, List.of(), false);
    assertEquals(
        List.of(alone("x"), alone("y")), verdicts(near, List.of(empty, Doc.of("y", "")), 1));
  }

  @Test
  void eachSwitchWorksAlone() {
    String text = Texts.random(1, 300);
    List<Doc> documents =
        List.of(Doc.of("a", text), Doc.of("b", text), Doc.of("c", text + " more"));
    double near = similarity(documents.get(0), documents.get(2));
    assertEquals(
        List.of(
            kept("a", "minhash", "a", 3),
            dropped("b", "minhash", "a", 3, "a", 1),
            dropped("c", "minhash", "a", 3, "a", near)),
        verdicts(new DedupConfig(false, true, List.of(), false), documents, 2));
    assertEquals(
        List.of(kept("a", "exact", "a", 2), dropped("b", "exact", "a", 2, "a", 1), alone("c")),
        verdicts(new DedupConfig(true, false, List.of(), false), documents, 2));
  }

  @Test
  void languagesCanBeKeptApart() {
    String text = Texts.random(1, 300);
    List<Doc> documents =
        List.of(
            Doc.of("a", text).lang("eng"),
            Doc.of("b", text).lang("deu"),
            Doc.of("c", text + " more").lang("eng"),
            Doc.of("d", text + " less"),
            Doc.of("e", text));
    assertEquals(
        List.of(
            kept("a", "minhash", "a", 2),
            alone("b"),
            dropped("c", "minhash", "a", 2, "a", similarity(documents.get(0), documents.get(2))),
            kept("d", "minhash", "d", 2),
            dropped("e", "minhash", "d", 2, "d", similarity(documents.get(3), documents.get(4)))),
        verdicts(new DedupConfig(true, true, List.of(), true), documents, 3));
  }

  @Test
  void aRepeatedIdStillGivesARowADocument() {
    Doc first = Doc.of("a", "same words").at("f-a", 0);
    List<Row> verdicts = verdicts(first.at("f-a", 1), first, first.at("f-b", 0));
    List<String> said =
        verdicts.stream()
            .map(row -> row.getString(8) + ' ' + row.getLong(9) + ' ' + row.getBoolean(1))
            .toList();
    assertEquals(List.of("f-a 0 true", "f-a 1 false", "f-b 0 false"), said);
  }

  @Test
  void verdictsDoNotDependOnPartitionsOrOrder() {
    List<Doc> documents = new ArrayList<>();
    for (int i = 0; i < 240; i++) {
      String text = Texts.random(i / 4, 60);
      String changed = i % 4 == 3 ? text + " tail" + i : text.substring(i % 2);
      documents.add(
          Doc.of(Integer.toString(i * 7919 % 1000), changed).ranked(i % 3 / 3f, null, i % 5L));
    }
    DedupConfig config = DedupConfig.presets();
    List<Row> expected = verdicts(config, documents, 1);
    assertEquals(240, expected.size());
    assertTrue(expected.stream().filter(row -> !row.getBoolean(1)).count() > 100);
    for (int partitions : new int[] {3, 16}) {
      Collections.shuffle(documents, new Random(partitions));
      assertEquals(expected, verdicts(config, documents, partitions));
    }
  }

  @Test
  void aBucketOfTwentyThousandIsAStar() {
    int count = 20_000;
    LongFunction<String> id = i -> String.format(Locale.ROOT, "%06d", i);
    List<Doc> documents =
        IntStream.range(0, count)
            .mapToObj(i -> Doc.of(id.apply(i), Texts.random(i, 8)).band(3, 42))
            .toList();
    MinHashDedup.Result result = run(DedupConfig.presets(), documents, 4);
    Row sums =
        result
            .verdicts()
            .selectExpr(
                "count(*)",
                "count_if(keep)",
                "min(cluster)",
                "max(cluster)",
                "min(cluster_size)",
                "max(survivor)")
            .head();
    assertEquals(RowFactory.create(20_000L, 1L, "000000", "000000", 20_000L, "000000"), sums);
    assertEquals(new DedupReport(count, List.of(count - 1L, count - 1L)), result.report());
  }

  @Test
  void nothingInGivesNothing() {
    MinHashDedup.Result result = run(DedupConfig.presets(), List.of(), 1);
    assertEquals(List.of(), result.verdicts().collectAsList());
    assertEquals(new DedupReport(0, List.of(0L, 0L)), result.report());
  }

  @Test
  void signaturesOfDifferentSettingsAreRefused() {
    byte[] other =
        new Sketcher(new SketchConfig(14, 8, 5, 2)).sketch(Texts.words("some other words"));
    List<Doc> mixed = List.of(Doc.of("a", "some words"), Doc.signed("b", other));
    assertThrows(UserError.class, () -> run(DedupConfig.presets(), mixed, 1));
    DedupConfig exact = new DedupConfig(true, false, List.of(SurvivorOrder.LONGEST), false);
    assertEquals(List.of(alone("a"), alone("b")), verdicts(exact, mixed, 1));
  }

  @Test
  void aBrokenSignatureFailsTheRunAndNamesTheDocument() {
    List<Doc> broken = List.of(Doc.of("a", "words"), Doc.signed("b", new byte[] {9, 9}));
    Exception failed = assertThrows(Exception.class, () -> run(DedupConfig.presets(), broken, 1));
    StringBuilder said = new StringBuilder();
    for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
      said.append(cause.getMessage()).append('\n');
    }
    assertTrue(
        said.toString().contains("document b of f-b: signature: got 2 bytes, needs at least 24"),
        said.toString());
  }

  @Test
  void missingColumnsAreNamed() {
    Dataset<Row> input =
        spark
            .createDataFrame(List.of(Doc.of("a", "words").toRow()), Doc.SCHEMA)
            .drop("quality", "lang");
    MinHashDedup dedup = new MinHashDedup(new DedupConfig(true, true, List.of(), true));
    ContractViolation refused =
        assertThrows(
            ContractViolation.class,
            () -> dedup.run(DedupSources.of(input), folder.resolve("work").toString()));
    assertTrue(refused.getMessage().contains("[quality, lang]"), refused.getMessage());
  }
}
