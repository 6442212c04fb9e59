package io.sluice.filters.llm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sluice.ingest.config.Config;
import io.sluice.ingest.config.ConfigError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LlmConfigTest {
  private static LlmConfig parse(String yaml) {
    return Config.parse(LlmConfig.class, yaml, "test.yaml");
  }

  @Test
  void absentKeysTakeTheirPresets() {
    assertEquals(
        new LlmConfig("http://127.0.0.1:8080/v1", "tiny", null, 4096, 0.6, 300, 4, 4),
        parse("{endpoint: 'http://127.0.0.1:8080/v1', model: tiny}"));
  }

  @Test
  void everyKeyIsRead() {
    assertEquals(
        new LlmConfig("https://example.org/v1", "big", "KEY", 10, 1.5, 20, 3, 7),
        parse(
            "{endpoint: 'https://example.org/v1', model: big, api_key_env: KEY, max_tokens: 10,"
                + " temperature: 1.5, timeout_seconds: 20, retries: 3, concurrency: 7}"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "127.0.0.1:8080", "ftp://a/b", "http:///v1", "http://a b/", "http://a/?b=c"})
  void anEndpointThatIsNoHttpUrlIsRefused(String endpoint) {
    ConfigError error =
        assertThrows(ConfigError.class, () -> parse("{endpoint: '" + endpoint + "', model: tiny}"));
    assertTrue(error.getMessage().contains("endpoint: got '" + endpoint + "'"));
  }

  @Test
  void blankNamesAreRefused() {
    assertThrows(ConfigError.class, () -> parse("{endpoint: 'http://a', model: ' '}"));
    assertThrows(
        ConfigError.class, () -> parse("{endpoint: 'http://a', model: m, api_key_env: ''}"));
  }
}
