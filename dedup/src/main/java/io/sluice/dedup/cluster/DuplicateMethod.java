package io.sluice.dedup.cluster;

import io.sluice.ingest.model.Reason;
import java.util.Locale;

/** How the members of a cluster were found to be duplicates; stored as {@link #id()}. */
public enum DuplicateMethod {
  /** The same canonical URL as a newer document. */
  URL(Reason.URL_DUPLICATE),
  /** The same text, in the form that exact hashes are taken of. */
  EXACT(Reason.EXACT_DUPLICATE),
  /** Shared a band of MinHash values with another member. */
  MINHASH(Reason.MINHASH_DUPLICATE);

  private final String id = name().toLowerCase(Locale.ROOT);
  private final Reason reason;

  DuplicateMethod(Reason reason) {
    this.reason = reason;
  }

  /** The name in the verdict table: lower case. */
  public String id() {
    return id;
  }

  /** Why a duplicate found in this way is dropped. */
  public Reason reason() {
    return reason;
  }
}
