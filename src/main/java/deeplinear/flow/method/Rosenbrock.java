package deeplinear.flow.method;

import deeplinear.flow.kernel.LaneFactorization;
import deeplinear.flow.kernel.LaneField;
import deeplinear.flow.kernel.LaneGradient;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Steps of a Rosenbrock method, from its tableau, with the exact Jacobian. A lane whose step is too
 * long for its negative curvature, so that I/(hγ) − J is not positive definite, gets the largest
 * finite error.
 */
final class Rosenbrock implements Stepper {

  private final double gamma;
  private final Combination[] arguments;
  private final Combination[] couplings;
  private final double[][] increments;
  private final ErrorNorm norm = new ErrorNorm();
  private @Nullable LaneGradient owner;
  private @Nullable LaneFactorization known;
  private double[] jacobian = {};
  private double[] shifts = {};
  private double[] sums = {};
  private double[] point = {};
  private double[] zero = {};
  private double[] inverses = {};
  private double[] scratch = {};

  Rosenbrock(RosenbrockTableau tableau) {
    gamma = tableau.gamma();
    arguments = tableau.arguments().stream().map(Combination::new).toArray(Combination[]::new);
    couplings = tableau.couplings().stream().map(Combination::new).toArray(Combination[]::new);
    increments = new double[tableau.stages()][];
  }

  @Override
  public void step(LaneField field, Block block, int ignored) {
    if (!(field instanceof LaneGradient gradient)) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "an implicit step needs a field with a Jacobian, a LaneGradient, not %s",
              field.getClass().getName()));
    }
    int size = block.size();
    grow(size, block);
    block.spreadSteps();
    double[] steps = block.steps();
    for (int e = 0; e < size; e++) {
      inverses[e] = 1 / steps[e];
    }
    for (int l = 0; l < block.lanes(); l++) {
      shifts[l] = 1 / (block.step()[l] * gamma);
    }
    LaneFactorization system = factorization(gradient);
    gradient.jacobian(block.state(), jacobian);
    system.factorize(block.dimension(), block.lanes(), jacobian, shifts);
    int last = increments.length - 1;
    System.arraycopy(block.velocity(), 0, increments[0], 0, size);
    system.solve(increments[0]);
    for (int i = 1; i <= last; i++) {
      arguments[i].addTo(block.state(), increments, point, size);
      gradient.velocity(point, increments[i]);
      couplings[i].addTo(zero, increments, scratch, size);
      addProducts(inverses, scratch, increments[i], size);
      system.solve(increments[i]);
    }
    add(point, increments[last], block.end(), size);
    gradient.velocity(block.end(), block.endVelocity());
    measureError(block, system, increments[last]);
  }

  private LaneFactorization factorization(LaneGradient gradient) {
    LaneFactorization result = known;
    if (result == null || owner != gradient) {
      result = gradient.factorization();
      known = result;
      owner = gradient;
    }
    return result;
  }

  private void grow(int size, Block block) {
    if (point.length < size) {
      point = new double[size];
      zero = new double[size];
      inverses = new double[size];
      scratch = new double[size];
      for (int i = 0; i < increments.length; i++) {
        increments[i] = new double[size];
      }
    }
    if (jacobian.length < size * block.dimension()) {
      jacobian = new double[size * block.dimension()];
    }
    if (shifts.length < block.lanes()) {
      shifts = new double[block.lanes()];
      sums = new double[block.lanes()];
    }
  }

  private static void addProducts(double[] factors, double[] values, double[] result, int size) {
    for (int e = 0; e < size; e++) {
      result[e] = result[e] + factors[e] * values[e];
    }
  }

  private static void add(double[] x, double[] y, double[] result, int size) {
    for (int e = 0; e < size; e++) {
      result[e] = x[e] + y[e];
    }
  }

  private void measureError(Block block, LaneFactorization system, double[] error) {
    norm.prepare(block);
    norm.sumOfSquares(error, block.size(), sums);
    for (int l = 0; l < block.lanes(); l++) {
      block.error()[l] =
          system.isPositive(l) ? Math.sqrt(sums[l] / block.components()[l]) : Double.MAX_VALUE;
      block.stiffness()[l] = 0;
    }
  }
}
