package deeplinear.flow.trajectory;

import static deeplinear.fixture.Rejection.assertRejected;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import deeplinear.fixture.ClosedForm;
import deeplinear.flow.kernel.RealField;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class AdaptiveIntegratorTest {

  private static final Integrator METHOD = new AdaptiveIntegrator(Steering.ACCURATE);
  private static final List<ClosedForm> FORMS =
      List.of(ClosedForm.decay(2, 1), ClosedForm.rotation(), ClosedForm.logistic(0.05));
  private static final double[] TIMES = {0x1p-30, 0.01, 0.3, 0.31, 1, 2.5, 4, 8};

  private static Trajectory integrate(ClosedForm form, double[] times, Accuracy accuracy) {
    return METHOD.integrate(form.field(), form.start(), times, accuracy, StoppingRule.NEVER);
  }

  private static Accuracy tolerance(double tolerance) {
    return new Accuracy(tolerance, tolerance, 100_000);
  }

  @ParameterizedTest
  @ValueSource(doubles = {1e-4, 1e-6, 1e-8, 1e-10, 1e-12})
  void solutionsAreFollowedWithinTheTolerance(double tolerance) {
    for (ClosedForm form : FORMS) {
      Trajectory trajectory = integrate(form, TIMES, tolerance(tolerance));
      assertEquals(Outcome.REACHED_HORIZON, trajectory.outcome());
      form.assertFollowed(trajectory, tolerance(tolerance));
    }
  }

  /** The bounds above can fail: a wide tolerance does not meet those of a narrow one. */
  @Test
  void toleranceControlsTheError() {
    for (ClosedForm form : FORMS) {
      Trajectory coarse = integrate(form, TIMES, tolerance(1e-4));
      Trajectory fine = integrate(form, TIMES, tolerance(1e-11));
      double worst = coarse.samples().stream().mapToDouble(form::error).max().orElseThrow();
      assertTrue(worst > form.bound(fine, tolerance(1e-11)), () -> "error " + worst);
      assertTrue(fine.steps() > coarse.steps());
      assertTrue(fine.evaluations() > coarse.evaluations());
    }
  }

  @Test
  void relativeToleranceCountsForLargeStatesAndAbsoluteForSmallOnes() {
    Accuracy relative = new Accuracy(1e-3, 1e-13, 100_000);
    Accuracy absolute = new Accuracy(1e-13, 1e-3, 100_000);
    ClosedForm large = ClosedForm.decay(1, 1e6);
    ClosedForm small = ClosedForm.decay(1, 1e-6);
    double[] times = {5};
    assertTrue(
        integrate(large, times, relative).steps() < integrate(large, times, absolute).steps());
    assertTrue(
        integrate(small, times, absolute).steps() < integrate(small, times, relative).steps());
  }

  @Test
  void stepsMayBeFarShorterThanTheHorizon() {
    ClosedForm stiff = ClosedForm.decay(1e4, 1);
    Trajectory trajectory = integrate(stiff, new double[] {1e-4, 1}, tolerance(1e-8));
    assertEquals(Outcome.REACHED_HORIZON, trajectory.outcome());
    stiff.assertFollowed(trajectory, tolerance(1e-8));
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "IMPLICIT")
  void evaluationsAreCounted(Steering steering) {
    for (ClosedForm form : List.of(ClosedForm.rotation(), ClosedForm.decay(300, 1))) {
      long[] calls = {0};
      RealField counted =
          (state, velocity) -> {
            calls[0]++;
            form.field().velocity(state, velocity);
          };
      Trajectory trajectory =
          new AdaptiveIntegrator(steering)
              .integrate(counted, form.start(), TIMES, tolerance(1e-6), StoppingRule.NEVER);
      assertEquals(calls[0], trajectory.evaluations());
    }
  }

  @Test
  void theStartIsCopied() {
    double[] start = {1, 0};
    RealField field = ClosedForm.rotation().field();
    Trajectory trajectory =
        METHOD.integrate(field, start, TIMES, Accuracy.DEFAULT, StoppingRule.NEVER);
    assertArrayEquals(new double[] {1, 0}, start);
    assertNotSame(start, trajectory.samples().get(0).state());
    assertNotSame(trajectory.samples().get(1).state(), trajectory.samples().get(2).state());
    assertEquals("Dormand-Prince 8(5,3)", METHOD.name());
  }

  @Test
  void badTimesAreRejected() {
    ClosedForm form = ClosedForm.rotation();
    assertRejected(() -> integrate(form, new double[0], Accuracy.DEFAULT), "at least one");
    double[][] bad = {
      {0}, {-1}, {1, 1}, {1, 2, 1.5}, {Double.NaN}, {1, Double.NaN}, {1, Double.POSITIVE_INFINITY}
    };
    for (double[] times : bad) {
      assertRejected(() -> integrate(form, times, Accuracy.DEFAULT), "time " + (times.length - 1));
    }
  }
}
