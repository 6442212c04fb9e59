package io.sluice.ingest.html.select;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;

/**
 * The trained model.
 *
 * @param names weights of words in names of elements
 * @param texts weights of words at the beginnings of blocks
 * @param first log-odds of a block from its own features
 * @param second log-odds from those and what the first look thought of the blocks around
 */
record Model(Lexicon names, Lexicon texts, Forest first, Forest second) {
  private static final Model SHIPPED = load();

  /** The model that the project comes with. */
  static Model shipped() {
    return SHIPPED;
  }

  private static Model load() {
    try (InputStream in = Model.class.getResourceAsStream("select.bin")) {
      return read(ByteBuffer.wrap(in.readAllBytes()));
    } catch (IOException e) {
      throw new UncheckedIOException("select.bin cannot be read", e);
    }
  }

  static Model read(ByteBuffer in) {
    Lexicon names = lexicon(in);
    Lexicon texts = lexicon(in);
    return new Model(names, texts, Forest.read(in), Forest.read(in));
  }

  private static Lexicon lexicon(ByteBuffer in) {
    long[] hashes = new long[in.getInt()];
    float[] weights = new float[hashes.length];
    for (int i = 0; i < hashes.length; i++) {
      hashes[i] = in.getLong();
      weights[i] = in.getFloat();
    }
    return new Lexicon(hashes, weights);
  }
}
