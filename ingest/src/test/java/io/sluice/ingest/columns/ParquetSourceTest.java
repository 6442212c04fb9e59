package io.sluice.ingest.columns;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sluice.ingest.config.UserError;
import io.sluice.ingest.model.Document;
import io.sluice.ingest.model.DocumentId;
import io.sluice.ingest.model.Judged;
import io.sluice.ingest.model.Kind;
import io.sluice.ingest.model.Reason;
import io.sluice.ingest.stage.ByteRange;
import io.sluice.ingest.stage.InputItem;
import io.sluice.ingest.stage.Reading;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.SimpleGroupFactory;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.example.ExampleParquetWriter;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.MessageTypeParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ParquetSourceTest {
  private static final Configuration HADOOP = new Configuration();

  private static final String FINEWEB2 =
      "message m { required binary text (STRING); optional binary id (STRING);"
          + " optional binary dump (STRING); optional binary url (STRING);"
          + " optional binary date (STRING); optional binary file_path (STRING);"
          + " optional binary language (STRING); optional double language_score;"
          + " optional binary language_script (STRING); optional int64 minhash_cluster_size;"
          + " optional binary top_langs (STRING); optional double wordlist_ratio; }";

  @TempDir Path folder;

  private static ParquetSource source(Map<String, String> columns, long split) {
    return new ParquetSource(new ColumnMapping(columns), 1000, 100_000_000, split);
  }

  private InputItem write(String schema, long rowGroup, List<Consumer<Group>> rows)
      throws IOException {
    MessageType type = MessageTypeParser.parseMessageType(schema);
    Path file = folder.resolve("in.parquet");
    Files.deleteIfExists(file);
    SimpleGroupFactory factory = new SimpleGroupFactory(type);
    try (ParquetWriter<Group> writer =
        ExampleParquetWriter.builder(new org.apache.hadoop.fs.Path(file.toUri()))
            .withType(type)
            .withConf(HADOOP)
            .withRowGroupSize(rowGroup)
            .withPageSize(512)
            .withMinRowCountForPageSizeCheck(1)
            .withCompressionCodec(CompressionCodecName.ZSTD)
            .build()) {
      for (Consumer<Group> row : rows) {
        Group group = factory.newGroup();
        row.accept(group);
        writer.write(group);
      }
    }
    return item(file);
  }

  private static InputItem item(Path file) throws IOException {
    return new InputItem("s", file.toUri().toString(), Files.size(file), "f");
  }

  private static List<Judged> read(ParquetSource source, InputItem item) throws IOException {
    List<Judged> all = new ArrayList<>();
    for (ByteRange slice : source.slices(item)) {
      try (Reading reading = source.start().open(item, slice, HADOOP)) {
        int before = all.size();
        for (Judged next = reading.next(); next != null; next = reading.next()) {
          all.add(next);
        }
        assertEquals(all.size() - before, reading.records());
      }
    }
    return all;
  }

  private static Document.Builder document(String address) {
    return Document.builder(Kind.WEB, "s", DocumentId.of("s", address));
  }

  @Test
  void columnsOfFineWebHaveTheirPlaces() throws IOException {
    InputItem item =
        write(
            FINEWEB2,
            1 << 20,
            List.of(
                row -> {
                  row.append("text", "一つ").append("id", "<urn:uuid:1>").append("dump", "CC-1");
                  row.append("url", "http://a").append("date", "2013-05-18T05:48:54Z");
                  row.append("file_path", "s3://x/y.warc.gz").append("language", "jpn");
                  row.append("language_score", 0.5).append("language_script", "Jpan");
                  row.append("minhash_cluster_size", 3L).append("top_langs", "{}");
                  row.append("wordlist_ratio", 0.25);
                },
                row -> row.append("text", "two")));
    assertEquals(
        List.of(
            Judged.kept(
                document("<urn:uuid:1>")
                    .text("一つ")
                    .url("http://a")
                    .timestamp(Instant.parse("2013-05-18T05:48:54Z"))
                    .path("s3://x/y.warc.gz")
                    .meta("line_id", "<urn:uuid:1>")
                    .meta("dump", "CC-1")
                    .meta("language", "jpn")
                    .meta("language_score", "0.5")
                    .meta("language_script", "Jpan")
                    .meta("minhash_cluster_size", "3")
                    .meta("top_langs", "{}")
                    .meta("wordlist_ratio", "0.25")
                    .build()),
            Judged.kept(document("two").text("two").build())),
        read(source(Map.of(), 1 << 20), item));
  }

  @Test
  void ownDocumentsKeepTheirMeta() throws IOException {
    InputItem item =
        write(
            "message m { optional binary id (STRING); optional binary text (STRING);"
                + " optional int64 timestamp (TIMESTAMP(MICROS,true)); optional binary url (STRING);"
                + " optional group signals { optional float words; }"
                + " optional group meta (MAP) { repeated group key_value {"
                + " required binary key (STRING); optional binary value (STRING); } } }",
            1 << 20,
            List.of(
                row -> {
                  row.append("id", "0123").append("text", "t").append("timestamp", 1_500_000L);
                  Group map = row.addGroup("meta");
                  map.addGroup("key_value").append("key", "title").append("value", "T");
                  map.addGroup("key_value").append("key", "none");
                }));
    assertEquals(
        List.of(
            Judged.kept(
                document("0123")
                    .text("t")
                    .timestamp(Instant.ofEpochMilli(1500))
                    .meta("title", "T")
                    .meta("line_id", "0123")
                    .build())),
        read(source(Map.of(), 1 << 20), item));
  }

  @Test
  void anyColumnsAreMappedThoseWithinOthersToo() throws IOException {
    InputItem item =
        write(
            "message m { optional binary content (STRING); optional group page {"
                + " optional binary link (STRING); optional int32 day (DATE); } optional boolean b; }",
            1 << 20,
            List.of(
                row -> {
                  row.append("content", "c").append("b", true);
                  row.addGroup("page").append("link", "http://a").append("day", 1);
                },
                row -> row.append("content", "x".repeat(1001)),
                row -> row.append("b", false)));
    Map<String, String> columns =
        Map.of("text", "content", "url", "page.link", "date", "page.day", "flag", "b");
    List<Judged> all = read(source(columns, 1 << 20), item);
    assertEquals(
        Judged.kept(
            document("c")
                .text("c")
                .url("http://a")
                .timestamp(Instant.parse("1970-01-02T00:00:00Z"))
                .meta("flag", "true")
                .build()),
        all.get(0));
    assertEquals(
        Arrays.asList(null, Reason.TOO_LARGE, Reason.UNDECODABLE),
        all.stream().map(Judged::reason).toList());
    assertEquals(item.path() + ", row 2: no text", all.get(2).detail());
  }

  @Test
  void aColumnThatIsNotThereIsAUserErrorThatNamesThoseThatAre() throws IOException {
    InputItem item =
        write("message m { optional binary body (STRING); optional int64 n; }", 1 << 20, List.of());
    UserError error =
        assertThrows(UserError.class, () -> source(Map.of("url", "link"), 9).check(item, HADOOP));
    assertEquals(
        "input 's': "
            + item.path()
            + ": no column text (for text), link (for url); there are body, n",
        error.getMessage());
    source(Map.of("text", "body"), 9).check(item, HADOOP);
    assertThrows(IllegalArgumentException.class, () -> new ColumnMapping(Map.of("text", " ")));
  }

  private InputItem many(int rows) throws IOException {
    Random random = new Random(5);
    List<Consumer<Group>> all = new ArrayList<>();
    for (int i = 0; i < rows; i++) {
      String text = i + " " + Long.toHexString(random.nextLong()).repeat(random.nextInt(20));
      all.add(row -> row.append("text", text));
    }
    return write(FINEWEB2, 8000, all);
  }

  @Test
  void slicesGiveEachRowOnce() throws IOException {
    InputItem item = many(1500);
    List<Judged> whole = read(source(Map.of(), Long.MAX_VALUE), item);
    assertEquals(1500, whole.size());
    for (long size : new long[] {100, 1000, 5000, 9999, item.bytes() / 2 + 1, item.bytes()}) {
      assertEquals(whole, read(source(Map.of(), size), item), "slices of " + size);
    }
  }

  @Test
  void aRowGroupOverTheLimitIsARejectAndTheNextOneIsRead() throws IOException {
    InputItem item = many(1500);
    ParquetSource bounded = new ParquetSource(ColumnMapping.USUAL, 1000, 10, Long.MAX_VALUE);
    List<Judged> all = read(bounded, item);
    assertTrue(all.size() > 2, "row groups: " + all.size());
    for (Judged one : all) {
      assertEquals(Reason.TOO_LARGE, one.reason());
    }
    assertTrue(all.get(0).detail().startsWith(item.path() + ", row 0: row group of "));
  }

  @Test
  void damageCostsItsRowGroupAndNoMore() throws IOException {
    many(1500);
    byte[] sound = Files.readAllBytes(folder.resolve("in.parquet"));
    Random random = new Random(9);
    for (int round = 0; round < 150; round++) {
      byte[] broken = sound.clone();
      for (int flips = random.nextInt(4); flips >= 0; flips--) {
        broken[random.nextInt(broken.length)] ^= (byte) (1 << random.nextInt(8));
      }
      if (round % 10 == 0) {
        broken = Arrays.copyOf(broken, random.nextInt(broken.length));
      }
      Path file = folder.resolve("broken.parquet");
      Files.write(file, broken);
      try {
        for (Judged judged : read(source(Map.of(), Long.MAX_VALUE), item(file))) {
          assertTrue(judged.reason() == null || judged.detail().contains("row "));
        }
      } catch (IOException e) {
        assertTrue(e.getMessage() != null);
      }
    }
    Path none = folder.resolve("none");
    Files.writeString(none, "PAR1");
    assertThrows(IOException.class, () -> read(source(Map.of(), 100), item(none)));
  }
}
