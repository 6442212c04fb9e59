package io.sluice.ingest.crawl.store;

import io.sluice.ingest.crawl.frontier.HostState;
import io.sluice.ingest.run.Files;
import io.sluice.ingest.run.Json;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * What a task that was killed left behind: mends the files and reads what was done.
 *
 * <p>A page counts as fetched when its line stands in the journal and its records stand in the WARC
 * file; the line is written after them. What is beyond the last such line, in either file, is cut
 * off. Memory holds one partition's addresses of one round.
 */
public final class Recovery {
  private final Set<String> done = new HashSet<>();
  private final Map<String, HostState> hosts = new HashMap<>();
  private final Map<String, Long> lastStart = new HashMap<>();
  private int next;

  private Recovery() {}

  /** Mends and reads the files of a place; nothing is there the first time. */
  public static Recovery of(Place place) throws IOException {
    Recovery recovery = new Recovery();
    for (FileStatus file : list(place.files(), place.journals())) {
      int number = number(place, file.getPath().getName());
      if (number >= 0) {
        recovery.next = Math.max(recovery.next, number + 1);
        recovery.mend(place, number, file.getLen());
      }
    }
    for (FileStatus file : list(place.files(), place.warcs())) {
      int number = number(place, file.getPath().getName());
      if (number >= recovery.next) {
        // a file whose journal was never begun holds nothing that counts
        place.files().delete(file.getPath(), false);
      }
    }
    return recovery;
  }

  private static FileStatus[] list(FileSystem files, Path folder) throws IOException {
    try {
      return files.listStatus(folder);
    } catch (FileNotFoundException e) {
      return new FileStatus[0];
    }
  }

  private static int number(Place place, String name) {
    String prefix = place.prefix();
    boolean mine =
        name.startsWith(prefix) && name.substring(prefix.length()).matches("[0-9]{5}\\..*");
    return mine ? Integer.parseInt(name.substring(prefix.length(), prefix.length() + 5)) : -1;
  }

  private void mend(Place place, int number, long journalLength) throws IOException {
    Path warc = place.warc(number);
    Path journal = place.journal(number);
    FileSystem files = place.files();
    long warcLength = files.exists(warc) ? files.getFileStatus(warc).getLen() : 0;
    long goodJournal = 0;
    long goodWarc = 0;
    try (InputStream in = new BufferedInputStream(files.open(journal), 1 << 16)) {
      for (byte[] line = line(in); line != null; line = line(in)) {
        JournalLine read = Json.parse(new String(line, StandardCharsets.UTF_8), JournalLine.class);
        if (read.end() > warcLength) {
          break;
        }
        take(read);
        goodJournal += line.length + 1;
        goodWarc = read.end();
      }
    }
    if (goodJournal == 0) {
      files.delete(warc, false);
      files.delete(journal, false);
      return;
    }
    cut(files, warc, warcLength, goodWarc);
    cut(files, journal, journalLength, goodJournal);
  }

  private void take(JournalLine line) {
    if (line.visit() != null) {
      done.add(line.visit().key());
    }
    if (line.host() != null) {
      hosts.put(line.host().host(), line.host());
    }
    if (line.start() != null) {
      lastStart.merge(line.start().host(), line.start().at(), Math::max);
    }
  }

  /** The next whole line without its end, or null. */
  private static byte[] line(InputStream in) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int b = in.read(); b >= 0; b = in.read()) {
      if (b == '\n') {
        return line.toByteArray();
      }
      line.write(b);
    }
    return null;
  }

  private static void cut(FileSystem files, Path path, long length, long good) throws IOException {
    if (length == good) {
      return;
    }
    Path whole = Files.temporary(files, path, "cut");
    if (whole.equals(path)) {
      throw new IOException(path + ": got " + length + " bytes, expected " + good);
    }
    try (InputStream in = files.open(path);
        OutputStream out = files.create(whole, true)) {
      byte[] buffer = new byte[1 << 16];
      long left = good;
      while (left > 0) {
        int got = in.read(buffer, 0, (int) Math.min(buffer.length, left));
        if (got < 0) {
          throw new IOException(path + ": ends before byte " + good);
        }
        out.write(buffer, 0, got);
        left -= got;
      }
    }
    files.delete(path, false);
    Files.publish(files, whole, path);
  }

  /** Whether an address has ended already. */
  public boolean done(String key) {
    return done.contains(key);
  }

  /** What was last known of a host, or null. */
  public HostState host(String host) {
    return hosts.get(host);
  }

  /** When a host was last asked, milliseconds since 1970; 0 where it never was. */
  public long lastStart(String host) {
    return lastStart.getOrDefault(host, 0L);
  }

  /** The number of the next file. */
  int next() {
    return next;
  }
}
