package io.sluice.synth.verify;

import java.util.ArrayList;
import java.util.List;

/**
 * The parts of a list, tuple, interval or set.
 *
 * @param brackets the brackets around it, opening and closing, empty for none
 * @param parts what stands between the separators, in order
 */
record Parts(String brackets, List<String> parts) {
  private static final String OPENING = "([{";
  private static final String CLOSING = ")]}";

  Parts {
    parts = List.copyOf(parts);
  }

  /** Splits at semicolons, else at commas, outside of inner brackets. */
  static Parts of(String plain) {
    String brackets = "";
    String inner = plain.replace("\\{", "{").replace("\\}", "}");
    int last = inner.length() - 1;
    if (last > 0 && OPENING.indexOf(inner.charAt(0)) >= 0 && closing(inner) == last) {
      brackets = "" + inner.charAt(0) + inner.charAt(last);
      inner = inner.substring(1, last);
    }
    List<String> parts = split(inner, ";");
    return new Parts(brackets, parts.size() > 1 ? parts : split(inner, ",、"));
  }

  private static int depth(char c) {
    return OPENING.indexOf(c) >= 0 ? 1 : CLOSING.indexOf(c) >= 0 ? -1 : 0;
  }

  /** Where the first bracket closes, -1 where it does not. */
  private static int closing(String text) {
    int depth = 0;
    for (int i = 0; i < text.length(); i++) {
      depth += depth(text.charAt(i));
      if (depth == 0) {
        return i;
      }
    }
    return -1;
  }

  private static List<String> split(String text, String separators) {
    List<String> parts = new ArrayList<>();
    int depth = 0;
    int start = 0;
    for (int i = 0; i < text.length(); i++) {
      depth += depth(text.charAt(i));
      if (depth == 0 && separators.indexOf(text.charAt(i)) >= 0) {
        parts.add(text.substring(start, i).strip());
        start = i + 1;
      }
    }
    parts.add(text.substring(start).strip());
    return parts;
  }
}
