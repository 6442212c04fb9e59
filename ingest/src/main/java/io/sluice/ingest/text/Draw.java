package io.sluice.ingest.text;

/**
 * Seeded draws that depend on a purpose and an id alone, so that no result depends on the order or
 * the number of partitions.
 */
public final class Draw {
  private Draw() {}

  /** 64 uniform bits for this id under this seed; {@code purpose} keeps different uses apart. */
  public static long bits(long seed, String purpose, String id) {
    return Hash128.of(seed, purpose + '\u0000' + id).high();
  }

  /** A uniform number in [0, 1) for this id under this seed. */
  public static double uniform(long seed, String purpose, String id) {
    return toUniform(bits(seed, purpose, id));
  }

  /** The top 53 of 64 uniform bits as a number in [0, 1). */
  public static double toUniform(long bits) {
    return (bits >>> 11) * 0x1.0p-53;
  }
}
