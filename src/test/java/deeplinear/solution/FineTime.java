package deeplinear.solution;

import java.math.BigDecimal;
import java.math.MathContext;

/**
 * ∫ dx / (x^{h−1} (s − x^h)) with some thirty digits: the Taylor series of the integrand about the
 * middle of short panels. The nearest singularity is at least four times as far away as the ends of
 * a panel, so that 48 terms leave about 4^{−48}.
 */
final class FineTime {

  private static final MathContext DIGITS = new MathContext(38);
  private static final int TERMS = 48;

  private FineTime() {}

  /** The time of the mode of depth h from x_0^h to x_1^h, on one side of s. */
  static BigDecimal of(int depth, BigDecimal limit, BigDecimal from, BigDecimal to) {
    if (from.compareTo(to) > 0) {
      return of(depth, limit, to, from).negate();
    }
    double root = Math.pow(limit.doubleValue(), 1.0 / depth);
    BigDecimal sum = BigDecimal.ZERO;
    BigDecimal low = from;
    while (low.compareTo(to) < 0) {
      // The double root is good enough: a fifth of the distance would be a fourth.
      BigDecimal gap = new BigDecimal(root).subtract(low).abs();
      if (gap.doubleValue() < 1e-12 * root) {
        throw new IllegalArgumentException("too near to the limit: " + low);
      }
      BigDecimal half = gap.min(low).divide(new BigDecimal(5), DIGITS);
      BigDecimal rest = to.subtract(low).divide(new BigDecimal(2), DIGITS);
      BigDecimal high = low.add(half.multiply(new BigDecimal(2)), DIGITS);
      if (rest.compareTo(half) <= 0) {
        half = rest;
        high = to;
      }
      sum = sum.add(panel(depth, limit, low.add(half), half), DIGITS);
      low = high;
    }
    return sum;
  }

  private static BigDecimal panel(int h, BigDecimal s, BigDecimal center, BigDecimal half) {
    BigDecimal[] power = {BigDecimal.ONE};
    for (int k = 1; k < h; k++) {
      power = product(power, new BigDecimal[] {center, half});
    }
    BigDecimal[] factor = product(power, new BigDecimal[] {center, half});
    for (int k = 0; k < factor.length; k++) {
      factor[k] = k == 0 ? s.subtract(factor[k], DIGITS) : factor[k].negate();
    }
    BigDecimal[] d = product(power, factor);
    BigDecimal[] g = new BigDecimal[TERMS];
    BigDecimal sum = BigDecimal.ZERO;
    for (int n = 0; n < TERMS; n++) {
      BigDecimal rest = n == 0 ? BigDecimal.ONE : BigDecimal.ZERO;
      for (int k = 1; k <= Math.min(n, d.length - 1); k++) {
        rest = rest.subtract(d[k].multiply(g[n - k], DIGITS), DIGITS);
      }
      g[n] = rest.divide(d[0], DIGITS);
      if (n % 2 == 0) {
        sum = sum.add(g[n].multiply(new BigDecimal(2)).divide(new BigDecimal(n + 1), DIGITS));
      }
    }
    return sum.multiply(half, DIGITS);
  }

  private static BigDecimal[] product(BigDecimal[] a, BigDecimal[] b) {
    BigDecimal[] c = new BigDecimal[a.length + b.length - 1];
    for (int n = 0; n < c.length; n++) {
      c[n] = BigDecimal.ZERO;
      for (int k = Math.max(0, n - b.length + 1); k <= Math.min(n, a.length - 1); k++) {
        c[n] = c[n].add(a[k].multiply(b[n - k], DIGITS), DIGITS);
      }
    }
    return c;
  }
}
