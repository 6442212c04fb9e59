package io.sluice.ingest.crawl.fetch;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** A host whose addresses the {@link AddressPolicy} does not allow. */
final class RefusedAddressException extends UnknownHostException {
  private static final long serialVersionUID = 1L;

  RefusedAddressException(String host, InetAddress address) {
    super(host + " is at " + address.getHostAddress() + ", which is not public");
  }
}
