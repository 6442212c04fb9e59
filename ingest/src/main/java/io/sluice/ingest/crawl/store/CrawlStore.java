package io.sluice.ingest.crawl.store;

import io.sluice.ingest.run.Json;
import io.sluice.ingest.warc.WarcEntry;
import io.sluice.ingest.warc.WarcOutput;
import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.apache.hadoop.fs.FSDataOutputStream;

/**
 * Where a task puts what it fetches: WARC files and a journal beside each. Safe to call from
 * several threads. The records of a page and then its line are written and handed to the system
 * before the call returns; on object stores, which show a file when it is closed, both files are
 * closed together and often.
 */
public final class CrawlStore implements Closeable {
  private final Place place;
  private final StoreConfig config;
  private final String info;
  private final InstantSource clock;
  private int next;
  private FSDataOutputStream warcStream;
  private WarcOutput warc;
  private FSDataOutputStream journal;
  private Instant opened;
  private boolean closed;

  /**
   * A store that continues after what was recovered.
   *
   * @param info fields of the {@code warcinfo} record, a line each
   */
  public CrawlStore(
      Place place, Recovery recovered, StoreConfig config, String info, InstantSource clock) {
    this.place = place;
    this.config = config;
    this.info = info;
    this.clock = clock;
    this.next = recovered.next();
  }

  /** Writes records, then the line that says what they are. */
  public synchronized void put(List<WarcEntry> records, JournalLine line) throws IOException {
    if (closed) {
      // a straggler of a task that has ended: another may be writing here by now
      throw new IOException("the store is closed");
    }
    open();
    for (WarcEntry entry : records) {
      warc.write(entry);
    }
    if (!records.isEmpty()) {
      flush(warcStream);
    }
    String text = Json.line(line.endingAt(warc.position())) + "\n";
    journal.write(text.getBytes(StandardCharsets.UTF_8));
    flush(journal);
    boolean full = warc.position() >= config.fileBytes();
    if (full || opened.plusSeconds(config.fileSeconds()).isBefore(clock.instant())) {
      rotate();
    }
  }

  private static void flush(FSDataOutputStream stream) throws IOException {
    if (stream.hasCapability("hflush")) {
      stream.hflush();
    } else {
      stream.flush();
    }
  }

  private void open() throws IOException {
    if (warc != null) {
      return;
    }
    opened = clock.instant();
    // the journal first: a WARC file without one is no one's
    journal = place.files().create(place.journal(next), false);
    warcStream = place.files().create(place.warc(next), false);
    warc = new WarcOutput(warcStream);
    byte[] block = info.getBytes(StandardCharsets.UTF_8);
    warc.write(
        WarcEntry.of("warcinfo", null, opened, "application/warc-fields", block)
            .with("WARC-Filename", place.warc(next).getName()));
    next++;
  }

  @Override
  public synchronized void close() throws IOException {
    closed = true;
    rotate();
  }

  /** Closes both files; the next page begins others. */
  private void rotate() throws IOException {
    if (warc == null) {
      return;
    }
    // the WARC file first: a journal that is whole speaks of records that are
    try {
      warc.close();
    } finally {
      journal.close();
      warc = null;
    }
  }
}
