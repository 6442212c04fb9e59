package io.sluice.filters.llm;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Requests and answers of the chat-completions protocol as JSON. */
final class ChatJson {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int EXCERPT = 200;

  private ChatJson() {}

  /** The request; the seed's low 31 bits are sent, which every server takes. */
  static byte[] request(LlmConfig config, List<ChatMessage> messages, long seed) {
    ObjectNode request = JSON.createObjectNode();
    request.put("model", config.model());
    request.put("max_tokens", config.maxTokens());
    request.put("temperature", config.temperature());
    request.put("seed", seed & Integer.MAX_VALUE);
    ArrayNode list = request.putArray("messages");
    for (ChatMessage message : messages) {
      list.addObject().put("role", message.role()).put("content", message.content());
    }
    return request.toString().getBytes(StandardCharsets.UTF_8);
  }

  /**
   * The first choice of an answer. Reasoning stands in {@code reasoning_content} or {@code
   * reasoning}, as the server has it. An answer may hold reasoning alone: one that was cut off
   * before its first word does.
   *
   * @throws IOException where the body is no JSON or holds neither content nor reasoning
   */
  static Completion completion(byte[] body) throws IOException {
    JsonNode root;
    try {
      root = JSON.readTree(body);
    } catch (JsonProcessingException e) {
      throw new IOException("no JSON (" + e.getOriginalMessage() + "): " + excerpt(body), e);
    }
    JsonNode choice = root.path("choices").path(0);
    JsonNode message = choice.path("message");
    JsonNode content = message.path("content");
    String reasoning =
        message.path("reasoning_content").asText(message.path("reasoning").asText(""));
    if (!content.isTextual() && reasoning.isEmpty()) {
      throw new IOException("no choices[0].message.content in: " + excerpt(body));
    }
    return new Completion(
        content.asText(""),
        reasoning,
        choice.path("finish_reason").asText("").equals("stop"),
        root.path("usage").path("completion_tokens").asInt(0));
  }

  /** The beginning of a body on one line, for messages. */
  static String excerpt(byte[] body) {
    int length = Math.min(EXCERPT, body.length);
    return new String(body, 0, length, StandardCharsets.UTF_8).replaceAll("\\s+", " ").strip();
  }
}
