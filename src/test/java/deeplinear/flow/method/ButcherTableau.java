package deeplinear.flow.method;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;

/**
 * The tableau of an explicit Runge–Kutta method, written out from {@link RockCoefficients} in 40
 * digits, so that its order conditions judge the coefficients and not their own round-off.
 *
 * <p>The stages are g_0, …, g_{n−1}, Y_1 = g_n, Y_2, Y_3, Y_4 and, with index s, y_1, whose row is
 * thus the weights of the method.
 */
final class ButcherTableau {

  private static final MathContext DIGITS = new MathContext(40);

  /** Row i has the i coefficients of the stages before. */
  private final BigDecimal[][] rows;

  private ButcherTableau(BigDecimal[][] rows) {
    this.rows = rows;
  }

  /** From the recurrence in its first form, which uses ν_j. */
  static ButcherTableau of(RockCoefficients method) {
    int n = method.innerStages();
    BigDecimal[][] rows = new BigDecimal[n + 5][];
    rows[0] = new BigDecimal[0];
    for (int j = 1; j <= n; j++) {
      rows[j] = zeros(j);
      rows[j][j - 1] = new BigDecimal(method.mu(j));
      add(rows[j], method.nu(j), rows[j - 1]);
      if (j > 1) {
        add(rows[j], method.kappa(j), rows[j - 2]);
      }
    }
    for (int i = 2; i <= 5; i++) {
      BigDecimal[] row = zeros(n + i - 1);
      add(row, 1, rows[n]);
      for (int j = 1; j < i; j++) {
        row[n + j - 1] = new BigDecimal(i == 5 ? method.b(j) : method.a(i, j));
      }
      rows[n + i - 1] = row;
    }
    return new ButcherTableau(rows);
  }

  private static BigDecimal[] zeros(int length) {
    BigDecimal[] zeros = new BigDecimal[length];
    Arrays.fill(zeros, BigDecimal.ZERO);
    return zeros;
  }

  private static void add(BigDecimal[] sum, double factor, BigDecimal[] summand) {
    BigDecimal exact = new BigDecimal(factor);
    for (int i = 0; i < summand.length; i++) {
      sum[i] = sum[i].add(exact.multiply(summand[i], DIGITS), DIGITS);
    }
  }

  /** A vector of ones, one for each stage and for y_1. */
  BigDecimal[] ones() {
    BigDecimal[] ones = new BigDecimal[rows.length];
    Arrays.fill(ones, BigDecimal.ONE);
    return ones;
  }

  /** Each row times {@code x}: A x, and at index s the weights times x. */
  BigDecimal[] times(BigDecimal[] x) {
    BigDecimal[] product = new BigDecimal[rows.length];
    for (int i = 0; i < rows.length; i++) {
      product[i] = dot(rows[i], x);
    }
    return product;
  }

  /** Σ a_i x_i over the entries of {@code a}. */
  static BigDecimal dot(BigDecimal[] a, BigDecimal[] x) {
    BigDecimal sum = BigDecimal.ZERO;
    for (int i = 0; i < a.length; i++) {
      sum = sum.add(a[i].multiply(x[i], DIGITS), DIGITS);
    }
    return sum;
  }

  /** The products x_i y_i. */
  static BigDecimal[] product(BigDecimal[] x, BigDecimal[] y) {
    BigDecimal[] product = new BigDecimal[x.length];
    for (int i = 0; i < x.length; i++) {
      product[i] = x[i].multiply(y[i], DIGITS);
    }
    return product;
  }
}
