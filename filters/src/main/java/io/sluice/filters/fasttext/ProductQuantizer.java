package io.sluice.filters.fasttext;

import java.io.IOException;
import java.util.Locale;

/**
 * Product quantiser (arXiv 1612.03651): a vector is cut into parts, and each part is the number of
 * one of 256 centroids.
 */
final class ProductQuantizer {
  private static final int CENTROIDS = 256;

  private final int dimension;
  private final int parts;
  private final int width;
  private final float[] centroids;

  ProductQuantizer(LittleEndian in) throws IOException {
    dimension = in.int32();
    parts = in.int32();
    width = in.int32();
    int lastWidth = in.int32();
    if (dimension < 1
        || dimension > 1 << 16
        || width < 1
        || parts < 1
        || (long) (parts - 1) * width + lastWidth != dimension
        || lastWidth < 1) {
      throw new IOException(
          String.format(
              Locale.ROOT,
              "a quantiser of dimension %d has %d parts of %d and a last one of %d",
              dimension,
              parts,
              width,
              lastWidth));
    }
    centroids = in.floats(dimension * CENTROIDS);
  }

  int dimension() {
    return dimension;
  }

  /** Codes in a vector. */
  int parts() {
    return parts;
  }

  /** First number of one-dimensional code {@code code}. */
  float scalar(byte code) {
    return centroids[code & 0xff];
  }

  /** Adds {@code scale} times the vector whose codes begin at {@code base}. */
  void add(byte[] codes, int base, float scale, float[] sum, int offset) {
    for (int part = 0; part < parts; part++) {
      int first = part * width;
      int last = Math.min(first + width, dimension);
      int centroid = first * CENTROIDS + (codes[base + part] & 0xff) * (last - first);
      for (int i = first; i < last; i++) {
        sum[offset + i] += scale * centroids[centroid + i - first];
      }
    }
  }
}
