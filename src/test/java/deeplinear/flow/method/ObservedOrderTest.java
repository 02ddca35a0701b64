package deeplinear.flow.method;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import deeplinear.fixture.ClosedForm;
import deeplinear.flow.kernel.GradientKernel;
import deeplinear.flow.kernel.LaneField;
import deeplinear.flow.kernel.RealInstance;
import deeplinear.flow.kernel.StateVector;
import java.util.Arrays;
import org.apache.commons.math3.stat.regression.SimpleRegression;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Slopes of log error on log h with fixed steps of the steppers themselves. */
class ObservedOrderTest {

  /** So far from the slope an order may be seen. */
  private static final double WINDOW = 0.25;

  /** Errors below are rounding, above not yet asymptotic. */
  private static final double LEAST = 1e-13;

  private static final double MOST = 1e-2;

  /**
   * Estimates are differences of stages, so rounding is far below them, and shorter steps serve.
   */
  private static final int SHORTER = 6;

  private static final double[] LIMITS = {2, 0.7};
  private static final double[] STARTS = {0.6, 0.3};

  /**
   * A balanced network 2-2-2 on the diagonal: u_k = w_k² obeys u' = 2 u (σ − u), so w(t) = √(σ / (1
   * + (σ/w_0² − 1) e^{−2σt})).
   */
  private static ClosedForm network() {
    double[] sigma = {LIMITS[0], 0, 0, LIMITS[1]};
    double[] start = {STARTS[0], 0, 0, STARTS[1], STARTS[0], 0, 0, STARTS[1]};
    RealInstance instance = new RealInstance(new int[] {2, 2, 2}, sigma, new double[0], start);
    return new ClosedForm(
        new GradientKernel(instance),
        t -> {
          double[] state = new double[8];
          for (int k = 0; k < 2; k++) {
            double s = LIMITS[k];
            double u = STARTS[k] * STARTS[k];
            state[3 * k] = Math.sqrt(s / (1 + (s / u - 1) * Math.exp(-2 * s * t)));
            state[4 + 3 * k] = state[3 * k];
          }
          return state;
        },
        1);
  }

  /** One method on one field, with equal steps. */
  private static final class Fixed {
    private final Stepper stepper;
    private final LaneField field;
    private final int stages;
    private final Block block = new Block();
    private final int n;

    Fixed(Method method, int stages, ClosedForm form) {
      this.stepper = method.stepper();
      this.stages = stages;
      n = form.start().length;
      field = LaneField.of(form.field(), n);
      block.size(n, 1);
      Arrays.fill(block.absolute(), 1);
      Arrays.fill(block.relative(), 0);
      block.components()[0] = n;
      System.arraycopy(form.start(), 0, block.state(), 0, n);
    }

    void step(double h) {
      field.velocity(block.state(), block.velocity());
      block.step()[0] = h;
      stepper.step(field, block, stages);
      System.arraycopy(block.end(), 0, block.state(), 0, n);
    }

    double[] state() {
      return Arrays.copyOf(block.state(), n);
    }
  }

  /** The slopes of the errors at the end, after a shorter step behind it, and of the estimate. */
  private static void assertOrders(
      Method method, int stages, ClosedForm form, double horizon, int[] counts, int estimate) {
    SimpleRegression end = new SimpleRegression();
    SimpleRegression sample = new SimpleRegression();
    SimpleRegression local = new SimpleRegression();
    for (int count : counts) {
      double h = horizon / count;
      Fixed first = new Fixed(method, stages, form);
      first.step(h / SHORTER);
      local.addData(Math.log(h), Math.log(first.block.error()[0]));
      Fixed run = new Fixed(method, stages, form);
      for (int i = 0; i < count; i++) {
        run.step(h);
      }
      add(end, h, StateVector.distance(form.solution().apply(horizon), run.state()));
      run.step(0.3 * h);
      add(sample, h, StateVector.distance(form.solution().apply(horizon + 0.3 * h), run.state()));
    }
    String what = method.title() + ", " + stages + " stages";
    for (SimpleRegression slope : new SimpleRegression[] {end, sample, local}) {
      assertTrue(slope.getN() >= 5, () -> what + ": " + slope.getN() + " points");
    }
    assertEquals(method.order(), end.getSlope(), WINDOW, what);
    assertEquals(method.order(), sample.getSlope(), WINDOW, what + ", sample");
    assertEquals(estimate, local.getSlope(), WINDOW, what + ", estimate");
  }

  private static void add(SimpleRegression slope, double h, double error) {
    if (error > LEAST && error < MOST) {
      slope.addData(Math.log(h), Math.log(error));
    }
  }

  @Test
  void dormandPrinceStepsAreOfOrderEightAndTheirEstimateToo() {
    int[] counts = {6, 7, 8, 9, 10, 12, 14, 16};
    assertOrders(Method.DORMAND_PRINCE_853, 12, network(), 1, counts, 8);
    assertOrders(Method.DORMAND_PRINCE_853, 12, ClosedForm.rotation(), 10, counts, 8);
  }

  @ParameterizedTest
  @CsvSource({"5", "6", "9", "20", "45"})
  void stabilizedStepsAreOfOrderFourAndTheirEstimateToo(int stages) {
    int[] counts = {16, 20, 24, 32, 40, 48, 64};
    assertOrders(Method.ROCK4, stages, network(), 1, counts, 4);
    assertOrders(Method.ROCK4, stages, ClosedForm.rotation(), 3, counts, 4);
  }

  /** An estimate of size 2^{−p}, where p is its slope, lets the step double. */
  @Test
  void theControllerKnowsTheSlope() {
    assertEquals(2, Method.DORMAND_PRINCE_853.factor(0x1p-8));
    assertEquals(2, Method.ROCK4.factor(0x1p-4));
    assertEquals(0.5, Method.ROCK4.factor(0x1p4));
    assertEquals(Double.POSITIVE_INFINITY, Method.ROCK4.factor(0));
    assertTrue(Double.isNaN(Method.DORMAND_PRINCE_853.factor(Double.NaN)));
  }
}
