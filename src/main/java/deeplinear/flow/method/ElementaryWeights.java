package deeplinear.flow.method;

/**
 * The coefficients Φ(t) with which a point of a Runge–Kutta step, Y = y + Σ h^{|t|} Φ(t) F(t)(y) /
 * σ(t), depends on the elementary differentials F(t) of the trees t with at most four nodes.
 *
 * <p>The trees are τ, t21 = [τ], t31 = [τ, τ], t32 = [[τ]], t41 = [τ, τ, τ], t42 = [τ, [τ]], t43 =
 * [[τ, τ]], t44 = [[[τ]]], as in E. Hairer, S. P. Nørsett and G. Wanner, <i>Solving Ordinary
 * Differential Equations I</i>, section II.2. On y' = λy only the tall trees count: Y = (1 + τz +
 * t21 z² + t32 z³ + t44 z⁴ + …) y with z = hλ.
 */
record ElementaryWeights(
    double tau,
    double t21,
    double t31,
    double t32,
    double t41,
    double t42,
    double t43,
    double t44) {

  /** The point y itself. */
  static final ElementaryWeights START = new ElementaryWeights(0, 0, 0, 0, 0, 0, 0, 0);

  /** The solution at the end of the step: the eight order conditions demand these values. */
  static final ElementaryWeights SOLUTION =
      new ElementaryWeights(1, 1 / 2.0, 1 / 3.0, 1 / 6.0, 1 / 4.0, 1 / 8.0, 1 / 12.0, 1 / 24.0);

  /** The coefficients of h f(Y): a root is grafted below the trees of Y. */
  ElementaryWeights derivative() {
    return new ElementaryWeights(1, tau, tau * tau, t21, tau * tau * tau, tau * t21, t31, t32);
  }

  ElementaryWeights plus(double factor, ElementaryWeights other) {
    return new ElementaryWeights(
        tau + factor * other.tau,
        t21 + factor * other.t21,
        t31 + factor * other.t31,
        t32 + factor * other.t32,
        t41 + factor * other.t41,
        t42 + factor * other.t42,
        t43 + factor * other.t43,
        t44 + factor * other.t44);
  }

  ElementaryWeights times(double factor) {
    return START.plus(factor, this);
  }

  /** 1 + τz + t21 z² + t32 z³ + t44 z⁴. */
  double stability(double z) {
    return 1 + z * (tau + z * (t21 + z * (t32 + z * t44)));
  }

  /**
   * The weights of that method which, started at this point, ends at {@code end}: the quotient in
   * the Butcher group.
   */
  ElementaryWeights to(ElementaryWeights end) {
    double p = tau;
    double q = end.tau - p;
    double q21 = end.t21 - t21 - p * q;
    double q31 = end.t31 - t31 - 2 * p * q21 - p * p * q;
    double q32 = end.t32 - t32 - t21 * q - p * q21;
    double q41 = end.t41 - t41 - 3 * p * q31 - 3 * p * p * q21 - p * p * p * q;
    double q42 = end.t42 - t42 - p * t21 * q - (p * p + t21) * q21 - p * (q31 + q32);
    double q43 = end.t43 - t43 - t31 * q - p * p * q21 - 2 * p * q32;
    double q44 = end.t44 - t44 - t32 * q - t21 * q21 - p * q32;
    return new ElementaryWeights(q, q21, q31, q32, q41, q42, q43, q44);
  }
}
