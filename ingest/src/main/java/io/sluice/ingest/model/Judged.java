package io.sluice.ingest.model;

import java.util.Objects;

/**
 * A document and what a stage decided about it.
 *
 * @param document the document; what is rejected keeps only the beginning of its text when written
 * @param outcome kept, rejected, failed, or a note about an input item
 * @param reason why it was rejected or failed; null where kept
 * @param detail the reason in figures or words for a person to read, or null
 */
public record Judged(Document document, Outcome outcome, Reason reason, String detail) {
  public Judged {
    Objects.requireNonNull(document, "document");
    Objects.requireNonNull(outcome, "outcome");
    boolean needsReason = outcome == Outcome.REJECTED || outcome == Outcome.FAILED;
    if (needsReason != (reason != null)) {
      throw new IllegalArgumentException("outcome " + outcome + " with reason " + reason);
    }
  }

  /** The document goes on. */
  public static Judged kept(Document document) {
    return new Judged(document, Outcome.KEPT, null, null);
  }

  /** The document is turned away. */
  public static Judged rejected(Document document, Reason reason, String detail) {
    return new Judged(document, Outcome.REJECTED, reason, detail);
  }

  /** Sluice could not treat the document. */
  public static Judged failed(Document document, Throwable error) {
    return new Judged(document, Outcome.FAILED, Reason.INTERNAL_ERROR, String.valueOf(error));
  }
}
