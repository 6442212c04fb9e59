package io.sluice.dedup.spark;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sluice.dedup.semantic.Centroids;
import io.sluice.dedup.semantic.ClusterPlan;
import io.sluice.dedup.semantic.ClusterPruner;
import io.sluice.dedup.semantic.KeepOrder;
import io.sluice.dedup.semantic.Pruned;
import io.sluice.dedup.semantic.SemanticConfig;
import io.sluice.dedup.semantic.UnitVectors;
import io.sluice.dedup.semantic.Vectors;
import io.sluice.filters.embed.EmbedConfig;
import io.sluice.filters.embed.Embedders;
import io.sluice.ingest.fixture.SparkSessions;
import io.sluice.ingest.model.Kind;
import io.sluice.ingest.stage.ContractViolation;
import io.sluice.ingest.text.Draw;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@ExtendWith(SparkSessions.class)
class SemanticDedupSparkTest {
  private static final StructType TEXTS =
      StructType.fromDDL("id STRING, lang STRING, text STRING, file STRING, row BIGINT");

  private static SemanticConfig config(int clusters, int sample, KeepOrder order) {
    return new SemanticConfig(0.1, clusters, 8, sample, 256, order, 5, List.of(Kind.WEB));
  }

  private static String id(int i) {
    return String.format(java.util.Locale.ROOT, "%04x", (int) (Draw.bits(3, "id", "" + i) & 0xffff))
        + i;
  }

  private static Row embedding(String space, int i, float[] vector) {
    byte[] stored = vector == null ? null : Vectors.encode(vector);
    return RowFactory.create(id(i), space, stored, "file-" + i % 3, (long) i);
  }

  private static List<Row> sorted(Dataset<Row> rows) {
    List<Row> list = new ArrayList<>(rows.collectAsList());
    list.sort(Comparator.comparing(row -> row.getString(0)));
    return list;
  }

  private static Dataset<Row> table(SparkSession spark, List<Row> rows, int partitions) {
    return spark.createDataFrame(rows, SemanticRows.EMBEDDING).repartition(partitions);
  }

  /** The same steps over one array, without Spark. */
  private static Map<String, List<Object>> expected(
      List<Row> rows, int dimension, int total, SemanticConfig config) {
    List<Row> drawn = new ArrayList<>(rows);
    drawn.sort(
        Comparator.comparingDouble(
            row -> Draw.uniform(config.seed(), "semdedup.sample", row.getString(0))));
    float[] flat = new float[rows.size() * dimension];
    for (int i = 0; i < drawn.size(); i++) {
      Vectors.decode((byte[]) drawn.get(i).get(2), flat, i * dimension);
    }
    Centroids centroids = ClusterPlan.fit(flat, dimension, total, config);
    int[] cluster = new int[rows.size()];
    float[] cosine = new float[rows.size()];
    centroids.nearest(flat, 0, rows.size(), cluster, cosine);
    List<Pruned<String>> pruned = new ArrayList<>();
    for (int c = 0; c < centroids.count(); c++) {
      int own = c;
      List<Integer> members =
          IntStream.range(0, rows.size())
              .filter(i -> cluster[i] == own)
              .boxed()
              .sorted(
                  Comparator.<Integer>comparingDouble(
                          i ->
                              config
                                  .keepOrder()
                                  .key(cosine[i], config.seed(), drawn.get(i).getString(0)))
                      .thenComparing(i -> drawn.get(i).getString(0)))
              .toList();
      ClusterPruner<String> pruner =
          new ClusterPruner<>(dimension, config.epsilon(), config.maxCluster(), pruned::add);
      for (int i : members) {
        pruner.add(
            drawn.get(i).getString(0),
            Arrays.copyOfRange(flat, i * dimension, (i + 1) * dimension));
      }
      pruner.finish();
    }
    Map<String, List<String>> groups =
        pruned.stream()
            .collect(
                Collectors.groupingBy(
                    Pruned::root,
                    TreeMap::new,
                    Collectors.mapping(Pruned::item, Collectors.toList())));
    Map<String, List<Object>> result = new TreeMap<>();
    for (Pruned<String> p : pruned) {
      List<String> group = groups.get(p.root());
      String smallest = group.stream().min(Comparator.naturalOrder()).orElseThrow();
      result.put(
          p.item(),
          Arrays.asList(
              p.item(),
              p.keep(),
              "semdedup",
              group.size() > 1 ? smallest : null,
              (long) group.size(),
              p.keep() ? null : p.nearest(),
              p.nearest() == null ? null : p.similarity(),
              p.keep() ? null : "semantic_duplicate"));
    }
    return result;
  }

