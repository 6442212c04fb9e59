package io.sluice.mixer.spark;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;

import io.sluice.ingest.model.Kind;
import io.sluice.ingest.model.Score;
import io.sluice.mixer.plan.Cell;
import io.sluice.mixer.plan.CellKey;
import io.sluice.mixer.plan.Classifier;
import io.sluice.mixer.plan.Facts;
import io.sluice.mixer.plan.Inventory;
import io.sluice.mixer.plan.InventorySpec;
import io.sluice.mixer.plan.Percentiles;
import io.sluice.mixer.plan.ScoreBins;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.api.java.function.MapGroupsFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * Measures a corpus: narrow columns of the surviving documents to an {@link Inventory}.
 *
 * <p>Three passes over the columns: languages by tokens, an exact histogram of each score by
 * population (4,096 bins, at most 4,096 rows each, made into 19 cut points where it lies), and the
 * cells. What reaches the driver is bounded by languages, sources and scores, never by documents.
 * All sums are of whole numbers, so that the result does not depend on partitions.
 *
 * <p>Columns: {@code id, kind, source, lang} strings; {@code tokens, bytes, cluster_size} whole
 * numbers; a float or double for each score. Documents without {@code tokens} are counted as such
 * and left out.
 */
public final class InventoryStage {
  private static final StructType BINS =
      new StructType()
          .add("score", DataTypes.StringType, false)
          .add("group", DataTypes.StringType, false)
          .add("bin", DataTypes.IntegerType, false)
          .add("weight", DataTypes.LongType, false);
  private static final StructType CUTS =
      new StructType()
          .add("score", DataTypes.StringType, false)
          .add("group", DataTypes.StringType, false)
          .add("cuts", DataTypes.createArrayType(DataTypes.IntegerType, false), false);
  private static final StructType CELLS =
      new StructType()
          .add("kind", DataTypes.StringType, false)
          .add("source", DataTypes.StringType, false)
          .add("lang", DataTypes.StringType, false)
          .add("quality", DataTypes.IntegerType, false)
          .add("tier", DataTypes.IntegerType, false)
          .add("length", DataTypes.IntegerType, false)
          .add("cluster", DataTypes.IntegerType, false)
          .add("tokens", DataTypes.LongType, false)
          .add("bytes", DataTypes.LongType, false);

  private final InventorySpec spec;

  /** A stage that measures as the specification says. */
  public InventoryStage(InventorySpec spec) {
    this.spec = spec;
  }

  /**
   * Measures the documents. Runs four small Spark jobs; persist the columns where reading them is
   * dear.
   *
   * @throws IllegalArgumentException naming every column that is not there
   */
  public Inventory measure(Dataset<Row> documents) {
    Dataset<Row> narrow = FactsReader.narrow(documents, spec.scores());
    FactsReader reader = new FactsReader(narrow.schema(), spec.scores());
    Dataset<Row> rows = narrow.filter(col("tokens").isNotNull());
    List<String> languages = languages(rows);
    List<Percentiles> percentiles =
        percentiles(rows, reader, new Classifier(spec, languages, List.of()));
    Classifier classifier = new Classifier(spec, languages, percentiles);
    long uncounted = documents.filter(col("tokens").isNull()).count();
    return Inventory.of(spec, languages, percentiles, uncounted, cells(rows, reader, classifier));
  }

  private List<String> languages(Dataset<Row> rows) {
    return rows.groupBy(coalesce(col("lang"), lit(InventorySpec.UNDETERMINED)).as("lang"))
        .agg(sum(col("tokens").cast("long")).as("tokens"))
        .orderBy(col("tokens").desc(), col("lang"))
        .limit(spec.maxLanguages())
        .select("lang")
        .as(Encoders.STRING())
        .collectAsList();
  }

  private List<Percentiles> percentiles(
      Dataset<Row> rows, FactsReader reader, Classifier classifier) {
    InventorySpec how = spec;
    Dataset<Row> bins =
        rows.flatMap(
            (FlatMapFunction<Row, Row>) row -> bins(how, classifier, reader.read(row)),
            Encoders.row(BINS));
    return bins
        .groupBy("score", "group", "bin")
        .agg(sum("weight").as("weight"))
        .groupByKey(
            (MapFunction<Row, String>) row -> row.getString(0) + '\n' + row.getString(1),
            Encoders.STRING())
        .mapGroups((MapGroupsFunction<String, Row, Row>) InventoryStage::cuts, Encoders.row(CUTS))
        .collectAsList()
        .stream()
        .map(
            row ->
                new Percentiles(Score.valueOf(row.getString(0)), row.getString(1), row.getList(2)))
        .toList();
  }

  private static Iterator<Row> bins(InventorySpec spec, Classifier classifier, Facts facts) {
    List<Row> bins = new ArrayList<>();
    String group = classifier.group(facts);
    long weight = facts.weight(spec.weighting());
    for (Score score : spec.scores()) {
      int bin = ScoreBins.bin(facts.scores().get(score));
      if (bin >= 0 && weight > 0) {
        bins.add(RowFactory.create(score.name(), group, bin, weight));
      }
    }
    return bins.iterator();
  }

  private static Row cuts(String key, Iterator<Row> bins) {
    long[] weights = new long[ScoreBins.COUNT];
    String score = "";
    String group = "";
    while (bins.hasNext()) {
      Row row = bins.next();
      score = row.getString(0);
      group = row.getString(1);
      weights[row.getInt(2)] = row.getLong(3);
    }
    Percentiles cuts = Percentiles.of(Score.valueOf(score), group, weights);
    return RowFactory.create(score, group, cuts.cuts().toArray());
  }

  private static List<Cell> cells(Dataset<Row> rows, FactsReader reader, Classifier classifier) {
    String[] columns = Arrays.copyOf(CELLS.fieldNames(), 7);
    Column[] keys = Arrays.stream(columns).map(name -> col(name)).toArray(Column[]::new);
    return rows
        .map((MapFunction<Row, Row>) row -> cell(classifier, reader.read(row)), Encoders.row(CELLS))
        .groupBy(keys)
        .agg(count(lit(1)).as("documents"), sum("tokens").as("tokens"), sum("bytes").as("bytes"))
        .collectAsList()
        .stream()
        .map(
            row ->
                new Cell(
                    Kind.of(row.getString(0)),
                    row.getString(1),
                    row.getString(2),
                    row.getInt(3),
                    row.getInt(4),
                    row.getInt(5),
                    row.getInt(6),
                    row.getLong(7),
                    row.getLong(8),
                    row.getLong(9)))
        .toList();
  }

  private static Row cell(Classifier classifier, Facts facts) {
    CellKey key = classifier.classify(facts);
    return RowFactory.create(
        key.kind().id(),
        key.source(),
        key.lang(),
        key.quality(),
        key.tier(),
        key.length(),
        key.cluster(),
        facts.tokens(),
        facts.bytes());
  }
}
