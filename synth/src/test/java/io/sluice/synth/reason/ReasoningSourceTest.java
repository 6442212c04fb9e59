package io.sluice.synth.reason;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sluice.filters.llm.ChatModel;
import io.sluice.filters.llm.Completion;
import io.sluice.filters.llm.LlmConfig;
import io.sluice.ingest.config.Config;
import io.sluice.ingest.config.UserError;
import io.sluice.ingest.model.Document;
import io.sluice.ingest.model.DocumentId;
import io.sluice.ingest.model.Judged;
import io.sluice.ingest.model.Kind;
import io.sluice.ingest.model.Outcome;
import io.sluice.ingest.model.Reason;
import io.sluice.ingest.model.Role;
import io.sluice.ingest.model.Segment;
import io.sluice.ingest.model.Signal;
import io.sluice.ingest.stage.DocumentSource;
import io.sluice.ingest.stage.InputItem;
import io.sluice.ingest.stage.Reading;
import io.sluice.synth.question.QuestionLines;
import io.sluice.synth.reason.AnsweringServer.Reply;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class ReasoningSourceTest {
  private static final String STEPS = "First take the one number, then add the other one to it. ";
  private static final String PROMPT = "Solve it.\n{question}";

  @TempDir private Path folder;

  private static LlmConfig llm(String endpoint, int concurrency) {
    return new LlmConfig(endpoint, "tiny", null, 64, 0.5, 30, 0, concurrency);
  }

  private static ReasoningConfig config(String yaml) {
    return Config.parse(ReasoningConfig.class, yaml, "test.yaml");
  }

  private static String line(String question, String answer) {
    return "{\"question\":\"" + question + "\",\"answer\":\"" + answer + "\"}\n";
  }

  private static String brief(Judged judged) {
    return judged.reason() == null
        ? judged.outcome().id()
        : judged.reason().id() + ": " + judged.detail();
  }

  private static List<Judged> drain(Reading reading) throws IOException {
    List<Judged> all = new ArrayList<>();
    for (Judged judged = reading.next(); judged != null; judged = reading.next()) {
      all.add(judged);
    }
    assertNull(reading.next());
    assertEquals(all.size(), reading.records());
    return all;
  }

  private List<Judged> read(ReasoningSource source, String lines) throws IOException {
    Path file = folder.resolve("questions.jsonl");
    Files.writeString(file, lines);
    InputItem item = new InputItem("maths", file.toUri().toString(), Files.size(file), "f");
    try (DocumentSource.Reader reader = source.start();
        Reading reading = reader.open(item, new Configuration())) {
      List<Judged> all = drain(reading);
      assertEquals(Files.size(file), reading.bytes());
      return all;
    }
  }

  @Test
  void everyQuestionHasItsOutcomeInTheFilesOrder() throws IOException {
    Map<String, Reply> replies =
        Map.of(
            "right", Reply.of(STEPS + "\\boxed{1{,}234}"),
            "wrong", Reply.of(STEPS + "\\boxed{3}"),
            "cut", new Reply(STEPS + "\\boxed{2}", null, "length", null),
            "no answer", Reply.of(STEPS + "Done."),
            "marks", Reply.of("<think>" + STEPS + "\\boxed{2}"),
            "short", Reply.of("\\boxed{2}"),
            "loop", Reply.of(STEPS.repeat(10) + "\\boxed{2}"),
            "silent", Reply.of(null));
    String lines =
        line("right", "1234")
            + line("wrong", "#### 2")
            + line("cut", "2")
            + "{\"question\":\n\n"
            + line("no answer", "2")
            + line("marks", "2")
            + line("short", "2")
            + line("loop", "2")
            + line("silent", "2")
            + line("right", "12345");
    try (AnsweringServer server = new AnsweringServer(replies)) {
      ReasoningConfig config = config("{min_chars: 20, max_repetition: 0.5}");
      ReasoningSource source = new ReasoningSource(llm(server.endpoint(), 3), config, PROMPT);
      List<String> outcomes = read(source, lines).stream().map(ReasoningSourceTest::brief).toList();
      String broken = outcomes.get(3);
      assertTrue(broken.startsWith("synth_malformed: line 4: no JSON: "), broken);
      String silent = outcomes.get(8);
      assertTrue(
          silent.startsWith(
              "synth_no_response: "
                  + server.endpoint()
                  + "/chat/completions gave no answer: status 400: "),
          silent);
      assertEquals(
          List.of(
              "kept",
              "synth_wrong_answer: '3' is not '2'",
              "synth_cut_off: at 9 tokens",
              broken,
              "synth_malformed: no final answer",
              "synth_malformed: marks of thinking out of place",
              "synth_too_short: 9 < 20 characters",
              "synth_repetitive: 0.88 > 0.50",
              silent,
              "synth_wrong_answer: '1{,}234' is not '12345'"),
          outcomes);
    }
  }

  @Test
  void aKeptDocumentHoldsQuestionReasoningAndAnswer() throws IOException {
    String words = "It is \\boxed{2}.";
    List<Reply> forms =
        List.of(
            new Reply(words, STEPS + "\r\nSo.", "stop", null),
            Reply.of("<think>\n" + STEPS + "\nSo.</think>\n\n" + words),
            Reply.of(STEPS + "\nSo.\n</think>" + words));
    for (Reply form : forms) {
      try (AnsweringServer server = new AnsweringServer(Map.of("1+1?", form))) {
        ReasoningConfig config = config("{min_chars: 0}");
        ReasoningSource source = new ReasoningSource(llm(server.endpoint(), 1), config, PROMPT);
        String turn = "<think>" + STEPS + "\nSo.</think>\n" + words;
        Document expected =
            Document.builder(
                    Kind.REASONING, "maths", DocumentId.of("maths", "1+1?", "0", "tiny", PROMPT))
                .path(folder.resolve("questions.jsonl").toUri().toString())
                .text("1+1?\n\n" + turn)
                .segments(
                    List.of(
                        new Segment(Role.USER, "1+1?", false),
                        new Segment(Role.ASSISTANT, turn, true)))
                .signal(Signal.REPETITION, 0)
                .meta("line", "1")
                .meta("model", "tiny")
                .meta("sample", "0")
                .build();
        assertEquals(List.of(Judged.kept(expected)), read(source, line("1+1?", "2")));
      }
    }
  }

  @Test
  void samplesDifferInSeedAndId() throws IOException {
    Map<String, Reply> replies =
        Map.of("a", Reply.of(STEPS + "\\boxed{2}"), "b", Reply.of(STEPS + "\\boxed{2}"));
    try (AnsweringServer server = new AnsweringServer(replies)) {
      ReasoningSource source =
          new ReasoningSource(
              llm(server.endpoint(), 2), config("{samples: 3, min_chars: 20}"), PROMPT);
      List<Judged> all = read(source, line("a", "2") + "no JSON\n" + line("b", "2"));
      assertEquals(
          List.of("1 0", "1 1", "1 2", "2 null", "3 0", "3 1", "3 2"),
          all.stream()
              .map(judged -> judged.document().meta())
              .map(meta -> meta.get("line") + " " + meta.get("sample"))
              .toList());
      assertEquals(7, all.stream().map(judged -> judged.document().id()).distinct().count());
      Set<String> seeds = server.seeds();
      assertEquals(6, seeds.size());
      assertEquals(all, read(source, line("a", "2") + "no JSON\n" + line("b", "2")));
      assertEquals(seeds, server.seeds());
    }
  }

  @Test
  void theOrderDoesNotDependOnWhoAnswersFirst() throws IOException {
    CountDownLatch later = new CountDownLatch(1);
    Reply waits =
        new Reply(
            STEPS + "\\boxed{1}",
            null,
            "stop",
            () -> {
              try {
                later.await();
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            });
    Reply second = new Reply(STEPS + "\\boxed{2}", null, "stop", later::countDown);
    try (AnsweringServer server = new AnsweringServer(Map.of("first", waits, "second", second))) {
      String lines = line("first", "1") + line("second", "2") + line("second", "3");
      ReasoningConfig config = config("{min_chars: 20}");
      List<Judged> two =
          read(new ReasoningSource(llm(server.endpoint(), 2), config, PROMPT), lines);
      List<Judged> one =
          read(new ReasoningSource(llm(server.endpoint(), 1), config, PROMPT), lines);
      assertEquals(
          List.of("kept", "kept", "synth_wrong_answer: '2' is not '3'"),
          two.stream().map(ReasoningSourceTest::brief).toList());
      assertEquals(two, one);
    }
  }

  @Test
  void whatWasAskedBeforeTheFileBreaksOffComesOut() throws IOException {
    InputStream breaks = InputStream.nullInputStream();
    breaks.close();
    byte[] start = (line("a", "2") + line("b", "2")).getBytes(StandardCharsets.UTF_8);
    InputStream in = new SequenceInputStream(new ByteArrayInputStream(start), breaks);
    ReasoningConfig config = config("{min_chars: 20}");
    ReasoningSource source = new ReasoningSource(llm("http://127.0.0.1:1", 8), config, PROMPT);
    ChatModel model =
        (messages, seed) -> {
          if (messages.get(0).content().endsWith("b")) {
            throw new IllegalStateException("ours");
          }
          return new Completion(STEPS + STEPS.length() + "\\boxed{2}", "", true, 1);
        };
    ExecutorService requests = Executors.newFixedThreadPool(2);
    InputItem item = new InputItem("maths", "q.jsonl", 0, "f");
    try (Reading reading =
        new ReasoningReading(
            source, item, new QuestionLines(in, config.fields()), model, requests)) {
      assertEquals(Outcome.KEPT, reading.next().outcome());
      Judged failed = reading.next();
      assertEquals(
          List.of(Outcome.FAILED, Reason.INTERNAL_ERROR),
          List.of(failed.outcome(), failed.reason()));
      assertEquals("Stream closed", assertThrows(IOException.class, reading::next).getMessage());
      assertEquals(2, reading.records());
    } finally {
      requests.shutdownNow();
    }
  }

  @Test
  void aFileThatIsNotThereIsAnIoError() {
    ReasoningSource source =
        new ReasoningSource(llm("http://127.0.0.1:1", 1), config("{}"), PROMPT);
    InputItem item = new InputItem("maths", folder.resolve("none").toUri().toString(), 0, "f");
    try (DocumentSource.Reader reader = source.start()) {
      assertThrows(IOException.class, () -> reader.open(item, new Configuration()));
    }
  }

  @Test
  void theInstructionMustHoldTheQuestionsPlace() throws IOException {
    LlmConfig llm = llm("http://127.0.0.1:1", 1);
    assertTrue(ReasoningSource.of(llm, config("{}")).prompt().contains("{question}"));
    Path own = folder.resolve("own.txt");
    Files.writeString(own, "Say {question}\n");
    assertEquals(
        "Say {question}", ReasoningSource.of(llm, config("{prompt_file: '" + own + "'}")).prompt());
    Files.writeString(own, "Say it");
    ReasoningConfig without = config("{prompt_file: '" + own + "'}");
    UserError error = assertThrows(UserError.class, () -> ReasoningSource.of(llm, without));
    assertEquals("prompt_file: " + own + " does not hold {question}", error.getMessage());
    ReasoningConfig absent = config("{prompt_file: '" + folder.resolve("none") + "'}");
    assertThrows(UserError.class, () -> ReasoningSource.of(llm, absent));
  }
}
