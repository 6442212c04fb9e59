package io.sluice.mixer.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sluice.ingest.config.UserError;
import io.sluice.ingest.fixture.SparkSessions;
import io.sluice.ingest.model.Document;
import io.sluice.ingest.model.DocumentId;
import io.sluice.ingest.model.Judged;
import io.sluice.ingest.model.Kind;
import io.sluice.ingest.model.Role;
import io.sluice.ingest.model.Segment;
import io.sluice.ingest.spark.DocumentRows;
import io.sluice.ingest.text.Draw;
import io.sluice.mixer.pack.Packing;
import io.sluice.mixer.shard.ShardReader;
import io.sluice.mixer.shard.ShardVerifier;
import io.sluice.mixer.shard.StageLedger;
import io.sluice.mixer.shard.StageManifest;
import io.sluice.mixer.shard.TrainingRow;
import io.sluice.mixer.tokenize.DocumentEncoder;
import io.sluice.mixer.tokenize.MiddleFiller;
import io.sluice.mixer.tokenize.TokenSequence;
import io.sluice.mixer.tokenize.TokenizerConfig;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(SparkSessions.class)
final class MixStageSparkTest {
  private static final TokenizerConfig TOKENIZER = TokenizerConfig.of("cl100k_base");

  /** Cuts every second source file, elsewhere in each epoch. */
  private static final MiddleFiller FILLER =
      (id, epoch, text) -> {
        long bits = Draw.bits(1, "cut", id + epoch);
        int first = Math.floorMod(bits >>> 8, text.length() + 1);
        return (bits & 1) == 0
            ? null
            : new MiddleFiller.Cuts(first, text.length(), (bits & 2) == 0);
      };

  @TempDir java.nio.file.Path temporary;

  private static MixSettings settings(Packing packing, int seqLen, int shards) {
    return new MixSettings(
        "general", 5, seqLen, packing, 16L * seqLen, shards, 8, TOKENIZER, FILLER);
  }

  private static List<Document> documents() {
    List<Document> documents = new ArrayList<>();
    for (int d = 0; d < 120; d++) {
      Kind kind = List.of(Kind.WEB, Kind.CODE, Kind.TRAJECTORY).get(d % 3);
      int words = (int) (400 * Math.pow(Draw.uniform(1, "words", Integer.toString(d)), 3));
      StringBuilder text = new StringBuilder();
      for (int w = 0; w < words; w++) {
        long bits = Draw.bits(d, "word", Integer.toString(w));
        text.append((bits & 3) == 0 ? "中文 " : "w" + Long.toString(bits >>> 50, 36) + " ");
      }
      Document.Builder builder =
          Document.builder(kind, "test", DocumentId.of("test", Integer.toString(d)));
      if (kind == Kind.TRAJECTORY) {
        builder.segments(
            List.of(
                new Segment(Role.USER, "do it <|endoftext|>", false),
                new Segment(Role.ASSISTANT, "<think></think>\n" + text, true)));
      } else {
        builder.text(text.toString());
      }
      documents.add(builder.build());
    }
    return documents;
  }

  /** The documents as Parquet in several files and row groups; the folder's name has a space. */
  private Dataset<Row> written(SparkSession spark, int files) {
    List<Row> rows = new ArrayList<>();
    for (Document document : documents()) {
      rows.add(DocumentRows.row(Judged.kept(document)));
    }
    String folder = temporary.resolve("some documents " + files).toString();
    spark
        .createDataFrame(rows, DocumentRows.JUDGED)
        .repartition(files)
        .write()
        .option("parquet.block.size", 4096)
        .option("compression", "zstd")
        .parquet(folder);
    return spark.read().parquet(folder);
  }

  /** Web twice or three times, code three times, trajectories once; one in eight not at all. */
  private static Dataset<Row> chosen(Dataset<Row> documents) {
    return documents
        .selectExpr(
            "_metadata.file_path as file",
            "_metadata.row_index as row",
            "id",
            "case kind when 'web' then 0 when 'code' then 1 else 2 end as component",
            "explode(sequence(0, case kind when 'web' then 1 + if(id < '8', 1, 0)"
                + " when 'code' then 2 else 0 end)) as epoch")
        .where("id not like '%1' and id not like '%2'");
  }

