package io.sluice.mixer.plan;

import java.util.Locale;

/**
 * Quality tier of source code and code pages, best first (GLM-4.5, arXiv 2508.06471, section 2.2).
 * {@link #UNSCORED} is a document without the tier score.
 */
public enum Tier {
  HIGH,
  MEDIUM,
  LOW,
  UNSCORED;

  private final String id = name().toLowerCase(Locale.ROOT);

  /** The name in recipes and plans: lower case. */
  public String id() {
    return id;
  }
}
