package io.sluice.synth.verify;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Whether an answer is the reference answer. Where in doubt it is not: a right answer turned away
 * costs a sample, a wrong one kept teaches a mistake. No algebra is done.
 *
 * <ul>
 *   <li>Notation does not count: TeX's spacing, delimiters and fonts, full-width forms, marks of
 *       emphasis, currency signs, brackets around a single value, spaces without meaning.
 *   <li>Numbers compare by value, exactly: {@code 1,234 = 1234}, {@code 0.5 = 1/2 = \frac{1}{2}},
 *       {@code 1 1/2 = 1.5}, {@code 1e3 = 10^3 = 1000}, {@code -0 = 0}, {@code 3万 = 30000}. Nothing
 *       is rounded: {@code 0.33} is not {@code 1/3}.
 *   <li>A unit may be missing on one side ({@code 12 apples = 12}), save one that begins with a
 *       single letter, which may be a variable; two units must be the same.
 *   <li>{@code 50%} is {@code 0.5}, and, since references often leave the sign out, also {@code
 *       50}; the latter from 1 on, so that {@code 0.5%} is not {@code 0.5}.
 *   <li>A name before an equals sign may be missing on one side: {@code x = 5} is {@code 5}.
 *   <li>Lists, tuples and intervals compare part by part, in order.
 *   <li>Where the reference is a letter A to J, or several in upper case, {@code (B)}, {@code b}
 *       and {@code B. twelve} choose {@code B}.
 *   <li>All else compares as text; case counts, save in words of three letters or more, in {@code
 *       no} and in single letters.
 * </ul>
 */
public final class AnswerCheck {
  private static final int LONGEST = 2000;
  private static final int DEEPEST = 8;
  private static final Pattern ANY_CASE = Pattern.compile("[a-z]|no|[a-z][a-z ']{2,}");
  private static final Pattern NAME =
      Pattern.compile(
          "[a-zA-Z](?:_\\{?[a-zA-Z0-9]+\\}?)?|[a-zA-Z]\\([a-zA-Z0-9]\\)|[\\p{L} ]{2,20}");

  private AnswerCheck() {}

  /**
   * Whether both say the same. Answers over 2,000 UTF-16 units compare as they are.
   *
   * @param answer what a model gave
   * @param reference what is right
   */
  public static boolean same(String answer, String reference) {
    if (answer.length() > LONGEST || reference.length() > LONGEST) {
      return answer.strip().equals(reference.strip());
    }
    String given = Notation.plain(answer);
    String right = Notation.plain(reference);
    Optional<String> choice = Choice.reference(right);
    return (choice.isPresent() && choice.equals(Choice.chosen(given))) || same(given, right, 0);
  }

  private static boolean same(String a, String b, int depth) {
    if (a.isEmpty() || b.isEmpty() || depth > DEEPEST) {
      return false;
    }
    Optional<Quantity> first = Quantity.of(a);
    Optional<Quantity> second = Quantity.of(b);
    if (first.isPresent() && second.isPresent()) {
      return first.get().sameAs(second.get());
    }
    if (first.isPresent() || second.isPresent()) {
      // Else the number 1,234 would read like the list 1, 234.
      return sameEquation(a, b, depth);
    }
    return sameText(Notation.compact(a), Notation.compact(b))
        || sameEquation(a, b, depth)
        || sameParts(Parts.of(a), Parts.of(b), depth);
  }

  private static boolean sameText(String a, String b) {
    return a.equals(b)
        || (a.equalsIgnoreCase(b) && ANY_CASE.matcher(a.toLowerCase(Locale.ROOT)).matches());
  }

  private static boolean sameEquation(String a, String b, int depth) {
    String left = name(a);
    String right = name(b);
    if (left == null && right == null) {
      return false;
    }
    boolean sameName =
        left == null || right == null || Notation.compact(left).equals(Notation.compact(right));
    return sameName && same(value(a, left), value(b, right), depth + 1);
  }

  /** The name before the only equals sign, or null. */
  private static String name(String text) {
    int equals = text.indexOf('=');
    if (equals < 0 || equals != text.lastIndexOf('=')) {
      return null;
    }
    String name = text.substring(0, equals).strip();
    return NAME.matcher(name).matches() ? name : null;
  }

  private static String value(String text, String name) {
    return name == null ? text : text.substring(text.indexOf('=') + 1).strip();
  }

  private static boolean sameParts(Parts a, Parts b, int depth) {
    int size = a.parts().size();
    if (size < 2 || size != b.parts().size() || !a.brackets().equals(b.brackets())) {
      return false;
    }
    for (int i = 0; i < size; i++) {
      if (!same(a.parts().get(i), b.parts().get(i), depth + 1)) {
        return false;
      }
    }
    return true;
  }
}
