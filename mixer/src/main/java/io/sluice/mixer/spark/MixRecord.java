package io.sluice.mixer.spark;

import io.sluice.ingest.model.Kind;
import io.sluice.ingest.text.Draw;
import io.sluice.mixer.tokenize.TokenCodec;
import io.sluice.mixer.tokenize.TokenSequence;
import it.unimi.dsi.fastutil.io.FastByteArrayOutputStream;
import java.io.Serializable;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;

/**
 * One epoch of one document in the shuffle: a key and a value of bytes, which Java serialization
 * passes on as they are.
 *
 * <p>The key is 8 bytes of the document's place in the stage's order, then its id, a zero byte and
 * 4 bytes of epoch; keys compare byte by byte. The value is component, kind and the tokens.
 */
final class MixRecord {
  /** Orders keys by place, id and epoch. */
  static final class Order implements Comparator<byte[]>, Serializable {
    private static final long serialVersionUID = 1L;

    @Override
    public int compare(byte[] a, byte[] b) {
      return Arrays.compareUnsigned(a, b);
    }
  }

  private MixRecord() {}

  static byte[] key(long seed, String stage, String id, int epoch) {
    long place = Draw.bits(seed, "mix " + stage, id + '\u0000' + epoch);
    byte[] name = id.getBytes(StandardCharsets.UTF_8);
    return ByteBuffer.allocate(8 + name.length + 1 + 4)
        .putLong(place)
        .put(name)
        .put((byte) 0)
        .putInt(epoch)
        .array();
  }

  /** The shard whose range of places holds the key: ranges of equal width, in order. */
  static int shard(byte[] key, int shards) {
    long place = ByteBuffer.wrap(key).getLong();
    // The high half of an unsigned 64 by 32 bit product.
    return (int) (Math.multiplyHigh(place, (long) shards) + ((place >> 63) & shards));
  }

  static String id(byte[] key) {
    return new String(key, 8, key.length - 13, StandardCharsets.UTF_8);
  }

  static int epoch(byte[] key) {
    return ByteBuffer.wrap(key).getInt(key.length - 4);
  }

  static byte[] value(int component, Kind kind, TokenSequence tokens) {
    FastByteArrayOutputStream out = new FastByteArrayOutputStream(3 * tokens.length() + 16);
    TokenCodec.writeInt(component, out);
    TokenCodec.writeInt(kind.ordinal(), out);
    TokenCodec.write(tokens, out);
    return Arrays.copyOf(out.array, (int) out.position());
  }

  /** Reads a value part by part, in the order it was written. */
  static final class Value {
    private static final Kind[] KINDS = Kind.values();

    private final ByteBuffer in;
    private final int component;
    private final Kind kind;

    Value(byte[] value) {
      this.in = ByteBuffer.wrap(value);
      this.component = TokenCodec.readInt(in);
      this.kind = KINDS[TokenCodec.readInt(in)];
    }

    int component() {
      return component;
    }

    Kind kind() {
      return kind;
    }

    int length() {
      return TokenCodec.length(in);
    }

    TokenSequence tokens() {
      return TokenCodec.read(in.duplicate());
    }
  }
}
