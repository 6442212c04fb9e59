package io.sluice.synth.verify;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A number with what stands after it.
 *
 * @param value the number as written: 50 for 50%
 * @param percent whether a per cent sign follows
 * @param unit the unit, empty for none
 */
record Quantity(Rational value, boolean percent, String unit) {
  private static final String DECIMAL =
      "(?:(?:[0-9]{1,3}(?:,[0-9]{3})+(?![0-9])|[0-9]+)(?:\\.[0-9]+)?|\\.[0-9]+)";
  private static final String FRACTION =
      "(?<whole>[0-9]+)? ?\\\\frac ?\\{ ?(?<minus>-?)(?<over>D) ?\\} ?\\{ ?(?<under>D) ?\\}";
  private static final String SLASH = "(?:(?<mixed>[0-9]+) )?(?<top>D) ?/ ?(?<bottom>D)";
  private static final String POWER = "10 ?\\^ ?\\{? ?(?<ten>[-+]?[0-9]{1,3}) ?\\}?";
  private static final String SCIENTIFIC =
      "(?<plain>D)(?:[eE](?<exponent>[-+]?[0-9]{1,3})(?![0-9a-zA-Z])"
          + "| ?[×x*·] ?10 ?\\^ ?\\{? ?(?<scale>[-+]?[0-9]{1,3}) ?\\}?)?";
  private static final Pattern NUMBER =
      Pattern.compile(
          ("(?<sign>[-+]?) ?(?:"
                  + String.join("|", FRACTION, SLASH, POWER, SCIENTIFIC)
                  + ")(?![0-9])")
              .replace("D", DECIMAL));
  private static final Pattern PERCENT = Pattern.compile(" ?(?:%|percent|per cent)");
  private static final Pattern MAGNITUDE =
      Pattern.compile(" ?(?:(hundred|thousand|million|billion|trillion)s?(?![a-zA-Z])|(万亿|万|亿))");
  private static final Map<String, Integer> ZEROS =
      Map.ofEntries(
          Map.entry("hundred", 2),
          Map.entry("thousand", 3),
          Map.entry("million", 6),
          Map.entry("billion", 9),
          Map.entry("trillion", 12),
          Map.entry("万", 4),
          Map.entry("亿", 8),
          Map.entry("万亿", 12));

  /** The quantity that a plain answer is, or nothing where it is something else. */
  static Optional<Quantity> of(String plain) {
    Matcher number = NUMBER.matcher(plain);
    if (!number.lookingAt()) {
      return Optional.empty();
    }
    Rational value = value(number);
    if (value == null) {
      return Optional.empty();
    }
    String rest = plain.substring(number.end());
    if (PERCENT.matcher(rest).matches()) {
      return Optional.of(new Quantity(value, true, ""));
    }
    Matcher magnitude = MAGNITUDE.matcher(rest);
    if (magnitude.lookingAt()) {
      String word = magnitude.group(1) == null ? magnitude.group(2) : magnitude.group(1);
      value = value.times(power(ZEROS.get(word)));
      rest = rest.substring(magnitude.end());
    }
    Rational whole = value;
    return Unit.of(rest).map(unit -> new Quantity(whole, false, unit));
  }

  /** Null where something is divided by zero. */
  private static Rational value(Matcher number) {
    Rational value;
    if (number.group("over") != null) {
      value = mixed(number.group("whole"), number.group("over"), number.group("under"));
      boolean negative = number.group("minus").equals("-");
      if (negative && number.group("whole") != null) {
        return null;
      }
      value = negative && value != null ? value.negated() : value;
    } else if (number.group("top") != null) {
      value = mixed(number.group("mixed"), number.group("top"), number.group("bottom"));
    } else if (number.group("ten") != null) {
      value = power(Integer.parseInt(number.group("ten")));
    } else {
      value = decimal(number.group("plain"));
      String exponent = number.group("exponent");
      exponent = exponent == null ? number.group("scale") : exponent;
      value = exponent == null ? value : value.times(power(Integer.parseInt(exponent)));
    }
    return value != null && number.group("sign").equals("-") ? value.negated() : value;
  }

  private static Rational mixed(String whole, String over, String under) {
    Rational divisor = decimal(under);
    if (divisor.isZero()) {
      return null;
    }
    Rational part = decimal(over).dividedBy(divisor);
    return whole == null ? part : decimal(whole).plus(part);
  }

  private static Rational decimal(String digits) {
    return Rational.of(new BigDecimal(digits.replace(",", "")));
  }

  private static Rational power(int exponent) {
    return Rational.of(BigDecimal.ONE.scaleByPowerOfTen(exponent));
  }

  /** Whether both are the same by the rules of {@link AnswerCheck}. */
  boolean sameAs(Quantity other) {
    if (percent != other.percent) {
      Quantity share = percent ? this : other;
      Quantity number = percent ? other : this;
      return number.unit.isEmpty()
          && (number.value.equals(share.value.percent())
              || (number.value.equals(share.value) && share.value.atLeastOne()));
    }
    return value.equals(other.value)
        && (unit.equals(other.unit)
            || (unit.isEmpty() && Unit.mayBeMissing(other.unit))
            || (other.unit.isEmpty() && Unit.mayBeMissing(unit)));
  }
}
