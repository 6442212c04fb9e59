package io.sluice.synth.verify;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the letters of multiple choice, A to J. */
final class Choice {
  private static final String LEAD = "(?:(?i:option|choice|answer)|选项?|故选) ?:? ?";
  private static final Pattern SINGLE =
      Pattern.compile(
          "(?:"
              + LEAD
              + ")?(?:[(\\[【] ?([A-Ja-j]) ?[)\\]】](?: .*)?"
              + "|([A-Ja-j])(?:[.:、)](?! ?[A-J](?![a-zA-Z])).*)?)");
  private static final Pattern ALONE = Pattern.compile("[A-Ja-j]");
  private static final Pattern BETWEEN = Pattern.compile("[ ,、;()]|and|和");
  private static final Pattern SEVERAL = Pattern.compile("A?B?C?D?E?F?G?H?I?J?");

  private Choice() {}

  /**
   * The letters where the text is the reference of a multiple choice: one letter alone, or several
   * in upper case and in the alphabet's order.
   */
  static Optional<String> reference(String plain) {
    if (ALONE.matcher(plain).matches()) {
      return Optional.of(upper(plain));
    }
    return several(plain);
  }

  /** The letters that an answer chooses: {@code A}, {@code (A)}, {@code A. twelve}, {@code A、C}. */
  static Optional<String> chosen(String plain) {
    Matcher single = SINGLE.matcher(plain);
    if (single.matches()) {
      return Optional.of(upper(single.group(1) == null ? single.group(2) : single.group(1)));
    }
    return several(plain);
  }

  private static Optional<String> several(String plain) {
    String letters = BETWEEN.matcher(plain).replaceAll("");
    return letters.length() > 1 && SEVERAL.matcher(letters).matches()
        ? Optional.of(letters)
        : Optional.empty();
  }

  private static String upper(String letter) {
    return String.valueOf(Character.toUpperCase(letter.charAt(0)));
  }
}
