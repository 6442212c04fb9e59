package io.sluice.filters.lang;

/**
 * The language of a text.
 *
 * @param code ISO 639-3, {@code und} where there is no letter to judge by
 * @param score how sure it is, 0..1; low for a short text and for one in several scripts
 */
public record Language(String code, float score) {
  /** No language. */
  static final Language UNDETERMINED = new Language("und", 0);

  public Language {
    if (!code.matches("[a-z]{3}")) {
      throw new IllegalArgumentException("code: got '" + code + "', allowed three small letters");
    }
    if (!(score >= 0 && score <= 1)) {
      throw new IllegalArgumentException("score: got " + score + ", allowed 0 to 1");
    }
  }
}
