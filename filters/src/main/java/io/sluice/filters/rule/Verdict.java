package io.sluice.filters.rule;

import io.sluice.ingest.model.Reason;

/**
 * What the rules say of a document.
 *
 * @param reason the first rule that failed, null where the document is kept
 * @param detail its figures, such as {@code duplicate_lines 0.41 > 0.3}; null where kept
 */
public record Verdict(Reason reason, String detail) {
  static final Verdict KEEP = new Verdict(null, null);

  public Verdict {
    if ((reason == null) != (detail == null)) {
      throw new IllegalArgumentException("reason " + reason + " with detail " + detail);
    }
  }

  /** Whether the document is kept. */
  public boolean keep() {
    return reason == null;
  }
}
