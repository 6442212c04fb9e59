package io.sluice.ingest.crawl.fetch;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.sluice.ingest.config.Config;
import io.sluice.ingest.crawl.fetch.Exchange.Failure;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import okhttp3.OkHttpClient;
import okhttp3.mockwebserver.MockResponse;
import okhttp3.mockwebserver.MockWebServer;
import okhttp3.mockwebserver.RecordedRequest;
import okhttp3.mockwebserver.SocketPolicy;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HttpFetcherTest {
  private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
  private static final FetchConfig CONFIG =
      Config.parse(FetchConfig.class, "{read_seconds: 0.3, total_seconds: 5}", "test");
  private static final NetworkConfig LOOPBACK =
      new NetworkConfig(List.of("127.0.0.1"), Map.of("a.test", "127.0.0.1"));

  private final MockWebServer server = new MockWebServer();

  @BeforeEach
  void start() throws IOException {
    server.start(InetAddress.getLoopbackAddress(), 0);
  }

  @AfterEach
  void stop() throws IOException {
    server.shutdown();
  }

  private static HttpFetcher fetcher(NetworkConfig network) {
    return new HttpFetcher(CONFIG, network, "sluice/1 (+me@example.org)", InstantSource.fixed(NOW));
  }

  private Exchange fetch(Ask ask) {
    try (HttpFetcher fetcher = fetcher(LOOPBACK)) {
      return fetcher.fetch(ask);
    }
  }

  private String url(String path) {
    return "http://a.test:" + server.getPort() + path;
  }

  private Ask page() {
    return Ask.plain(url("/x?y=1"), 1000, false);
  }

  @Test
  void keepsRequestAndAnswerAsTheyWereSent() throws InterruptedException {
    server.enqueue(
        new MockResponse()
            .setHeader("Content-Type", "text/html; charset=\"UTF-8\"")
            .addHeader("X-Two", "a")
            .addHeader("X-Two", "b")
            .setChunkedBody("hello", 2));
    Exchange exchange = fetch(page());
    assertEquals(
        "GET /x?y=1 HTTP/1.1\r\nUser-Agent: sluice/1 (+me@example.org)\r\n"
            + "Accept: text/html,application/xhtml+xml;q=0.9,*/*;q=0.1\r\n"
            + "Accept-Encoding: gzip\r\nHost: a.test:"
            + server.getPort()
            + "\r\nConnection: Keep-Alive\r\n\r\n",
        exchange.request());
    assertEquals(
        List.of(
            "HTTP/1.1 200 OK",
            "Content-Type: text/html; charset=\"UTF-8\"",
            "X-Two: a",
            "X-Two: b",
            "X-Crawler-Transfer-encoding: chunked",
            "",
            ""),
        List.of(new String(exchange.head(), StandardCharsets.UTF_8).split("\r\n", -1)));
    assertArrayEquals("hello".getBytes(StandardCharsets.UTF_8), exchange.body());
    assertEquals(List.of("a", "b"), exchange.all("x-two"));
    assertEquals("text/html", exchange.mediaType());
    assertEquals("UTF-8", exchange.charset());
    assertEquals("127.0.0.1", exchange.ip());
    assertEquals("http/1.1", exchange.protocol());
    assertEquals(NOW, exchange.started());
    assertNull(exchange.cut());
    assertNull(exchange.failure());
    assertEquals(1, server.getRequestCount());
    RecordedRequest seen = server.takeRequest(1, TimeUnit.SECONDS);
    assertNull(seen.getHeader("Cookie"));
  }

  @Test
  void asksUnderConditions() throws InterruptedException {
    server.enqueue(new MockResponse().setResponseCode(304));
    Exchange exchange =
        fetch(new Ask(url("/"), "\"e\"", "Sun, 22 Nov 2026 10:00:00 GMT", 10, false));
    assertEquals(304, exchange.status());
    RecordedRequest seen = server.takeRequest(1, TimeUnit.SECONDS);
    assertEquals("\"e\"", seen.getHeader("If-None-Match"));
    assertEquals("Sun, 22 Nov 2026 10:00:00 GMT", seen.getHeader("If-Modified-Since"));
  }

  @Test
  void cutsOffWhatIsTooLongOrOfAnotherType() {
    server.enqueue(
        new MockResponse().setHeader("Content-Type", "text/html").setBody("x".repeat(1001)));
    server.enqueue(
        new MockResponse().setHeader("Content-Type", "text/html").setBody("x".repeat(1000)));
    server.enqueue(
        new MockResponse().setHeader("Content-Type", "image/png").setBody("x".repeat(5000)));
    server.enqueue(new MockResponse().setHeader("Content-Type", "image/png").setBody("x"));
    Exchange tooLong = fetch(page());
    assertEquals("length", tooLong.cut());
    assertEquals(1000, tooLong.body().length);
    assertNull(fetch(page()).cut());
    Exchange image = fetch(page());
    assertEquals("unspecified", image.cut());
    assertEquals(0, image.body().length);
    assertNull(fetch(Ask.plain(url("/"), 10, true)).cut());
  }

  @Test
  void redirectsAreAnswersAndFailuresAreNamed() throws IOException {
    server.enqueue(
        new MockResponse().setResponseCode(302).setHeader("Location", "http://127.0.0.1:1/"));
    assertEquals("http://127.0.0.1:1/", fetch(page()).first("location"));
    server.enqueue(new MockResponse().setSocketPolicy(SocketPolicy.DISCONNECT_AFTER_REQUEST));
    assertEquals(Failure.NETWORK, fetch(page()).failure());
    server.enqueue(
        new MockResponse()
            .setBody("whole")
            .setSocketPolicy(SocketPolicy.DISCONNECT_DURING_RESPONSE_BODY));
    assertEquals(Failure.NETWORK, fetch(page()).failure());
    server.enqueue(new MockResponse().setSocketPolicy(SocketPolicy.NO_RESPONSE));
    assertEquals(Failure.TIMEOUT, fetch(page()).failure());
    assertEquals(4, server.getRequestCount(), "nothing is asked twice without a word");
  }

  @Test
  void privateAddressesAreRefusedByNameAndByNumber() {
    NetworkConfig none = new NetworkConfig(List.of(), Map.of("a.test", "127.0.0.1"));
    try (HttpFetcher fetcher = fetcher(none)) {
      assertEquals(Failure.REFUSED, fetcher.fetch(page()).failure());
      String number = "http://127.0.0.1:" + server.getPort() + "/";
      assertEquals(Failure.REFUSED, fetcher.fetch(Ask.plain(number, 10, false)).failure());
      String local = "http://localhost:" + server.getPort() + "/";
      assertEquals(Failure.REFUSED, fetcher.fetch(Ask.plain(local, 10, false)).failure());
    }
    assertEquals(0, server.getRequestCount());
  }

  @Test
  void speaksHttp2WhereTheServerDoes() {
    HeldCertificate certificate =
        new HeldCertificate.Builder().addSubjectAlternativeName("a.test").build();
    HandshakeCertificates ours =
        new HandshakeCertificates.Builder()
            .addTrustedCertificate(certificate.certificate())
            .build();
    server.useHttps(
        new HandshakeCertificates.Builder().heldCertificate(certificate).build().sslSocketFactory(),
        false);
    server.enqueue(new MockResponse().setHeader("Content-Type", "text/html").setBody("two"));
    OkHttpClient client =
        HttpFetcher.guarded(CONFIG, LOOPBACK)
            .newBuilder()
            .sslSocketFactory(ours.sslSocketFactory(), ours.trustManager())
            .build();
    try (HttpFetcher fetcher = new HttpFetcher(CONFIG, "a", InstantSource.fixed(NOW), client)) {
      Exchange exchange =
          fetcher.fetch(Ask.plain("https://a.test:" + server.getPort() + "/", 10, false));
      assertNull(exchange.failure(), exchange.detail());
      assertEquals("h2", exchange.protocol());
      assertEquals(200, exchange.status());
      assertEquals("127.0.0.1", exchange.ip());
    }
  }
}
