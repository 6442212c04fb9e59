package io.sluice.synth.reason;

import io.sluice.filters.llm.ChatMessage;
import io.sluice.filters.llm.ChatModel;
import io.sluice.filters.llm.LlmException;
import io.sluice.ingest.model.Document;
import io.sluice.ingest.model.DocumentId;
import io.sluice.ingest.model.Judged;
import io.sluice.ingest.model.Kind;
import io.sluice.ingest.model.Reason;
import io.sluice.ingest.stage.InputItem;
import io.sluice.ingest.stage.Reading;
import io.sluice.ingest.text.Draw;
import io.sluice.synth.question.Question;
import io.sluice.synth.question.QuestionLines;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;

/**
 * A file of questions being answered. Keeps a bounded number of requests under way and gives their
 * results in the file's order; where the file breaks off, what was asked before still comes out.
 */
final class ReasoningReading implements Reading {
  private final ReasoningSource source;
  private final InputItem item;
  private final QuestionLines lines;
  private final ChatModel model;
  private final ExecutorService requests;
  private final ReasoningCheck check;
  private final Queue<Future<Judged>> underWay = new ArrayDeque<>();
  private Question question;
  private int sample;
  private boolean ended;
  private IOException broken;
  private long records;

  ReasoningReading(
      ReasoningSource source,
      InputItem item,
      QuestionLines lines,
      ChatModel model,
      ExecutorService requests) {
    this.source = source;
    this.item = item;
    this.lines = lines;
    this.model = model;
    this.requests = requests;
    this.check = new ReasoningCheck(source.config());
  }

  @Override
  public Judged next() throws IOException {
    while (!ended && underWay.size() < 2 * source.llm().concurrency()) {
      ask();
    }
    if (underWay.isEmpty()) {
      if (broken != null) {
        throw broken;
      }
      return null;
    }
    try {
      return underWay.remove().get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while the model was answering", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("a request failed in an unforeseen way", e.getCause());
    }
  }

  /** Puts the next sample under way, or notes that there is none. */
  private void ask() {
    if (question == null || sample == source.config().samples()) {
      QuestionLines.Line line;
      try {
        line = lines.next();
      } catch (IOException e) {
        broken = e;
        line = null;
      }
      if (line == null) {
        ended = true;
        return;
      }
      if (line.question() == null) {
        records++;
        underWay.add(CompletableFuture.completedFuture(malformed(line)));
        return;
      }
      question = line.question();
      sample = 0;
    }
    Question asked = question;
    int number = sample++;
    records++;
    underWay.add(requests.submit(() -> answer(asked, number)));
  }

  private Judged malformed(QuestionLines.Line line) {
    String id = DocumentId.of(item.source(), item.path(), line.problem());
    Document document =
        Document.builder(Kind.REASONING, item.source(), id)
            .path(item.path())
            .meta("line", Long.toString(line.number()))
            .build();
    return Judged.rejected(document, Reason.SYNTH_MALFORMED, line.problem());
  }

  private Judged answer(Question asked, int number) {
    String model = source.llm().model();
    String id =
        DocumentId.of(
            item.source(), asked.text(), Integer.toString(number), model, source.prompt());
    Document.Builder builder =
        Document.builder(Kind.REASONING, item.source(), id)
            .path(item.path())
            .text(asked.text())
            .meta("line", Long.toString(asked.line()))
            .meta("model", model)
            .meta("sample", Integer.toString(number));
    long seed = Draw.bits(source.config().seed(), "reasoning/" + number, asked.text());
    try {
      List<ChatMessage> messages = List.of(ChatMessage.user(source.ask(asked)));
      return check.judge(builder, asked, this.model.complete(messages, seed));
    } catch (LlmException e) {
      return Judged.rejected(builder.build(), Reason.SYNTH_NO_RESPONSE, e.getMessage());
    } catch (RuntimeException e) {
      return Judged.failed(builder.build(), e);
    }
  }

  @Override
  public long records() {
    return records;
  }

  @Override
  public long bytes() {
    return lines.bytes();
  }

  @Override
  public void close() throws IOException {
    underWay.forEach(request -> request.cancel(true));
    lines.close();
  }
}
