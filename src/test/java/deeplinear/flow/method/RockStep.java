package deeplinear.flow.method;

import deeplinear.flow.kernel.RealField;

/** One step of the method of {@link RockCoefficients}, as plainly as it can be written. */
final class RockStep {

  /** The state y_1 after the step. */
  final double[] end;

  /** The estimate y_1 − ŷ_1 that uses f(y_1). */
  final double[] error;

  /** The estimate y_1 − ŷ_1 that uses f(g_m). */
  final double[] innerError;

  /** The largest |g_j|, |Y_i| in the maximum norm, y_0 and y_1 not counted. */
  final double largestStage;

  RockStep(RockCoefficients method, RealField field, double[] start, double h) {
    int n = method.innerStages();
    double[][] g = new double[n + 1][];
    g[0] = start;
    double largest = 0;
    for (int j = 1; j <= n; j++) {
      double[] slope = slope(field, g[j - 1]);
      g[j] = new double[start.length];
      for (int k = 0; k < start.length; k++) {
        g[j][k] = h * method.mu(j) * slope[k] + method.nu(j) * g[j - 1][k];
        g[j][k] += j == 1 ? 0 : method.kappa(j) * g[j - 2][k];
      }
      largest = Math.max(largest, size(g[j]));
    }
    double[][] slopes = new double[6][];
    end = g[n].clone();
    error = new double[start.length];
    innerError = new double[start.length];
    for (int i = 1; i <= 4; i++) {
      double[] stage = g[n].clone();
      for (int j = 1; j < i; j++) {
        add(stage, h * method.a(i, j), slopes[j]);
      }
      largest = Math.max(largest, size(stage));
      slopes[i] = slope(field, stage);
      add(end, h * method.b(i), slopes[i]);
      add(error, h * method.errorWeight(i), slopes[i]);
      add(innerError, h * method.innerErrorWeight(i), slopes[i]);
    }
    add(error, h * method.errorWeight(5), slope(field, end));
    add(innerError, h * method.innerErrorWeight(5), slope(field, g[method.innerErrorStage()]));
    largestStage = largest;
  }

  private static double[] slope(RealField field, double[] state) {
    double[] slope = new double[state.length];
    field.velocity(state, slope);
    return slope;
  }

  private static void add(double[] sum, double factor, double[] summand) {
    for (int k = 0; k < sum.length; k++) {
      sum[k] += factor * summand[k];
    }
  }

  static double size(double[] state) {
    double size = 0;
    for (double x : state) {
      size = Math.max(size, Math.abs(x));
    }
    return size;
  }
}