  private String folder(String name) {
    return temporary.resolve(name).toUri().toString();
  }

  private void publish(MixSettings settings, StageLedger ledger, String name) throws IOException {
    StageManifest.of(
            settings.stage(),
            "recipe",
            "hash",
            TOKENIZER,
            settings.seed(),
            settings.seqLen(),
            settings.packing().id(),
            List.of("web", "code", "agents"),
            ledger)
        .write(new Path(folder(name)), new Configuration());
  }

  private List<TrainingRow> read(String name) throws IOException {
    List<TrainingRow> rows = new ArrayList<>();
    try (ShardReader reader =
        ShardReader.open(new Path(folder(name)), new Configuration(), 0, 1, 0)) {
      reader.forEachRemaining(rows::add);
    }
    return rows;
  }

  @Test
  void bytesDoNotDependOnPartitionsOrFiles(SparkSession spark) {
    Dataset<Row> threeFiles = chosen(written(spark, 3));
    Dataset<Row> oneFile = chosen(written(spark, 1));
    for (Packing packing : Packing.values()) {
      MixSettings settings = settings(packing, 128, 4);
      StageLedger expected = MixStage.run(threeFiles, settings, 1, folder(packing + "1"));
      assertTrue(expected.rows() > 100, expected.toString());
      assertEquals(
          expected, MixStage.run(threeFiles.repartition(7), settings, 2, folder(packing + "2")));
      assertEquals(expected, MixStage.run(oneFile, settings, 7, folder(packing + "7")));
    }
  }

  @Test
  void bytesDependOnTheSeed(SparkSession spark) {
    Dataset<Row> chosen = chosen(written(spark, 1));
    MixSettings one = settings(Packing.CONCAT, 128, 2);
    MixSettings two =
        new MixSettings("general", 6, 128, Packing.CONCAT, 2048, 2, 8, TOKENIZER, FILLER);
    StageLedger first = MixStage.run(chosen, one, 2, folder("one"));
    StageLedger second = MixStage.run(chosen, two, 2, folder("two"));
    assertNotEquals(first.files().get(0).sha256(), second.files().get(0).sha256());
    assertEquals(first.parts(), second.parts());
  }

  @Test
  void everyChosenEpochIsInTheShardsOnceWithItsOwnTokens(SparkSession spark) throws IOException {
    Dataset<Row> chosen = chosen(written(spark, 2));
    DocumentEncoder encoder = new DocumentEncoder(TOKENIZER, FILLER);
    Map<String, Document> byId = new TreeMap<>();
    documents().forEach(document -> byId.put(document.id(), document));
    Map<String, Integer> expected = new TreeMap<>();
    Map<String, StageLedger.Part> parts = new TreeMap<>();
    for (Row row : chosen.collectAsList()) {
      Document d = byId.get(row.<String>getAs("id"));
      int component = row.getAs("component");
      int epoch = row.getAs("epoch");
      TokenSequence tokens = encoder.encode(d.kind(), d.id(), epoch, d.text(), d.segments());
      int[] ids = new int[tokens.length()];
      byte[] loss = new byte[tokens.length()];
      tokens.copyTo(0, tokens.length(), ids, loss, 0);
      expected.merge(show(d.id(), ids, loss, 0, ids.length), 1, Integer::sum);
      parts.merge(
          component + "/" + epoch,
          new StageLedger.Part(component, epoch, 1, ids.length),
          (a, b) ->
              new StageLedger.Part(component, epoch, a.documents() + 1, a.tokens() + b.tokens()));
    }

    // Rows are long enough for every document, so each stands in one row.
    MixSettings settings = settings(Packing.BEST_FIT, 4096, 3);
    StageLedger ledger = MixStage.run(chosen, settings, 3, folder("all"));
    publish(settings, ledger, "all");

    assertEquals(List.of(), ShardVerifier.verify(new Path(folder("all")), new Configuration()));
    assertEquals(List.copyOf(parts.values()), ledger.parts());
    assertEquals(ledger.rows() * 4096, ledger.tokens() + ledger.padding());
    Map<String, Integer> found = new TreeMap<>();
    for (TrainingRow row : read("all")) {
      for (int i = 0; i < row.starts().length; i++) {
        int from = row.starts()[i];
        int to = from;
        while (row.inputIds()[to] != TOKENIZER.tokenizer().endOfDocument()) {
          to++;
        }
        found.merge(
            show(row.docIds().get(i), row.inputIds(), row.lossMask(), from, to + 1),
            1,
            Integer::sum);
      }
    }
    assertEquals(expected, found);
  }

