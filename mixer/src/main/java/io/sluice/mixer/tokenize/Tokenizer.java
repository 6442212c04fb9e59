package io.sluice.mixer.tokenize;

/** A vocabulary: text to token ids and back. Implementations are immutable and thread-safe. */
public interface Tokenizer {
  /** The vocabulary's public name, for example {@code cl100k_base}. */
  String name();

  /**
   * Names everything that decides which ids a text gets: vocabulary, splitting and special tokens.
   * Equal fingerprints mean equal ids.
   *
   * @return 64 hex digits
   */
  String fingerprint();

  /** One more than the greatest id. */
  int vocabularySize();

  /**
   * The ids of a text. Whatever looks like a special token in it is encoded as ordinary text, and
   * an unpaired surrogate as U+FFFD, so the result never holds a special id.
   *
   * @param text any text, also empty
   */
  int[] encodeOrdinary(String text);

  /**
   * The id of a special token.
   *
   * @throws IllegalArgumentException if the vocabulary has no special token of this name
   */
  int special(String name);

  /** The text of these ids; special tokens by their names. */
  String decode(int[] ids);

  /** The special token that ends every document and fills the rest of a row. */
  int endOfDocument();
}
