package io.sluice.filters.llm;

import io.sluice.ingest.config.UserError;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.UnaryOperator;

/**
 * A model behind the OpenAI chat-completions protocol (vLLM, SGLang, llama.cpp's server, …).
 *
 * <p>Tries again on status 408, 429 and 5xx, on a connection that breaks or exceeds {@code
 * timeout_seconds} (which covers the whole answer, not only its first byte), on a body that is no
 * completion, and on one longer than 1 MiB and 256 bytes a token. Waits 1, 2, 4 … 32 seconds in
 * between, or the seconds that {@code Retry-After} gives (at most 60; its date form is not read).
 * Any other status is final.
 */
public final class OpenAiChat implements ChatModel {
  private static final int LONGEST_WAIT_SECONDS = 60;
  private static final long BODY_BYTES = 1 << 20;
  private static final long BODY_BYTES_PER_TOKEN = 256;

  /** Waits between two tries. */
  interface Pause {
    void seconds(long seconds) throws InterruptedException;
  }

  private final LlmConfig config;
  private final String apiKey;
  private final URI uri;
  private final HttpClient http;
  private final Pause pause;

  /**
   * A client of this endpoint.
   *
   * @throws UserError if the API key's environment variable is not set, or holds more than a key
   */
  public OpenAiChat(LlmConfig config) {
    this(config, System::getenv, TimeUnit.SECONDS::sleep);
  }

  OpenAiChat(LlmConfig config, UnaryOperator<String> environment, Pause pause) {
    this.config = config;
    this.apiKey = apiKey(config.apiKeyEnv(), environment);
    this.uri = URI.create(config.endpoint().replaceFirst("/+$", "") + "/chat/completions");
    this.pause = pause;
    this.http =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(Math.min(30, config.timeoutSeconds())))
            .build();
  }

  private static String apiKey(String variable, UnaryOperator<String> environment) {
    if (variable == null) {
      return null;
    }
    String value = environment.apply(variable);
    if (value == null || value.isBlank()) {
      throw new UserError(
          "llm.api_key_env: the environment variable " + variable + " is not set",
          "set it to the API key, on the workers too, or leave api_key_env out");
    }
    String key = value.strip();
    // Refused here, since the HTTP client would quote the key in its own message.
    if (!key.matches("[\\x21-\\x7e]+")) {
      throw new UserError(
          "llm.api_key_env: the environment variable " + variable + " holds more than a key",
          "set it to the API key alone: one line, no spaces");
    }
    return key;
  }

  @Override
  public Completion complete(List<ChatMessage> messages, long seed) throws LlmException {
    byte[] request = ChatJson.request(config, messages, seed);
    for (int attempt = 0; ; attempt++) {
      long wait = 1L << Math.min(attempt, 5);
      boolean last = attempt == config.retries();
      String problem;
      IOException cause = null;
      try {
        HttpResponse<byte[]> response = send(request);
        int status = response.statusCode();
        if (status == 200) {
          return ChatJson.completion(response.body());
        }
        problem = "status " + status + ": " + ChatJson.excerpt(response.body());
        last |= status != 408 && status != 429 && status < 500;
        wait = retryAfter(response, wait);
      } catch (IOException e) {
        problem = e.getMessage();
        cause = e;
      } catch (InterruptedException e) {
        throw interrupted(e);
      }
      if (last) {
        throw new LlmException(uri + " gave no answer: " + problem, cause);
      }
      try {
        pause.seconds(wait);
      } catch (InterruptedException e) {
        throw interrupted(e);
      }
    }
  }

  /** One request. The client's own time-out ends with the head of the answer, hence this one. */
  private HttpResponse<byte[]> send(byte[] body) throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(uri)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofByteArray(body));
    if (apiKey != null) {
      request.header("Authorization", "Bearer " + apiKey);
    }
    CompletableFuture<HttpResponse<byte[]>> answer =
        http.sendAsync(request.build(), head -> new BoundedBody(bodyLimit()));
    try {
      return answer.get(config.timeoutSeconds(), TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      throw new IOException("no whole answer in " + config.timeoutSeconds() + " seconds", e);
    } catch (ExecutionException e) {
      throw new IOException(String.valueOf(e.getCause()), e.getCause());
    } finally {
      answer.cancel(true);
    }
  }

  private int bodyLimit() {
    return (int)
        Math.min(Integer.MAX_VALUE - 8, BODY_BYTES + BODY_BYTES_PER_TOKEN * config.maxTokens());
  }

  private static long retryAfter(HttpResponse<byte[]> response, long otherwise) {
    String seconds = response.headers().firstValue("Retry-After").orElse("").strip();
    return seconds.matches("\\d{1,6}")
        ? Math.min(LONGEST_WAIT_SECONDS, Long.parseLong(seconds))
        : otherwise;
  }

  private LlmException interrupted(InterruptedException cause) {
    Thread.currentThread().interrupt();
    return new LlmException("interrupted while asking " + uri, cause);
  }
}
