package io.sluice.ingest.crawl.fetch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressPolicyTest {
  private static final AddressPolicy POLICY =
      new AddressPolicy(new NetworkConfig(List.of(), Map.of()));

  private static boolean allows(AddressPolicy policy, String address) throws UnknownHostException {
    return policy.allows(InetAddress.getByName(address));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0.0.0.0",
        "10.1.2.3",
        "100.64.0.1",
        "100.100.100.200",
        "127.0.0.1",
        "127.255.255.254",
        "168.63.129.16",
        "169.254.169.254",
        "172.16.0.1",
        "172.31.255.255",
        "192.0.0.192",
        "192.0.2.1",
        "192.88.99.1",
        "192.168.1.1",
        "198.18.0.1",
        "198.51.100.1",
        "203.0.113.1",
        "224.0.0.1",
        "239.255.255.255",
        "240.0.0.1",
        "255.255.255.255",
        "::",
        "::1",
        "::ffff:127.0.0.1",
        "::ffff:10.0.0.1",
        "::127.0.0.1",
        "64:ff9b::7f00:1",
        "fc00::1",
        "fd00:ec2::254",
        "fe80::1",
        "fec0::1",
        "ff02::1",
        "2001::1",
        "2001:db8::1",
        "2002:7f00:1::1",
        "3fff::1",
        "4000::1"
      })
  void privateAndSpecialAddressesAreRefused(String address) throws UnknownHostException {
    assertFalse(allows(POLICY, address));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1.1.1.1",
        "8.8.8.8",
        "100.63.255.255",
        "100.128.0.0",
        "126.255.255.255",
        "128.0.0.1",
        "172.15.255.255",
        "172.32.0.0",
        "192.0.1.1",
        "223.255.255.255",
        "::ffff:8.8.8.8",
        "2606:4700::1111",
        "2001:4860:4860::8888",
        "2a00:1450::1"
      })
  void publicAddressesAreAllowed(String address) throws UnknownHostException {
    assertTrue(allows(POLICY, address));
  }

  @Test
  void exceptionsOpenWhatTheyNameAlone() throws UnknownHostException {
    AddressPolicy policy =
        new AddressPolicy(new NetworkConfig(List.of("127.0.0.1", "fd12::/16"), Map.of()));
    assertTrue(allows(policy, "127.0.0.1"));
    assertFalse(allows(policy, "127.0.0.2"));
    assertTrue(allows(policy, "fd12:1::1"));
    assertFalse(allows(policy, "fd13::1"));
  }

  @Test
  void namesThatResolveToPrivateAddressesAreRefused() {
    GuardedDns dns = new GuardedDns(POLICY, Map.of("rebound.test", "169.254.169.254"));
    assertThrows(RefusedAddressException.class, () -> dns.lookup("rebound.test"));
    assertThrows(RefusedAddressException.class, () -> dns.lookup("2130706433"));
    assertThrows(RefusedAddressException.class, () -> dns.lookup("127.1"));
  }

  @Test
  void noSocketConnectsToAPrivateAddressWhoeverResolvedIt() throws Exception {
    try (Socket socket = new GuardedSockets(POLICY).createSocket()) {
      InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 9);
      assertThrows(RefusedAddressException.class, () -> socket.connect(address));
      assertThrows(RefusedAddressException.class, () -> socket.connect(address, 10));
    }
    assertThrows(
        RefusedAddressException.class,
        () -> new GuardedSockets(POLICY).createSocket(InetAddress.getLoopbackAddress(), 9));
  }

  @Test
  void retryAfterIsSecondsOrADate() {
    Instant now = Instant.parse("2026-11-22T10:00:00Z");
    assertEquals(Duration.ofMinutes(2), RetryAfter.parse(" 120 ", now));
    assertEquals(Duration.ofSeconds(90), RetryAfter.parse("Sun, 22 Nov 2026 10:01:30 GMT", now));
    assertEquals(Duration.ZERO, RetryAfter.parse("Sat, 21 Nov 2026 10:01:30 GMT", now));
    assertEquals(null, RetryAfter.parse("soon", now));
    assertEquals(null, RetryAfter.parse("-1", now));
    assertEquals(null, RetryAfter.parse(null, now));
  }
}
