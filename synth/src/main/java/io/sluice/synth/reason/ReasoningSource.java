package io.sluice.synth.reason;

import io.sluice.filters.llm.ChatModel;
import io.sluice.filters.llm.LlmConfig;
import io.sluice.filters.llm.OpenAiChat;
import io.sluice.ingest.config.UserError;
import io.sluice.ingest.stage.DocumentSource;
import io.sluice.ingest.stage.InputItem;
import io.sluice.ingest.stage.Reading;
import io.sluice.synth.question.Question;
import io.sluice.synth.question.QuestionLines;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;

/**
 * Questions with known answers, in files of JSON lines, to documents of reasoning. Each question
 * gives {@code samples} documents. A line without a question is rejected as malformed, a question
 * without an answer as no response, and an answer by rejection sampling: cut off, malformed, too
 * short, repetitive, wrong. Records come out in the order of the file whatever the number of
 * requests under way.
 *
 * @param llm the model
 * @param config how it is asked and judged
 * @param prompt the instruction, holding {@code {question}}
 */
public record ReasoningSource(LlmConfig llm, ReasoningConfig config, String prompt)
    implements DocumentSource {
  private static final String PLACE = "{question}";

  public ReasoningSource {
    if (!prompt.contains(PLACE)) {
      throw new UserError(
          "prompt_file: "
              + (config.promptFile() == null ? "the instruction" : config.promptFile())
              + " does not hold "
              + PLACE,
          "put " + PLACE + " where the question goes");
    }
  }

  /**
   * A source with the configured instruction.
   *
   * @throws UserError if the instruction file cannot be read or does not hold {@code {question}}
   */
  public static ReasoningSource of(LlmConfig llm, ReasoningConfig config) {
    try (InputStream in =
        config.promptFile() == null
            ? ReasoningSource.class.getResourceAsStream("prompt.txt")
            : Files.newInputStream(java.nio.file.Path.of(config.promptFile()))) {
      String prompt = new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
      return new ReasoningSource(llm, config, prompt);
    } catch (IOException e) {
      throw new UserError(
          "prompt_file: " + config.promptFile() + " cannot be read (" + e + ")", "check the path");
    }
  }

  /** The instruction with this question in its place. */
  String ask(Question question) {
    return prompt.replace(PLACE, question.text());
  }

  /**
   * A reader with a client and {@code llm.concurrency} threads of its own.
   *
   * @throws UserError if the API key's environment variable is not set
   */
  @Override
  public Reader start() {
    ChatModel model = new OpenAiChat(llm);
    ExecutorService requests =
        Executors.newFixedThreadPool(
            llm.concurrency(),
            task -> {
              Thread thread = new Thread(task, "llm-request");
              thread.setDaemon(true);
              return thread;
            });
    return new Asking(this, model, requests);
  }

  private record Asking(ReasoningSource source, ChatModel model, ExecutorService requests)
      implements Reader {
    @Override
    public Reading open(InputItem item, Configuration hadoop) throws IOException {
      Path path = new Path(item.path());
      InputStream in = path.getFileSystem(hadoop).open(path);
      QuestionLines lines = new QuestionLines(in, source.config().fields());
      return new ReasoningReading(source, item, lines, model, requests);
    }

    @Override
    public void close() {
      requests.shutdownNow();
      model.close();
    }
  }
}
