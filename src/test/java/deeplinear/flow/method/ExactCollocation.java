package deeplinear.flow.method;

import static org.junit.jupiter.api.Assertions.assertTrue;

import deeplinear.fixture.Exact;
import java.util.Arrays;
import org.apache.commons.math3.fraction.BigFraction;
import org.apache.commons.math3.fraction.BigFractionField;
import org.apache.commons.math3.linear.Array2DRowFieldMatrix;
import org.apache.commons.math3.linear.FieldLUDecomposition;
import org.apache.commons.math3.linear.FieldMatrix;

/**
 * Gauss collocation without numbers: in ℚ[x, y] modulo P(x) and P(y), P the monic shifted Legendre
 * polynomial of degree s, b(y) and a(x, y) stand for b_j and a_ij at x = c_i, y = c_j. They are
 * defined by B(s) and C(s); sums over nodes are traces, and traces of powers are Newton's power
 * sums. Arrays hold coefficients, constant ones first; the first index belongs to x.
 */
final class ExactCollocation {

  /** Bits to which nodes are enclosed. */
  private static final int BITS = 240;

  final int s;
  private final BigFraction[] p;
  private final BigFraction[] powerSums;
  final BigFraction[] b;
  final BigFraction[][] a;

  ExactCollocation(int s) {
    this.s = s;
    p = legendre(s);
    powerSums = powerSums(4 * s);
    FieldMatrix<BigFraction> traceForm =
        new Array2DRowFieldMatrix<>(BigFractionField.getInstance(), s, s);
    for (int m = 0; m < s; m++) {
      for (int k = 0; k < s; k++) {
        traceForm.setEntry(m, k, powerSums[m + k]);
      }
    }
    FieldMatrix<BigFraction> inverse =
        new FieldLUDecomposition<>(traceForm).getSolver().getInverse();
    b = zeros(s);
    a = new BigFraction[s][];
    Arrays.setAll(a, i -> zeros(s));
    for (int m = 0; m < s; m++) {
      for (int k = 1; k <= s; k++) {
        BigFraction weight = inverse.getEntry(m, k - 1).divide(k);
        b[m] = b[m].add(weight);
        BigFraction[] power = reduce(monomial(k));
        for (int l = 0; l < s; l++) {
          a[l][m] = a[l][m].add(weight.multiply(power[l]));
        }
      }
    }
  }

  static BigFraction[] zeros(int n) {
    BigFraction[] zeros = new BigFraction[n];
    Arrays.fill(zeros, BigFraction.ZERO);
    return zeros;
  }

  static BigFraction[] monomial(int degree) {
    BigFraction[] result = zeros(degree + 1);
    result[degree] = BigFraction.ONE;
    return result;
  }

  /** The s-th derivative of x^s (x − 1)^s, made monic. */
  private static BigFraction[] legendre(int s) {
    BigFraction[] result = zeros(s + 1);
    BigFraction binomial = BigFraction.ONE;
    for (int k = s; k >= 0; k--) {
      BigFraction falling = BigFraction.ONE;
      for (int l = 0; l < s; l++) {
        falling = falling.multiply(s + k - l);
      }
      result[k] = binomial.multiply(falling).multiply((s - k) % 2 == 0 ? 1 : -1);
      binomial = binomial.multiply(k).divide(s - k + 1);
    }
    BigFraction lead = result[s];
    return Arrays.stream(result).map(x -> x.divide(lead)).toArray(BigFraction[]::new);
  }

  /** Σ_j c_j^n for n from 0. */
  private BigFraction[] powerSums(int most) {
    BigFraction[] sums = zeros(most + 1);
    sums[0] = new BigFraction(s);
    for (int n = 1; n <= most; n++) {
      BigFraction sum = n <= s ? p[s - n].multiply(n) : BigFraction.ZERO;
      for (int k = 1; k <= Math.min(n - 1, s); k++) {
        sum = sum.add(p[s - k].multiply(sums[n - k]));
      }
      sums[n] = sum.negate();
    }
    return sums;
  }

  /** The remainder modulo P. */
  BigFraction[] reduce(BigFraction[] f) {
    BigFraction[] rest = f.clone();
    for (int n = f.length - 1; n >= s; n--) {
      BigFraction lead = rest[n];
      for (int k = 0; k <= s; k++) {
        rest[n - s + k] = rest[n - s + k].subtract(lead.multiply(p[k]));
      }
    }
    return Arrays.copyOf(f.length >= s ? rest : padded(rest), s);
  }

