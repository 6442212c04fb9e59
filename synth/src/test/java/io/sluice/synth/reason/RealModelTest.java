package io.sluice.synth.reason;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sluice.filters.llm.LlmConfig;
import io.sluice.ingest.config.Config;
import io.sluice.ingest.model.Judged;
import io.sluice.ingest.model.Outcome;
import io.sluice.ingest.model.Reason;
import io.sluice.ingest.model.Role;
import io.sluice.ingest.stage.DocumentSource;
import io.sluice.ingest.stage.InputItem;
import io.sluice.ingest.stage.Reading;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * One arithmetic question to a real model. By hand: {@code SLUICE_TEST_LLM} is the endpoint, such
 * as http://127.0.0.1:8080/v1, and {@code SLUICE_TEST_LLM_MODEL} the model's name where the server
 * wants one.
 */
@Tag("heavy")
class RealModelTest {
  private static final int SAMPLES = 4;

  @Test
  void aModelIsAskedAndItsAnswersAreJudged(@TempDir Path folder) throws IOException {
    String endpoint = System.getenv("SLUICE_TEST_LLM");
    Assumptions.assumeTrue(
        endpoint != null, "skipped: SLUICE_TEST_LLM names no endpoint of a language model");
    String model = System.getenv().getOrDefault("SLUICE_TEST_LLM_MODEL", "default");
    Path file = folder.resolve("questions.jsonl");
    Files.writeString(file, "{\"question\": \"What is 17 + 25?\", \"answer\": \"42\"}\n");
    String yaml = "{samples: " + SAMPLES + ", min_chars: 0}";
    ReasoningSource source =
        ReasoningSource.of(
            new LlmConfig(endpoint, model, null, 2048, 0.6, 600, 1, 2),
            Config.parse(ReasoningConfig.class, yaml, "test.yaml"));
    InputItem item = new InputItem("test", file.toUri().toString(), Files.size(file), "f");
    List<Judged> answers = new ArrayList<>();
    try (DocumentSource.Reader reader = source.start();
        Reading reading = reader.open(item, new Configuration())) {
      for (Judged judged = reading.next(); judged != null; judged = reading.next()) {
        answers.add(judged);
      }
    }
    assertEquals(SAMPLES, answers.size());
    for (Judged judged : answers) {
      String verdict = judged.reason() + ": " + judged.detail();
      assertTrue(judged.outcome() != Outcome.FAILED, verdict);
      assertTrue(judged.reason() != Reason.SYNTH_NO_RESPONSE, verdict);
      assertEquals(Role.ASSISTANT, judged.document().segments().get(1).role());
      if (judged.outcome() == Outcome.KEPT) {
        assertTrue(judged.document().text().contains("42"), judged.document().text());
      }
    }
  }
}
