package deeplinear.flow.trajectory;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import deeplinear.fixture.ClosedForm;
import deeplinear.flow.kernel.RealField;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SamplingTest {

  private static final Integrator METHOD = new AdaptiveIntegrator(Steering.ACCURATE);
  private static final List<ClosedForm> FORMS =
      List.of(ClosedForm.decay(2, 1), ClosedForm.rotation(), ClosedForm.logistic(0.05));
  private static final double[] TIMES = {0x1p-30, 0.01, 0.3, 0.31, 1, 2.5, 4, 8};

  private static Trajectory integrate(ClosedForm form, double[] times, Accuracy accuracy) {
    return METHOD.integrate(form.field(), form.start(), times, accuracy, StoppingRule.NEVER);
  }

  @Test
  void samplesAreTheStartAndTheRequestedTimes() {
    for (ClosedForm form : FORMS) {
      Trajectory trajectory = integrate(form, TIMES, Accuracy.DEFAULT);
      assertEquals(TIMES.length + 1, trajectory.samples().size());
      assertEquals(0, trajectory.samples().get(0).time());
      assertArrayEquals(form.start(), trajectory.samples().get(0).state());
      for (int i = 0; i < TIMES.length; i++) {
        assertEquals(TIMES[i], trajectory.samples().get(i + 1).time());
      }
    }
  }

  /** The last step need not end at the horizon exactly. */
  @Test
  void theHorizonIsAlwaysSampled() {
    Random random = new Random(320);
    for (int i = 0; i < 2000; i++) {
      double horizon = Math.exp(2 * random.nextGaussian());
      ClosedForm form = ClosedForm.decay(Math.exp(random.nextGaussian()), 1);
      Trajectory trajectory =
          integrate(form, new double[] {horizon / 3, horizon}, Accuracy.DEFAULT);
      assertEquals(3, trajectory.samples().size(), () -> "horizon " + horizon);
      assertEquals(horizon, trajectory.last().time());
      form.assertFollowed(trajectory, Accuracy.DEFAULT);
    }
  }

  @Test
  void manySamplesWithinOneStepAreInterpolatedAtTheirTimes() {
    ClosedForm form = ClosedForm.decay(0.1, 1);
    double[] times = new double[200];
    for (int i = 0; i < times.length; i++) {
      times[i] = (i + 1) / 100.0;
    }
    Trajectory trajectory = integrate(form, times, Accuracy.DEFAULT);
    assertTrue(trajectory.steps() < 20, () -> trajectory.steps() + " steps");
    assertEquals(201, trajectory.samples().size());
    form.assertFollowed(trajectory, Accuracy.DEFAULT);
  }

  /** Wherever an evaluation overflows, be it between steps, the solution goes on from there. */
  @Test
  void oneFailedEvaluationDoesNoHarm() {
    ClosedForm form = ClosedForm.rotation();
    for (int failing = 2; failing < 150; failing++) {
      int fails = failing;
      int[] calls = {0};
      RealField field =
          (state, velocity) -> {
            form.field().velocity(state, velocity);
            calls[0]++;
            if (calls[0] == fails) {
              velocity[1] = Double.NaN;
            }
          };
      Trajectory trajectory =
          METHOD.integrate(field, form.start(), TIMES, Accuracy.DEFAULT, StoppingRule.NEVER);
      assertEquals(Outcome.REACHED_HORIZON, trajectory.outcome());
      assertEquals(TIMES.length + 1, trajectory.samples().size());
      assertEquals(8, trajectory.last().time());
      form.assertFollowed(trajectory, Accuracy.DEFAULT);
      assertTrue(calls[0] > fails, "vacuous");
    }
  }
}
