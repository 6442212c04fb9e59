package io.sluice.ingest.crawl.host;

import io.sluice.ingest.crawl.fetch.Fetcher;
import io.sluice.ingest.crawl.frontier.Visit;
import io.sluice.ingest.crawl.store.CrawlStore;
import io.sluice.ingest.crawl.store.JournalLine;
import io.sluice.ingest.crawl.store.JournalLine.Start;
import io.sluice.ingest.crawl.store.Recovery;
import io.sluice.ingest.warc.WarcEntry;
import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;

/**
 * What the hosts of a task share.
 *
 * @param settings everything that decides how pages are fetched
 * @param links makes links of what pages say
 * @param fetcher asks servers
 * @param store takes what was fetched
 * @param recovered what was fetched before a kill
 * @param time the clock
 * @param round the round
 * @param ended told about each address that has ended
 */
public record HostTools(
    CrawlSettings settings,
    LinkMaker links,
    Fetcher fetcher,
    CrawlStore store,
    Recovery recovered,
    Time time,
    int round,
    Consumer<Visit> ended) {

  /** Writes down the end of an address that nothing was fetched for. */
  void end(Visit visit) throws IOException {
    end(List.of(), visit);
  }

  /** Writes down the end of an address. */
  void end(List<WarcEntry> records, Visit visit) throws IOException {
    store.put(records, JournalLine.of(visit));
    ended.accept(visit);
  }

  /** Writes down that a request is about to be sent. */
  void put(Start start) throws IOException {
    store.put(List.of(), JournalLine.of(start));
  }

  /** An exchange that an interrupt broke off says nothing about the server. */
  static void stopIfInterrupted() throws InterruptedException {
    if (Thread.currentThread().isInterrupted()) {
      throw new InterruptedException("stopped");
    }
  }
}
