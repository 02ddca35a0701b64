package deeplinear.flow.method;

import deeplinear.flow.kernel.LaneField;
import java.util.List;

/** Steps of an explicit Runge–Kutta method, from its tableau. */
final class RungeKutta implements Stepper {

  private final Combination[] stages;
  private final Combination result;
  private final List<Combination> errors;
  private final double[][] increments;
  private final double[][] sums = new double[2][];
  private final ErrorNorm norm = new ErrorNorm();
  private double[] point = {};
  private double[] zero = {};
  private double[] scratch = {};

  RungeKutta(ExplicitTableau tableau) {
    stages = tableau.stages().stream().map(Combination::new).toArray(Combination[]::new);
    result = new Combination(tableau.weights());
    errors = tableau.errors().stream().map(Combination::new).toList();
    increments = new double[stages.length][];
  }

  @Override
  public void step(LaneField field, Block block, int ignored) {
    int size = block.size();
    grow(size, block.lanes());
    block.spreadSteps();
    double[] steps = block.steps();
    scale(steps, block.velocity(), increments[0], size);
    for (int i = 1; i < stages.length; i++) {
      stages[i].addTo(block.state(), increments, point, size);
      field.velocity(point, increments[i]);
      scale(steps, increments[i], increments[i], size);
    }
    result.addTo(block.state(), increments, block.end(), size);
    field.velocity(block.end(), block.endVelocity());
    measureError(block, size);
    measureStiffness(block, size);
  }

  private void grow(int size, int lanes) {
    if (point.length < size) {
      point = new double[size];
      zero = new double[size];
      scratch = new double[size];
      for (int i = 0; i < increments.length; i++) {
        increments[i] = new double[size];
      }
    }
    if (sums[0] == null || sums[0].length < lanes) {
      sums[0] = new double[lanes];
      sums[1] = new double[lanes];
    }
  }

  private static void scale(double[] factors, double[] values, double[] products, int size) {
    for (int e = 0; e < size; e++) {
      products[e] = factors[e] * values[e];
    }
  }

  /**
   * The root mean square of the estimate; of two, e and e', the first, damped where the second is
   * much larger: ‖e‖²/√(‖e‖² + 0.01‖e'‖²).
   */
  private void measureError(Block block, int size) {
    norm.prepare(block);
    for (int i = 0; i < errors.size(); i++) {
      errors.get(i).addTo(zero, increments, scratch, size);
      norm.sumOfSquares(scratch, size, sums[i]);
    }
    for (int l = 0; l < block.lanes(); l++) {
      double first = sums[0][l] / block.components()[l];
      if (errors.size() == 1 || first == 0) {
        block.error()[l] = Math.sqrt(first);
      } else {
        block.error()[l] = first / Math.sqrt(first + 0.01 * sums[1][l] / block.components()[l]);
      }
    }
  }

  /** Compares the last stage with the end, as E. Hairer and G. Wanner do to detect stiffness. */
  private void measureStiffness(Block block, int size) {
    double[] last = increments[stages.length - 1];
    double[] steps = block.steps();
    for (int e = 0; e < size; e++) {
      double difference = steps[e] * block.endVelocity()[e] - last[e];
      scratch[e] = difference * difference;
    }
    ErrorNorm.sum(scratch, size, block.lanes(), sums[0]);
    for (int e = 0; e < size; e++) {
      double difference = block.end()[e] - point[e];
      scratch[e] = difference * difference;
    }
    ErrorNorm.sum(scratch, size, block.lanes(), sums[1]);
    for (int l = 0; l < block.lanes(); l++) {
      block.stiffness()[l] = sums[1][l] > 0 ? Math.sqrt(sums[0][l] / sums[1][l]) : 0;
    }
  }
}
