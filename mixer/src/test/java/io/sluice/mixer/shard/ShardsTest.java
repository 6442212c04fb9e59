package io.sluice.mixer.shard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sluice.ingest.config.UserError;
import io.sluice.ingest.model.Kind;
import io.sluice.ingest.text.Draw;
import io.sluice.mixer.pack.Packing;
import io.sluice.mixer.tokenize.TokenSequence;
import io.sluice.mixer.tokenize.TokenizerConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.metadata.BlockMetaData;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.hadoop.util.HadoopInputFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ShardsTest {
  private static final int LENGTH = 32;
  private static final int END = 100_257;
  private static final TokenizerConfig TOKENIZER = TokenizerConfig.of("cl100k_base");

  private final Configuration conf = new Configuration();

  @TempDir java.nio.file.Path temporary;

  private Path folder() {
    return new Path(temporary.toUri());
  }

  /** Documents of 1 to 40 tokens; every third has some tokens without loss. */
  private static List<TrainingRow> rows(int documents, long first, StageLedger[] ledger) {
    List<TrainingRow> rows = new ArrayList<>();
    RowAssembler assembler =
        new RowAssembler(Packing.BEST_FIT, LENGTH, 1024, 3, END, first, rows::add);
    long tokens = 0;
    for (int d = 0; d < documents; d++) {
      int length = 1 + (int) (40 * Draw.uniform(1, "length", Integer.toString(d)));
      int[] ids = new int[length];
      byte[] loss = new byte[length];
      for (int i = 0; i < length; i++) {
        ids[i] = i == length - 1 ? END : (int) (END * Draw.uniform(d, "id", Integer.toString(i)));
        loss[i] = (byte) (i % 2);
      }
      tokens += length;
      assembler.add(
          "doc-" + d,
          d % 2 == 0 ? Kind.WEB : Kind.CODE,
          new TokenSequence(ids, d % 3 == 0 ? loss : null));
    }
    assembler.finish();
    ledger[0] =
        new StageLedger(
            rows.size(),
            tokens,
            assembler.padding(),
            List.of(new StageLedger.Part(0, 0, documents, tokens)),
            List.of());
    return rows;
  }

  /** Two shards of a stage with its manifest. */
  private List<TrainingRow> stage() throws IOException {
    StageLedger[] ledger = new StageLedger[1];
    List<TrainingRow> rows = rows(300, 0, ledger);
    int cut = rows.size() / 3;
    List<ShardFile> files = new ArrayList<>();
    for (int shard = 0; shard < 2; shard++) {
      try (ShardWriter writer = ShardWriter.create(folder(), shard, conf, 8, "1")) {
        (shard == 0 ? rows.subList(0, cut) : rows.subList(cut, rows.size())).forEach(writer::write);
        files.add(writer.publish());
      }
    }
    manifest(ledger[0], files).write(folder(), conf);
    return rows;
  }

  private static StageManifest manifest(StageLedger ledger, List<ShardFile> files) {
    return StageManifest.of(
        "general",
        "recipe",
        "abc",
        TOKENIZER,
        3,
        LENGTH,
        "best_fit",
        List.of("web"),
        new StageLedger(ledger.rows(), ledger.tokens(), ledger.padding(), ledger.parts(), files));
  }

  @Test
  void assembledRowsHoldEveryDocumentAndPadTheRest() {
    List<TrainingRow> rows = new ArrayList<>();
    RowAssembler assembler = new RowAssembler(Packing.CONCAT, 4, 4, 0, 9, 7, rows::add);
    assembler.add("a", Kind.WEB, new TokenSequence(new int[] {1, 9}, null));
    assembler.add(
        "b", Kind.CODE, new TokenSequence(new int[] {2, 3, 4, 9}, new byte[] {0, 1, 0, 1}));
    assembler.add("c", Kind.MATH, new TokenSequence(new int[] {9}, null));
    assembler.finish();
    assertEquals(
        List.of(
            new TrainingRow(
                7,
                new int[] {1, 9, 2, 3},
                new byte[] {1, 1, 0, 1},
                new int[] {0, 2},
                List.of("a", "b"),
                new short[] {0, 1}),
            new TrainingRow(
                8,
                new int[] {4, 9, 9, 9},
                new byte[] {0, 1, 1, 0},
                new int[] {0, 2},
                List.of("b", "c"),
                new short[] {1, 3})),
        rows);
    assertEquals(1, assembler.padding());
  }

  @Test
  void whatIsWrittenIsReadAndVerified() throws IOException {
    List<TrainingRow> rows = stage();
    assertEquals(List.of(), ShardVerifier.verify(folder(), conf));
    List<TrainingRow> read = new ArrayList<>();
    try (ShardReader reader = ShardReader.open(folder(), conf, 0, 1, 0)) {
      reader.forEachRemaining(read::add);
    }
    assertEquals(rows, read);
    try (Stream<java.nio.file.Path> files = Files.list(temporary)) {
      assertEquals(
          List.of("manifest.json", "shard-00000.parquet", "shard-00001.parquet"),
          files.map(f -> f.getFileName().toString()).sorted().toList());
    }
  }

  @Test
  void ranksShareTheRowsAndResumeAnywhere() throws IOException {
    List<TrainingRow> rows = stage();
    for (int ranks : new int[] {1, 2, 7}) {
      for (int from : new int[] {0, 1, 9, rows.size() / 3, rows.size() - 1, rows.size()}) {
        List<Long> expected = new ArrayList<>();
        List<Long> read = new ArrayList<>();
        for (int rank = 0; rank < ranks; rank++) {
          for (long i = 0; i < rows.size(); i++) {
            if (i >= from && i % ranks == rank) {
              expected.add(i);
            }
          }
          try (ShardReader reader = ShardReader.open(folder(), conf, rank, ranks, from)) {
            while (reader.hasNext()) {
              TrainingRow row = reader.next();
              assertEquals(rows.get((int) row.sequence()), row);
              read.add(row.sequence());
            }
          }
        }
        assertEquals(expected, read, ranks + " ranks from " + from);
      }
    }
    assertThrows(IllegalArgumentException.class, () -> ShardReader.open(folder(), conf, 2, 2, 0));
  }

  @Test
  void theSameRowsGiveTheSameBytes() throws IOException {
    List<TrainingRow> rows = rows(100, 5, new StageLedger[1]);
    List<ShardFile> written = new ArrayList<>();
    for (String attempt : List.of("1", "2")) {
      Path folder = new Path(folder(), attempt);
      Configuration other = new Configuration();
      // Settings of a cluster that Parquet's writers usually follow.
      other.set("parquet.compression.codec.zstd.level", attempt.equals("1") ? "3" : "19");
      other.set("parquet.page.size", attempt.equals("1") ? "1048576" : "100");
      try (ShardWriter writer = ShardWriter.create(folder, 0, other, 8, attempt)) {
        rows.forEach(writer::write);
        written.add(writer.publish());
      }
    }
    assertEquals(written.get(0), written.get(1));
    assertEquals(rows.size(), written.get(0).rows());
  }

  @Test
  void rowGroupsHoldAFixedNumberOfRowsAndIdsNoDictionary() throws IOException {
    List<TrainingRow> rows = stage();
    List<Long> groups = new ArrayList<>();
    for (String shard : List.of("shard-00000.parquet", "shard-00001.parquet")) {
      try (ParquetFileReader file =
          ParquetFileReader.open(HadoopInputFile.fromPath(new Path(folder(), shard), conf))) {
        for (BlockMetaData group : file.getRowGroups()) {
          groups.add(group.getRowCount());
          assertEquals(CompressionCodecName.ZSTD, group.getColumns().get(0).getCodec());
          assertFalse(group.getColumns().get(0).hasDictionaryPage());
        }
      }
    }
    assertTrue(groups.stream().filter(size -> size != 8).count() <= 2, groups.toString());
    assertEquals(rows.size(), groups.stream().mapToLong(Long::longValue).sum());
  }

  @Test
  void anUnpublishedShardLeavesNothing() throws IOException {
    TrainingRow row = rows(3, 0, new StageLedger[1]).get(0);
    try (ShardWriter writer = ShardWriter.create(folder(), 0, conf, 8, "1")) {
      writer.write(row);
    }
    try (Stream<java.nio.file.Path> files = Files.list(temporary)) {
      assertEquals(List.of(), files.toList());
    }
  }

  @Test
  void aShardWithoutRowsCanBeReadAndVerified() throws IOException {
    StageLedger empty = new StageLedger(0, 0, 0, List.of(), List.of());
    try (ShardWriter writer = ShardWriter.create(folder(), 0, conf, 8, "1")) {
      manifest(empty, List.of(writer.publish())).write(folder(), conf);
    }
    assertEquals(List.of(), ShardVerifier.verify(folder(), conf));
    try (ShardReader reader = ShardReader.open(folder(), conf, 0, 1, 0)) {
      assertFalse(reader.hasNext());
    }
  }

  @Test
  void flippedAndMissingBytesAreFound() throws IOException {
    stage();
    java.nio.file.Path shard = temporary.resolve("shard-00000.parquet");
    byte[] good = Files.readAllBytes(shard);
    for (int at = 0; at < good.length; at += good.length / 40) {
      byte[] bad = good.clone();
      bad[at] ^= 1;
      Files.write(shard, bad);
      List<ShardProblem> problems = ShardVerifier.verify(folder(), conf);
      assertTrue(
          problems.stream().anyMatch(p -> p.message().startsWith("got SHA-256")), "byte " + at);
    }
    for (int length : new int[] {0, 1, 4, 11, good.length / 2, good.length - 1}) {
      Files.write(shard, Arrays.copyOf(good, length));
      assertTrue(ShardVerifier.verify(folder(), conf).size() >= 2, "cut at " + length);
    }
    Files.delete(shard);
    Files.write(temporary.resolve("shard-00009.parquet"), good);
    assertEquals(
        List.of(
            new ShardProblem("shard-00000.parquet", -1, "missing"),
            new ShardProblem("shard-00009.parquet", -1, "not in the manifest")),
        ShardVerifier.verify(folder(), conf));
  }

  @Test
  void clearingRemovesShardsAndManifestAndNothingElse() throws IOException {
    StageManifest.clear(new Path(folder(), "absent"), conf);
    stage();
    for (String name : List.of(".shard-00002.parquet.attempt-7", "notes.txt")) {
      Files.writeString(temporary.resolve(name), "x");
    }
    StageManifest.clear(folder(), conf);
    try (Stream<java.nio.file.Path> files = Files.list(temporary)) {
      assertEquals(List.of(temporary.resolve("notes.txt")), files.toList());
    }
  }

  @Test
  void badRowsAreNamed() throws IOException {
    int[] ids = new int[LENGTH];
    byte[] loss = new byte[LENGTH];
    int[] wild = ids.clone();
    wild[5] = 100_296;
    byte[] two = loss.clone();
    two[1] = 2;
    List<TrainingRow> rows =
        List.of(
            row(0, ids, loss, new int[] {0, 3}, 2, 2),
            row(2, ids, loss, new int[] {0}, 1, 1),
            row(2, new int[3], loss, new int[] {0}, 1, 1),
            row(3, ids, new byte[] {1}, new int[] {0}, 1, 1),
            row(4, ids, loss, new int[] {1}, 1, 1),
            row(5, ids, loss, new int[] {0, 7, 7}, 3, 3),
            row(6, ids, loss, new int[] {0, LENGTH}, 2, 2),
            row(7, ids, loss, new int[] {0}, 2, 1),
            row(8, ids, loss, new int[] {0}, 1, 0),
            row(9, ids, loss, new int[] {}, 0, 0),
            row(10, wild, two, new int[] {0}, 1, 1));
    try (ShardWriter writer = ShardWriter.create(folder(), 0, conf, 4, "1")) {
      rows.forEach(writer::write);
      StageLedger ledger =
          new StageLedger(12, 300, 5, List.of(new StageLedger.Part(0, 0, 1, 299)), List.of());
      manifest(ledger, List.of(writer.publish())).write(folder(), conf);
    }
    String order = ", expected 0 first, increasing, under 32";
    assertEquals(
        List.of(
            "shard-00000.parquet row 1: sequence: got 2, expected 1",
            "shard-00000.parquet row 2: input_ids: got 3 tokens, expected 32",
            "shard-00000.parquet row 3: loss_mask: got 1 values, expected 32",
            "shard-00000.parquet row 4: seq_start_id: got [1]" + order,
            "shard-00000.parquet row 5: seq_start_id: got [0, 7, 7]" + order,
            "shard-00000.parquet row 6: seq_start_id: got [0, 32]" + order,
            "shard-00000.parquet row 7: doc_ids: got 2, expected 1",
            "shard-00000.parquet row 8: doc_kinds: got 0, expected 1",
            "shard-00000.parquet row 9: seq_start_id: got []" + order,
            "shard-00000.parquet row 10: input_ids: got 100296, allowed 0..100295",
            "shard-00000.parquet row 10: loss_mask: got 2, allowed 0 and 1",
            "manifest.json: sequences: got 12, the shards have 11",
            "manifest.json: tokens and padding: got 305, the shards have room for 352",
            "manifest.json: tokens: got 300, the components have 299"),
        ShardVerifier.verify(folder(), conf).stream().map(ShardProblem::toString).toList());
  }

  private static TrainingRow row(
      long sequence, int[] ids, byte[] loss, int[] starts, int docs, int kinds) {
    List<String> names = new ArrayList<>();
    for (int i = 0; i < docs; i++) {
      names.add("d" + i);
    }
    return new TrainingRow(sequence, ids, loss, starts, names, new short[kinds]);
  }

  @Test
  void theManifestIsReadAsWritten() throws IOException {
    stage();
    java.nio.file.Path file = temporary.resolve("manifest.json");
    StageManifest manifest = StageManifest.read(folder(), conf);
    assertEquals("cl100k_base", manifest.tokenizer());
    assertEquals(TOKENIZER.tokenizer().fingerprint(), manifest.tokenizerFingerprint());
    assertEquals("glm-4.5-1", manifest.template());
    assertEquals(300, manifest.documents());
    assertEquals(
        List.of(
            new StageManifest.Component(
                "web",
                300,
                manifest.tokens(),
                List.of(new StageManifest.Epoch(0, 300, manifest.tokens())))),
        manifest.components());
    assertEquals("web", manifest.kinds().get(0));
    String json = Files.readString(file);
    manifest.write(folder(), conf);
    assertEquals(json, Files.readString(file));
    assertTrue(json.contains("\"seq_len\" : 32"), json);

    Files.writeString(file, json.replace("-shards-1", "-shards-9"));
    assertTrue(
        assertThrows(UserError.class, () -> ShardVerifier.verify(folder(), conf))
            .getMessage()
            .endsWith("got sluice-shards-9, allowed sluice-shards-1"));
    Files.writeString(file, json.substring(0, 40));
    assertThrows(UserError.class, () -> ShardVerifier.verify(folder(), conf));
    Files.delete(file);
    assertThrows(UserError.class, () -> ShardVerifier.verify(folder(), conf));
  }
}
