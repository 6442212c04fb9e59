package io.sluice.ingest.crawl.host;

import io.sluice.ingest.crawl.frontier.HostState;
import io.sluice.ingest.crawl.frontier.Target;
import java.util.List;

/**
 * A host and its addresses of a round, in the order of fetching.
 *
 * @param state what is known of it
 * @param targets its addresses
 */
public record HostBatch(HostState state, List<Target> targets) {
  public HostBatch {
    targets = List.copyOf(targets);
  }
}
