package deeplinear.algebra;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.Locale;
import org.apache.commons.math3.exception.ZeroException;
import org.apache.commons.math3.fraction.BigFraction;

/** Exact conversions between rationals, doubles and text. */
public final class Rationals {

  /**
   * Digits that make rounding a quotient to double a rounding of the exact quotient, up to ties.
   */
  private static final MathContext WORKING = new MathContext(40);

  /** Integers of at most so many bits are doubles, and their quotient is rounded once. */
  private static final int EXACT_BITS = 53;

  private Rationals() {}

  /**
   * The exact value of a double.
   *
   * @throws IllegalArgumentException if {@code x} is NaN or infinite
   */
  public static BigFraction exactly(double x) {
    if (!Double.isFinite(x)) {
      throw new IllegalArgumentException("a finite number is expected, but this one is " + x);
    }
    return exactly(new BigDecimal(x));
  }

  /** The exact value of a decimal. */
  public static BigFraction exactly(BigDecimal x) {
    return x.scale() <= 0
        ? new BigFraction(x.toBigIntegerExact())
        : new BigFraction(x.unscaledValue(), BigInteger.TEN.pow(x.scale()));
  }

  /** The fraction {@code numerator / denominator}. */
  public static BigFraction fraction(long numerator, long denominator) {
    return new BigFraction(BigInteger.valueOf(numerator), BigInteger.valueOf(denominator));
  }

  /** The nearest double, an infinity beyond the range. */
  public static double toDouble(BigFraction x) {
    return toDouble(x.getNumerator(), x.getDenominator());
  }

  static double toDouble(BigInteger numerator, BigInteger denominator) {
    if (numerator.bitLength() <= EXACT_BITS && denominator.bitLength() <= EXACT_BITS) {
      return numerator.doubleValue() / denominator.doubleValue();
    }
    return new BigDecimal(numerator).divide(new BigDecimal(denominator), WORKING).doubleValue();
  }

  /** The fraction as {@code n} or {@code n/d}, in lowest terms; {@link #parse} reads it back. */
  public static String format(BigFraction x) {
    return x.getDenominator().equals(BigInteger.ONE)
        ? x.getNumerator().toString()
        : x.getNumerator() + "/" + x.getDenominator();
  }

  /**
   * Reads {@code n} or {@code n/d} with decimal integers n and d ≠ 0.
   *
   * @throws IllegalArgumentException naming the text if it is anything else
   */
  public static BigFraction parse(String text) {
    int slash = text.indexOf('/');
    try {
      return slash < 0
          ? new BigFraction(new BigInteger(text))
          : new BigFraction(
              new BigInteger(text.substring(0, slash)), new BigInteger(text.substring(slash + 1)));
    } catch (NumberFormatException | ZeroException e) {
      throw new IllegalArgumentException(
          String.format(Locale.ROOT, "a rational n or n/d is expected, but this is \"%s\"", text),
          e);
    }
  }
}
