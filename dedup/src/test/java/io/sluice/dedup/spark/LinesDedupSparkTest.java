package io.sluice.dedup.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sluice.dedup.cluster.DedupConfig;
import io.sluice.dedup.passage.PassageConfig;
import io.sluice.dedup.sketch.SketchConfig;
import io.sluice.dedup.sketch.Texts;
import io.sluice.ingest.config.Config;
import io.sluice.ingest.fixture.SparkSessions;
import io.sluice.ingest.spark.Meter;
import io.sluice.ingest.stage.InputItem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Deduplication of JSON lines: scopes, URLs, earlier runs, verification, passages. */
@ExtendWith(SparkSessions.class)
class LinesDedupSparkTest {
  private static final SketchConfig SKETCH = SketchConfig.presets();
  private static final String TEXT = Texts.random(1, 200);
  private static final String NEAR = TEXT + " more";

  private final SparkSession spark;
  @TempDir Path folder;

  LinesDedupSparkTest(SparkSession spark) {
    this.spark = spark;
  }

  private static String line(String id, String text, String... more) {
    StringBuilder line = new StringBuilder("{\"id\":\"" + id + "\",\"text\":\"" + text + '"');
    for (int i = 0; i < more.length; i += 2) {
      line.append(",\"" + more[i] + "\":\"" + more[i + 1] + '"');
    }
    return line.append('}').toString();
  }

  private Dataset<Row> lines(String source, String... lines) throws IOException {
    Path file = folder.resolve(source + ".jsonl");
    Files.writeString(file, String.join("\n", lines));
    InputItem item = new InputItem(source, file.toUri().toString(), Files.size(file), "f");
    return SketchedLines.read(spark, List.of(item), SKETCH, Meter.start(spark.sparkContext()));
  }

  private Map<String, String> verdicts(
      String config, Dataset<Row> documents, Dataset<Row> against) {
    return verdicts(config, documents, against, Components.IN_MEMORY);
  }

  private Map<String, String> verdicts(
      String config, Dataset<Row> documents, Dataset<Row> against, int inMemory) {
    Map<String, String> said = new TreeMap<>();
    new MinHashDedup(Config.parse(DedupConfig.class, config, "test"), inMemory)
        .run(
            new DedupSources(documents, against, new LineTexts(), SKETCH),
            folder.resolve("work").toString())
        .verdicts()
        .collectAsList()
        .forEach(
            row ->
                said.put(
                    row.getString(0),
                    row.getBoolean(1)
                        ? "kept " + row.getLong(4)
                        : row.getString(2) + " of " + row.getString(5) + ' ' + row.getLong(4)));
    return said;
  }

  @Test
  void linesBecomeRowsAndProblemsAreSaid() throws IOException {
    List<Row> rows =
        lines("s", line("a", "b c", "url", "u", "lang", "eng"), "nonsense", "", line("d", ""))
            .select("id", "length", "url", "lang", "source", "row", "problem")
            .collectAsList();
    assertEquals(
        "[[a,2,u,eng,s,0,null], [,null,null,null,s,47,byte 47: no JSON: "
            + "Unrecognized token 'nonsense': was expecting (JSON String, Number, Array, Object or"
            + " token 'null', 'true' or 'false')], [d,0,null,null,s,57,null]]",
        rows.toString());
  }

  @Test
  void ofAnAddressTheNewestStaysBeforeAllElse() throws IOException {
    Dataset<Row> documents =
        lines(
            "s",
            line("a", Texts.random(5, 50), "url", "http://x.org/p", "timestamp", "2023-01-01"),
            line("b", TEXT, "url", "https://www.x.org/p/?utm_source=m", "timestamp", "2024-01-01"),
            line("c", NEAR + " and more", "url", "http://x.org/q", "timestamp", "2022-01-01"),
            line("d", Texts.random(6, 50), "url", "http://x.org/r"),
            line("e", Texts.random(7, 50), "url", "http://x.org/r", "timestamp", "2020-01-01"),
            line("f", Texts.random(8, 50)));
    assertEquals(
        Map.of(
            "a",
            "url of b 2",
            "b",
            "minhash of c 2",
            "c",
            "kept 2",
            "d",
            "url of e 2",
            "e",
            "kept 2",
            "f",
            "kept 1"),
        verdicts("{url: true}", documents, null));
    assertEquals(
        Map.of(
            "a",
            "url of b 2",
            "b",
            "kept 2",
            "c",
            "kept 1",
            "d",
            "url of e 2",
            "e",
            "kept 2",
            "f",
            "kept 1"),
        verdicts("{url: true, exact: false, minhash: false}", documents, null));
  }

  @Test
  void inputsCanBeKeptApart() throws IOException {
    Dataset<Row> both = lines("s", line("a", TEXT)).union(lines("t", line("b", NEAR)));
    assertEquals(Map.of("a", "kept 1", "b", "kept 1"), verdicts("{by_source: true}", both, null));
    assertEquals(Map.of("a", "minhash of b 2", "b", "kept 2"), verdicts("{}", both, null));
  }

