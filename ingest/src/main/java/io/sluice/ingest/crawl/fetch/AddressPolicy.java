package io.sluice.ingest.crawl.fetch;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.List;
import java.util.stream.Stream;

/**
 * Which network addresses the crawl may connect to. A crawler follows addresses that strangers
 * write: without this, a page could make it read what only the crawler's own network may (SSRF).
 *
 * <p>Of IPv4 everything but the special-purpose blocks of the IANA registry (RFC 6890) is allowed,
 * of IPv6 the global unicast block 2000::/3 without those that are special or carry an IPv4 address
 * (Teredo, 6to4). Java gives IPv4-mapped IPv6 addresses as IPv4.
 */
public final class AddressPolicy {
  private static final List<AddressRange> SPECIAL =
      Stream.of(
              "0.0.0.0/8", // this network
              "10.0.0.0/8", // private
              "100.64.0.0/10", // carriers' NAT; a cloud's metadata service
              "127.0.0.0/8", // loopback
              "168.63.129.16", // a cloud's metadata service
              "169.254.0.0/16", // link-local; metadata services
              "172.16.0.0/12", // private
              "192.0.0.0/24", // protocol assignments; a cloud's metadata service
              "192.0.2.0/24", // documentation
              "192.88.99.0/24", // 6to4 relays
              "192.168.0.0/16", // private
              "198.18.0.0/15", // benchmarks
              "198.51.100.0/24", // documentation
              "203.0.113.0/24", // documentation
              "224.0.0.0/4", // multicast
              "240.0.0.0/4", // reserved, broadcast
              "2001::/23", // protocol assignments, Teredo
              "2001:db8::/32", // documentation
              "2002::/16", // 6to4
              "3fff::/20") // documentation
          .map(AddressRange::of)
          .toList();

  private static final AddressRange GLOBAL_UNICAST = AddressRange.of("2000::/3");

  private final List<AddressRange> allow;

  /** The policy with these exceptions. */
  public AddressPolicy(NetworkConfig config) {
    this.allow = config.allow().stream().map(AddressRange::of).toList();
  }

  /** Whether a connection to this address may be made. */
  public boolean allows(InetAddress address) {
    if (allow.stream().anyMatch(range -> range.holds(address))) {
      return true;
    }
    return (address instanceof Inet4Address || GLOBAL_UNICAST.holds(address))
        && SPECIAL.stream().noneMatch(range -> range.holds(address));
  }
}
