package deeplinear.flow.method;

import deeplinear.flow.kernel.RealField;
import org.apache.commons.math3.ode.FirstOrderDifferentialEquations;
import org.apache.commons.math3.ode.nonstiff.ClassicalRungeKuttaIntegrator;

/**
 * The classical Runge–Kutta method of order 4 with a fixed step: it makes an error of known order,
 * and so shows whether an error is the method's.
 */
public final class ClassicalRungeKutta {

  /** The order of the global error in the step size. */
  public static final int ORDER = 4;

  private ClassicalRungeKutta() {}

  /**
   * The state at time {@code horizon} after {@code steps} equal steps; {@code start} is not
   * modified.
   */
  public static double[] end(RealField field, double[] start, double horizon, int steps) {
    double step = horizon / steps;
    ClassicalRungeKuttaIntegrator method = new ClassicalRungeKuttaIntegrator(step);
    FirstOrderDifferentialEquations equations = new Equations(field, start.length);
    double[] state = start.clone();
    for (int i = 0; i < steps; i++) {
      state = method.singleStep(equations, 0, state, step);
    }
    return state;
  }

  private record Equations(RealField field, int dimension)
      implements FirstOrderDifferentialEquations {

    @Override
    public int getDimension() {
      return dimension;
    }

    @Override
    public void computeDerivatives(double t, double[] state, double[] velocity) {
      field.velocity(state, velocity);
    }
  }
}
