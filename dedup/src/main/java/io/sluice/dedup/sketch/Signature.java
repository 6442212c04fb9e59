package io.sluice.dedup.sketch;

import io.sluice.ingest.text.Hash128;
import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * Reads the {@code signature} column.
 *
 * <p>Layout, version 1, numbers big-endian:
 *
 * <table>
 * <caption>bytes</caption>
 * <tr><th>offset</th><th>length</th><th>content</th></tr>
 * <tr><td>0</td><td>1</td><td>version, 1</td></tr>
 * <tr><td>1</td><td>1</td><td>bit 0: the document has no word; nothing follows the exact hash</td></tr>
 * <tr><td>2</td><td>1</td><td>number of bands B, unsigned</td></tr>
 * <tr><td>3</td><td>1</td><td>values a band R, unsigned</td></tr>
 * <tr><td>4</td><td>4</td><td>fingerprint of all sketch settings</td></tr>
 * <tr><td>8</td><td>16</td><td>exact hash of the normalised whole text (white space folded, NFC,
 *     case kept)</td></tr>
 * <tr><td>24</td><td>8·B</td><td>a hash of each band's R values, ready to join</td></tr>
 * <tr><td>24 + 8·B</td><td>⌈B·R / 2⌉</td><td>4 bits of each value, the first in the high half of a
 *     byte</td></tr>
 * </table>
 *
 * <p>192 bytes with 14 bands of 8.
 */
public final class Signature {
  /** The layout's version. */
  public static final byte VERSION = 1;

  static final byte EMPTY = 1;
  static final int HEADER = 24;

  /** Unequal values share their 4 stored bits this often. */
  private static final double CHANCE = 1.0 / 16;

  private final byte[] bytes;
  private final ByteBuffer buffer;

  private Signature(byte[] bytes) {
    this.bytes = bytes;
    this.buffer = ByteBuffer.wrap(bytes);
  }

  /**
   * A view of the bytes, which are not copied.
   *
   * @throws IllegalArgumentException if they are no signature of this version, saying what is wrong
   */
  public static Signature of(byte[] bytes) {
    if (bytes.length < HEADER) {
      throw new IllegalArgumentException(
          "signature: got " + bytes.length + " bytes, needs at least " + HEADER);
    }
    if (bytes[0] != VERSION) {
      throw new IllegalArgumentException(
          "signature: got version " + (bytes[0] & 0xff) + ", this release reads " + VERSION);
    }
    Signature signature = new Signature(bytes);
    int expected = signature.empty() ? HEADER : size(bytes[2] & 0xff, bytes[3] & 0xff);
    if (bytes.length != expected) {
      throw new IllegalArgumentException(
          "signature: got " + bytes.length + " bytes, its header says " + expected);
    }
    return signature;
  }

  static int size(int bands, int rows) {
    return HEADER + Long.BYTES * bands + (bands * rows + 1) / 2;
  }

  /** Whether the document has no word: it has no bands and is never a near-duplicate. */
  public boolean empty() {
    return (bytes[1] & EMPTY) != 0;
  }

  /** 32 bits that name the sketch settings; signatures that differ here do not compare. */
  public int settings() {
    return buffer.getInt(4);
  }

  /** Hash of the normalised whole text: equal for exact duplicates. */
  public Hash128 exactHash() {
    return new Hash128(buffer.getLong(8), buffer.getLong(16));
  }

  /** Number of bands under the settings, also where the signature is empty. */
  public int bands() {
    return bytes[2] & 0xff;
  }

  /** Number of min-hash values under the settings, also where the signature is empty. */
  public int values() {
    return bands() * (bytes[3] & 0xff);
  }

  /**
   * Hash of band {@code i}'s values: documents that agree on it are candidates. Bands of different
   * numbers are not to be compared.
   *
   * @throws IndexOutOfBoundsException if the signature is empty or has no such band
   */
  public long band(int i) {
    int held = empty() ? 0 : bands();
    if (i < 0 || i >= held) {
      throw new IndexOutOfBoundsException("band " + i + " of " + held);
    }
    return buffer.getLong(HEADER + Long.BYTES * i);
  }

  /**
   * Estimate of the Jaccard similarity of two documents' shingle sets, 0..1. The share m of
   * agreeing 4-bit values is corrected for chance agreement, {@code (m - 1/16) / (1 - 1/16)} (b-bit
   * minwise hashing, Li and König, arXiv 0910.3349, with b = 4 and documents small beside the space
   * of shingles), and not below 0. Its standard error with 112 values is at most 0.051. Equal exact
   * hashes give 1; an empty signature and another text give 0.
   *
   * @throws IllegalArgumentException if the two were made with different settings
   */
  public double similarity(Signature other) {
    if (settings() != other.settings()) {
      throw new IllegalArgumentException("signature: the two were made with different settings");
    }
    if (exactHash().equals(other.exactHash())) {
      return 1;
    }
    return similarity(values(), valueBits(), other.valueBits());
  }

  /** The 4 bits of every value, packed as in the layout; no bytes where the signature is empty. */
  public byte[] valueBits() {
    return Arrays.copyOfRange(
        bytes, empty() ? HEADER : HEADER + Long.BYTES * bands(), bytes.length);
  }

  /**
   * The same estimate from {@link #valueBits()} alone, for when the rest was left behind; 0 where
   * either has none.
   *
   * @param values number of min-hash values behind both, under one settings
   */
  public static double similarity(int values, byte[] bits, byte[] otherBits) {
    if (bits.length == 0 || otherBits.length == 0) {
      return 0;
    }
    int needed = (values + 1) / 2;
    if (bits.length != needed || otherBits.length != needed) {
      throw new IllegalArgumentException(
          "bits: got " + bits.length + " and " + otherBits.length + " bytes, allowed " + needed);
    }
    int agreeing = 0;
    for (int i = 0; i < bits.length; i++) {
      int unlike = bits[i] ^ otherBits[i];
      agreeing += (unlike & 0xf0) == 0 ? 1 : 0;
      agreeing += (unlike & 0x0f) == 0 ? 1 : 0;
    }
    int padding = values % 2; // an unused half byte is 0 in both
    double share = (double) (agreeing - padding) / values;
    return Math.max(0, (share - CHANCE) / (1 - CHANCE));
  }
}
