package deeplinear.flow.method;

import java.math.BigDecimal;
import java.math.MathContext;

/**
 * The tableau of collocation at the zeros c_i of the shifted Legendre polynomial of degree s: a_ij
 * = ∫_0^{c_i} ℓ_j and b_j = ∫_0^1 ℓ_j for the Lagrange polynomials ℓ_j of the c_i. All is computed
 * with 60 digits and rounded once. Source: [HLW06], II.1.3.
 */
final class GaussTableau {

  /** Far more digits than a double has, so that only a tie of 40 digits could round wrongly. */
  private static final MathContext DIGITS = new MathContext(60);

  /** Newton's method doubles the correct digits, from one at least: 2⁸ > 60 + 16. */
  private static final int NEWTON_STEPS = 8;

  private GaussTableau() {}

  static Tableau of(int stages) {
    BigDecimal[] c = nodes(stages);
    double[][] a = new double[stages][stages];
    double[] b = new double[stages];
    for (int j = 0; j < stages; j++) {
      BigDecimal[] lagrange = lagrange(c, j);
      b[j] = integral(lagrange, BigDecimal.ONE).doubleValue();
      for (int i = 0; i < stages; i++) {
        a[i][j] = integral(lagrange, c[i]).doubleValue();
      }
    }
    return Tableau.of(2 * stages, a, b);
  }

  /** The zeros of the shifted Legendre polynomial of degree n, ascending. */
  private static BigDecimal[] nodes(int n) {
    BigDecimal[] nodes = new BigDecimal[n];
    for (int i = 0; i < n; i++) {
      BigDecimal x = BigDecimal.valueOf((1 - Math.cos(Math.PI * (i + 0.75) / (n + 0.5))) / 2);
      for (int step = 0; step < NEWTON_STEPS; step++) {
        BigDecimal[] p = legendre(n, x);
        x = x.subtract(p[0].divide(p[1], DIGITS), DIGITS);
      }
      nodes[i] = x;
    }
    return nodes;
  }

  /**
   * The value and the derivative at x by (k + 1) P_{k+1} = (2k + 1) t P_k − k P_{k−1}, t = 2x − 1.
   */
  private static BigDecimal[] legendre(int n, BigDecimal x) {
    BigDecimal t = x.add(x).subtract(BigDecimal.ONE);
    BigDecimal[] below = {BigDecimal.ZERO, BigDecimal.ZERO};
    BigDecimal[] p = {BigDecimal.ONE, BigDecimal.ZERO};
    for (int k = 0; k < n; k++) {
      BigDecimal twice = BigDecimal.valueOf(2L * k + 1);
      BigDecimal before = BigDecimal.valueOf(k);
      BigDecimal next = BigDecimal.valueOf(k + 1L);
      BigDecimal value =
          twice.multiply(t).multiply(p[0]).subtract(before.multiply(below[0])).divide(next, DIGITS);
      BigDecimal slope =
          twice
              .multiply(t.multiply(p[1]).add(p[0]).add(p[0]))
              .subtract(before.multiply(below[1]))
              .divide(next, DIGITS);
      below = p;
      p = new BigDecimal[] {value, slope};
    }
    return p;
  }

  /** The coefficients of Π_{k≠j} (x − c_k) / (c_j − c_k), from the constant one on. */
  private static BigDecimal[] lagrange(BigDecimal[] c, int j) {
    BigDecimal[] product = {BigDecimal.ONE};
    for (int k = 0; k < c.length; k++) {
      if (k != j) {
        BigDecimal scale = c[j].subtract(c[k]);
        BigDecimal[] next = new BigDecimal[product.length + 1];
        for (int m = 0; m < next.length; m++) {
          BigDecimal shifted = m > 0 ? product[m - 1] : BigDecimal.ZERO;
          BigDecimal here = m < product.length ? product[m] : BigDecimal.ZERO;
          next[m] = shifted.subtract(c[k].multiply(here)).divide(scale, DIGITS);
        }
        product = next;
      }
    }
    return product;
  }

  /** ∫_0^x of the polynomial with these coefficients. */
  private static BigDecimal integral(BigDecimal[] polynomial, BigDecimal x) {
    BigDecimal sum = BigDecimal.ZERO;
    for (int m = polynomial.length - 1; m >= 0; m--) {
      sum = sum.multiply(x).add(polynomial[m].divide(BigDecimal.valueOf(m + 1L), DIGITS));
    }
    return sum.multiply(x, DIGITS);
  }
}
