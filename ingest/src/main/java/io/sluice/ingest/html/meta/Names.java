package io.sluice.ingest.html.meta;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Small works on short texts. */
final class Names {
  private static final Pattern REFERENCE =
      Pattern.compile("&(?:#(\\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|(amp|lt|gt|quot|apos|nbsp));");

  private Names() {}

  /** The first that is neither null nor blank, or null. */
  static String first(String... texts) {
    for (String text : texts) {
      if (text != null && !text.isBlank()) {
        return text;
      }
    }
    return null;
  }

  /** Whether a word is among those of a list parted by spaces, in any case. */
  static boolean listed(String list, String word) {
    int length = list.length();
    for (int i = 0; i < length; ) {
      int end = i;
      while (end < length && !Character.isWhitespace(list.charAt(end))) {
        end++;
      }
      if (end - i == word.length() && list.regionMatches(true, i, word, 0, word.length())) {
        return true;
      }
      i = end + 1;
    }
    return false;
  }

  /** White space as one space, stripped; null for null or blank. Cut to a bound in UTF-16 units. */
  static String tidy(String text, int longest) {
    if (text == null) {
      return null;
    }
    StringBuilder tidy = new StringBuilder();
    boolean space = false;
    for (int i = 0; i < text.length() && tidy.length() < longest; i++) {
      char c = text.charAt(i);
      if (Character.isWhitespace(c) || c == '\u00a0' || Character.isISOControl(c)) {
        space = true;
      } else if (c != '\u200b' && c != '\ufeff' && c != '\u00ad') {
        if (space && !tidy.isEmpty()) {
          tidy.append(' ');
        }
        space = false;
        tidy.append(c);
      }
    }
    if (!tidy.isEmpty() && Character.isHighSurrogate(tidy.charAt(tidy.length() - 1))) {
      tidy.setLength(tidy.length() - 1);
    }
    return tidy.isEmpty() ? null : tidy.toString();
  }

  /** The text with references decoded that were escaped once too often. */
  static String unescaped(String text) {
    if (text == null || text.indexOf('&') < 0) {
      return text;
    }
    Matcher matcher = REFERENCE.matcher(text);
    StringBuilder out = new StringBuilder();
    while (matcher.find()) {
      matcher.appendReplacement(out, Matcher.quoteReplacement(decoded(matcher)));
    }
    return matcher.appendTail(out).toString();
  }

  private static String decoded(Matcher reference) {
    if (reference.group(3) != null) {
      return switch (reference.group(3)) {
        case "amp" -> "&";
        case "lt" -> "<";
        case "gt" -> ">";
        case "quot" -> "\"";
        case "apos" -> "'";
        default -> " ";
      };
    }
    int code =
        reference.group(1) != null
            ? Integer.parseInt(reference.group(1))
            : Integer.parseInt(reference.group(2), 16);
    boolean valid = code > 0 && code <= 0x10FFFF && (code < 0xD800 || code > 0xDFFF);
    return valid ? Character.toString(code) : "\uFFFD";
  }
}
