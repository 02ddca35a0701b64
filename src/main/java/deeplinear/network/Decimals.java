package deeplinear.network;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Decimal text as exact numbers. */
final class Decimals {

  /** Numbers lie between 10^{−100} and 10^{100} in absolute value, or are 0. */
  private static final int MAX_EXPONENT = 100;

  /** Digits that a number may have. */
  private static final int MAX_DIGITS = 200;

  private static final Set<String> NOT_FINITE =
      Set.of("nan", "na", "inf", "infinity", "-inf", "-infinity", "+inf", "+infinity");

  private Decimals() {}

  /** The exact value; nothing if the text is no decimal, or its size is absurd. */
  static Optional<BigDecimal> parse(String text) {
    if (text.length() > MAX_DIGITS) {
      return Optional.empty();
    }
    BigDecimal x;
    try {
      x = new BigDecimal(text).stripTrailingZeros();
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
    long exponent = (long) x.precision() - x.scale();
    return x.signum() == 0 || Math.abs(exponent) <= MAX_EXPONENT
        ? Optional.of(x)
        : Optional.empty();
  }

  /** Whether the text is, or was meant to be, a number: also one that is not finite or absurd. */
  static boolean looksNumeric(String text) {
    if (NOT_FINITE.contains(text.toLowerCase(Locale.ROOT))) {
      return true;
    }
    return text.matches("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?");
  }
}
