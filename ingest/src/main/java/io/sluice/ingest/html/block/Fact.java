package io.sluice.ingest.html.block;

/**
 * What is counted of a block. Counts are of visible characters (code points); white space and
 * invisible characters count nowhere.
 */
public final class Fact {
  /** Characters; those of scripts without word spaces, and Hangul, count 2, for they say more. */
  public static final int WEIGHT = 0;

  /** The part of the weight that stands in links. */
  public static final int LINKED = 1;

  /** Words; each character of a script without word spaces counts as one. */
  public static final int WORDS = 2;

  /** Punctuation marks that end sentences or clauses, in any script, right after a character. */
  public static final int STOPS = 3;

  /** The stops that end sentences. */
  public static final int ENDS = 4;

  /** Commas of any script. */
  public static final int COMMAS = 5;

  /** Digits of ASCII. */
  public static final int DIGITS = 6;

  /** Upper case letters. */
  public static final int UPPER = 7;

  /** Characters that are neither letters nor digits nor stops. */
  public static final int SYMBOLS = 8;

  /** Links that begin in the block or since the one before. */
  public static final int LINKS = 9;

  /** Images in the block or since the one before. */
  public static final int IMAGES = 10;

  /** Form controls in the block or since the one before. */
  public static final int CONTROLS = 11;

  /** Line breaks within the block. */
  public static final int BREAKS = 12;

  /** Formulas. */
  public static final int FORMULAS = 13;

  /** The last visible character, a code point. */
  public static final int LAST = 14;

  /** One more than the greatest number. */
  public static final int COUNT = 15;

  private Fact() {}
}
