package deeplinear.flow.trajectory;

import deeplinear.flow.method.Method;

/**
 * By how much a step may change after an accepted one. Errors that grow from step to step are
 * expected to go on growing: with the steps h', h and the errors e', e of the last two, of which
 * the error needs the factor φ(e), the factor is at most (h/h') φ(e²/e'). Source: K. Gustafsson,
 * Control-theoretic techniques for stepsize selection in implicit Runge–Kutta methods, ACM TOMS 20
 * (1994). So few steps are rejected on the way out of a plateau. For implicit methods alone.
 */
final class StepTrend {

  /** A smaller error before says more of chance than of a trend. */
  private static final double LEAST_ERROR = 0.01;

  private double lastStep;
  private double lastError;

  /** The factor, before safety, for a step that was accepted. */
  double factor(Method method, double step, double error) {
    double factor = method.factor(error);
    if (!method.isImplicit()) {
      return factor;
    }
    if (lastStep > 0) {
      factor = Math.min(factor, step / lastStep * method.factor(error * error / lastError));
    }
    lastStep = step;
    lastError = Math.max(LEAST_ERROR, error);
    return factor;
  }
}
