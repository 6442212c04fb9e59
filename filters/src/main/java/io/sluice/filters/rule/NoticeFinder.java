package io.sluice.filters.rule;

/** Finds phrases of small ASCII letters in a text, whatever their case, at the start of a word. */
final class NoticeFinder {
  private final String[] phrases;
  private final boolean[] first = new boolean[128];

  NoticeFinder(String... phrases) {
    this.phrases = phrases.clone();
    for (String phrase : phrases) {
      first[phrase.charAt(0)] = true;
      first[Character.toUpperCase(phrase.charAt(0))] = true;
    }
  }

  boolean in(String text, int start, int end) {
    boolean letter = false;
    for (int at = start; at < end; at++) {
      char c = text.charAt(at);
      if (!letter && c < 128 && first[c]) {
        for (String phrase : phrases) {
          if (at + phrase.length() <= end
              && text.regionMatches(true, at, phrase, 0, phrase.length())) {
            return true;
          }
        }
      }
      letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }
    return false;
  }
}
