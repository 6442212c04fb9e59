package io.sluice.dedup.semantic;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Vectors as they are stored: float32, little-endian, one after another, no header. */
public final class Vectors {
  private Vectors() {}

  /** The stored form, four bytes a float. */
  public static byte[] encode(float[] vector) {
    ByteBuffer bytes = ByteBuffer.allocate(vector.length * 4).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asFloatBuffer().put(vector);
    return bytes.array();
  }

  /**
   * Reads a vector to {@code into} from {@code at} on and scales it to unit length.
   *
   * @return false, with nothing to rely on in {@code into}, where the vector has no direction: all
   *     zeros, or a value that is not finite
   */
  public static boolean decode(byte[] stored, float[] into, int at) {
    int dimension = stored.length / 4;
    ByteBuffer.wrap(stored).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(into, at, dimension);
    double squares = 0;
    for (int d = at; d < at + dimension; d++) {
      squares += (double) into[d] * into[d];
    }
    if (!(squares > 0) || Double.isInfinite(squares)) {
      return false;
    }
    double scale = 1 / Math.sqrt(squares);
    for (int d = at; d < at + dimension; d++) {
      into[d] = (float) (into[d] * scale);
    }
    return true;
  }
}
