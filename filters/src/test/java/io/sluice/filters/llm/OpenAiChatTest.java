package io.sluice.filters.llm;

import static io.sluice.filters.llm.ScriptedServer.says;
import static io.sluice.filters.llm.ScriptedServer.status;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sluice.ingest.config.UserError;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class OpenAiChatTest {
  private static final List<ChatMessage> QUESTION = List.of(ChatMessage.user("2 + 2 = \"?\""));
  private static final Completion FOUR = new Completion("4", "", true, 7);

  private final List<Long> waits = new ArrayList<>();

  private static LlmConfig config(ScriptedServer server, int retries) {
    return new LlmConfig(server.endpoint() + "/", "tiny", null, 16, 0.5, 30, retries, 1);
  }

  private OpenAiChat chat(LlmConfig config) {
    return new OpenAiChat(
        config, Map.of("KEY", " sk-1 \n", "TWO", "a b", "BLANK", " ")::get, waits::add);
  }

  private Completion ask(ScriptedServer server, int retries) throws LlmException {
    return chat(config(server, retries)).complete(QUESTION, -1L);
  }

  private String problem(ScriptedServer server, int retries) {
    LlmException error = assertThrows(LlmException.class, () -> ask(server, retries));
    String start = server.endpoint() + "/chat/completions gave no answer: ";
    assertTrue(error.getMessage().startsWith(start), error.getMessage());
    return error.getMessage().substring(start.length());
  }

  @Test
  void aQuestionIsSentAndItsAnswerRead() throws IOException {
    try (ScriptedServer server = new ScriptedServer(says("4"))) {
      assertEquals(FOUR, ask(server, 0));
      assertEquals(
          List.of(
              "{\"model\":\"tiny\",\"max_tokens\":16,\"temperature\":0.5,\"seed\":2147483647,"
                  + "\"messages\":[{\"role\":\"user\",\"content\":\"2 + 2 = \\\"?\\\"\"}]}"),
          server.requests());
    }
  }

  @Test
  void reasoningIsReadUnderBothNames() throws IOException {
    String answer = "{\"choices\":[{\"message\":{\"%s\":\"think\",\"content\":\"4\"}}]}";
    try (ScriptedServer server =
        new ScriptedServer(
            status(200, answer.replace("%s", "reasoning_content")),
            status(200, answer.replace("%s", "reasoning")))) {
      Completion expected = new Completion("4", "think", false, 0);
      assertEquals(List.of(expected, expected), List.of(ask(server, 0), ask(server, 0)));
    }
  }

  @Test
  void anAnswerCutOffWithinItsReasoningIsAnAnswer() throws IOException {
    try (ScriptedServer server =
        new ScriptedServer(
            status(
                200,
                "{\"choices\":[{\"message\":{\"content\":null,\"reasoning\":\"so\"},"
                    + "\"finish_reason\":\"length\"}]}"))) {
      assertEquals(new Completion("", "so", false, 0), ask(server, 0));
    }
  }

  @Test
  void retryAfterIsHonouredUpToAMinute() throws IOException {
    try (ScriptedServer server =
        new ScriptedServer(
            status(429, "slow down", "Retry-After", "0"),
            status(503, "", "Retry-After", "7"),
            status(429, "", "Retry-After", "86400"),
            status(429, "", "Retry-After", "Fri, 31 Dec 1999 23:59:59 GMT"),
            says("4"))) {
      assertEquals(FOUR, ask(server, 4));
      assertEquals(List.of(0L, 7L, 60L, 8L), waits);
    }
  }

  @Test
  void serverErrorsAreTriedAgainWithGrowingWaits() throws IOException {
    try (ScriptedServer server =
        new ScriptedServer(status(500, ""), status(502, "no\nroute"), status(408, ""), says("4"))) {
      assertEquals(FOUR, ask(server, 3));
      assertEquals(List.of(1L, 2L, 4L), waits);
    }
  }

  @Test
  void afterTheLastTryTheProblemIsNamed() throws IOException {
    try (ScriptedServer server =
        new ScriptedServer(status(500, "first"), status(502, "no\nroute"), says("4"))) {
      assertEquals("status 502: no route", problem(server, 1));
      assertEquals(List.of(1L), waits);
    }
  }

  @Test
  void aRefusalIsFinal() throws IOException {
    try (ScriptedServer server = new ScriptedServer(status(401, "who are you?"), says("4"))) {
      assertEquals("status 401: who are you?", problem(server, 5));
      assertEquals(List.of(), waits);
      assertEquals(1, server.requests().size());
    }
  }

  @Test
  void brokenJsonIsTriedAgain() throws IOException {
    try (ScriptedServer server = new ScriptedServer(status(200, "<html>busy"), says("4"))) {
      assertEquals(FOUR, ask(server, 1));
    }
    try (ScriptedServer server = new ScriptedServer(status(200, "{\"choices\": [{\"mess"))) {
      assertTrue(problem(server, 0).startsWith("no JSON ("));
    }
    try (ScriptedServer server = new ScriptedServer(status(200, ""))) {
      assertEquals("no choices[0].message.content in: ", problem(server, 0));
    }
  }

  @Test
  void anAnswerWithoutContentIsNone() throws IOException {
    for (String body :
        List.of("{\"choices\":[]}", "{\"choices\":[{\"message\":{\"content\":null}}]}", "[]")) {
      try (ScriptedServer server = new ScriptedServer(status(200, body))) {
        assertEquals("no choices[0].message.content in: " + body, problem(server, 0));
      }
    }
  }

  @Test
  void aServerThatHangsIsGivenUpBeforeAndAfterTheHead() throws IOException {
    for (boolean afterHead : List.of(false, true)) {
      try (ScriptedServer server = new ScriptedServer(ScriptedServer.hangs(afterHead))) {
        LlmConfig config = new LlmConfig(server.endpoint(), "tiny", null, 16, 0.5, 1, 0, 1);
        LlmException error =
            assertThrows(LlmException.class, () -> chat(config).complete(QUESTION, 0));
        assertEquals(
            server.endpoint() + "/chat/completions gave no answer: no whole answer in 1 seconds",
            error.getMessage());
      }
    }
  }

  @Test
  void anEndlessBodyIsGivenUp() throws IOException {
    try (ScriptedServer server = new ScriptedServer(ScriptedServer.endless(), says("4"))) {
      String problem = problem(server, 0);
      assertTrue(problem.endsWith("the answer is longer than 1052672 bytes"), problem);
    }
  }

  @Test
  void aServerThatIsNotThereIsNamed() throws IOException {
    String endpoint;
    try (ScriptedServer server = new ScriptedServer()) {
      endpoint = server.endpoint();
    }
    LlmConfig config = new LlmConfig(endpoint, "tiny", null, 16, 0.5, 5, 2, 1);
    LlmException error = assertThrows(LlmException.class, () -> chat(config).complete(QUESTION, 0));
    assertTrue(error.getMessage().contains("ConnectException"), error.getMessage());
    assertEquals(List.of(1L, 2L), waits);
  }

  @Test
  void anInterruptedCallerStopsAtOnce() throws IOException {
    try (ScriptedServer server = new ScriptedServer(status(500, ""), says("4"))) {
      OpenAiChat chat =
          new OpenAiChat(
              config(server, 5),
              name -> null,
              seconds -> {
                throw new InterruptedException();
              });
      assertThrows(LlmException.class, () -> chat.complete(QUESTION, 0));
      assertTrue(Thread.interrupted());
      assertEquals(1, server.requests().size());
    }
  }

  @Test
  void theApiKeyIsSentWithoutSurroundingSpace() throws IOException {
    try (ScriptedServer server = new ScriptedServer(says("4"))) {
      LlmConfig config = new LlmConfig(server.endpoint(), "tiny", "KEY", 16, 0.5, 30, 0, 1);
      assertEquals(FOUR, chat(config).complete(QUESTION, 0));
      assertTrue(server.requests().get(0).startsWith("Bearer sk-1 {"));
    }
  }

  @Test
  void aMissingOrMalformedApiKeyIsTheUsersToMend() {
    for (String variable : List.of("ABSENT", "BLANK", "TWO")) {
      LlmConfig config =
          new LlmConfig("http://127.0.0.1:1/v1", "tiny", variable, 16, 0.5, 30, 0, 1);
      UserError error = assertThrows(UserError.class, () -> chat(config));
      assertTrue(error.getMessage().startsWith("llm.api_key_env: the environment variable"));
      assertFalse(error.getMessage().contains("a b"));
    }
  }
}
