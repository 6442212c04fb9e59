package io.sluice.filters.rule;

import io.sluice.ingest.model.Measures;
import io.sluice.ingest.model.Signal;

/**
 * C4's and RefinedWeb's rules on lines, a line at a time. Words are what spaces separate, as in
 * both: the rules are for languages that separate words.
 *
 * <p>C4 drops a line of fewer than three words, with a word of over 1,000 characters, that speaks
 * of JavaScript or of a policy on use, privacy or cookies; the sentences of the rest are counted
 * (datatrove 0.10 is followed where the paper leaves room). RefinedWeb drops a line that is mostly
 * capitals, only numbers, a counter such as "3 likes", a single word, or a short call such as "sign
 * in" and "read more".
 */
final class WebLines {
  private static final int LEAST_WORDS = 3;
  private static final int LONGEST_WORD = 1000;

  /** Words of a line that may still be a call to click somewhere. */
  private static final int CALL_WORDS = 10;

  private static final String[] NOTICES = {
    "javascript",
    "terms of use",
    "privacy policy",
    "cookie policy",
    "uses cookies",
    "use of cookies",
    "use cookies"
  };
  private static final String[] COUNTED = {
    "like",
    "share",
    "comment",
    "retweet",
    "repost",
    "quote",
    "bookmark",
    "upvote",
    "downvote",
    "download",
    "view",
    "follower"
  };

  private final NoticeFinder notices = new NoticeFinder(NOTICES);
  private final NoticeFinder lorem = new NoticeFinder("lorem ipsum");
  private final NoticeFinder carts = new NoticeFinder("items in cart");
  private int lines;
  private int dropped;
  private int sentences;
  private boolean curly;
  private boolean loremIpsum;
  private long words;
  private long noise;

  void clear() {
    lines = 0;
    dropped = 0;
    sentences = 0;
    curly = false;
    loremIpsum = false;
    words = 0;
    noise = 0;
  }

  /** Adds the line that is not blank from its first character that is no space to its last. */
  void add(String text, int start, int end) {
    int lineWords = 0;
    int capitals = 0;
    int letters = 0;
    int digits = 0;
    int longest = 0;
    int wordStart = start;
    int ended = start;
    int lineSentences = 0;
    boolean inWord = false;
    boolean bracket = false;
    for (int at = start; at < end; at++) {
      char c = text.charAt(at);
      if (c <= ' ' || (c >= 0x80 && Characters.isBlank(c))) {
        longest = inWord ? Math.max(longest, at - wordStart) : longest;
        inWord = false;
        continue;
      }
      if (!inWord) {
        inWord = true;
        wordStart = at;
        lineWords++;
      }
      if (c >= 'a' && c <= 'z') {
        letters++;
      } else if (c >= 'A' && c <= 'Z') {
        letters++;
        capitals++;
      } else if (c >= '0' && c <= '9') {
        digits++;
      } else if (c == '{') {
        bracket = true;
      } else if (c >= 0x80) {
        letters += Character.isLetter(c) ? 1 : 0;
        capitals += Character.isUpperCase(c) ? 1 : 0;
      }
      if (endsSentence(text, at, end)) {
        lineSentences++;
        ended = at + 1;
      }
    }
    longest = inWord ? Math.max(longest, end - wordStart) : longest;
    lineSentences += ended < end ? 1 : 0;
    lines++;
    words += lineWords;
    loremIpsum = loremIpsum || (lineWords >= LEAST_WORDS && lorem.in(text, start, end));
    if (lineWords < LEAST_WORDS || longest > LONGEST_WORD || notices.in(text, start, end)) {
      dropped++;
    } else {
      sentences += lineSentences;
      curly = curly || bracket;
    }
    boolean shouts = capitals * 2 > end - start;
    boolean numbers = letters == 0 && digits > 0;
    if (shouts
        || numbers
        || lineWords == 1
        || isCounter(text, start, end, lineWords)
        || (lineWords <= CALL_WORDS && isCall(text, start, end))) {
      noise += lineWords;
    }
  }

  /** A full stop, question or exclamation mark, what closes after it, then a space or the end. */
  private static boolean endsSentence(String text, int at, int end) {
    char c = text.charAt(at);
    boolean mark =
        c < 0x80 ? c == '.' || c == '?' || c == '!' : Characters.endsSentence(c) && c != '…';
    if (!mark) {
      return false;
    }
    if (c >= 0x3000) {
      return at + 1 == end || !Characters.endsSentence(text.charAt(at + 1));
    }
    int next = at + 1;
    while (next < end && "\"')]”’»".indexOf(text.charAt(next)) >= 0) {
      next++;
    }
    return next == end || Characters.isBlank(text.charAt(next));
  }

  private static boolean isCounter(String text, int start, int end, int words) {
    char first = text.charAt(start);
    if (words > 3 || first < '0' || first > '9') {
      return false;
    }
    int space = text.indexOf(' ', start);
    if (space < 0 || space > end) {
      return false;
    }
    for (String word : COUNTED) {
      if (text.regionMatches(true, space + 1, word, 0, word.length())) {
        int after = space + 1 + word.length();
        after += after < end && (text.charAt(after) == 's' || text.charAt(after) == 'S') ? 1 : 0;
        return after >= end || !Character.isLetterOrDigit(text.charAt(after));
      }
    }
    return false;
  }

  private boolean isCall(String text, int start, int end) {
    int last = end;
    while (last > start && (text.charAt(last - 1) == '.' || text.charAt(last - 1) == '…')) {
      last--;
    }
    return text.regionMatches(true, start, "sign in", 0, 7)
        || text.regionMatches(true, start, "sign-in", 0, 7)
        || (last - start >= 9 && text.regionMatches(true, last - 9, "read more", 0, 9))
        || carts.in(text, start, end);
  }

  /** Fills the signals of the lines added. */
  void fill(Measures<Signal> signals) {
    signals
        .put(Signal.C4_SENTENCES, sentences)
        .put(Signal.CURLY_BRACKET, curly ? 1 : 0)
        .put(Signal.LOREM_IPSUM, loremIpsum ? 1 : 0)
        .put(Signal.C4_LINES, LineMeasures.ratio(dropped, lines))
        .put(Signal.NOISE_WORDS, LineMeasures.ratio(noise, words));
  }
}
