package io.sluice.synth.question;

import java.util.Objects;

/**
 * A question with its reference answer.
 *
 * @param text the question
 * @param answer the reference answer as the file has it, which may hold a worked solution
 * @param subject what it is about, or null
 * @param line 1-based line in its file
 */
public record Question(String text, String answer, String subject, long line) {
  public Question {
    Objects.requireNonNull(text, "text");
    Objects.requireNonNull(answer, "answer");
  }
}
