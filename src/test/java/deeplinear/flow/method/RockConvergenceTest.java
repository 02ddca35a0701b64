package deeplinear.flow.method;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import deeplinear.flow.kernel.RealField;
import java.util.Arrays;
import org.apache.commons.math3.stat.regression.SimpleRegression;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RockConvergenceTest {

  private static final double LIMIT = 2;

  /**
   * The chain u' = (σ − uv) v, v' = (σ − uv) u of width 1 and depth 2, started on the diagonal;
   * then p = u² = v² obeys p' = 2 p (σ − p), a logistic equation.
   */
  private static final RealField CHAIN =
      (y, velocity) -> {
        double residual = LIMIT - y[0] * y[1];
        velocity[0] = residual * y[1];
        velocity[1] = residual * y[0];
      };

  private static double[] start() {
    return new double[] {0.5, 0.5};
  }

  private static double exact(double t) {
    double p = 0.25;
    return Math.sqrt(LIMIT / (1 + (LIMIT / p - 1) * Math.exp(-2 * LIMIT * t)));
  }

  @ParameterizedTest
  @ValueSource(ints = {5, 6, 9, 20})
  void theErrorIsOfOrderFourAndTheEstimatesOfALocalErrorAreOfOrderFour(int stages) {
    RockCoefficients method =
        RockCoefficients.all().stream().filter(m -> m.stages() == stages).findFirst().get();
    SimpleRegression error = new SimpleRegression();
    SimpleRegression estimate = new SimpleRegression();
    SimpleRegression inner = new SimpleRegression();
    for (int steps = 8; steps <= 32; steps += 4) {
      double h = 1.0 / steps;
      double[] state = start();
      RockStep first = new RockStep(method, CHAIN, state, h);
      for (int i = 0; i < steps; i++) {
        state = new RockStep(method, CHAIN, state, h).end;
      }
      double x = Math.log(h);
      error.addData(x, Math.log(Math.abs(state[0] - exact(1))));
      estimate.addData(x, Math.log(Math.abs(first.error[0])));
      inner.addData(x, Math.log(Math.abs(first.innerError[0])));
    }
    assertEquals(7, error.getN());
    assertEquals(4, error.getSlope(), 0.25, stages + " stages, error");
    assertEquals(4, estimate.getSlope(), 0.25, stages + " stages, estimate");
    assertEquals(4, inner.getSlope(), 0.25, stages + " stages, inner estimate");
  }

  /** Decay rates from 1 to 8000 with a step of 1: an unstable component would grow at once. */
  @Test
  void aStiffDiagonalSystemIsStable() {
    int dimension = 40;
    double stiffest = 8000;
    RealField decay =
        (y, velocity) -> {
          for (int k = 0; k < dimension; k++) {
            velocity[k] = -Math.pow(stiffest, k / (dimension - 1.0)) * y[k];
          }
        };
    RockCoefficients method = RockCoefficients.forStiffness(stiffest);
    assertEquals(152, method.stages());
    double[] state = new double[dimension];
    Arrays.fill(state, 1);
    int steps = 20;
    for (int i = 0; i < steps; i++) {
      state = new RockStep(method, decay, state, 1).end;
    }
    assertTrue(RockStep.size(state) <= Math.pow(RockCoefficients.DAMPING, steps));
    // |R(−1)| = e^{−1} + C z⁵.
    assertEquals(Math.exp(-steps), state[0], Math.exp(-steps) * steps * Math.E * 0.0015);
    RockCoefficients tooFew = RockCoefficients.forStiffness(stiffest / 2);
    assertTrue(RockStep.size(new RockStep(tooFew, decay, state, 1).end) > 1);
  }
}
