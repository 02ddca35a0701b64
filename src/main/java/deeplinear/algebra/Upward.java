package deeplinear.algebra;

/**
 * Arithmetic of bounds, numbers that are not negative: no result is below the true one, and exact
 * zeros stay exact. A result of round-to-nearest is at most one neighbor below the true one.
 */
final class Upward {

  private Upward() {}

  /** At least a + b. */
  static double plus(double a, double b) {
    if (a == 0 || b == 0) {
      return a + b;
    }
    return Math.nextUp(a + b);
  }

  /** At least a b; 0 if a factor is 0, for what is bounded by it vanishes. */
  static double times(double a, double b) {
    return a == 0 || b == 0 ? 0 : Math.nextUp(a * b);
  }

  /** At least √a. */
  static double root(double a) {
    return a == 0 ? 0 : Math.nextUp(Math.sqrt(a));
  }

  /** At least √(a² + b²). */
  static double hypot(double a, double b) {
    if (a == 0 || b == 0) {
      return a + b;
    }
    return root(plus(times(a, a), times(b, b)));
  }

  /**
   * At least γ_n = nu/(1 − nu), u = 2^{−53}: a computed sum of n products, in any order, differs
   * from the true one by at most γ_n times the sum of their magnitudes, and by the {@link
   * #underflow} of n products.
   */
  static double gamma(double n) {
    double nu = n * (Math.ulp(1.0) / 2);
    return nu < 0.5 ? times(nu, Math.nextUp(1 / Math.nextDown(1 - nu))) : Double.POSITIVE_INFINITY;
  }

  /** At least what n products lose by rounding below the normal numbers, and sums of them grow. */
  static double underflow(double n) {
    return times(n, 2 * Double.MIN_VALUE);
  }

  /**
   * At least the true sum of n terms that are not negative, from the computed one, in which each
   * term is rounded at most n times: (1 − u)^{−n} ≤ 1 + γ_n.
   */
  static double sum(double computed, double n) {
    return times(computed, plus(1, gamma(n)));
  }
}
