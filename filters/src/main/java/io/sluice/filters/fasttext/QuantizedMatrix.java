package io.sluice.filters.fasttext;

import java.io.IOException;

/** Rows as codes of a product quantiser, their lengths perhaps apart. */
final class QuantizedMatrix implements InputMatrix {
  private final int rows;
  private final byte[] codes;
  private final ProductQuantizer quantizer;
  private final byte[] lengthCodes;
  private final ProductQuantizer lengths;

  QuantizedMatrix(LittleEndian in) throws IOException {
    boolean normed = in.bool();
    long m = in.int64();
    long n = in.int64();
    int size = in.int32();
    if (m < 0 || m > Integer.MAX_VALUE || size < 0) {
      throw new IOException("a quantised matrix of " + m + " rows and " + size + " codes");
    }
    rows = (int) m;
    codes = in.bytes(size);
    quantizer = new ProductQuantizer(in);
    if (quantizer.dimension() != n || (long) rows * quantizer.parts() != size) {
      throw new IOException(
          "a quantised matrix of " + m + " by " + n + " has " + size + " codes of another shape");
    }
    lengthCodes = normed ? in.bytes(rows) : null;
    lengths = normed ? new ProductQuantizer(in) : null;
  }

  @Override
  public long rows() {
    return rows;
  }

  int columns() {
    return quantizer.dimension();
  }

  @Override
  public void add(int row, float[] sum) {
    add(row, sum, 0);
  }

  private void add(int row, float[] sum, int offset) {
    float length = lengths == null ? 1 : lengths.scalar(lengthCodes[row]);
    quantizer.add(codes, row * quantizer.parts(), length, sum, offset);
  }

  /** Floats that {@link #decode} makes. */
  long values() {
    return (long) rows * quantizer.dimension();
  }

  /** The same rows as floats. */
  DenseMatrix decode() {
    float[] values = new float[Math.toIntExact(values())];
    for (int row = 0; row < rows; row++) {
      add(row, values, row * quantizer.dimension());
    }
    return new DenseMatrix(values, quantizer.dimension());
  }
}
