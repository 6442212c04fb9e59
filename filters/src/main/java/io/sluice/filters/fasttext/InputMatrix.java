package io.sluice.filters.fasttext;

/** Vectors of words and n-grams, a row each. Immutable. */
interface InputMatrix {
  /** Number of rows. */
  long rows();

  /** Adds a row to {@code sum}, which is as long as the dimension. */
  void add(int row, float[] sum);
}
