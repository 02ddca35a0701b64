package deeplinear.flow.method;

import static deeplinear.fixture.Rejection.assertRejected;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import deeplinear.fixture.ClosedForm;
import deeplinear.flow.kernel.RealField;
import deeplinear.flow.kernel.StateVector;
import java.util.List;
import org.apache.commons.math3.stat.regression.SimpleRegression;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GaussCollocationTest {

  private static final double HORIZON = 4;

  /**
   * For each number of stages: short enough to be asymptotic, and long enough to be no rounding.
   */
  private static final int[][] STEPS = {
    {16, 24, 32, 48, 64}, {8, 12, 16, 24, 32}, {4, 6, 8, 12, 16}, {3, 4, 5, 6, 8}
  };

  private static final List<ClosedForm> FORMS =
      List.of(ClosedForm.rotation(), ClosedForm.logistic(0.05), ClosedForm.decay(-1, 1));

  private static EqualSteps run(int stages, RealField field, double[] start, double h, int steps) {
    return EqualSteps.of(GaussCollocation.of(stages), field, start, h, steps);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4})
  void theErrorFallsWithTheOrder(int stages) {
    for (ClosedForm form : FORMS) {
      SimpleRegression fit = new SimpleRegression();
      for (int steps : STEPS[stages - 1]) {
        EqualSteps end = run(stages, form.field(), form.start(), HORIZON / steps, steps);
        assertEquals(StepOutcome.ADVANCED, end.outcome());
        assertEquals(steps, end.steps());
        double error = StateVector.distance(form.solution().apply(HORIZON), end.state());
        // Relative to the state, far above the rounding of 32 steps.
        assertTrue(
            error > 1e-13 * StateVector.norm(end.state()),
            () -> stages + " stages, error " + error);
        fit.addData(-Math.log(steps), Math.log(error));
      }
      assertEquals(2 * stages, fit.getSlope(), 0.25, () -> stages + " stages, " + form);
    }
  }

  /** Linear fields: one step multiplies by the diagonal Padé approximant of e^z. */
  @Test
  void twoStagesMultiplyByTheirPadeApproximant() {
    for (double z : new double[] {-1, -0.5, 0.25, 1}) {
      double expected = (1 + z / 2 + z * z / 12) / (1 - z / 2 + z * z / 12);
      EqualSteps end = run(2, (y, v) -> v[0] = z * y[0], new double[] {1}, 1, 1);
      // |z| ≤ 1 solves the stages with κ ≤ 0.79, so that 2r / (1 − κ) < 10 r; r is 8 roundings.
      assertEquals(expected, end.state()[0], 80 * Math.ulp(1.0));
    }
  }

  /** The same 2000 steps by which an explicit method of order 4 moves the radius visibly. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4})
  void aQuadraticInvariantIsKeptToRoundOff(int stages) {
    ClosedForm rotation = ClosedForm.rotation();
    int steps = 2000;
    double h = 0.25;
    EqualSteps gauss = run(stages, rotation.field(), rotation.start(), h, steps);
    // 2hΣ(δ + (s + 3)u + …) with hV = ¼ and δ ≤ 2r / (1 − κ), r = (s + 3) u h: below 16 u a step.
    assertEquals(1, StateVector.norm(gauss.state()), 16 * steps * Math.ulp(1.0) / 2);
    double[] explicit =
        ClassicalRungeKutta.end(rotation.field(), rotation.start(), steps * h, steps);
    // |1 + ih − … + h⁴/24|² = 1 − h⁶/72 + h⁸/576
    double factor = 1 - Math.pow(h, 6) / 72 + Math.pow(h, 8) / 576;
    assertEquals(Math.pow(factor, steps / 2.0), StateVector.norm(explicit), 1e-10);
    assertTrue(StateVector.norm(explicit) < 0.997);
  }

  @Test
  void tooFewSweepsAreNoConvergence() {
    ClosedForm form = ClosedForm.logistic(0.05);
    for (int sweeps = 1; sweeps <= 6; sweeps++) {
      EqualSteps end =
          EqualSteps.of(
              GaussCollocation.of(2).withMostSweeps(sweeps), form.field(), form.start(), 0.5, 3);
      assertEquals(StepOutcome.NOT_CONVERGED, end.outcome());
      assertEquals(0, end.steps());
      assertArrayEquals(form.start(), end.state());
    }
  }

  @Test
  void stepsTooLongForTheIterationAreNoConvergence() {
    int[] calls = {0};
    RealField stiff =
        (y, v) -> {
          calls[0]++;
          v[0] = -100 * y[0];
        };
    assertEquals(StepOutcome.NOT_CONVERGED, run(3, stiff, new double[] {1}, 1, 1).outcome());
    assertEquals(300, calls[0]);
  }

  @Test
  void numbersThatAreNotFiniteEndTheRun() {
    RealField explosion = (y, v) -> v[0] = y[0] * y[0];
    assertEquals(StepOutcome.NON_FINITE, run(2, explosion, new double[] {1}, 10, 1).outcome());
    RealField nowhere = (y, v) -> v[0] = Double.NaN;
    assertEquals(StepOutcome.NON_FINITE, run(2, nowhere, new double[] {1}, 1, 1).outcome());
    RealField growth = (y, v) -> v[0] = y[0];
    assertEquals(
        StepOutcome.NON_FINITE, run(2, growth, new double[] {Double.NaN}, 0.1, 1).outcome());
    EqualSteps late = run(2, growth, new double[] {0x1p1020}, 1, 20);
    assertEquals(StepOutcome.NON_FINITE, late.outcome());
    assertEquals(2, late.steps());
    assertTrue(Double.isFinite(late.state()[0]));
  }

  /** Squares of such numbers are 0 or infinite, but the step is as for 1. */
  @ParameterizedTest
  @ValueSource(doubles = {0x1p-900, 0x1p900})
  void scalesDoNotMatter(double scale) {
    ClosedForm form = ClosedForm.decay(1, 1);
    double one = run(2, form.field(), new double[] {1}, 0.5, 3).state()[0];
    EqualSteps scaled = run(2, form.field(), new double[] {scale}, 0.5, 3);
    assertEquals(StepOutcome.ADVANCED, scaled.outcome());
    assertEquals(scale * one, scaled.state()[0]);
  }

  @Test
  void restIsRest() {
    EqualSteps end = run(4, (y, v) -> v[0] = 0, new double[] {5}, 1e300, 7);
    assertEquals(StepOutcome.ADVANCED, end.outcome());
    assertArrayEquals(new double[] {5}, end.state());
  }

  /** Gauss methods are symmetric: a step back undoes a step. */
  @Test
  void stepsBackUndoSteps() {
    ClosedForm form = ClosedForm.logistic(0.05);
    EqualSteps there = run(3, form.field(), form.start(), 0.5, 8);
    EqualSteps back = run(3, form.field(), there.state(), -0.5, 8);
    // 16 steps round by less than 32 u each, and errors grow with growth() at most, there and back.
    assertEquals(
        form.start()[0], back.state()[0], 16 * 16 * Math.ulp(1.0) * form.growth() * form.growth());
  }

  @Test
  void stagesAreFromOneToFour() {
    assertRejected(() -> GaussCollocation.of(0), "from 1 to 4", "0");
    assertRejected(() -> GaussCollocation.of(5), "from 1 to 4", "5");
    assertRejected(() -> GaussCollocation.of(2).withMostSweeps(0), "at least one", "0");
    assertEquals("Gauss collocation, s = 3", GaussCollocation.of(3).name());
  }
}
