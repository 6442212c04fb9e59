package io.sluice.filters.rule;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;
import io.sluice.ingest.text.Hash128;

/** Classes of characters and a hash of them. */
final class Characters {
  private Characters() {}

  /** White space of any kind, no-break spaces among it. */
  static boolean isBlank(char c) {
    if (c > ' ' && c < '\u0080') {
      return false;
    }
    return c == '\u0085' || Character.isWhitespace(c) || Character.isSpaceChar(c);
  }

  /** Ends a sentence in some script: Unicode's Sentence_Terminal. */
  static boolean endsSentence(int codePoint) {
    return UCharacter.hasBinaryProperty(codePoint, UProperty.S_TERM);
  }

  /** Punctuation or symbol. */
  static boolean isMark(int codePoint) {
    if (codePoint <= ' ') {
      return false;
    }
    return switch (Character.getType(codePoint)) {
      case Character.CONNECTOR_PUNCTUATION,
          Character.DASH_PUNCTUATION,
          Character.START_PUNCTUATION,
          Character.END_PUNCTUATION,
          Character.INITIAL_QUOTE_PUNCTUATION,
          Character.FINAL_QUOTE_PUNCTUATION,
          Character.OTHER_PUNCTUATION,
          Character.MATH_SYMBOL,
          Character.CURRENCY_SYMBOL,
          Character.MODIFIER_SYMBOL,
          Character.OTHER_SYMBOL ->
          true;
      default -> false;
    };
  }

  /** One more character into a running hash. */
  static long step(long hash, char c) {
    long h = (hash ^ c) * 0x9e3779b97f4a7c15L;
    return h ^ (h >>> 32);
  }

  /** 64-bit hash of the UTF-16 units from {@code start} to {@code end}. */
  static long hash(String text, int start, int end) {
    long hash = (long) end - start;
    for (int at = start; at < end; at++) {
      hash = step(hash, text.charAt(at));
    }
    return Hash128.mix(hash);
  }
}
