package deeplinear.evidence;

import java.util.Locale;

/**
 * A bound on the absolute error of a computed quantity, with the reason for it. A bound that is not
 * finite makes every comparison inconclusive.
 *
 * @param value the bound, not negative; NaN counts as infinite
 * @param derivation where it comes from, for the report
 */
public record ErrorBound(double value, String derivation) {

  /** Requires a bound that is not negative; NaN becomes infinite. */
  public ErrorBound {
    value = Double.isNaN(value) ? Double.POSITIVE_INFINITY : value;
    if (value < 0) {
      throw new IllegalArgumentException("an error bound is not negative, unlike " + value);
    }
  }

  /** No error. */
  public static ErrorBound none() {
    return new ErrorBound(0, "exact");
  }

  /** The bound for a number of roundings of quantities of the given size: count · ε · size. */
  public static ErrorBound rounding(double count, double size) {
    return new ErrorBound(
        count * Math.ulp(1.0) * Math.abs(size),
        String.format(Locale.ROOT, "%.0f roundings at size %.3g", count, size));
  }

  /** The bound for a sum of two quantities. */
  public ErrorBound plus(ErrorBound other) {
    return new ErrorBound(value + other.value, derivation + " + " + other.derivation);
  }

  /** The value and its reason, for example {@code 3.2e-13 (…)}. */
  @Override
  public String toString() {
    return String.format(Locale.ROOT, "%.2e (%s)", value, derivation);
  }
}
