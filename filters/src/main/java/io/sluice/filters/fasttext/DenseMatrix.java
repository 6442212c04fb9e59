package io.sluice.filters.fasttext;

/** Rows of floats in one flat array. */
final class DenseMatrix implements InputMatrix {
  private final float[] values;
  private final int columns;

  DenseMatrix(float[] values, int columns) {
    if (values.length % columns != 0) {
      throw new IllegalArgumentException(values.length + " values in rows of " + columns);
    }
    this.values = values;
    this.columns = columns;
  }

  @Override
  public long rows() {
    return values.length / columns;
  }

  int columns() {
    return columns;
  }

  float[] values() {
    return values;
  }

  @Override
  public void add(int row, float[] sum) {
    int base = row * columns;
    for (int i = 0; i < columns; i++) {
      sum[i] += values[base + i];
    }
  }

  /** Dot product of a row and a vector. */
  float dot(int row, float[] vector) {
    int base = row * columns;
    float sum = 0;
    for (int i = 0; i < columns; i++) {
      sum += values[base + i] * vector[i];
    }
    return sum;
  }
}
