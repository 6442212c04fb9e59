package io.sluice.synth.reason;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A server on the loopback address that answers each question as a table says. */
final class AnsweringServer implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();

  /**
   * What is answered; a null content is status 400.
   *
   * @param first before answering; null for nothing
   */
  record Reply(String content, String reasoning, String finish, Runnable first) {
    static Reply of(String content) {
      return new Reply(content, null, "stop", null);
    }
  }

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Set<String> seeds = new ConcurrentSkipListSet<>();

  /**
   * @param replies a reply for each question, found by the last line of the instruction
   */
  AnsweringServer(Map<String, Reply> replies) throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/v1/chat/completions", exchange -> answer(exchange, replies));
    server.start();
  }

  private void answer(HttpExchange exchange, Map<String, Reply> replies) throws IOException {
    JsonNode request = JSON.readTree(exchange.getRequestBody());
    String prompt = request.path("messages").path(0).path("content").asText();
    String question = prompt.substring(prompt.lastIndexOf('\n') + 1);
    seeds.add(question + " " + request.path("seed"));
    Reply reply = replies.get(question);
    if (reply.first() != null) {
      reply.first().run();
    }
    ObjectNode answer = JSON.createObjectNode();
    ObjectNode choice = answer.putArray("choices").addObject();
    choice.put("finish_reason", reply.finish());
    choice.putObject("message").put("content", reply.content());
    if (reply.reasoning() != null) {
      ((ObjectNode) choice.path("message")).put("reasoning_content", reply.reasoning());
    }
    answer.putObject("usage").put("completion_tokens", 9);
    byte[] body = JSON.writeValueAsBytes(answer);
    exchange.sendResponseHeaders(reply.content() == null ? 400 : 200, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  String endpoint() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/v1";
  }

  /** Each different question and seed that was asked. */
  Set<String> seeds() {
    return Set.copyOf(seeds);
  }

  @Override
  public void close() {
    threads.shutdownNow();
    server.stop(0);
  }
}
