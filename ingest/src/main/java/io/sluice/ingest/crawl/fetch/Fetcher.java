package io.sluice.ingest.crawl.fetch;

import java.io.Closeable;

/** Asks servers, one exchange a call; safe to call from several threads. */
public interface Fetcher extends Closeable {

  /** Makes one request and reads its answer; follows no redirect, repeats nothing. */
  Exchange fetch(Ask ask);

  @Override
  void close();
}
