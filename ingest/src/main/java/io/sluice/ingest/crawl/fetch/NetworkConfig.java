package io.sluice.ingest.crawl.fetch;

import io.sluice.ingest.config.Key;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the crawl may connect to beside the public Internet.
 *
 * @param allow blocks of private or special addresses that are allowed all the same
 * @param hosts addresses of names that no name server is asked for
 */
public record NetworkConfig(
    @Key(
            doc =
                "private or special addresses that may be fetched from all the same, as blocks"
                    + " such as 10.0.0.0/8: an intranet's",
            preset = "[]")
        List<String> allow,
    @Key(
            doc = "addresses of names that no name server is asked for: {name: address}",
            preset = "{}")
        Map<String, String> hosts)
    implements Serializable {

  public NetworkConfig {
    allow = List.copyOf(allow);
    hosts = new TreeMap<>(hosts);
    for (String block : allow) {
      check("allow", block);
    }
    for (String address : hosts.values()) {
      check("hosts", address);
    }
  }

  private static void check(String key, String block) {
    try {
      AddressRange.of(block);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(key + ": " + e.getMessage(), e);
    }
  }
}
