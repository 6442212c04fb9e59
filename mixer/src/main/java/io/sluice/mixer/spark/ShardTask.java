package io.sluice.mixer.spark;

import io.sluice.ingest.config.UserError;
import io.sluice.mixer.pack.Packer;
import io.sluice.mixer.shard.RowAssembler;
import io.sluice.mixer.shard.ShardFile;
import io.sluice.mixer.shard.ShardWriter;
import it.unimi.dsi.fastutil.longs.Long2ObjectRBTreeMap;
import java.io.IOException;
import java.util.Arrays;
import java.util.Iterator;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import scala.Tuple2;

/** One shard's records, in order, to its number of rows, and to its file. */
final class ShardTask {
  private final MixSettings settings;
  private final int shard;

  ShardTask(MixSettings settings, int shard) {
    this.settings = settings;
    this.shard = shard;
  }

  /** Number of rows that the records make, from lengths alone. */
  long rows(Iterator<Tuple2<byte[], byte[]>> records) {
    long[] rows = new long[1];
    Packer packer =
        settings
            .packing()
            .packer(settings.seqLen(), settings.windowTokens(), shardSeed(), row -> rows[0]++);
    byte[] before = null;
    while (records.hasNext()) {
      Tuple2<byte[], byte[]> record = records.next();
      if (before != null && Arrays.equals(before, record._1())) {
        throw new UserError(
            "document "
                + MixRecord.id(before)
                + " was chosen twice for epoch "
                + MixRecord.epoch(before)
                + " of "
                + settings.stage(),
            "make the inventory again: an id stands there for two rows");
      }
      before = record._1();
      packer.add(new MixRecord.Value(record._2()).length());
    }
    packer.finish();
    return rows[0];
  }

  /**
   * Writes the shard.
   *
   * @param first the first row's place in the stage's order
   * @param expected the number of rows that was counted
   * @param attempt tells attempts at the shard apart
   */
  ShardResult write(
      Iterator<Tuple2<byte[], byte[]>> records,
      Path folder,
      Configuration conf,
      long first,
      long expected,
      String attempt)
      throws IOException {
    Long2ObjectRBTreeMap<long[]> parts = new Long2ObjectRBTreeMap<>();
    try (ShardWriter writer =
        ShardWriter.create(folder, shard, conf, settings.rowGroupRows(), attempt)) {
      RowAssembler rows =
          new RowAssembler(
              settings.packing(),
              settings.seqLen(),
              settings.windowTokens(),
              shardSeed(),
              settings.tokenizer().tokenizer().endOfDocument(),
              first,
              writer::write);
      while (records.hasNext()) {
        Tuple2<byte[], byte[]> record = records.next();
        MixRecord.Value value = new MixRecord.Value(record._2());
        rows.add(MixRecord.id(record._1()), value.kind(), value.tokens());
        long part = (long) value.component() << 32 | MixRecord.epoch(record._1());
        long[] counts = parts.computeIfAbsent(part, key -> new long[2]);
        counts[0]++;
        counts[1] += value.length();
      }
      rows.finish();
      ShardFile file = writer.publish();
      if (file.rows() != expected) {
        throw new IllegalStateException(
            file.path() + " has " + file.rows() + " rows, counted " + expected);
      }
      return new ShardResult(shard, file, rows.padding(), flat(parts));
    }
  }

  /** Windows of different shards are ordered apart. */
  private long shardSeed() {
    return settings.seed() + shard;
  }

  private static long[] flat(Long2ObjectRBTreeMap<long[]> parts) {
    long[] flat = new long[4 * parts.size()];
    int at = 0;
    for (var part : parts.long2ObjectEntrySet()) {
      flat[at++] = part.getLongKey() >>> 32;
      flat[at++] = (int) part.getLongKey();
      flat[at++] = part.getValue()[0];
      flat[at++] = part.getValue()[1];
    }
    return flat;
  }
}
