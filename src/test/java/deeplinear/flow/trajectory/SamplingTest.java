package deeplinear.flow.trajectory;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import deeplinear.fixture.ClosedForm;
import deeplinear.flow.kernel.RealField;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

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
  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "IMPLICIT")
  void oneFailedEvaluationDoesNoHarm(Steering steering) {
    Integrator method = new AdaptiveIntegrator(steering);
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
          method.integrate(field, form.start(), TIMES, Accuracy.DEFAULT, StoppingRule.NEVER);
      assertEquals(Outcome.REACHED_HORIZON, trajectory.outcome());
      assertEquals(TIMES.length + 1, trajectory.samples().size());
      assertEquals(8, trajectory.last().time());
      form.assertFollowed(trajectory, Accuracy.DEFAULT);
      assertTrue(calls[0] > fails, "vacuous");
    }
  }

  /** A sample is the end of a shorter step of its own, so no bit of it depends on the others. */
  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "IMPLICIT")
  void samplesChangeNeitherStepsNorOneAnother(Steering steering) {
    Integrator method = new AdaptiveIntegrator(steering);
    Accuracy accuracy = new Accuracy(1e-6, 1e-6, 100_000);
    ClosedForm form = ClosedForm.logistic(0.05);
    Map<Double, double[]> known = new HashMap<>();
    List<List<Double>> steps = new ArrayList<>();
    int steps0 = -1;
    for (double[] times :
        new double[][] {{8}, {4, 8}, TIMES, {0x1p-30, 8}, {3.9, 4, 4.0625, 5, 6, 7, 8}}) {
      List<Double> ends = new ArrayList<>();
      StoppingRule listening =
          (time, state) -> {
            ends.add(time);
            ends.add(state[0]);
            return false;
          };
      Trajectory trajectory =
          method.integrate(form.field(), form.start(), times, accuracy, listening);
      steps0 = steps0 < 0 ? trajectory.steps() : steps0;
      assertEquals(steps0, trajectory.steps());
      steps.add(ends);
      for (Trajectory.Sample sample : trajectory.samples()) {
        double[] before = known.putIfAbsent(sample.time(), sample.state());
        assertArrayEquals(before == null ? sample.state() : before, sample.state());
      }
    }
    steps.forEach(ends -> assertEquals(steps.get(0), ends));
    assertTrue(known.size() > 12 && steps.get(0).size() > 10, "vacuous");
  }
}
