package deeplinear.flow.method;

import java.util.Arrays;
import java.util.Locale;

/**
 * The coefficients of a Runge–Kutta method for autonomous systems: Y_i = y + h Σ_j a_ij f(Y_j) and
 * y' = y + h Σ_i b_i f(Y_i). Nodes are not kept; they are the row sums of a. Immutable.
 */
public final class Tableau {

  private final int order;
  private final double[][] a;
  private final double[] b;

  private Tableau(int order, double[][] a, double[] b) {
    this.order = order;
    this.a = a;
    this.b = b;
  }

  /**
   * The tableau with these coefficients.
   *
   * @param order the order of the global error in h
   * @param a s × s; not modified
   * @param b s weights; not modified
   * @throws IllegalArgumentException if a is not square of the size of b, or the order not positive
   */
  public static Tableau of(int order, double[][] a, double[] b) {
    if (order < 1 || b.length < 1 || a.length != b.length) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "a positive order and as many rows as weights are expected, not order %d, %d rows and "
                  + "%d weights",
              order,
              a.length,
              b.length));
    }
    double[][] rows = new double[a.length][];
    for (int i = 0; i < a.length; i++) {
      if (a[i].length != b.length) {
        throw new IllegalArgumentException(
            String.format(
                Locale.ROOT,
                "row %d has %d entries, but there are %d weights",
                i,
                a[i].length,
                b.length));
      }
      rows[i] = a[i].clone();
    }
    return new Tableau(order, rows, b.clone());
  }

  /** The order of the global error in h. */
  public int order() {
    return order;
  }

  /** The number s of stages. */
  public int stages() {
    return b.length;
  }

  /** a_ij, from 0. */
  public double a(int i, int j) {
    return a[i][j];
  }

  /** b_i, from 0. */
  public double b(int i) {
    return b[i];
  }

  /** result = h Σ_j a_ij F_j for row i; {@code result} is modified. */
  void stage(int i, double h, double[][] slopes, double[] result) {
    combine(a[i], h, slopes, result);
  }

  /** result = h Σ_j b_j F_j; {@code result} is modified. */
  void increment(double h, double[][] slopes, double[] result) {
    combine(b, h, slopes, result);
  }

  /** Zero coefficients are left out: their slopes need not be known yet. */
  private static void combine(double[] weights, double h, double[][] slopes, double[] result) {
    Arrays.fill(result, 0);
    for (int j = 0; j < weights.length; j++) {
      if (weights[j] != 0) {
        for (int k = 0; k < result.length; k++) {
          result[k] += weights[j] * slopes[j][k];
        }
      }
    }
    for (int k = 0; k < result.length; k++) {
      result[k] *= h;
    }
  }
}
