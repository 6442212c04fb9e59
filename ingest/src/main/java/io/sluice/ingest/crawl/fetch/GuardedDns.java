package io.sluice.ingest.crawl.fetch;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import okhttp3.Dns;

/** Resolves names to the addresses that the policy allows, IPv4 first. */
final class GuardedDns implements Dns {
  private final AddressPolicy policy;
  private final Map<String, String> hosts;

  GuardedDns(AddressPolicy policy, Map<String, String> hosts) {
    this.policy = policy;
    this.hosts = hosts;
  }

  @Override
  public List<InetAddress> lookup(String host) throws UnknownHostException {
    String fixed = hosts.get(host);
    List<InetAddress> found = List.of(InetAddress.getAllByName(fixed == null ? host : fixed));
    List<InetAddress> allowed = new ArrayList<>();
    for (InetAddress address : found) {
      if (policy.allows(address)) {
        allowed.add(address);
      }
    }
    if (allowed.isEmpty()) {
      throw new RefusedAddressException(host, found.get(0));
    }
    allowed.sort(Comparator.comparing(address -> !(address instanceof Inet4Address)));
    return allowed;
  }
}
