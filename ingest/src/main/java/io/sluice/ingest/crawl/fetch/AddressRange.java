package io.sluice.ingest.crawl.fetch;

import java.net.InetAddress;
import java.net.UnknownHostException;

/**
 * A block of network addresses: {@code 10.0.0.0/8}, {@code fc00::/7}, or one address.
 *
 * @param base its first address
 * @param bits how many leading bits are fixed
 */
record AddressRange(InetAddress base, int bits) {

  /**
   * Reads a block.
   *
   * @throws IllegalArgumentException where it is none
   */
  static AddressRange of(String text) {
    int slash = text.indexOf('/');
    String address = slash < 0 ? text : text.substring(0, slash);
    // nothing that a name server would be asked for
    boolean literal =
        address.matches("[0-9]{1,3}(\\.[0-9]{1,3}){3}")
            || (address.indexOf(':') >= 0 && address.matches("[0-9A-Fa-f:.]+"));
    try {
      if (literal) {
        InetAddress base = InetAddress.getByName(address);
        int most = base.getAddress().length * 8;
        int bits = slash < 0 ? most : Integer.parseInt(text.substring(slash + 1));
        if (bits >= 0 && bits <= most) {
          return new AddressRange(base, bits);
        }
      }
    } catch (UnknownHostException | NumberFormatException e) {
      throw new IllegalArgumentException(wrong(text), e);
    }
    throw new IllegalArgumentException(wrong(text));
  }

  private static String wrong(String text) {
    return "got '"
        + text
        + "', allowed: an address such as 10.1.2.3, or a block such as 10.0.0.0/8";
  }

  boolean holds(InetAddress address) {
    byte[] mine = base.getAddress();
    byte[] other = address.getAddress();
    if (mine.length != other.length) {
      return false;
    }
    for (int i = 0; i < bits; i++) {
      int mask = 0x80 >>> (i & 7);
      if (((mine[i >> 3] ^ other[i >> 3]) & mask) != 0) {
        return false;
      }
    }
    return true;
  }
}
