package io.sluice.dedup.sketch;

import io.sluice.ingest.text.Hash128;
import java.nio.ByteBuffer;

/** Lays out one signature; values come in the order of the hash functions. */
final class SignatureWriter {
  private final SketchConfig config;
  private final byte[] bytes;
  private final ByteBuffer buffer;
  private int written;
  private long band;

  SignatureWriter(SketchConfig config, int fingerprint, Hash128 exact, boolean empty) {
    this.config = config;
    int size = empty ? Signature.HEADER : Signature.size(config.bands(), config.rows());
    bytes = new byte[size];
    buffer = ByteBuffer.wrap(bytes);
    buffer
        .put(Signature.VERSION)
        .put(empty ? Signature.EMPTY : 0)
        .put((byte) config.bands())
        .put((byte) config.rows())
        .putInt(fingerprint)
        .putLong(exact.high())
        .putLong(exact.low());
  }

  void value(long minimum) {
    // The functions are linear: mixed, so that unequal minima share low bits by chance alone.
    long mixed = Hash128.mix(config.bits() == 32 ? minimum >>> 32 : minimum);
    band = Hash128.mix(band ^ mixed) + mixed;
    int row = written % config.rows();
    if (row == config.rows() - 1) {
      buffer.putLong(band);
      band = 0;
    }
    int at = Signature.HEADER + Long.BYTES * config.bands() + written / 2;
    int low = (int) mixed & 0xf;
    bytes[at] |= (byte) (written % 2 == 0 ? low << 4 : low);
    written++;
  }

  byte[] bytes() {
    return bytes;
  }
}
