package io.sluice.ingest.crawl.fetch;

import io.sluice.ingest.crawl.fetch.Exchange.Failure;
import io.sluice.ingest.crawl.fetch.Exchange.Field;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.Proxy;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import okhttp3.ConnectionPool;
import okhttp3.CookieJar;
import okhttp3.Headers;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;

/**
 * HTTP/1.1 and HTTP/2 by OkHttp, which lets the caller resolve names and make sockets itself: that
 * is how {@link AddressPolicy} holds for every connection. No proxy, no cookies, no redirects, no
 * silent second try.
 */
public final class HttpFetcher implements Fetcher {
  private static final int IDLE_CONNECTIONS = 256;
  private static final int IDLE_SECONDS = 5;

  private final OkHttpClient client;
  private final FetchConfig config;
  private final String userAgent;
  private final InstantSource clock;

  /** A fetcher that names itself so; {@code clock} dates the exchanges. */
  public HttpFetcher(
      FetchConfig config, NetworkConfig network, String userAgent, InstantSource clock) {
    this(config, userAgent, clock, guarded(config, network));
  }

  HttpFetcher(FetchConfig config, String userAgent, InstantSource clock, OkHttpClient client) {
    this.config = config;
    this.userAgent = userAgent;
    this.clock = clock;
    this.client = client;
  }

  /** A client that connects to what the policy allows alone. */
  static OkHttpClient guarded(FetchConfig config, NetworkConfig network) {
    AddressPolicy policy = new AddressPolicy(network);
    return new OkHttpClient.Builder()
        .dns(new GuardedDns(policy, network.hosts()))
        .socketFactory(new GuardedSockets(policy))
        .proxy(Proxy.NO_PROXY)
        .cookieJar(CookieJar.NO_COOKIES)
        .followRedirects(false)
        .followSslRedirects(false)
        .retryOnConnectionFailure(false)
        .protocols(
            config.http2()
                ? List.of(Protocol.HTTP_2, Protocol.HTTP_1_1)
                : List.of(Protocol.HTTP_1_1))
        .connectionPool(new ConnectionPool(IDLE_CONNECTIONS, IDLE_SECONDS, TimeUnit.SECONDS))
        .connectTimeout(duration(config.connectSeconds()))
        .readTimeout(duration(config.readSeconds()))
        .writeTimeout(duration(config.readSeconds()))
        .callTimeout(duration(config.totalSeconds()))
        .addNetworkInterceptor(
            chain -> {
              Peer peer = chain.request().tag(Peer.class);
              var connection = chain.connection();
              if (peer != null && connection != null) {
                var address = connection.route().socketAddress().getAddress();
                peer.ip.set(address == null ? null : address.getHostAddress());
              }
              return chain.proceed(chain.request());
            })
        .build();
  }

  private static Duration duration(double seconds) {
    return Duration.ofMillis(Math.max(1, Math.round(seconds * 1000)));
  }

  /** Who answered: the connection is known to interceptors alone. */
  private record Peer(AtomicReference<String> ip) {}

  @Override
  public Exchange fetch(Ask ask) {
    Peer peer = new Peer(new AtomicReference<>());
    Request.Builder request =
        new Request.Builder()
            .url(HttpUrl.get(ask.url()))
            .tag(Peer.class, peer)
            .header("User-Agent", userAgent)
            .header("Accept", "text/html,application/xhtml+xml;q=0.9,*/*;q=0.1")
            .header("Accept-Encoding", "gzip");
    if (ask.etag() != null) {
      request.header("If-None-Match", ask.etag());
    }
    if (ask.lastModified() != null) {
      request.header("If-Modified-Since", ask.lastModified());
    }
    Instant started = clock.instant();
    long nanos = System.nanoTime();
    try (Response response = client.newCall(request.build()).execute()) {
      return read(ask, response, started, nanos, peer.ip.get());
    } catch (IOException e) {
      return Exchange.failed(started, millis(nanos), peer.ip.get(), failure(e), words(e));
    }
  }

  private Exchange read(Ask ask, Response response, Instant started, long nanos, String ip)
      throws IOException {
    List<Field> fields = new ArrayList<>();
    for (int i = 0; i < response.headers().size(); i++) {
      fields.add(new Field(response.headers().name(i), response.headers().value(i)));
    }
    Response wire = response.networkResponse();
    Exchange head =
        new Exchange(
            started,
            0,
            request(wire == null ? response.request() : wire.request()),
            response.code(),
            response.protocol().toString(),
            response.message(),
            fields,
            new byte[0],
            null,
            ip,
            null,
            null);
    byte[] body = head.body();
    String cut = null;
    if (response.code() == 200 && !ask.anyType() && !config.wants(head.mediaType())) {
      cut = "unspecified";
    } else if (response.body() != null) {
      InputStream in = response.body().byteStream();
      body = in.readNBytes(ask.maxBytes());
      cut = body.length == ask.maxBytes() && in.read() >= 0 ? "length" : null;
    }
    return new Exchange(
        started,
        millis(nanos),
        head.request(),
        head.status(),
        head.protocol(),
        head.reason(),
        fields,
        body,
        cut,
        ip,
        null,
        null);
  }

  /** Head of a request as HTTP/1.1 writes it. */
  private static String request(Request request) {
    String query = request.url().encodedQuery();
    StringBuilder head = new StringBuilder(request.method()).append(' ');
    head.append(request.url().encodedPath()).append(query == null ? "" : "?" + query);
    head.append(" HTTP/1.1\r\n");
    Headers headers = request.headers();
    for (int i = 0; i < headers.size(); i++) {
      head.append(headers.name(i)).append(": ").append(headers.value(i)).append("\r\n");
    }
    return head.append("\r\n").toString();
  }

  private static Failure failure(IOException error) {
    for (Throwable at = error; at != null; at = at.getCause()) {
      if (at instanceof RefusedAddressException) {
        return Failure.REFUSED;
      }
    }
    if (error instanceof UnknownHostException) {
      return Failure.DNS;
    }
    return error instanceof SocketTimeoutException || error instanceof InterruptedIOException
        ? Failure.TIMEOUT
        : Failure.NETWORK;
  }

  private static String words(IOException error) {
    String message = error.getMessage();
    return error.getClass().getSimpleName() + (message == null ? "" : ": " + message);
  }

  private static long millis(long since) {
    return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - since);
  }

  @Override
  public void close() {
    client.dispatcher().executorService().shutdown();
    client.connectionPool().evictAll();
  }
}
