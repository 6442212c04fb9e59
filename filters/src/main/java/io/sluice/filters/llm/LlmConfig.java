package io.sluice.filters.llm;

import io.sluice.ingest.config.Key;
import java.io.Serializable;
import java.net.URI;
import java.net.URISyntaxException;

/** Section {@code llm}: where the language model is and how it is asked. */
public record LlmConfig(
    @Key(doc = "base URL of an OpenAI-compatible server, such as http://127.0.0.1:8080/v1")
        String endpoint,
    @Key(doc = "the model's name as the server knows it") String model,
    @Key(doc = "environment variable that holds the API key; null for none", preset = "null")
        String apiKeyEnv,
    @Key(doc = "most tokens of an answer", preset = "4096", min = 1) int maxTokens,
    @Key(doc = "sampling temperature", preset = "0.6", min = 0, max = 2) double temperature,
    @Key(doc = "seconds until one request must have its whole answer", preset = "300", min = 1)
        int timeoutSeconds,
    @Key(
            doc = "times a request is tried again on 408, 429, 5xx or no usable answer",
            preset = "4",
            min = 0,
            max = 20)
        int retries,
    @Key(doc = "requests under way at a time in a task", preset = "4", min = 1, max = 256)
        int concurrency)
    implements Serializable {

  public LlmConfig {
    if (!isHttp(endpoint)) {
      throw new IllegalArgumentException(
          "endpoint: got '" + endpoint + "', allowed: an http or https URL without a query");
    }
    if (model.isBlank()) {
      throw new IllegalArgumentException("model: got nothing, allowed: the model's name");
    }
    if (apiKeyEnv != null && apiKeyEnv.isBlank()) {
      throw new IllegalArgumentException(
          "api_key_env: got nothing, allowed: a variable's name, or null");
    }
  }

  private static boolean isHttp(String endpoint) {
    try {
      URI uri = new URI(endpoint);
      return ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()))
          && uri.getHost() != null
          && uri.getQuery() == null
          && uri.getFragment() == null;
    } catch (URISyntaxException e) {
      return false;
    }
  }
}
