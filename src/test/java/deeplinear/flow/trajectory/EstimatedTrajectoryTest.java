package deeplinear.flow.trajectory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import deeplinear.fixture.ClosedForm;
import deeplinear.flow.kernel.RealField;
import deeplinear.flow.kernel.StateVector;
import deeplinear.flow.trajectory.Trajectory.Sample;
import java.util.Random;
import org.junit.jupiter.api.Test;

class EstimatedTrajectoryTest {

  private static final int CASES = 60;
  private static final Integrator METHOD = new AdaptiveIntegrator(Steering.ACCURATE);

  private static ClosedForm draw(Random random, int kind) {
    return switch (kind) {
      case 0 -> ClosedForm.decay(Math.exp(random.nextGaussian()), random.nextDouble());
      case 1 -> ClosedForm.rotation();
      default -> ClosedForm.logistic(Math.pow(10, -1 - 3 * random.nextDouble()));
    };
  }

  private static EstimatedTrajectory estimate(ClosedForm form, Accuracy accuracy, double... times) {
    return EstimatedTrajectory.of(METHOD, form.field(), form.start(), times, accuracy);
  }

  /** The closed forms themselves are good to a few ulps. */
  private static double oracleError(ClosedForm form, Sample sample) {
    return 8 * Math.ulp(1.0) * StateVector.norm(form.solution().apply(sample.time()));
  }

  /**
   * The seed is fixed since two runs of a scalar problem may agree by chance, once in some hundred
   * samples.
   */
  @Test
  void theTrueErrorLiesWithinTheEstimate() {
    Random random = new Random(403);
    for (int i = 0; i < CASES; i++) {
      ClosedForm form = draw(random, i % 3);
      Accuracy accuracy = accuracy(Math.pow(10, -5 - 5 * random.nextDouble()));
      double horizon = 1 + 19 * random.nextDouble();
      EstimatedTrajectory estimated =
          estimate(form, accuracy, horizon / 3, horizon / 2, 0.9 * horizon, horizon);
      Trajectory fine = estimated.trajectory();
      assertEquals(5, fine.samples().size());
      for (int k = 0; k < 5; k++) {
        Sample sample = fine.samples().get(k);
        double allowed = estimated.errors()[k] + oracleError(form, sample);
        assertEquals(0, form.error(sample), allowed, "case " + i + ", sample " + k);
        // Not absurd: no more than both runs may err, four times over.
        double most = 4 * form.bound(fine, accuracy);
        assertTrue(estimated.errors()[k] <= most, "estimate of a bound " + most);
      }
      assertTrue(estimated.isComplete());
    }
  }

  private static Accuracy accuracy(double tolerance) {
    return new Accuracy(tolerance, tolerance, 100_000);
  }

  @Test
  void theEstimateIsTwiceTheDistanceOfTwoRunsAndWhatEachStepLetsPass() {
    ClosedForm form = ClosedForm.logistic(0.01);
    double[] times = {2, 9};
    Accuracy wide = accuracy(0x1p-20);
    Trajectory coarse = run(form, times, wide);
    Trajectory fine = run(form, times, accuracy(0x1p-30));
    EstimatedTrajectory estimated = estimate(form, wide, times);
    for (int k = 0; k <= 2; k++) {
      double[] state = fine.samples().get(k).state();
      double distance = Math.abs(state[0] - coarse.samples().get(k).state()[0]);
      double rounding = fine.steps() * (0x1p-30 + (0x1p-30 + Math.ulp(1.0)) * Math.abs(state[0]));
      assertEquals(state[0], estimated.trajectory().samples().get(k).state()[0]);
      assertEquals(2 * distance + rounding, estimated.errors()[k]);
      assertTrue(k == 0 || distance + rounding < estimated.errors()[k], "vacuous");
    }
    assertEquals(estimated.errors()[2], estimated.lastError());
    assertEquals(9, estimated.last().time());
  }

  private static Trajectory run(ClosedForm form, double[] times, Accuracy accuracy) {
    return METHOD.integrate(form.field(), form.start(), times, accuracy, StoppingRule.NEVER);
  }

  @Test
  void errorsGrowWhereSolutionsSeparate() {
    EstimatedTrajectory saddle = estimate(ClosedForm.logistic(1e-4), accuracy(1e-7), 1, 9, 40);
    assertTrue(saddle.errors()[2] > 100 * saddle.errors()[1], "escape from the saddle");
    assertTrue(saddle.errors()[3] < saddle.errors()[2], "attraction to the end");
  }

  /** Whatever an unfinished run leaves out is not estimated. */
  @Test
  void unfinishedRunsAreNotComplete() {
    RealField blowUp = (state, velocity) -> velocity[0] = state[0] * state[0];
    EstimatedTrajectory estimated =
        EstimatedTrajectory.of(
            METHOD, blowUp, new double[] {1}, new double[] {0.5, 2}, accuracy(1e-6));
    assertFalse(estimated.isComplete());
    for (double error : estimated.errors()) {
      assertEquals(Double.POSITIVE_INFINITY, error);
    }
  }

  @Test
  void aFineRunThatMissesItsEndHasNoEstimate() {
    ClosedForm form = ClosedForm.rotation();
    double[] times = {1, 50};
    int enough = run(form, times, accuracy(1e-6)).steps() + 1;
    EstimatedTrajectory limited = estimate(form, new Accuracy(1e-6, 1e-6, enough), times);
    assertEquals(Outcome.STEP_LIMIT, limited.trajectory().outcome());
    assertFalse(limited.isComplete());
    assertEquals(Double.POSITIVE_INFINITY, limited.errors()[1]);
  }

  @Test
  void samplesThatTheCoarseRunMissesHaveNoEstimate() {
    ClosedForm form = ClosedForm.decay(1, 1);
    Integrator stopsWhenCoarse =
        new Integrator() {
          @Override
          public String name() {
            return "stops when coarse";
          }

          @Override
          public Trajectory integrate(
              RealField field,
              double[] start,
              double[] times,
              Accuracy accuracy,
              StoppingRule rule) {
            StoppingRule early = (time, state) -> accuracy.relative() > 1e-7;
            return METHOD.integrate(field, start, times, accuracy, early);
          }
        };
    EstimatedTrajectory estimated =
        EstimatedTrajectory.of(
            stopsWhenCoarse, form.field(), form.start(), new double[] {1}, accuracy(1e-6));
    assertEquals(2, estimated.trajectory().samples().size());
    assertEquals(Double.POSITIVE_INFINITY, estimated.lastError());
    assertFalse(estimated.isComplete());
  }
}