  private static String show(String id, int[] ids, byte[] loss, int from, int to) {
    StringBuilder shown = new StringBuilder(id);
    for (int i = from; i < to; i++) {
      shown.append(' ').append(ids[i]).append(loss[i] == 0 ? "-" : "");
    }
    return shown.toString();
  }

  @Test
  void concatenatedShardsHoldTheDocumentsInTheOrderOfTheDraw(SparkSession spark)
      throws IOException {
    Dataset<Row> chosen = chosen(written(spark, 2)).where("component = 0");
    MixSettings settings = settings(Packing.CONCAT, 64, 1);
    StageLedger ledger = MixStage.run(chosen, settings, 2, folder("order"));
    publish(settings, ledger, "order");
    TreeMap<Long, String> expected = new TreeMap<>(Long::compareUnsigned);
    for (Row row : chosen.collectAsList()) {
      String id = row.getAs("id");
      int epoch = row.getAs("epoch");
      expected.put(Draw.bits(5, "mix general", id + '\u0000' + epoch), id);
    }
    List<String> found = new ArrayList<>();
    boolean open = false;
    for (TrainingRow row : read("order")) {
      for (int i = 0; i < row.starts().length; i++) {
        if (i > 0 || !open) {
          found.add(row.docIds().get(i));
        }
      }
      open = row.inputIds()[63] != TOKENIZER.tokenizer().endOfDocument();
    }
    assertEquals(List.copyOf(expected.values()), found);
    assertEquals((ledger.tokens() + 63) / 64, ledger.rows());
  }

  @Test
  void nothingChosenMakesEmptyShards(SparkSession spark) throws IOException {
    MixSettings settings = settings(Packing.BEST_FIT, 64, 2);
    Dataset<Row> none = chosen(written(spark, 1)).where("false");
    StageLedger ledger = MixStage.run(none, settings, 2, folder("none"));
    publish(settings, ledger, "none");
    assertEquals(0, ledger.rows());
    assertEquals(2, ledger.files().size());
    assertEquals(List.of(), ShardVerifier.verify(new Path(folder("none")), new Configuration()));
  }

  @Test
  void aChoiceThatDoesNotMatchTheFilesFails(SparkSession spark) {
    Dataset<Row> chosen = chosen(written(spark, 1));
    MixSettings settings = settings(Packing.CONCAT, 64, 1);
    assertTrue(
        problem(chosen.withColumn("row", functions.expr("row + 1")), settings)
            .getMessage()
            .contains("is document"));
    assertTrue(
        problem(chosen.withColumn("row", functions.expr("row + 1000")), settings)
            .getMessage()
            .startsWith("no row 10"));
    assertTrue(problem(chosen.union(chosen), settings).getMessage().contains("was chosen twice"));
    String other = temporary.resolve("other").toString();
    spark.range(5).write().parquet(other);
    Dataset<Row> strange =
        spark
            .read()
            .parquet(other)
            .selectExpr(
                "_metadata.file_path as file",
                "_metadata.row_index as row",
                "'a' as id",
                "0 as component",
                "0 as epoch");
    assertTrue(problem(strange, settings).getMessage().startsWith("no column 'kind'"));
  }

  private UserError problem(Dataset<Row> chosen, MixSettings settings) {
    Throwable thrown =
        assertThrows(Exception.class, () -> MixStage.run(chosen, settings, 1, folder("never")));
    while (!(thrown instanceof UserError) && thrown.getCause() != null) {
      thrown = thrown.getCause();
    }
    return assertInstanceOf(UserError.class, thrown);
  }
}
