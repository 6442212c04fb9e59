package io.sluice.filters.llm;

import java.util.Objects;

/**
 * What the model answered.
 *
 * @param content the answer, without reasoning where the server tells them apart; may be empty
 * @param reasoning the reasoning that the server gave beside the answer, empty where it gave none
 * @param finished whether the model ended by itself (finish reason {@code stop}); false where it
 *     was cut off, filtered, or the server does not say
 * @param tokens tokens of the answer as the server counts them, 0 where it does not say
 */
public record Completion(String content, String reasoning, boolean finished, int tokens) {
  public Completion {
    Objects.requireNonNull(content, "content");
    Objects.requireNonNull(reasoning, "reasoning");
  }
}
