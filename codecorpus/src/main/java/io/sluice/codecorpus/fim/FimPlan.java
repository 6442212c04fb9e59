package io.sluice.codecorpus.fim;

import java.util.Objects;

/**
 * Where a document is cut. Each span may be empty.
 *
 * @param order how the spans are written
 * @param cut1 UTF-16 offset where the middle begins
 * @param cut2 UTF-16 offset where the suffix begins, at least {@code cut1}
 */
public record FimPlan(FimOrder order, int cut1, int cut2) {
  public FimPlan {
    Objects.requireNonNull(order, "order");
    if (cut1 < 0 || cut2 < cut1) {
      throw new IllegalArgumentException(
          "cuts: got " + cut1 + ", " + cut2 + ", allowed 0 <= cut1 <= cut2");
    }
  }

  /** The text before the first cut. */
  public String prefix(String text) {
    return text.substring(0, cut1);
  }

  /** The text between the cuts. */
  public String middle(String text) {
    return text.substring(cut1, cut2);
  }

  /** The text after the second cut. */
  public String suffix(String text) {
    return text.substring(cut2);
  }

  /**
   * The text of one part.
   *
   * @throws IllegalArgumentException if the part is a sentinel, which has no text
   */
  public String span(FimPart part, String text) {
    return switch (part) {
      case PREFIX -> prefix(text);
      case MIDDLE -> middle(text);
      case SUFFIX -> suffix(text);
      default -> throw new IllegalArgumentException("part: got " + part + ", allowed a span");
    };
  }
}
