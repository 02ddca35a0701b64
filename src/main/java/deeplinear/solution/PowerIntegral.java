package deeplinear.solution;

import static org.apache.commons.math3.fraction.BigFraction.ONE;
import static org.apache.commons.math3.fraction.BigFraction.ONE_HALF;

import deeplinear.algebra.Interval;
import org.apache.commons.math3.fraction.BigFraction;

/**
 * Encloses ∫ z^{γ−1} / (1 − z) dz between points of (0, 1), an incomplete beta function.
 *
 * <p>For z ≤ ½ the geometric series of 1/(1 − z) is integrated term by term. For z ≥ ½, with p = 1
 * − z, the binomial series z^{γ−1} = Σ c_j p^j is, c_0 = 1 and c_{j+1} = c_j (1 − γ + j)/(j + 1):
 * the integral is that of Σ c_j p^{j−1}. From the J-th term on the terms of either have one sign
 * and fall faster than a geometric series of ratio q, so that the rest lies between its first term
 * and 1/(1 − q) times that. Differences of powers are e^x − 1 of logarithms of exact quotients, so
 * that neither near ends nor the neighborhood of 1 costs digits.
 *
 * @param numerator γ · {@code denominator}, where −1 ≤ γ ≤ 2
 * @param denominator positive
 */
record PowerIntegral(int numerator, int denominator) {

  /** J: ratios are at most about one half, and 2^{−56} is less than rounding. */
  private static final int TERMS = 56;

  /** Contains the integral from a to b, both strictly between 0 and 1. */
  Interval between(BigFraction a, BigFraction b) {
    if (a.compareTo(b) > 0) {
      return between(b, a).negate();
    }
    if (b.compareTo(ONE_HALF) <= 0) {
      return belowHalf(a, b);
    }
    if (a.compareTo(ONE_HALF) >= 0) {
      return aboveHalf(a, b);
    }
    return belowHalf(a, ONE_HALF).add(aboveHalf(ONE_HALF, b));
  }

  /** Σ_j (b^{γ+j} − a^{γ+j})/(γ + j); b ≤ ½ bounds the ratio. */
  private Interval belowHalf(BigFraction a, BigFraction b) {
    Interval first = logarithm(ONE, a);
    Interval last = logarithm(ONE, b);
    Interval growth = logarithm(a, b);
    Interval sum = Interval.ZERO;
    for (int j = TERMS; j >= 0; j--) {
      Interval term = difference(numerator + j * denominator, denominator, first, last, growth);
      sum = sum.add(j == TERMS ? term.multiply(rest(Interval.enclosing(b))) : term);
    }
    return sum;
  }

  /** ln((1 − a)/(1 − b)) + Σ_{j≥1} c_j ((1 − a)^j − (1 − b)^j)/j; 1 − a ≤ ½ bounds the ratio. */
  private Interval aboveHalf(BigFraction a, BigFraction b) {
    BigFraction p = ONE.subtract(a);
    BigFraction q = ONE.subtract(b);
    Interval first = logarithm(ONE, q);
    Interval last = logarithm(ONE, p);
    Interval growth = logarithm(q, p);
    Interval sum = growth;
    Interval coefficient = Interval.point(1);
    for (int j = 1; j <= TERMS; j++) {
      coefficient = coefficient.multiply(quotient(j * denominator - numerator, j * denominator));
      Interval term = coefficient.multiply(difference(j, 1, first, last, growth));
      sum = sum.add(j == TERMS ? term.multiply(rest(ratio(p))) : term);
    }
    return sum;
  }

  /** Contains at least p (1 − γ + j)/(j + 1) for j ≥ J. */
  private Interval ratio(BigFraction p) {
    int size = (TERMS + 1) * denominator;
    return Interval.enclosing(p).multiply(quotient(size + Math.max(0, -numerator), size));
  }

  /** Σ x^j for a series of this ratio or less, or for its first term alone. */
  private static Interval rest(Interval ratio) {
    Interval one = Interval.point(1);
    return one.hull(one.divide(one.add(ratio.negate())));
  }

  /**
   * (y^e − x^e)/e for e = n/d and ln x, ln y and ln y/x, where x ≤ y; the last if e = 0. The larger
   * power is taken out, so that nothing overflows that the result does not.
   */
  private static Interval difference(int n, int d, Interval x, Interval y, Interval growth) {
    if (n == 0) {
      return growth;
    }
    Interval e = quotient(n, d);
    Interval size = quotient(Math.abs(n), d);
    Interval larger = (n > 0 ? y : x).multiply(e).exp();
    return larger.multiply(growth.multiply(size).negate().expm1()).divide(size).negate();
  }

  private static Interval quotient(int n, int d) {
    return Interval.point(n).divide(Interval.point(d));
  }

  /** Contains ln y/x. */
  private static Interval logarithm(BigFraction x, BigFraction y) {
    BigFraction step = y.subtract(x).divide(x);
    boolean isNear = step.abs().compareTo(ONE_HALF) <= 0;
    return isNear
        ? Interval.enclosing(step).log1p()
        : Interval.enclosing(y).log().add(Interval.enclosing(x).log().negate());
  }
}