  private BigFraction[] padded(BigFraction[] f) {
    BigFraction[] result = zeros(s);
    System.arraycopy(f, 0, result, 0, f.length);
    return result;
  }

  BigFraction[] multiply(BigFraction[] f, BigFraction[] g) {
    BigFraction[] product = zeros(f.length + g.length - 1);
    for (int i = 0; i < f.length; i++) {
      for (int j = 0; j < g.length; j++) {
        product[i + j] = product[i + j].add(f[i].multiply(g[j]));
      }
    }
    return reduce(product);
  }

  /** Σ_j f(c_j). */
  BigFraction trace(BigFraction[] f) {
    BigFraction sum = BigFraction.ZERO;
    for (int n = 0; n < f.length; n++) {
      sum = sum.add(f[n].multiply(powerSums[n]));
    }
    return sum;
  }

  /** f(x) g(x, y). */
  BigFraction[][] timesFirst(BigFraction[] f, BigFraction[][] g) {
    return transpose(
        Arrays.stream(transpose(g)).map(row -> multiply(f, row)).toArray(BigFraction[][]::new));
  }

  /** g(y, x). */
  static BigFraction[][] transpose(BigFraction[][] g) {
    BigFraction[][] result = new BigFraction[g.length][g.length];
    for (int i = 0; i < g.length; i++) {
      for (int j = 0; j < g.length; j++) {
        result[j][i] = g[i][j];
      }
    }
    return result;
  }

  /** A number below c_i, by less than 2^{−240}. */
  private BigFraction node(int i) {
    double guess = (1 - Math.cos(Math.PI * (i + 0.75) / (s + 0.5))) / 2;
    BigFraction low = Exact.of(guess - 0.02);
    BigFraction width = Exact.q(1, 25);
    int sign = value(p, low).compareTo(BigFraction.ZERO);
    int other = value(p, low.add(width)).compareTo(BigFraction.ZERO);
    assertTrue(sign * other < 0, () -> "no change of sign near " + guess);
    for (int k = 0; k < BITS; k++) {
      width = width.divide(2);
      BigFraction middle = low.add(width);
      if (value(p, middle).compareTo(BigFraction.ZERO) == sign) {
        low = middle;
      }
    }
    return low;
  }

  private static BigFraction value(BigFraction[] f, BigFraction x) {
    BigFraction sum = BigFraction.ZERO;
    for (int n = f.length - 1; n >= 0; n--) {
      sum = sum.multiply(x).add(f[n]);
    }
    return sum;
  }

  /** That a double is the one nearest to b_j. */
  void assertNearestToWeight(double x, int j) {
    BigFraction[][] constant = new BigFraction[s][];
    Arrays.setAll(constant, i -> i == 0 ? b : zeros(s));
    assertNearest(x, constant, 0, j);
  }

  /** That a double is the one nearest to a_ij. */
  void assertNearestToCoefficient(double x, int i, int j) {
    assertNearest(x, a, i, j);
  }

  /** In the unit square g moves by at most Σ |g_mn| (m + n) times the width of the nodes. */
  private void assertNearest(double x, BigFraction[][] g, int i, int j) {
    BigFraction ci = node(i);
    BigFraction cj = node(j);
    BigFraction value = BigFraction.ZERO;
    BigFraction slope = BigFraction.ZERO;
    for (int m = 0; m < s; m++) {
      value = value.add(value(g[m], cj).multiply(ci.pow(m)));
      for (int n = 0; n < s; n++) {
        slope = slope.add(g[m][n].abs().multiply(m + n));
      }
    }
    BigFraction error = slope.divide(new BigFraction(2).pow(BITS));
    BigFraction here = Exact.of(x);
    BigFraction up = here.add(Exact.of(Math.nextUp(x))).divide(2);
    BigFraction down = here.add(Exact.of(Math.nextDown(x))).divide(2);
    assertTrue(
        value.subtract(error).compareTo(down) > 0 && value.add(error).compareTo(up) < 0,
        () -> x + " is not nearest at " + i + ", " + j);
  }
}
