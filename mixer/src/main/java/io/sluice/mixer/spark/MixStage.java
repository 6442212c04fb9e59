package io.sluice.mixer.spark;

import io.sluice.mixer.shard.ShardFile;
import io.sluice.mixer.shard.StageLedger;
import io.sluice.mixer.shard.StageManifest;
import it.unimi.dsi.fastutil.longs.Long2ObjectRBTreeMap;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.spark.Partitioner;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.apache.spark.util.SerializableConfiguration;

/**
 * Writes the shards of one stage. Text is read where it lies and only tokens are shuffled: the
 * choice of documents is regrouped by file, each file is read once, and each epoch of a document
 * goes to the shard whose range holds a 64-bit draw of (seed, stage, id, epoch), which is its place
 * in the order. The bytes depend on settings and documents alone, not on partitions or cores.
 *
 * <p>Two passes over the shuffled tokens: one counts the rows of each shard, so that each knows the
 * place of its first row; one packs and writes. A task holds one packing window.
 */
public final class MixStage {
  /** Columns of the choice of documents: one row for each epoch of each chosen document. */
  public static final List<String> COLUMNS = List.of("file", "row", "id", "component", "epoch");

  private MixStage() {}

  /**
   * Writes a stage's shards into a folder; what an earlier run left there goes first. The folder is
   * complete only with the manifest that the caller writes after.
   *
   * @param chosen {@link #COLUMNS}: {@code file} string and {@code row} long as Spark's {@code
   *     _metadata} names them, {@code id} string, {@code component} int, {@code epoch} int, 0-based
   * @param readers tasks that read and tokenize, at least 1; does not change the result
   * @param folder where the shards go
   * @return what was written
   * @throws io.sluice.ingest.config.UserError (in a task: as the cause) if a file no longer holds
   *     what was chosen, or an epoch of a document was chosen twice
   */
  public static StageLedger run(
      Dataset<Row> chosen, MixSettings settings, int readers, String folder) {
    Configuration hadoop = chosen.sparkSession().sparkContext().hadoopConfiguration();
    try {
      StageManifest.clear(new Path(folder), hadoop);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot empty " + folder, e);
    }
    Broadcast<SerializableConfiguration> conf =
        JavaSparkContext.fromSparkContext(chosen.sparkSession().sparkContext())
            .broadcast(new SerializableConfiguration(hadoop));
    JavaPairRDD<byte[], byte[]> shuffled =
        chosen
            .select(
                functions.col("file").cast("string").as("file"),
                functions.col("row").cast("long").as("row"),
                functions.col("id").cast("string").as("id"),
                functions.col("component").cast("int").as("component"),
                functions.col("epoch").cast("int").as("epoch"))
            .repartition(readers, functions.col("file"))
            .sortWithinPartitions("file", "row", "epoch")
            .toJavaRDD()
            .mapPartitionsToPair(rows -> new DocumentTokens(rows, settings, conf.value().value()))
            .repartitionAndSortWithinPartitions(
                new ByShard(settings.shards()), new MixRecord.Order());
    long[] first = firstRows(shuffled, settings);
    List<ShardResult> results =
        shuffled
            .mapPartitionsWithIndex(
                (shard, records) ->
                    List.of(
                            new ShardTask(settings, shard)
                                .write(
                                    records,
                                    new Path(folder),
                                    conf.value().value(),
                                    first[shard],
                                    first[shard + 1] - first[shard],
                                    "attempt-" + TaskContext.get().taskAttemptId()))
                        .iterator(),
                true)
            .collect();
    conf.destroy();
    return ledger(results, first[settings.shards()]);
  }

  /** The place of each shard's first row, and after the last the number of rows. */
  private static long[] firstRows(JavaPairRDD<byte[], byte[]> shuffled, MixSettings settings) {
    List<Long> rows =
        shuffled
            .mapPartitionsWithIndex(
                (shard, records) ->
                    List.of(new ShardTask(settings, shard).rows(records)).iterator(),
                true)
            .collect();
    long[] first = new long[settings.shards() + 1];
    for (int shard = 0; shard < settings.shards(); shard++) {
      first[shard + 1] = first[shard] + rows.get(shard);
    }
    return first;
  }

  private static StageLedger ledger(List<ShardResult> results, long rows) {
    Long2ObjectRBTreeMap<StageLedger.Part> parts = new Long2ObjectRBTreeMap<>();
    List<ShardFile> files = new ArrayList<>();
    long padding = 0;
    for (ShardResult result : results) {
      files.add(result.file());
      padding += result.padding();
      long[] flat = result.parts();
      for (int i = 0; i < flat.length; i += 4) {
        parts.merge(
            flat[i] << 32 | flat[i + 1],
            new StageLedger.Part((int) flat[i], (int) flat[i + 1], flat[i + 2], flat[i + 3]),
            (a, b) ->
                new StageLedger.Part(
                    a.component(),
                    a.epoch(),
                    a.documents() + b.documents(),
                    a.tokens() + b.tokens()));
      }
    }
    long tokens = parts.values().stream().mapToLong(StageLedger.Part::tokens).sum();
    return new StageLedger(rows, tokens, padding, List.copyOf(parts.values()), files);
  }

  /** Sends a key to the shard whose range holds it. */
  private static final class ByShard extends Partitioner {
    private static final long serialVersionUID = 1L;

    private final int shards;

    ByShard(int shards) {
      this.shards = shards;
    }

    @Override
    public int numPartitions() {
      return shards;
    }

    @Override
    public int getPartition(Object key) {
      return MixRecord.shard((byte[]) key, shards);
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof ByShard that && shards == that.shards;
    }

    @Override
    public int hashCode() {
      return shards;
    }
  }
}
