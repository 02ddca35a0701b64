package deeplinear.algebra;

import org.apache.commons.math3.fraction.BigFraction;

/** Intervals that are proved to contain eigenvalues and singular values. */
public final class SpectralEnclosure {

  private static final IntervalAlgebra I = IntervalAlgebra.INSTANCE;

  private SpectralEnclosure() {}

  /**
   * An interval that contains all eigenvalues of all symmetric members of S. By Weyl's inequality
   * they differ from those of the middle M by at most the largest row sum of |S − M|; and λ_max(M)
   * ≤ μ where μI − M has a Cholesky factor. How μ was found does not matter.
   *
   * @return the whole line if an entry is unbounded or no eigenvalues are found
   */
  public static Interval ofSymmetric(IntervalMatrix symmetric) {
    Shapes.requireSquare(symmetric.rows(), symmetric.columns());
    if (!symmetric.isBounded()) {
      return Interval.LINE;
    }
    RealMatrix middle = symmetrized(symmetric.midpoint());
    double distance = largestRowSum(I.subtract(symmetric, IntervalMatrix.point(middle)));
    if (!(largestRowSum(IntervalMatrix.point(middle)) < Double.POSITIVE_INFINITY)) {
      return Interval.LINE;
    }
    double[] descending;
    try {
      descending = Spectrum.eigenvalues(middle);
    } catch (ArithmeticException e) {
      return Interval.LINE;
    }
    RealMatrix negated = RealAlgebra.INSTANCE.scale(BigFraction.MINUS_ONE, middle);
    double high = largestEigenvalue(middle, descending[0]);
    double low = -largestEigenvalue(negated, -descending[descending.length - 1]);
    return new Interval(low, high).widen(distance);
  }

  /** At least λ_max of a symmetric matrix, near a guess if that is good. */
  private static double largestEigenvalue(RealMatrix a, double guess) {
    double size = largestRowSum(IntervalMatrix.point(a));
    double margin = Math.max(Double.MIN_NORMAL, a.rows() * Math.ulp(size));
    while (margin <= 4 * size) {
      double proved = provedBound(a, guess + margin);
      if (proved < Double.POSITIVE_INFINITY) {
        return proved;
      }
      margin *= 4;
    }
    return size;
  }

  /**
   * If B = μI − A has a Cholesky factor in floating point, that is the factor of a matrix that
   * differs from B by at most γ/(1 − γ) tr B, γ = (n + 1)u/(1 − (n + 1)u) (Higham 2002, Theorem
   * 10.3), and 2u tr B cover the rounding of μ − a_ii. So λ_max(A) exceeds μ by at most twice (n +
   * 3)u tr B, and what underflows, less than one smallest number for each product.
   *
   * @return at least λ_max(A); +∞ if there is no factor
   */
  private static double provedBound(RealMatrix a, double mu) {
    int n = a.rows();
    double[] x = a.toArray();
    double trace = 0;
    for (int i = 0; i < n; i++) {
      for (int j = 0; j <= i; j++) {
        x[i * n + j] = i == j ? mu - x[i * n + j] : -x[i * n + j];
      }
      trace += x[i * n + i];
    }
    for (int i = 0; i < n; i++) {
      for (int j = 0; j <= i; j++) {
        double rest = x[i * n + j];
        for (int k = 0; k < j; k++) {
          rest -= x[i * n + k] * x[j * n + k];
        }
        if (i > j) {
          x[i * n + j] = rest / x[j * n + j];
        } else if (rest > 0) {
          x[i * n + i] = Math.sqrt(rest);
        } else {
          return Double.POSITIVE_INFINITY;
        }
      }
    }
    double underflow = Double.MIN_NORMAL * n * (n + 1 + trace);
    double bound = mu + ((n + 3) * Math.ulp(1.0) * trace + underflow);
    return Double.isNaN(bound) ? Double.POSITIVE_INFINITY : Math.nextUp(bound);
  }

  /** At least the largest singular value of every member. */
  public static double norm(IntervalMatrix a) {
    IntervalMatrix transposed = I.transpose(a);
    boolean wide = a.columns() > a.rows();
    IntervalMatrix gram = wide ? I.multiply(a, transposed) : I.multiply(transposed, a);
    return new Interval(0, Math.max(0, ofSymmetric(gram).high())).sqrt().high();
  }

  /** At least Σ_j |a_ij| for every row of every member: it bounds the norm if A is symmetric. */
  private static double largestRowSum(IntervalMatrix a) {
    double largest = 0;
    for (int i = 0; i < a.rows(); i++) {
      double sum = 0;
      for (int j = 0; j < a.columns(); j++) {
        sum = Math.nextUp(sum + a.entry(i, j).magnitude());
      }
      largest = Math.max(largest, sum);
    }
    return largest;
  }

  private static RealMatrix symmetrized(RealMatrix a) {
    int n = a.rows();
    double[] x = a.toArray();
    double[] result = new double[n * n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        result[i * n + j] = x[i * n + j] / 2 + x[j * n + i] / 2;
      }
    }
    return RealMatrix.of(n, n, result);
  }
}
