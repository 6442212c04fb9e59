package io.sluice.ingest.crawl.spark;

import io.sluice.ingest.crawl.frontier.HostState;
import io.sluice.ingest.crawl.frontier.Target;
import io.sluice.ingest.crawl.host.HostBatch;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.apache.spark.sql.Row;

/**
 * A partition's rows by host. The rows stand host by host, first what is known of the host (where
 * anything is), then its addresses in order; one host is held at a time.
 */
final class HostBatches implements Iterator<HostBatch> {
  private final Iterator<Row> rows;
  private Row ahead;

  HostBatches(Iterator<Row> rows) {
    this.rows = rows;
    advance();
  }

  private void advance() {
    ahead = rows.hasNext() ? rows.next() : null;
  }

  @Override
  public boolean hasNext() {
    return ahead != null;
  }

  @Override
  public HostBatch next() {
    if (ahead == null) {
      throw new NoSuchElementException();
    }
    String host = ahead.getAs("host");
    HostState state = HostState.unknown(host);
    List<Target> targets = new ArrayList<>();
    while (ahead != null && ahead.<String>getAs("host").equals(host)) {
      Row known = ahead.getAs("state");
      if (known == null) {
        targets.add(CrawlRows.target(ahead.getAs("target")));
      } else {
        state = CrawlRows.host(known);
      }
      advance();
    }
    return new HostBatch(state, targets);
  }
}
