package io.sluice.filters.lang;

/**
 * The language of a text.
 *
 * @param code ISO 639-3, {@code und} where there is no letter to judge by
 * @param script ISO 15924 of most of its letters ({@code Latn}, {@code Hans}, {@code Hant}, {@code
 *     Jpan}), {@code Zyyy} where there is no letter
 * @param score the share of the text's letters that is expected to be prose of that language, 0..1:
 *     low for a few words, for a mixture and for code
 */
public record Language(String code, String script, float score) {
  /** No language. */
  static final Language UNDETERMINED = new Language("und", "Zyyy", 0);

  public Language {
    if (code.length() != 3 || !code.chars().allMatch(c -> c >= 'a' && c <= 'z')) {
      throw new IllegalArgumentException("code: got '" + code + "', allowed three small letters");
    }
    if (script.length() != 4 || !Character.isUpperCase(script.charAt(0))) {
      throw new IllegalArgumentException("script: got '" + script + "', allowed such as Latn");
    }
    if (!(score >= 0 && score <= 1)) {
      throw new IllegalArgumentException("score: got " + score + ", allowed 0 to 1");
    }
  }

  /** Code and script, such as {@code cmn_Hant}. */
  public String tag() {
    return code + "_" + script;
  }
}
