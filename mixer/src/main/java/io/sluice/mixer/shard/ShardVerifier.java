package io.sluice.mixer.shard;

import io.sluice.ingest.run.Files;
import io.sluice.ingest.run.Json;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/** Checks a stage's shards against their manifest: every byte, and every row's shape. */
public final class ShardVerifier {
  /** Problems listed for one file; a broken file has one in every row. */
  private static final int LISTED = 20;

  private final Path folder;
  private final Configuration conf;
  private final StageManifest manifest;
  private final List<ShardProblem> problems = new ArrayList<>();

  private ShardVerifier(Path folder, Configuration conf, StageManifest manifest) {
    this.folder = folder;
    this.conf = conf;
    this.manifest = manifest;
  }

  /**
   * Checks a stage's folder.
   *
   * @return what is wrong, in the order of files and rows; empty when all is well
   * @throws io.sluice.ingest.config.UserError if there is no manifest to check against
   * @throws IOException if the folder cannot be listed
   */
  public static List<ShardProblem> verify(Path folder, Configuration conf) throws IOException {
    ShardVerifier verifier = new ShardVerifier(folder, conf, StageManifest.read(folder, conf));
    verifier.run();
    return List.copyOf(verifier.problems);
  }

  private void run() throws IOException {
    long sequence = 0;
    for (ShardFile shard : manifest.shards()) {
      FileProblems found = new FileProblems(shard.path());
      try {
        bytes(shard, found);
        rows(shard, sequence, found);
      } catch (FileNotFoundException e) {
        found.add(-1, "missing");
      } catch (IOException | RuntimeException e) {
        // Parquet reports damage by many kinds of runtime exceptions.
        found.add(-1, "cannot be read: " + e);
      }
      found.end();
      sequence += shard.rows();
    }
    counts(sequence);
    strangers();
  }

  private void bytes(ShardFile shard, FileProblems found) throws IOException {
    MessageDigest digest = Json.sha256();
    Path path = new Path(folder, shard.path());
    byte[] buffer = new byte[1 << 16];
    long bytes = 0;
    try (InputStream in = Files.system(path, conf).open(path)) {
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        digest.update(buffer, 0, read);
        bytes += read;
      }
    }
    if (bytes != shard.bytes()) {
      found.add(-1, "got " + bytes + " bytes, expected " + shard.bytes());
    }
    String hash = HexFormat.of().formatHex(digest.digest());
    if (!hash.equals(shard.sha256())) {
      found.add(-1, "got SHA-256 " + hash + ", expected " + shard.sha256());
    }
  }

  private void rows(ShardFile shard, long sequence, FileProblems found) throws IOException {
    try (ShardFileReader in = ShardFileReader.open(new Path(folder, shard.path()), conf)) {
      if (in.rows() != shard.rows()) {
        found.add(-1, "got " + in.rows() + " rows, expected " + shard.rows());
      }
      for (long row = 0; row < in.rows(); row++) {
        row(in.read(row), row, sequence + row, found);
      }
    }
  }

  private void row(TrainingRow read, long row, long sequence, FileProblems found) {
    int length = manifest.seqLen();
    if (read.sequence() != sequence) {
      found.add(row, "sequence: got " + read.sequence() + ", expected " + sequence);
    }
    if (read.inputIds().length != length) {
      found.add(row, "input_ids: got " + read.inputIds().length + " tokens, expected " + length);
    }
    if (read.lossMask().length != length) {
      found.add(row, "loss_mask: got " + read.lossMask().length + " values, expected " + length);
    }
    for (int id : read.inputIds()) {
      if (id < 0 || id >= manifest.vocabularySize()) {
        found.add(row, "input_ids: got " + id + ", allowed 0.." + (manifest.vocabularySize() - 1));
        break;
      }
    }
    for (byte loss : read.lossMask()) {
      if (loss != 0 && loss != 1) {
        found.add(row, "loss_mask: got " + (loss & 0xff) + ", allowed 0 and 1");
        break;
      }
    }
    documents(read, row, found);
  }

  private void documents(TrainingRow read, long row, FileProblems found) {
    int[] starts = read.starts();
    boolean increasing = starts.length > 0 && starts[0] == 0;
    for (int i = 1; i < starts.length; i++) {
      increasing &= starts[i] > starts[i - 1];
    }
    if (!increasing || starts[starts.length - 1] >= manifest.seqLen()) {
      found.add(
          row,
          "seq_start_id: got "
              + Arrays.toString(Arrays.copyOf(starts, Math.min(starts.length, 16)))
              + (starts.length > 16 ? " and more" : "")
              + ", expected 0 first, increasing, under "
              + manifest.seqLen());
    }
    if (read.docIds().size() != starts.length) {
      found.add(row, "doc_ids: got " + read.docIds().size() + ", expected " + starts.length);
    }
    if (read.docKinds().length != starts.length) {
      found.add(row, "doc_kinds: got " + read.docKinds().length + ", expected " + starts.length);
    }
    for (short kind : read.docKinds()) {
      if (kind < 0 || kind >= manifest.kinds().size()) {
        found.add(row, "doc_kinds: got " + kind + ", allowed 0.." + (manifest.kinds().size() - 1));
        break;
      }
    }
  }

  private void counts(long rows) {
    FileProblems found = new FileProblems("manifest.json");
    if (rows != manifest.sequences()) {
      found.add(-1, "sequences: got " + manifest.sequences() + ", the shards have " + rows);
    }
    long room = Math.multiplyExact(rows, manifest.seqLen());
    if (manifest.tokens() + manifest.padding() != room) {
      found.add(
          -1,
          "tokens and padding: got "
              + (manifest.tokens() + manifest.padding())
              + ", the shards have room for "
              + room);
    }
    long tokens = manifest.components().stream().mapToLong(c -> c.tokens()).sum();
    if (tokens != manifest.tokens()) {
      found.add(-1, "tokens: got " + manifest.tokens() + ", the components have " + tokens);
    }
    found.end();
  }

  /** A trainer that lists the folder would read shards that the manifest does not know. */
  private void strangers() throws IOException {
    Set<String> known = manifest.shards().stream().map(ShardFile::path).collect(Collectors.toSet());
    Set<String> strangers = new TreeSet<>();
    FileSystem system = Files.system(folder, conf);
    for (FileStatus file : system.listStatus(folder)) {
      String name = file.getPath().getName();
      if (name.endsWith(".parquet") && !known.contains(name)) {
        strangers.add(name);
      }
    }
    strangers.forEach(name -> problems.add(new ShardProblem(name, -1, "not in the manifest")));
  }

  /** The problems of one file, the first few in full. */
  private final class FileProblems {
    private final String file;
    private long count;

    FileProblems(String file) {
      this.file = file;
    }

    void add(long row, String message) {
      if (count++ < LISTED) {
        problems.add(new ShardProblem(file, row, message));
      }
    }

    void end() {
      if (count > LISTED) {
        problems.add(new ShardProblem(file, -1, (count - LISTED) + " more problems"));
      }
    }
  }
}
