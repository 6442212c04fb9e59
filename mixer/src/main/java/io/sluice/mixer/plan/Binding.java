package io.sluice.mixer.plan;

import java.util.Locale;

/** What keeps a component from having the tokens it asks for. */
public enum Binding {
  /** Nothing: it has what it asks for. */
  NONE,
  /** The inventory has no document of any of its kinds. */
  MISSING_KIND,
  /** There are documents of its kinds, but none that fits, or an earlier component has them. */
  NOTHING_AVAILABLE,
  /** Every document is already seen as often as is allowed. */
  MAX_EPOCHS,
  /** The stage has no more tokens to give to components that are sized by epochs. */
  STAGE_TOKENS;

  /** The name in words, for tables. */
  public String words() {
    return this == NONE ? "" : name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
