package io.sluice.synth.reason;

import it.unimi.dsi.fastutil.longs.LongOpenHashSet;

/** How far a text repeats itself: loops are the commonest fault of sampled reasoning. */
final class Repetition {
  private static final int PIECE = 20;
  private static final long BASE = 0x9E3779B97F4A7C15L;

  private Repetition() {}

  /**
   * The share of positions whose next 20 UTF-16 units stood earlier in the text, 0..1; 0 for a text
   * shorter than 40. One pass with a rolling hash.
   */
  static double of(String text) {
    if (text.length() < 2 * PIECE) {
      return 0;
    }
    long top = 1;
    for (int i = 1; i < PIECE; i++) {
      top *= BASE;
    }
    LongOpenHashSet seen = new LongOpenHashSet();
    long hash = 0;
    int repeated = 0;
    int pieces = text.length() - PIECE + 1;
    for (int i = 0; i < text.length(); i++) {
      if (i >= PIECE) {
        hash -= text.charAt(i - PIECE) * top;
      }
      hash = hash * BASE + text.charAt(i);
      if (i >= PIECE - 1 && !seen.add(hash)) {
        repeated++;
      }
    }
    return (double) repeated / pieces;
  }
}
