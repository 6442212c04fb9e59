package io.sluice.mixer.tokenize;

import it.unimi.dsi.fastutil.io.FastByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * Token sequences as bytes, for the shuffle: count, loss as run lengths (0 runs: all carry loss;
 * the first run is without loss and may be empty), then ids; every number a base-128 varint, so an
 * id below 2<sup>21</sup> takes at most three bytes.
 */
public final class TokenCodec {
  private TokenCodec() {}

  /** Appends a sequence. */
  public static void write(TokenSequence tokens, FastByteArrayOutputStream out) {
    writeInt(tokens.length(), out);
    writeLoss(tokens, out);
    for (int i = 0; i < tokens.length(); i++) {
      writeInt(tokens.id(i), out);
    }
  }

  private static void writeLoss(TokenSequence tokens, FastByteArrayOutputStream out) {
    if (tokens.allLoss()) {
      writeInt(0, out);
      return;
    }
    int[] runs = new int[tokens.length() + 1];
    int count = 1;
    boolean loss = false;
    for (int i = 0; i < tokens.length(); i++) {
      if (tokens.loss(i) != loss) {
        loss = !loss;
        count++;
      }
      runs[count - 1]++;
    }
    writeInt(count, out);
    for (int i = 0; i < count; i++) {
      writeInt(runs[i], out);
    }
  }

  /** Number of tokens of the sequence at the buffer's position, which does not move. */
  public static int length(ByteBuffer in) {
    return readInt(in.duplicate());
  }

  /** Reads the sequence at the buffer's position. */
  public static TokenSequence read(ByteBuffer in) {
    int length = readInt(in);
    byte[] loss = null;
    int runs = readInt(in);
    if (runs > 0) {
      loss = new byte[length];
      int at = 0;
      for (int run = 0; run < runs; run++) {
        int end = at + readInt(in);
        Arrays.fill(loss, at, end, (byte) (run & 1));
        at = end;
      }
    }
    int[] ids = new int[length];
    for (int i = 0; i < length; i++) {
      ids[i] = readInt(in);
    }
    return new TokenSequence(ids, loss);
  }

  /** Appends a number, 0 and more. */
  public static void writeInt(int value, FastByteArrayOutputStream out) {
    int rest = value;
    while (rest > 0x7f) {
      out.write((rest & 0x7f) | 0x80);
      rest >>>= 7;
    }
    out.write(rest);
  }

  /** Reads a number. */
  public static int readInt(ByteBuffer in) {
    int value = 0;
    for (int shift = 0; ; shift += 7) {
      byte b = in.get();
      value |= (b & 0x7f) << shift;
      if (b >= 0) {
        return value;
      }
    }
  }
}
