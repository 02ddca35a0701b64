package deeplinear.flow;

import java.math.BigInteger;
import org.apache.commons.math3.fraction.BigFraction;

/** Rational bounds low &lt; e^{−x} &lt; high for 0 &lt; x ≤ 1, less than 1e-30 apart. */
record Exponential(BigFraction low, BigFraction high) {

  private static final int TERMS = 30;

  /** Two partial sums of an alternating series with terms that decrease. */
  static Exponential ofMinus(BigFraction x) {
    BigFraction term = BigFraction.ONE;
    BigFraction sum = BigFraction.ONE;
    BigFraction before = sum;
    for (int k = 1; k < TERMS; k++) {
      term = term.multiply(x).divide(BigInteger.valueOf(-k));
      before = sum;
      sum = sum.add(term);
    }
    return sum.compareTo(before) < 0 ? new Exponential(sum, before) : new Exponential(before, sum);
  }
}
