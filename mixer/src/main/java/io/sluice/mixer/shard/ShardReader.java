package io.sluice.mixer.shard;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;

/**
 * Reads a stage's rows in training order as rank r of N does: rows i with i ≡ r (mod N), from any
 * place. Shards and row groups before the place are stepped over without being read.
 */
public final class ShardReader implements Iterator<TrainingRow>, Closeable {
  private final Path folder;
  private final Configuration conf;
  private final StageManifest manifest;
  private final int ranks;
  private long next;
  private int shard;
  private long shardStart;
  private ShardFileReader file;

  private ShardReader(
      Path folder, Configuration conf, StageManifest manifest, int ranks, long first) {
    this.folder = folder;
    this.conf = conf;
    this.manifest = manifest;
    this.ranks = ranks;
    this.next = first;
  }

  /**
   * Opens a stage's folder.
   *
   * @param rank 0-based
   * @param ranks how many readers share the stage, at least 1
   * @param from the first sequence that any rank reads: 0, or where training stopped
   * @throws io.sluice.ingest.config.UserError if the folder has no manifest
   */
  public static ShardReader open(Path folder, Configuration conf, int rank, int ranks, long from)
      throws IOException {
    if (ranks < 1 || rank < 0 || rank >= ranks || from < 0) {
      throw new IllegalArgumentException(
          "rank: got " + rank + " of " + ranks + " from " + from + ", allowed 0.. of 1.. from 0..");
    }
    long first = from + Math.floorMod(rank - from, (long) ranks);
    return new ShardReader(folder, conf, StageManifest.read(folder, conf), ranks, first);
  }

  /** The stage's manifest. */
  public StageManifest manifest() {
    return manifest;
  }

  @Override
  public boolean hasNext() {
    return next < manifest.sequences();
  }

  /**
   * The rank's next row.
   *
   * @throws UncheckedIOException if it cannot be read
   */
  @Override
  public TrainingRow next() {
    if (!hasNext()) {
      throw new NoSuchElementException("the stage ends at sequence " + manifest.sequences());
    }
    try {
      while (next >= shardStart + manifest.shards().get(shard).rows()) {
        shardStart += manifest.shards().get(shard).rows();
        shard++;
        close();
      }
      if (file == null) {
        file = ShardFileReader.open(new Path(folder, manifest.shards().get(shard).path()), conf);
      }
      TrainingRow row = file.read(next - shardStart);
      next += ranks;
      return row;
    } catch (IOException e) {
      throw new UncheckedIOException(
          "cannot read sequence " + next + " in " + manifest.shards().get(shard).path(), e);
    }
  }

  @Override
  public void close() throws IOException {
    if (file != null) {
      file.close();
      file = null;
    }
  }
}
