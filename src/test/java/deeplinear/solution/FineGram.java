package deeplinear.solution;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.math3.fraction.BigFraction;

/**
 * P of Ṗ = FP + PF − P² with more than twenty digits, by Taylor series in fixed point. Steps are
 * shorter than 1 / (8 (‖F‖ + ‖P‖)), a small part of the radius of convergence, for p = ‖P‖ grows no
 * faster than ṗ = 2fp + p².
 */
final class FineGram {

  private static final int BITS = 128;
  private static final int ORDER = 28;

  private final int n;
  private final BigInteger[] f;
  private BigInteger[] p;

  FineGram(List<BigFraction> generator, List<BigFraction> start) {
    n = (int) Math.round(Math.sqrt(start.size()));
    f = fixed(generator);
    p = fixed(start);
  }

  private static BigInteger[] fixed(List<BigFraction> entries) {
    return entries.stream()
        .map(x -> x.getNumerator().shiftLeft(BITS).divide(x.getDenominator()))
        .toArray(BigInteger[]::new);
  }

  /** Goes on by a time that is a double. */
  FineGram advance(double time) {
    double left = time;
    while (left > 0) {
      // Powers of two are subtracted without rounding.
      double longest = 1 / (8 * (norm(f) + norm(p)));
      int exponent = Math.min(Math.getExponent(longest), Math.getExponent(left));
      step(-exponent);
      left -= Math.scalb(1.0, exponent);
    }
    return this;
  }

  /** By 2^{−exponent}. */
  private void step(int exponent) {
    BigInteger[][] c = new BigInteger[ORDER + 1][];
    c[0] = p;
    BigInteger[] sum = p.clone();
    for (int k = 0; k < ORDER; k++) {
      BigInteger[] next = zeros();
      addProduct(next, f, c[k]);
      addProduct(next, c[k], f);
      for (int i = 0; i < next.length; i++) {
        next[i] = next[i].negate();
      }
      for (int i = 0; i <= k; i++) {
        addProduct(next, c[i], c[k - i]);
      }
      for (int i = 0; i < next.length; i++) {
        next[i] = next[i].negate().shiftRight(BITS).divide(BigInteger.valueOf(k + 1));
        sum[i] = sum[i].add(next[i].shiftRight(exponent * (k + 1)));
      }
      c[k + 1] = next;
    }
    p = sum;
  }

  private BigInteger[] zeros() {
    BigInteger[] zeros = new BigInteger[n * n];
    Arrays.fill(zeros, BigInteger.ZERO);
    return zeros;
  }

  private void addProduct(BigInteger[] sum, BigInteger[] a, BigInteger[] b) {
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        for (int k = 0; k < n; k++) {
          sum[i * n + j] = sum[i * n + j].add(a[i * n + k].multiply(b[k * n + j]));
        }
      }
    }
  }

  BigDecimal entry(int i, int j) {
    return new BigDecimal(p[i * n + j]).divide(new BigDecimal(BigInteger.ONE.shiftLeft(BITS)));
  }

  private static double norm(BigInteger[] a) {
    double square = 0;
    for (BigInteger x : a) {
      double value = Math.scalb(x.doubleValue(), -BITS);
      square += value * value;
    }
    return Math.sqrt(square);
  }
}
