package deeplinear.flow.method;

/**
 * The four last stages of {@link RockCoefficients}: an explicit Runge–Kutta method with
 * coefficients a_ij, b_i and, relative to its own start, nodes c_i.
 *
 * <p>Its elementary weights β are given: Σ b_i = β(τ), Σ b_i c_i = β(t21), … Of its ten
 * coefficients eight conditions leave two free. One is spent on b_3 = 0, which splits the
 * conditions: c_4 = β(t42)/β(t32), c_2 is the other zero of the quadratic polynomial through c_4
 * that the moments Σ b_i c_i^k allow, and what remains is linear. The other is c_3 = β(τ)/2: it
 * hardly matters, and makes the coefficients of order 5 of the local error about as small as they
 * can be.
 */
final class RockFinish {

  private static final int STAGES = 4;

  private final double[][] a;
  private final double[] b;

  private RockFinish(double[][] a, double[] b) {
    this.a = a;
    this.b = b;
  }

  /** The method that leads from a point with the weights {@code start} to the solution. */
  static RockFinish from(ElementaryWeights start) {
    ElementaryWeights beta = start.to(ElementaryWeights.SOLUTION);
    double c4 = beta.t42() / beta.t32();
    double c3 = beta.tau() / 2;
    double c2 =
        (beta.t31() * beta.t42() - beta.t32() * beta.t41())
            / (beta.t21() * beta.t42() - beta.t31() * beta.t32());
    double b4 = (beta.t31() - c2 * beta.t21()) / (c4 * (c4 - c2));
    double b2 = (beta.t21() - b4 * c4) / c2;
    double a43 = (beta.t43() - c2 * beta.t32()) / (b4 * c3 * (c3 - c2));
    double a32 = beta.t44() / (b4 * a43 * c2);
    double a42 = (beta.t32() / b4 - a43 * c3) / c2;
    return new RockFinish(
        new double[][] {{}, {c2}, {c3 - a32, a32}, {c4 - a42 - a43, a42, a43}},
        new double[] {beta.tau() - b2 - b4, b2, 0, b4});
  }

  /** a_ij for 1 ≤ j &lt; i ≤ 4. */
  double a(int i, int j) {
    return a[i - 1][j - 1];
  }

  /** b_i for 1 ≤ i ≤ 4. */
  double b(int i) {
    return b[i - 1];
  }

  /**
   * The weights e_1, …, e_5 of an error estimate h Σ e_i f(Y_i), where Y_1, …, Y_4 are the stages
   * of this method and Y_5 is a further point. The estimate vanishes up to order 3, and its part of
   * order 4 is {@code size} · z⁴ y on the equation y' = λy with z = hλ.
   *
   * <p>Two divided differences of order 3 meet the conditions of τ, t21 and t31; the combination of
   * them that meets that of t32 is the estimate.
   */
  double[] estimate(ElementaryWeights start, ElementaryWeights fifth, double size) {
    ElementaryWeights[] slopes = new ElementaryWeights[STAGES + 1];
    slopes[STAGES] = fifth.derivative();
    for (int i = 0; i < STAGES; i++) {
      ElementaryWeights stage = start;
      for (int j = 0; j < i; j++) {
        stage = stage.plus(a[i][j], slopes[j]);
      }
      slopes[i] = stage.derivative();
    }
    double[] withoutThird = dividedDifference(slopes, 2);
    double[] withoutFifth = dividedDifference(slopes, 4);
    double defectWithoutThird = 0;
    double defectWithoutFifth = 0;
    for (int i = 0; i <= STAGES; i++) {
      defectWithoutThird += withoutThird[i] * slopes[i].t32();
      defectWithoutFifth += withoutFifth[i] * slopes[i].t32();
    }
    double[] estimate = new double[STAGES + 1];
    double tall = 0;
    for (int i = 0; i <= STAGES; i++) {
      estimate[i] = defectWithoutFifth * withoutThird[i] - defectWithoutThird * withoutFifth[i];
      tall += estimate[i] * slopes[i].t44();
    }
    for (int i = 0; i <= STAGES; i++) {
      estimate[i] *= size / tall;
    }
    return estimate;
  }

  /**
   * The weights of the divided difference of order 3 over the nodes of all slopes but one, which
   * vanishes on quadratic polynomials of the node.
   */
  private static double[] dividedDifference(ElementaryWeights[] slopes, int omitted) {
    double[] weights = new double[slopes.length];
    for (int i = 0; i < slopes.length; i++) {
      double product = 1;
      for (int j = 0; j < slopes.length; j++) {
        product *= j == i || j == omitted ? 1 : slopes[i].t21() - slopes[j].t21();
      }
      weights[i] = i == omitted ? 0 : 1 / product;
    }
    return weights;
  }
}
