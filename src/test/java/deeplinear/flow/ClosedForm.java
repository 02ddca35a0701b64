package deeplinear.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;

import deeplinear.flow.Trajectory.Sample;
import java.util.function.DoubleFunction;

/**
 * A field with a known solution.
 *
 * @param field the field
 * @param solution the state at each time from 0 on
 * @param growth how much an error made at any time can have grown at any later time, in norm
 */
record ClosedForm(RealField field, DoubleFunction<double[]> solution, double growth) {

  static ClosedForm decay(double rate, double start) {
    return new ClosedForm(
        (state, velocity) -> velocity[0] = -rate * state[0],
        t -> new double[] {start * Math.exp(-rate * t)},
        1);
  }

  static ClosedForm rotation() {
    return new ClosedForm(
        (state, velocity) -> {
          velocity[0] = -state[1];
          velocity[1] = state[0];
        },
        t -> new double[] {Math.cos(t), Math.sin(t)},
        1);
  }

  /** ẏ = y (1 − y). Errors change as y (1 − y) does, which is ¼ at most. */
  static ClosedForm logistic(double start) {
    return new ClosedForm(
        (state, velocity) -> velocity[0] = state[0] * (1 - state[0]),
        t -> new double[] {1 / (1 + (1 / start - 1) * Math.exp(-t))},
        0.25 / (start * (1 - start)));
  }

  double[] start() {
    return solution.apply(0);
  }

  double error(Sample sample) {
    return StateVector.distance(solution.apply(sample.time()), sample.state());
  }

  /**
   * What the local errors of all steps may add up to where no component exceeds 1, doubled for the
   * interpolation between steps, with the rounding of all stages.
   */
  double bound(Trajectory trajectory, Accuracy accuracy) {
    double local = accuracy.absolute() + accuracy.relative() + 16 * Math.ulp(1.0);
    return 2 * growth * trajectory.steps() * local * Math.sqrt(start().length);
  }

  void assertFollowed(Trajectory trajectory, Accuracy accuracy) {
    for (Sample sample : trajectory.samples()) {
      double bound = bound(trajectory, accuracy);
      assertEquals(0, error(sample), bound, () -> "error at time " + sample.time());
    }
  }
}
