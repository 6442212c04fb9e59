package io.sluice.ingest.crawl.store;

import io.sluice.ingest.crawl.frontier.HostState;
import io.sluice.ingest.crawl.frontier.Link;
import io.sluice.ingest.crawl.frontier.Visit;
import java.util.List;

/**
 * A line of the journal: one of the members beside the end.
 *
 * @param end bytes of the WARC file beside the journal that belong to this line and those before
 * @param visit the end of an address
 * @param host what is known of a host
 * @param found addresses that no page named: a robots.txt's sitemaps
 * @param start a request that is about to be sent
 */
public record JournalLine(long end, Visit visit, HostState host, List<Link> found, Start start) {

  public JournalLine {
    found = found == null ? null : List.copyOf(found);
  }

  /**
   * A request that is about to be sent.
   *
   * @param host whom it is sent to
   * @param url what it asks for
   * @param at when, milliseconds since 1970
   */
  public record Start(String host, String url, long at) {}

  /** The end of an address. */
  public static JournalLine of(Visit visit) {
    return new JournalLine(0, visit, null, null, null);
  }

  /** What is known of a host. */
  public static JournalLine of(HostState host) {
    return new JournalLine(0, null, host, null, null);
  }

  /** Addresses that no page named. */
  public static JournalLine of(List<Link> found) {
    return new JournalLine(0, null, null, found, null);
  }

  /** A request that is about to be sent. */
  public static JournalLine of(Start start) {
    return new JournalLine(0, null, null, null, start);
  }

  JournalLine endingAt(long position) {
    return new JournalLine(position, visit, host, found, start);
  }
}
