package deeplinear.solution;

import org.apache.commons.math3.ode.FirstOrderDifferentialEquations;
import org.apache.commons.math3.ode.nonstiff.GraggBulirschStoerIntegrator;

/**
 * The end of a solution by extrapolation, with an estimate of its error: ten times the distance to
 * a run with tolerances 1000 times wider.
 */
record FineSolution(double[] end, double error) {

  private static final double TOLERANCE = 1e-13;

  /** Writes the velocity at (t, x). */
  @FunctionalInterface
  interface Field {
    void velocity(double t, double[] x, double[] velocity);
  }

  static FineSolution of(Field field, double[] start, double time) {
    double[] fine = integrate(field, start, time, TOLERANCE);
    double[] coarse = integrate(field, start, time, 1000 * TOLERANCE);
    double square = 0;
    for (int i = 0; i < fine.length; i++) {
      square += (fine[i] - coarse[i]) * (fine[i] - coarse[i]);
    }
    double size = 0;
    for (double x : fine) {
      size += Math.abs(x);
    }
    return new FineSolution(fine, 10 * Math.sqrt(square) + TOLERANCE * size);
  }

  private static double[] integrate(Field field, double[] start, double time, double tolerance) {
    double[] end = new double[start.length];
    double reached =
        new GraggBulirschStoerIntegrator(time * 1e-12, time, tolerance, tolerance)
            .integrate(equations(field, start.length), 0, start, time, end);
    if (reached != time) {
      throw new IllegalStateException("the integration ended at " + reached);
    }
    return end;
  }

  private static FirstOrderDifferentialEquations equations(Field field, int dimension) {
    return new FirstOrderDifferentialEquations() {
      @Override
      public int getDimension() {
        return dimension;
      }

      @Override
      public void computeDerivatives(double t, double[] x, double[] velocity) {
        field.velocity(t, x, velocity);
      }
    };
  }
}
