package io.sluice.synth.reason;

import io.sluice.filters.llm.Completion;
import io.sluice.ingest.model.Document;
import io.sluice.ingest.model.Judged;
import io.sluice.ingest.model.Reason;
import io.sluice.ingest.model.Role;
import io.sluice.ingest.model.Segment;
import io.sluice.ingest.model.Signal;
import io.sluice.synth.question.Question;
import io.sluice.synth.verify.AnswerCheck;
import io.sluice.synth.verify.FinalAnswer;
import java.util.List;
import java.util.Locale;

/**
 * Rejection sampling (arXiv 2508.06471, section 3.1): turns one answer of the model into a
 * document, and away by the first of: cut off, malformed, too short, repetitive, wrong. The final
 * answer is looked for in the words after the reasoning; without one, or with a mark of thinking
 * where none belongs, the answer is malformed.
 */
final class ReasoningCheck {
  private static final String THINK = "<think>";
  private static final String THINK_END = "</think>";

  private final ReasoningConfig config;

  ReasoningCheck(ReasoningConfig config) {
    this.config = config;
  }

  /** Decides about one answer; the builder has everything but text, segments and signals. */
  Judged judge(Document.Builder builder, Question question, Completion completion) {
    String reasoning = tidy(completion.reasoning());
    String words = tidy(completion.content());
    int end = words.indexOf(THINK_END);
    if (reasoning.isEmpty() && end >= 0) {
      // A template that opens the block itself leaves its end alone in the answer.
      int start = words.startsWith(THINK) ? THINK.length() : 0;
      reasoning = words.substring(start, end).strip();
      words = words.substring(end + THINK_END.length()).strip();
    }
    String turn = THINK + reasoning + THINK_END + "\n" + words;
    String both = reasoning + "\n" + words;
    double repetition = Repetition.of(both);
    Document document =
        builder
            .text(question.text() + "\n\n" + turn)
            .segments(
                List.of(
                    new Segment(Role.USER, question.text(), false),
                    new Segment(Role.ASSISTANT, turn, true)))
            .meta("subject", question.subject())
            .signal(Signal.REPETITION, repetition)
            .build();
    if (!completion.finished()) {
      return Judged.rejected(
          document, Reason.SYNTH_CUT_OFF, "at " + completion.tokens() + " tokens");
    }
    if (both.contains(THINK) || both.contains(THINK_END)) {
      return Judged.rejected(document, Reason.SYNTH_MALFORMED, "marks of thinking out of place");
    }
    String given = FinalAnswer.in(words).orElse(null);
    if (given == null) {
      return Judged.rejected(document, Reason.SYNTH_MALFORMED, "no final answer");
    }
    int characters = reasoning.codePointCount(0, reasoning.length());
    characters += words.codePointCount(0, words.length());
    if (characters < config.minChars()) {
      return Judged.rejected(
          document, Reason.SYNTH_TOO_SHORT, characters + " < " + config.minChars() + " characters");
    }
    if (repetition > config.maxRepetition()) {
      return Judged.rejected(
          document,
          Reason.SYNTH_REPETITIVE,
          String.format(Locale.ROOT, "%.2f > %.2f", repetition, config.maxRepetition()));
    }
    String expected = FinalAnswer.in(question.answer()).orElse(question.answer());
    return AnswerCheck.same(given, expected)
        ? Judged.kept(document)
        : Judged.rejected(
            document, Reason.SYNTH_WRONG_ANSWER, "'" + given + "' is not '" + expected + "'");
  }

  private static String tidy(String text) {
    return text.replace("\r\n", "\n").strip();
  }
}
