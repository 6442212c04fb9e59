package io.sluice.ingest.charset;

import java.util.Map;

/**
 * Tells the charset of bytes that are not plainly UTF-8 by asking, for each charset and each
 * language that was written in it, how likely these very bytes are (a naive Bayes classifier over
 * letter pairs; over characters in Chinese, Japanese and Korean). Stateless and safe for threads.
 */
final class CharsetDetector {
  /** Costs that charsets begin with: what is rare on the web must show the more. In nats. */
  private static final Map<String, Double> RARITY =
      Map.ofEntries(
          Map.entry("ISO-8859-2", 1.5),
          Map.entry("ISO-8859-4", 6.0),
          Map.entry("ISO-8859-5", 4.0),
          Map.entry("ISO-8859-6", 3.0),
          Map.entry("ISO-8859-7", 1.5),
          Map.entry("ISO-8859-13", 2.0),
          Map.entry("IBM866", 7.0),
          Map.entry("macintosh", 6.0),
          Map.entry("x-mac-cyrillic", 6.0),
          Map.entry("windows-1258", 3.0),
          Map.entry("KOI8-U", 1.0),
          Map.entry("KOI8-R", 1.0),
          Map.entry("windows-1250", 1.0),
          Map.entry("windows-1254", 1.0),
          Map.entry("windows-1257", 1.0));

  /** Charsets without statistics of their own, and the one whose bytes they nearly share. */
  private static final Map<String, String> ALIKE =
      Map.of(
          "ISO-8859-15", "windows-1252",
          "ISO-8859-8", "windows-1255",
          "ISO-8859-16", "ISO-8859-2");

  private static final double UTF_8_SEQUENCE = 5.5;
  private static final double ASCII_LETTER = 2.9;
  private static final double ASCII_OTHER = 1.0;
  private static final double BROKEN = 15;

  private static final LanguageModels MODELS = LanguageModels.load();

  private CharsetDetector() {}

  /**
   * @param charset name of the charset
   * @param language code of the language that fits best, null for UTF-8
   * @param cost negative logarithm of the bytes' probability, in nats
   */
  record Guess(String charset, String language, double cost) {}

  /** The likeliest charset of a sample that holds at least one byte over 0x7F. */
  static Guess guess(byte[] sample) {
    Guess best = utf8(sample);
    for (CharacterModel model : MODELS.characters()) {
      for (String charset : model.charsets()) {
        best = better(best, model, charset, decoded(sample, charset));
      }
    }
    for (ByteModel model : MODELS.letters()) {
      best = better(best, model, sample);
    }
    return best;
  }

  /** How well one charset explains the sample; null where we have no statistics for it. */
  static Guess in(byte[] sample, String named) {
    String charset = ALIKE.getOrDefault(named, named);
    if (charset.equals(Labels.UTF_8)) {
      return utf8(sample);
    }
    Guess best = new Guess(null, null, Double.MAX_VALUE);
    for (CharacterModel model : MODELS.characters()) {
      if (model.charsets().contains(charset)) {
        best = better(best, model, charset, decoded(sample, charset));
      }
    }
    for (ByteModel model : MODELS.letters()) {
      if (model.charset().equals(charset)) {
        best = better(best, model, sample);
      }
    }
    return best.charset() == null ? null : new Guess(named, best.language(), best.cost());
  }

  /** What a text costs in the language of thousands of characters that explains it best. */
  static double textCost(String text) {
    double least = Double.MAX_VALUE;
    for (CharacterModel model : MODELS.characters()) {
      least = Math.min(least, model.cost(text, least));
    }
    return least;
  }

  private static Guess better(Guess best, CharacterModel model, String charset, String text) {
    double cost = model.cost(text, best.cost());
    return cost < best.cost() ? new Guess(charset, model.language(), cost) : best;
  }

  private static Guess better(Guess best, ByteModel model, byte[] sample) {
    double rarity = RARITY.getOrDefault(model.charset(), 0.0);
    double cost = model.cost(sample, best.cost() - rarity) + rarity;
    return cost < best.cost() ? new Guess(model.charset(), model.language(), cost) : best;
  }

  private static String decoded(byte[] sample, String charset) {
    return Transcoder.decode(charset, sample, 0, sample.length);
  }

  private static Guess utf8(byte[] sample) {
    double cost = 0;
    for (int i = 0; i < sample.length; ) {
      if (sample[i] >= 0) {
        cost += (sample[i] | 0x20) >= 'a' && (sample[i] | 0x20) <= 'z' ? ASCII_LETTER : ASCII_OTHER;
        i++;
        continue;
      }
      int length = Utf8Shape.sequence(sample, i, sample.length);
      cost += length > 0 ? UTF_8_SEQUENCE : BROKEN;
      i += length == 0 ? 1 : Math.abs(length);
    }
    return new Guess(Labels.UTF_8, null, cost);
  }
}
