package io.sluice.codecorpus.quality;

import io.sluice.ingest.model.Reason;
import java.util.Objects;

/**
 * Why a file is turned away.
 *
 * @param reason the rule
 * @param detail the rule in figures or words
 */
public record Verdict(Reason reason, String detail) {
  public Verdict {
    Objects.requireNonNull(reason, "reason");
    Objects.requireNonNull(detail, "detail");
  }
}
