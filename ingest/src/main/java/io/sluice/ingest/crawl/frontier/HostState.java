package io.sluice.ingest.crawl.frontier;

import java.util.List;

/**
 * What a crawl knows of a host.
 *
 * @param host its name, without port
 * @param version counts the changes: the greater stands
 * @param round the round that it was last visited in
 * @param finished whether that round is done with the host
 * @param lastRequest when it was last asked, milliseconds since 1970
 * @param failures addresses in a row that failed
 * @param setAside why it is asked no more, or null
 * @param robots its robots.txt files, by origin
 */
public record HostState(
    String host,
    long version,
    int round,
    boolean finished,
    long lastRequest,
    int failures,
    String setAside,
    List<RobotsText> robots) {

  public HostState {
    robots = List.copyOf(robots);
  }

  /** A host that nothing is known of. */
  public static HostState unknown(String host) {
    return new HostState(host, 0, -1, false, 0, 0, null, List.of());
  }
}
