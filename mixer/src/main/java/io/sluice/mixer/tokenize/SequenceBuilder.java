package io.sluice.mixer.tokenize;

import it.unimi.dsi.fastutil.bytes.ByteArrayList;
import it.unimi.dsi.fastutil.ints.IntArrayList;

/** Collects tokens with their loss. */
final class SequenceBuilder {
  private final Tokenizer tokenizer;
  private final IntArrayList ids = new IntArrayList();
  private final ByteArrayList loss = new ByteArrayList();

  SequenceBuilder(Tokenizer tokenizer) {
    this.tokenizer = tokenizer;
  }

  void text(String text, boolean carriesLoss) {
    if (!text.isEmpty()) {
      for (int id : tokenizer.encodeOrdinary(text)) {
        id(id, carriesLoss);
      }
    }
  }

  void special(String name, boolean carriesLoss) {
    id(tokenizer.special(name), carriesLoss);
  }

  void id(int id, boolean carriesLoss) {
    ids.add(id);
    loss.add(carriesLoss ? (byte) 1 : (byte) 0);
  }

  TokenSequence build() {
    return new TokenSequence(ids.toIntArray(), loss.toByteArray());
  }
}
