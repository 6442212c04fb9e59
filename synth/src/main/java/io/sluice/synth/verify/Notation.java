package io.sluice.synth.verify;

import java.text.Normalizer;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** One notation for what TeX, typography and full-width forms write in several ways. */
final class Notation {
  private record Step(Pattern pattern, String replacement) {
    Step(String regex, String replacement) {
      this(Pattern.compile(regex), replacement);
    }
  }

  private static final Map<Character, String> CHARACTERS =
      Map.ofEntries(
          Map.entry('\u2010', "-"),
          Map.entry('\u2011', "-"),
          Map.entry('\u2013', "-"),
          Map.entry('\u2212', "-"),
          Map.entry('\uff0c', ", "),
          Map.entry('\uff0d', "-"),
          Map.entry('\u2236', ":"),
          Map.entry('\u2044', "/"),
          Map.entry('\u00b2', "^2"),
          Map.entry('\u00b3', "^3"),
          Map.entry('\u22c5', "·"),
          Map.entry('\u2a7d', "≤"),
          Map.entry('\u2a7e', "≥"));

  /** In this order: what later steps look for, earlier ones may have made. */
  private static final List<Step> STEPS =
      List.of(
          new Step("(?<=\\d)(?:\\\\[,!]|\\{,\\})(?=\\d{3}(?!\\d))", ""),
          new Step("\\\\[!]", ""),
          new Step("\\\\[,:;> ]|~|\\\\q?quad(?![a-zA-Z])", " "),
          new Step("\\\\%", "%"),
          new Step("\\\\?\\$|[¥￥€£]|\\\\[()\\[\\]]", ""),
          new Step("\\\\(?:left|right|displaystyle|[bB]igg?[lr]?)(?![a-zA-Z])", ""),
          new Step("\\\\[dtc]frac(?![a-zA-Z])", "\\\\frac"),
          new Step("\\^\\s*(?:\\\\circ|\\{\\s*\\\\circ\\s*\\})", "°"),
          new Step("\\\\times(?![a-zA-Z])", "×"),
          new Step("\\\\cdot(?![a-zA-Z])", "·"),
          new Step("\\\\pi(?![a-zA-Z])", "π"),
          new Step("\\\\infty(?![a-zA-Z])", "∞"),
          new Step("\\\\leq?(?![a-zA-Z])", "≤"),
          new Step("\\\\geq?(?![a-zA-Z])", "≥"),
          new Step("\\\\neq?(?![a-zA-Z])", "≠"),
          new Step("\\\\frac\\s*([0-9])", "\\\\frac{$1}"),
          new Step("(\\\\frac\\s*\\{[^{}]*\\})\\s*([0-9])", "$1{$2}"),
          new Step("\\\\sqrt\\s*([0-9a-zA-Z])", "\\\\sqrt{$1}"),
          new Step("\\s*([\\^_])\\s*\\{\\s*([0-9a-zA-Z])\\s*\\}", "$1$2"),
          new Step("\\s+([\\^_])", "$1"),
          new Step("(?<=[0-9])\\s*degrees?(?![a-zA-Z])", "°"));

  private static final Pattern WORDS =
      Pattern.compile(
          "\\\\(?:text(?:bf|it|rm)?|math(?:rm|bf|it)|mbox|operatorname)\\s*\\{([^{}]*)\\}");
  private static final Pattern SPACE = Pattern.compile("\\s+");
  private static final Pattern MARKS = Pattern.compile("^[`*\"“]+|[`*\"”]+$|[.．。]$");
  private static final Pattern LONE_BRACKETS =
      Pattern.compile("^(?:\\(([^()\\[\\]{},;]*)\\)|\\{([^()\\[\\]{},;]*)\\})$");
  private static final Pattern IDLE_SPACE =
      Pattern.compile(
          "(?<![a-zA-Z0-9]) | (?![a-zA-Z0-9])|(?<=[a-zA-Z]) (?=[0-9])|(?<=[0-9]) (?=[a-zA-Z])");

  private Notation() {}

  /** The answer in the one notation, single spaces left where they stood. */
  static String plain(String answer) {
    String text = answer;
    // Twice: a command within another's braces is unwrapped first.
    for (int i = 0; i < 2; i++) {
      text = WORDS.matcher(text).replaceAll(" $1 ");
    }
    text = characters(text);
    for (Step step : STEPS) {
      text = step.pattern().matcher(text).replaceAll(step.replacement());
    }
    return bare(SPACE.matcher(text).replaceAll(" ").strip());
  }

  /** Without marks of emphasis, a final full stop, and brackets around all of it. */
  private static String bare(String text) {
    String before;
    String now = text;
    do {
      before = now;
      now = MARKS.matcher(now).replaceAll("").strip();
      now = LONE_BRACKETS.matcher(now).replaceFirst("$1$2").strip();
    } while (!now.equals(before));
    return now;
  }

  private static String characters(String text) {
    StringBuilder plain = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      String other = CHARACTERS.get(c);
      if (other != null) {
        plain.append(other);
      } else if ((c >= '\u00bc' && c <= '\u00be') || (c >= '\u2150' && c <= '\u215e')) {
        // A space before, so that 3½ reads 3 1/2.
        String fraction = Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFKC);
        plain.append(' ').append(fraction.replace('\u2044', '/'));
      } else if (c > '\uff00' && c < '\uff5f') {
        plain.append((char) (c - '\uff00' + ' '));
      } else if (Character.isSpaceChar(c)) {
        plain.append(' ');
      } else {
        plain.append(c);
      }
    }
    return plain.toString();
  }

  /**
   * A plain answer without the spaces that carry no meaning; those between two words or two numbers
   * stay.
   */
  static String compact(String plain) {
    return IDLE_SPACE.matcher(plain).replaceAll("");
  }
}
