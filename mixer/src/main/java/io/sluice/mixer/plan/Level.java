package io.sluice.mixer.plan;

import java.util.Locale;

/**
 * Quality level of a text, best first (Nemotron-CC, arXiv 2412.02595). {@link #UNSCORED} is a
 * document without any of the ensemble's scores.
 */
public enum Level {
  HIGH,
  MEDIUM_HIGH,
  MEDIUM,
  MEDIUM_LOW,
  LOW,
  UNSCORED;

  private final String id = name().toLowerCase(Locale.ROOT);

  /** The name in recipes and plans: lower case. */
  public String id() {
    return id;
  }
}