  @ParameterizedTest
  @EnumSource(KeepOrder.class)
  void verdictsAreThoseOfThePlainRuleWhateverThePartitions(KeepOrder order, SparkSession spark) {
    float[][] small = UnitVectors.around(300, 12, 25, 0.4, 1);
    float[][] large = UnitVectors.around(200, 20, 30, 0.4, 2);
    List<Row> first = new ArrayList<>();
    List<Row> second = new ArrayList<>();
    for (int i = 0; i < small.length; i++) {
      first.add(embedding("a", i, small[i]));
    }
    for (int i = 0; i < large.length; i++) {
      second.add(embedding("b", 1000 + i, large[i]));
    }
    SemanticConfig config = config(0, 10_000, order);
    Map<String, List<Object>> expected = expected(first, 12, 310, config);
    expected.putAll(expected(second, 20, 200, config));
    List<Row> all = new ArrayList<>(first);
    all.addAll(second);
    // Ten null vectors, and ten of zeros that count towards the size of their space.
    for (int i = 2000; i < 2020; i++) {
      float[] none = i % 2 == 0 ? null : new float[12];
      all.add(embedding("a", i, none));
      expected.put(id(i), Arrays.asList(id(i), true, "semdedup", null, 1L, null, null, null));
    }
    long dropped = expected.values().stream().filter(row -> !(boolean) row.get(1)).count();
    assertTrue(dropped > 100 && dropped < 400, "the test's own spread: " + dropped);
    for (int partitions : new int[] {1, 2, 7}) {
      Dataset<Row> verdicts = SemanticDedup.verdicts(table(spark, all, partitions), config);
      assertArrayEquals(
          new String[] {
            "id",
            "keep",
            "method",
            "cluster",
            "cluster_size",
            "survivor",
            "similarity",
            "reason",
            "file",
            "row"
          },
          verdicts.columns());
      List<Row> rows = sorted(verdicts);
      assertEquals(expected.size(), rows.size());
      Map<String, Row> input = new TreeMap<>();
      all.forEach(row -> input.put(row.getString(0), row));
      for (Row row : rows) {
        List<Object> got = new ArrayList<>();
        for (int c = 0; c < 8; c++) {
          got.add(row.get(c));
        }
        assertEquals(expected.get(row.getString(0)), got);
        assertEquals(input.get(row.getString(0)).get(3), row.get(8));
        assertEquals(input.get(row.getString(0)).get(4), row.get(9));
      }
    }
  }