  @Test
  void whatAnEarlierRunKeptStays() throws IOException {
    Dataset<Row> old = lines("old", line("o", TEXT), line("p", Texts.random(9, 50)));
    Dataset<Row> fresh =
        lines(
            "new",
            line("a", NEAR + " and much more than that", "quality", "9"),
            line("b", Texts.random(10, 50)),
            line("c", TEXT),
            line("d", Texts.random(11, 50) + " tail"),
            line("e", Texts.random(11, 50)));
    // The old text is gone: its signature is enough.
    List<Row> kept = old.collectAsList();
    Files.delete(folder.resolve("old.jsonl"));
    Dataset<Row> against = spark.createDataFrame(kept, SketchedLines.SCHEMA);
    for (String config : List.of("{}", "{verify: true, min_similarity: 0.7}")) {
      assertEquals(
          Map.of(
              "a",
              "minhash of o 3",
              "b",
              "kept 1",
              "c",
              "exact of o 3",
              "d",
              "kept 2",
              "e",
              "minhash of d 2"),
          verdicts(config, fresh, against));
    }
  }

  @Test
  void candidatesMayBeAskedToBeSimilar() throws IOException {
    // Jaccard about 0.8 of shingles of five words.
    String other = Texts.random(3, 22) + TEXT.substring(TEXT.indexOf(' ', 330));
    Dataset<Row> documents =
        lines("s", line("a", TEXT), line("b", NEAR), line("c", other), line("d", TEXT));
    Map<String, String> all = verdicts("{verify: true}", documents, null);
    assertEquals("exact of b 4", all.get("d").replace("minhash", "exact"));
    Map<String, String> near = verdicts("{verify: true, min_similarity: 0.97}", documents, null);
    assertEquals("kept 1", near.get("c"));
    assertEquals("minhash of b 3", near.get("a"));
    assertEquals(near, verdicts("{min_similarity: 0.93}", documents, null));
    assertEquals(
        Map.of("a", "kept 2", "b", "kept 1", "c", "kept 1", "d", "exact of a 2"),
        verdicts("{verify: true, min_similarity: 1}", documents, null));
  }

  @Test
  void roundsAtScaleGiveWhatMemoryGives() throws IOException {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < 400; i++) {
      lines.add(line("d" + i, Texts.random(i / 4, 60) + (i % 4 == 0 ? "" : " tail" + i)));
    }
    Dataset<Row> documents = lines("s", lines.toArray(String[]::new));
    Map<String, String> expected = verdicts("{}", documents, null);
    assertEquals(100, expected.values().stream().filter(v -> v.startsWith("kept")).count());
    assertEquals(expected, verdicts("{}", documents, null, 1));
    assertEquals(expected, verdicts("{}", documents.repartition(5), null, 20));
  }

  @Test
  void repeatedPassagesAreRecordedButForTheFirst() throws IOException {
    String shared = Texts.random(21, 50);
    String footer = "\\nAll rights reserved 2019\\n";
    Dataset<Row> documents =
        lines(
            "s",
            line("a", Texts.random(22, 40) + ' ' + shared + ' ' + Texts.random(23, 30) + footer),
            line("b", shared + ' ' + Texts.random(24, 70) + footer.replace("2019", "2024")),
            line("c", Texts.random(25, 300) + ' ' + Texts.random(21, 49)),
            line("d", Texts.random(26, 3)));
    Map<String, String> lines = passages("{lines: true}", documents);
    assertEquals(1, lines.size());
    assertTrue(lines.values().toString().contains("All rights reserved 20"), lines.toString());
    Map<String, String> runs = passages("{runs: true}", documents);
    assertEquals(List.of(shared), List.copyOf(runs.values()));
    Map<String, String> both = passages("{lines: true, runs: true}", documents);
    assertEquals(2, both.values().stream().mapToInt(v -> v.split("#").length).sum());
    assertEquals(both, passages("{lines: true, runs: true}", documents.repartition(3)));
  }

  private Map<String, String> passages(String config, Dataset<Row> documents) {
    Map<String, String> found = new TreeMap<>();
    Dataset<Row> spans =
        new Passages(Config.parse(PassageConfig.class, config, "test"))
            .find(documents, new LineTexts(), 1000, folder.resolve("work").toString());
    new LineTexts()
        .read(spans)
        .collectAsList()
        .forEach(
            row -> {
              List<String> cut = new ArrayList<>();
              for (Object span : row.getList(3)) {
                Row stretch = (Row) span;
                cut.add(row.getString(5).substring(stretch.getInt(0), stretch.getInt(1)));
              }
              found.put(row.getString(0), String.join("#", cut));
            });
    return found;
  }
}
