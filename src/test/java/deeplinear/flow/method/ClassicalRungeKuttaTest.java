package deeplinear.flow.method;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import deeplinear.flow.kernel.RealField;
import org.junit.jupiter.api.Test;

class ClassicalRungeKuttaTest {

  private static final RealField DECAY = (state, velocity) -> velocity[0] = -state[0];

  /** One step of size h multiplies by the Taylor polynomial of e^{−h} of degree 4. */
  @Test
  void stepsMultiplyByTheStabilityPolynomial() {
    for (int steps = 1; steps <= 8; steps++) {
      double h = 2.0 / steps;
      double factor = 1 - h + h * h / 2 - h * h * h / 6 + h * h * h * h / 24;
      double expected = 3 * Math.pow(factor, steps);
      double[] end = ClassicalRungeKutta.end(DECAY, new double[] {3}, 2, steps);
      // 32 roundings in a step, none of a number above (1 + h)³ times the state.
      double slack = 32 * steps * Math.pow(1 + h, 3) * 3 * Math.ulp(1.0);
      assertEquals(expected, end[0], slack, steps + " steps");
    }
    assertEquals(4, ClassicalRungeKutta.ORDER);
  }

  @Test
  void theStartIsNotModified() {
    double[] start = {1, 2};
    RealField rotation =
        (state, velocity) -> {
          velocity[0] = state[1];
          velocity[1] = -state[0];
        };
    ClassicalRungeKutta.end(rotation, start, 1, 3);
    assertArrayEquals(new double[] {1, 2}, start);
  }
}
