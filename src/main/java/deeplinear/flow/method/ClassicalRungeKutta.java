package deeplinear.flow.method;

import deeplinear.flow.kernel.RealField;
import java.util.Arrays;

/**
 * The classical Runge–Kutta method of order 4 with a fixed step: it makes an error of known order,
 * and so shows whether an error is the method's. Source: Kutta 1901.
 */
public final class ClassicalRungeKutta implements OneStepMethod {

  /** The order of the global error in the step size. */
  public static final int ORDER = 4;

  /** The only instance; the method has no parameters. */
  public static final ClassicalRungeKutta INSTANCE = new ClassicalRungeKutta();

  private static final Tableau TABLEAU =
      Tableau.of(
          ORDER,
          new double[][] {{0, 0, 0, 0}, {0.5, 0, 0, 0}, {0, 0.5, 0, 0}, {0, 0, 1, 0}},
          new double[] {1.0 / 6, 1.0 / 3, 1.0 / 3, 1.0 / 6});

  private ClassicalRungeKutta() {}

  @Override
  public String name() {
    return "classical Runge–Kutta";
  }

  @Override
  public Tableau tableau() {
    return TABLEAU;
  }

  @Override
  public OneStep on(RealField field, int dimension) {
    double[] stage = new double[dimension];
    double[][] slopes = new double[TABLEAU.stages()][dimension];
    return (state, step, increment) -> {
      for (int i = 0; i < slopes.length; i++) {
        TABLEAU.stage(i, step, slopes, stage);
        for (int k = 0; k < dimension; k++) {
          stage[k] += state[k];
        }
        field.velocity(stage, slopes[i]);
      }
      TABLEAU.increment(step, slopes, increment);
      return Double.isFinite(ScaledNorm.of(increment))
          ? StepOutcome.ADVANCED
          : StepOutcome.NON_FINITE;
    };
  }

  /**
   * The state at time {@code horizon} after {@code steps} equal steps; all NaN if it leaves the
   * finite numbers. {@code start} is not modified.
   */
  public static double[] end(RealField field, double[] start, double horizon, int steps) {
    EqualSteps run = EqualSteps.of(INSTANCE, field, start, horizon / steps, steps);
    if (run.outcome() == StepOutcome.ADVANCED) {
      return run.state();
    }
    double[] nowhere = new double[start.length];
    Arrays.fill(nowhere, Double.NaN);
    return nowhere;
  }
}
