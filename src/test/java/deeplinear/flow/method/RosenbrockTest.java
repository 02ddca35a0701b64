package deeplinear.flow.method;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import deeplinear.fixture.LaneKinds;
import deeplinear.flow.kernel.LaneField;
import deeplinear.flow.kernel.LaneGradient;
import deeplinear.flow.kernel.LaneKernel;
import deeplinear.flow.kernel.RealGradient;
import java.util.Arrays;
import java.util.Random;
import java.util.function.Supplier;
import org.apache.commons.math3.stat.regression.SimpleRegression;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RosenbrockTest {

  private static final double LIMIT = 2;

  /**
   * The chain u' = (σ − uv) v, v' = (σ − uv) u of width 1 and depth 2, started on the diagonal;
   * then p = u² = v² obeys p' = 2 p (σ − p), a logistic equation.
   */
  private static final RealGradient CHAIN =
      new RealGradient() {
        @Override
        public void velocity(double[] y, double[] velocity) {
          double residual = LIMIT - y[0] * y[1];
          velocity[0] = residual * y[1];
          velocity[1] = residual * y[0];
        }

        @Override
        public void jacobian(double[] y, double[] jacobian) {
          jacobian[0] = -y[1] * y[1];
          jacobian[2] = LIMIT - 2 * y[0] * y[1];
          jacobian[3] = -y[0] * y[0];
        }
      };

  private static double exact(double t) {
    double p = 0.25;
    return Math.sqrt(LIMIT / (1 + (LIMIT / p - 1) * Math.exp(-2 * LIMIT * t)));
  }

  private static Block block(LaneField field, double[] start, double h) {
    Block block = new Block();
    block.size(field.dimension(), field.lanes());
    System.arraycopy(start, 0, block.state(), 0, start.length);
    field.velocity(block.state(), block.velocity());
    Arrays.fill(block.step(), h);
    Arrays.fill(block.relative(), 1e-6);
    Arrays.fill(block.absolute(), 1e-6);
    Arrays.fill(block.components(), field.dimension());
    return block;
  }

  private static Block step(Method method, LaneField field, double[] start, double h) {
    Block block = block(field, start, h);
    method.stepper().step(field, block, method.stages(0));
    return block;
  }

  @ParameterizedTest
  @EnumSource(names = "RODAS5P")
  void errorAndEstimateHaveTheirOrders(Method method) {
    LaneField field = LaneField.of(CHAIN, 2);
    SimpleRegression error = new SimpleRegression();
    SimpleRegression estimate = new SimpleRegression();
    for (int steps = 24; steps <= 72; steps += 8) {
      double h = 1.0 / steps;
      double[] state = {0.5, 0.5};
      for (int i = 0; i < steps; i++) {
        state = Arrays.copyOf(step(method, field, state, h).end(), 2);
      }
      error.addData(Math.log(h), Math.log(Math.abs(state[0] - exact(1))));
      double first = step(method, field, new double[] {0.5, 0.5}, h).error()[0];
      estimate.addData(Math.log(h), Math.log(first));
    }
    assertEquals(method.order(), error.getSlope(), 0.25, method + ", error");
    assertEquals(method.order(), estimate.getSlope(), 0.25, method + ", estimate of a step");
  }

  @ParameterizedTest
  @EnumSource(names = "RODAS5P")
  void theEndVelocityIsThatOfTheEnd(Method method) {
    LaneField field = LaneField.of(CHAIN, 2);
    Block block = step(method, field, new double[] {0.5, 0.25}, 0.1);
    double[] expected = new double[2];
    field.velocity(block.end(), expected);
    assertArrayEquals(expected, Arrays.copyOf(block.endVelocity(), 2));
  }

  private static RealGradient decay(double rate) {
    return new RealGradient() {
      @Override
      public void velocity(double[] y, double[] velocity) {
        velocity[0] = -rate * y[0];
      }

      @Override
      public void jacobian(double[] y, double[] jacobian) {
        jacobian[0] = -rate;
      }
    };
  }

  /** |R(−x)| falls like a constant over x: the methods are L-stable. */
  @ParameterizedTest
  @EnumSource(names = "RODAS5P")
  void stiffDecayIsDamped(Method method) {
    for (double x = 1e-2; x < 1e13; x *= 3) {
      Block block = step(method, LaneField.of(decay(x), 1), new double[] {1}, 1);
      double end = Math.abs(block.end()[0]);
      assertTrue(end < 1, method + " at " + x + ": " + end);
      assertTrue(x < 1e3 || end < 100 / x, method + " at " + x + ": " + end);
    }
  }

  /** I/(hγ) − J has the sign of 1/γ − h for the rate 1 of growth. */
  @ParameterizedTest
  @EnumSource(names = "RODAS5P")
  void aStepTooLongForNegativeCurvatureHasTheLargestError(Method method) {
    double gamma = Rodas5p.TABLEAU.gamma();
    LaneField growth = LaneField.of(decay(-1), 1);
    assertTrue(step(method, growth, new double[] {1}, 0.99 / gamma).error()[0] < 1e300);
    assertEquals(Double.MAX_VALUE, step(method, growth, new double[] {1}, 1.01 / gamma).error()[0]);
    assertTrue(method.factor(Double.MAX_VALUE) < 0.2);
  }

  @Test
  void aFieldWithoutJacobianIsRefused() {
    LaneField field = LaneField.of((y, velocity) -> velocity[0] = -y[0], 1);
    Block block = block(field, new double[] {1}, 0.1);
    Stepper stepper = Method.RODAS5P.stepper();
    IllegalArgumentException e =
        assertThrows(IllegalArgumentException.class, () -> stepper.step(field, block, 6));
    assertTrue(String.valueOf(e.getMessage()).contains("LaneGradient"), "message");
  }

  /** A lane of a step has the same bits in plain Java and with vectors, and in any lane. */
  @ParameterizedTest
  @EnumSource(names = "RODAS5P")
  void bitsDependOnTheLaneAlone(Method method) {
    double[] expected = lane(LaneKinds.kernels().get(0), method, 8, 0);
    for (Supplier<LaneKernel> kind : LaneKinds.kernels()) {
      assertArrayEquals(expected, lane(kind, method, 8, 6));
      assertArrayEquals(expected, lane(kind, method, 16, 11));
    }
  }

  private static double[] lane(Supplier<LaneKernel> kind, Method method, int lanes, int lane) {
    LaneKernel kernel = kind.get();
    kernel.shape(new int[] {2, 3, 3, 2}, lanes, LaneKernel.Residual.WHITENED);
    int n = kernel.dimension();
    Random other = new Random(lanes + lane);
    for (int e = 0; e < kernel.target().length; e++) {
      kernel.target()[e] = e % lanes == lane ? 1.0 / (2 + e / lanes) : other.nextGaussian();
    }
    double[] states = new double[n * lanes];
    for (int e = 0; e < states.length; e++) {
      states[e] = e % lanes == lane ? Math.sin(1 + e / lanes) : other.nextGaussian();
    }
    LaneGradient field = kernel;
    Block block = step(method, field, states, 0.1);
    double[] own = new double[n + 1];
    for (int c = 0; c < n; c++) {
      own[c] = block.end()[c * lanes + lane];
    }
    own[n] = block.error()[lane];
    assertTrue(own[n] > 0 && own[n] < Double.MAX_VALUE);
    return own;
  }
}
