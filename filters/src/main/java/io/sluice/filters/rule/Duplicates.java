package io.sluice.filters.rule;

/** Counts pieces of a text that occurred before in it. */
final class Duplicates {
  private final CountTable seen = new CountTable();
  private int pieces;
  private int repeated;
  private long repeatedCharacters;

  /** Starts a text of at most so many pieces. */
  void clear(int expected) {
    seen.clear(expected);
    pieces = 0;
    repeated = 0;
    repeatedCharacters = 0;
  }

  /** Adds a piece by its hash; returns whether it occurred before. */
  boolean add(long hash, int characters) {
    pieces++;
    if (seen.add(hash) == 1) {
      return false;
    }
    repeated++;
    repeatedCharacters += characters;
    return true;
  }

  /** Pieces that occurred before, to all pieces; the first of its kind does not count. */
  double share() {
    return pieces == 0 ? 0 : (double) repeated / pieces;
  }

  /** Code points of the pieces that occurred before. */
  long characters() {
    return repeatedCharacters;
  }
}
