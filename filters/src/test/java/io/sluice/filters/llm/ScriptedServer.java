package io.sluice.filters.llm;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A server on the loopback address that gives one answer of a script to each request in turn. */
final class ScriptedServer implements AutoCloseable {
  /** One answer. */
  interface Answer {
    void give(HttpExchange exchange) throws IOException;
  }

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Queue<Answer> script = new ConcurrentLinkedQueue<>();
  private final List<String> requests = Collections.synchronizedList(new ArrayList<>());

  ScriptedServer(Answer... answers) throws IOException {
    script.addAll(List.of(answers));
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext(
        "/v1/chat/completions",
        exchange -> {
          String key = exchange.getRequestHeaders().getFirst("Authorization");
          byte[] body = exchange.getRequestBody().readAllBytes();
          requests.add((key == null ? "" : key + " ") + new String(body, StandardCharsets.UTF_8));
          Answer answer = script.poll();
          (answer == null ? status(500, "the script has ended") : answer).give(exchange);
        });
    server.start();
  }

  String endpoint() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/v1";
  }

  /** API key header and body of each request so far. */
  List<String> requests() {
    return List.copyOf(requests);
  }

  static Answer status(int status, String body, String... headers) {
    return exchange -> {
      for (int i = 0; i < headers.length; i += 2) {
        exchange.getResponseHeaders().add(headers[i], headers[i + 1]);
      }
      byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
      exchange.getResponseBody().write(bytes);
      exchange.close();
    };
  }

  static Answer says(String content) {
    return status(
        200,
        "{\"choices\":[{\"message\":{\"content\":\""
            + content
            + "\"},\"finish_reason\":\"stop\"}],\"usage\":{\"completion_tokens\":7}}");
  }

  /** Sends nothing, or the head alone, until the server is closed. */
  static Answer hangs(boolean afterHead) {
    return exchange -> {
      if (afterHead) {
        exchange.sendResponseHeaders(200, 0);
        exchange.getResponseBody().write('{');
        exchange.getResponseBody().flush();
      }
      try {
        new CountDownLatch(1).await();
      } catch (InterruptedException e) {
        exchange.close();
      }
    };
  }

  /** Sends spaces until the client hangs up. */
  static Answer endless() {
    return exchange -> {
      exchange.sendResponseHeaders(200, 0);
      byte[] spaces = " ".repeat(1 << 16).getBytes(StandardCharsets.UTF_8);
      try (OutputStream out = exchange.getResponseBody()) {
        while (true) {
          out.write(spaces);
        }
      } catch (IOException e) {
        exchange.close();
      }
    };
  }

  @Override
  public void close() {
    threads.shutdownNow();
    server.stop(0);
  }
}