  @Test
  void aSampleSmallerThanTheCorpusDoesNotDependOnPartitions(SparkSession spark) {
    float[][] vectors = UnitVectors.around(1500, 8, 60, 0.25, 1);
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < vectors.length; i++) {
      rows.add(embedding("a", i, vectors[i]));
    }
    SemanticConfig config = config(0, 200, KeepOrder.HARD);
    List<Row> one = sorted(SemanticDedup.verdicts(table(spark, rows, 1), config));
    assertEquals(one, sorted(SemanticDedup.verdicts(table(spark, rows, 7), config)));
    assertEquals(1500, one.size());
    long dropped = one.stream().filter(row -> !row.getBoolean(1)).count();
    assertTrue(dropped > 300 && dropped < 1500, "" + dropped);
  }

  @Test
  void nothingInGivesNothingOut(SparkSession spark) {
    SemanticConfig config = config(0, 100, KeepOrder.HARD);
    assertEquals(List.of(), sorted(SemanticDedup.verdicts(table(spark, List.of(), 2), config)));
    Dataset<Row> unread = table(spark, List.of(embedding("a", 1, null)), 2);
    assertEquals(1, SemanticDedup.verdicts(unread, config).filter("keep").count());
  }

  @Test
  void vectorsOfDifferentLengthsInOneSpaceBreakTheContract(SparkSession spark) {
    Dataset<Row> mixed =
        table(
            spark,
            List.of(embedding("a", 1, new float[] {1, 0}), embedding("a", 2, new float[] {1})),
            1);
    assertThrows(
        ContractViolation.class,
        () -> SemanticDedup.verdicts(mixed, config(0, 100, KeepOrder.HARD)));
  }

  @Test
  void textsAreEmbeddedByTheirLanguagesModel(SparkSession spark) {
    List<Row> texts =
        List.of(
            RowFactory.create("a", "eng", "The river rose in the night.", "f", 0L),
            RowFactory.create("b", "cmn", "河水在夜里上涨了。", "f", 1L),
            RowFactory.create("c", null, "A text of no known language", "g", 0L),
            RowFactory.create("d", "eng", "", "g", 1L),
            RowFactory.create("e", "eng", null, "g", 2L),
            RowFactory.create("f", "tha", "ภาษาไทยเป็นภาษาที่มีระดับเสียงของคำแน่นอน", "g", 3L));
    List<Row> rows =
        sorted(
            SemanticDedup.embed(
                spark.createDataFrame(texts, TEXTS).repartition(3), EmbedConfig.presets()));
    assertEquals(6, rows.size());
    try (Embedders embedders = Embedders.embedded()) {
      for (int i = 0; i < 3; i++) {
        Row text = texts.get(i);
        float[] vector =
            embedders.forLanguage(text.getString(1)).embedding(text.getString(2)).vector();
        assertArrayEquals(Vectors.encode(vector), (byte[]) rows.get(i).get(2));
      }
    }
    assertEquals(
        List.of(
            "all-minilm-l6-v2-q:2x64",
            "bge-small-zh-v1.5-q:2x64",
            "all-minilm-l6-v2-q:2x64",
            "all-minilm-l6-v2-q:2x64",
            "all-minilm-l6-v2-q:2x64",
            "all-minilm-l6-v2-q:2x64"),
        rows.stream().map(row -> row.getString(1)).toList());
    for (int i = 3; i < 6; i++) {
      assertNull(rows.get(i).get(2), rows.get(i).getString(0));
    }
    assertEquals("g", rows.get(5).getString(3));
    assertEquals(3L, rows.get(5).getLong(4));
  }

  @Test
  void templatedPagesThatShareFewShinglesAreDropped(SparkSession spark) {
    List<String> pages = new ArrayList<>(TemplatePages.notices());
    int templated = pages.size();
    for (int i = 1; i < templated; i++) {
      double jaccard = TemplatePages.jaccard(pages.get(0), pages.get(i));
      assertTrue(jaccard < 0.55, "MinHash (14 bands of 8) finds one in ten: " + jaccard);
    }
    pages.addAll(TemplatePages.UNRELATED);
    List<Row> texts = new ArrayList<>();
    for (int i = 0; i < pages.size(); i++) {
      texts.add(RowFactory.create("p" + i, "eng", pages.get(i), "f", (long) i));
    }
    Dataset<Row> embeddings =
        SemanticDedup.embed(spark.createDataFrame(texts, TEXTS), EmbedConfig.presets());
    SemanticConfig config =
        new SemanticConfig(0.2, 2, 10, 1000, 256, KeepOrder.HARD, 1, List.of(Kind.WEB));
    List<Row> rows = sorted(SemanticDedup.verdicts(embeddings, config));
    long kept = rows.stream().limit(templated).filter(row -> row.getBoolean(1)).count();
    assertEquals(1, kept);
    assertEquals(
        TemplatePages.UNRELATED.size(),
        rows.stream().skip(templated).filter(row -> row.getBoolean(1)).count());
  }
}
