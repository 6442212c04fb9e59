package io.sluice.synth.verify;

import java.lang.Character.UnicodeScript;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what stands after a number: a unit, and nothing that changes the number. */
final class Unit {
  private static final String WORD = "\\p{L}+\\.?(?:\\^\\{?-?[0-9]\\}?)?";
  private static final Pattern WORDS =
      Pattern.compile("/? ?(?:" + WORD + ")(?:(?: ?[/·] ?|[ -])" + WORD + "){0,5}");
  private static final Pattern DEGREES = Pattern.compile(" ?° ?([CFK]?)");
  private static final Pattern PIECE = Pattern.compile("\\p{L}+");
  private static final Pattern HAN = Pattern.compile("\\p{IsHan}+");
  private static final Pattern LETTER_FIRST = Pattern.compile("[a-zA-Z](?![a-zA-Z]).*");

  /** Short units, which may also stand without a space; longer words need one. */
  private static final Set<String> SHORT =
      Set.of(
          "nm", "mm", "cm", "dm", "km", "mg", "kg", "lb", "lbs", "oz", "ml", "mL", "cl", "ms",
          "min", "hr", "hrs", "ft", "in", "yd", "mi", "mph", "kmh", "ha", "kJ", "kW", "kWh", "mV",
          "Pa", "kPa", "Hz", "kHz", "MHz", "GHz", "mol", "eV", "keV", "MeV", "KB", "MB", "GB", "TB",
          "am", "pm", "rad", "deg");

  /** Short words within a unit of several. */
  private static final Set<String> FILLERS = Set.of("of", "an", "at", "by");

  /** Words that make another number or an expression of what stands before them. */
  private static final Set<String> NO_UNITS =
      Set.of(
          "pi",
          "sqrt",
          "root",
          "log",
          "ln",
          "sin",
          "cos",
          "tan",
          "cot",
          "exp",
          "mod",
          "and",
          "or",
          "to",
          "over",
          "times",
          "plus",
          "minus",
          "squared",
          "cubed",
          "factorial",
          "half",
          "halves",
          "third",
          "thirds",
          "quarter",
          "quarters",
          "fourth",
          "fourths",
          "fifth",
          "fifths",
          "sixth",
          "sixths",
          "eighth",
          "eighths",
          "tenth",
          "tenths",
          "hundredth",
          "hundredths",
          "thousandth",
          "thousandths",
          "hundred",
          "thousand",
          "million",
          "billion",
          "trillion",
          "if",
          "not");

  /** First Han characters that make another number of it; 千 and 百 begin units too. */
  private static final Pattern HAN_NUMBER =
      Pattern.compile("^(?:[成折多余至到或和与加减乘除比点万亿]|[十百千](?![克米瓦卡帕焦伏])).*|.*分之.*");

  private static final int LONGEST_HAN = 6;

  private Unit() {}

  /**
   * The unit in a form to compare, empty where nothing stands there.
   *
   * @param rest what follows the number, in plain notation
   * @return nothing where it is no unit
   */
  static Optional<String> of(String rest) {
    Matcher degrees = DEGREES.matcher(rest);
    if (degrees.matches()) {
      return Optional.of("°" + degrees.group(1));
    }
    String text = rest.strip();
    if (text.isEmpty()) {
      return Optional.of("");
    }
    if (!WORDS.matcher(text).matches()) {
      return Optional.empty();
    }
    boolean attached = rest.charAt(0) != ' ';
    Matcher pieces = PIECE.matcher(text);
    for (boolean first = true; pieces.find(); first = false) {
      if (!isUnit(pieces.group(), first, attached)) {
        return Optional.empty();
      }
    }
    String form = text.replaceAll("[.{}]", "").replaceAll(" ?([/·]) ?", "$1");
    return Optional.of(
        form.length() > 3 ? form.toLowerCase(Locale.ROOT).replaceFirst("s$", "") : form);
  }

  private static boolean isUnit(String word, boolean first, boolean attached) {
    if (HAN.matcher(word).lookingAt()) {
      return word.length() <= LONGEST_HAN && !HAN_NUMBER.matcher(word).matches();
    }
    return word.chars().allMatch(c -> UnicodeScript.of(c) == UnicodeScript.LATIN)
        && !NO_UNITS.contains(word.toLowerCase(Locale.ROOT))
        && (word.length() == 1
            || SHORT.contains(word)
            || (!first && FILLERS.contains(word))
            || (word.length() > 2 && !(first && attached)));
  }

  /**
   * Whether a number may go without this unit. One that begins with a single letter may be a
   * variable: {@code 3 m} is not 3.
   */
  static boolean mayBeMissing(String unit) {
    return !LETTER_FIRST.matcher(unit).matches();
  }
}
