package io.sluice.synth.verify;

import java.math.BigDecimal;
import java.math.BigInteger;

/** A number exactly, in lowest terms, the sign on top. */
record Rational(BigInteger over, BigInteger under) {
  private static final Rational HUNDRED = of(BigDecimal.valueOf(100));

  private static Rational of(BigInteger over, BigInteger under) {
    BigInteger divisor = over.gcd(under).multiply(BigInteger.valueOf(under.signum()));
    return new Rational(over.divide(divisor), under.divide(divisor));
  }

  static Rational of(BigDecimal value) {
    return value.scale() <= 0
        ? of(value.toBigIntegerExact(), BigInteger.ONE)
        : of(value.unscaledValue(), BigInteger.TEN.pow(value.scale()));
  }

  boolean isZero() {
    return over.signum() == 0;
  }

  Rational plus(Rational other) {
    return of(
        over.multiply(other.under).add(other.over.multiply(under)), under.multiply(other.under));
  }

  Rational times(Rational other) {
    return of(over.multiply(other.over), under.multiply(other.under));
  }

  /** This by another that is not zero. */
  Rational dividedBy(Rational other) {
    return of(over.multiply(other.under), under.multiply(other.over));
  }

  Rational negated() {
    return new Rational(over.negate(), under);
  }

  /** One in a hundred of this. */
  Rational percent() {
    return dividedBy(HUNDRED);
  }

  /** Whether this is 1 or more, or -1 or less. */
  boolean atLeastOne() {
    return over.abs().compareTo(under) >= 0;
  }
}
