package deeplinear.flow.trajectory;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import deeplinear.fixture.ClosedForm;
import deeplinear.flow.kernel.RealField;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IntegrationOutcomeTest {

  private static final ClosedForm DECAY = ClosedForm.decay(1, 1);

  private static Trajectory run(
      RealField field, double start, Accuracy accuracy, StoppingRule rule, double... times) {
    return new AdaptiveIntegrator(Steering.ACCURATE)
        .integrate(field, new double[] {start}, times, accuracy, rule);
  }

  private static Trajectory run(RealField field, double start, double... times) {
    return run(field, start, Accuracy.DEFAULT, StoppingRule.NEVER, times);
  }

  private static void assertOnlyTheStart(Trajectory trajectory, double start) {
    assertEquals(1, trajectory.samples().size());
    assertArrayEquals(new double[] {start}, trajectory.last().state());
  }

  @Test
  void stoppingAppendsTheStateAtWhichItStopped() {
    StoppingRule rule = (time, state) -> time > 0.4;
    Trajectory trajectory = run(DECAY.field(), 1, Accuracy.DEFAULT, rule, 0.1, 0.2, 50);
    assertEquals(Outcome.STOPPED, trajectory.outcome());
    assertEquals(4, trajectory.samples().size());
    assertEquals(0.2, trajectory.samples().get(2).time());
    assertTrue(trajectory.last().time() > 0.4 && trajectory.last().time() < 50);
    DECAY.assertFollowed(trajectory, Accuracy.DEFAULT);
  }

  @Test
  void theRuleSeesTheStartAndTheEndOfEveryStep() {
    List<Trajectory.Sample> seen = new ArrayList<>();
    StoppingRule rule =
        (time, state) -> {
          seen.add(new Trajectory.Sample(time, state.clone()));
          return false;
        };
    Trajectory trajectory = run(DECAY.field(), 1, Accuracy.DEFAULT, rule, 0.01, 0.02, 3);
    assertEquals(trajectory.steps() + 1, seen.size());
    assertEquals(0, seen.get(0).time());
    assertEquals(3, seen.get(seen.size() - 1).time());
    DECAY.assertFollowed(
        new Trajectory(seen, Outcome.STOPPED, trajectory.steps(), 0), Accuracy.DEFAULT);
  }

  @Test
  void stoppingAtASampleDoesNotRepeatIt() {
    Trajectory trajectory =
        run(DECAY.field(), 1, Accuracy.DEFAULT, (time, state) -> time >= 3, 1, 3);
    assertEquals(Outcome.STOPPED, trajectory.outcome());
    assertEquals(3, trajectory.samples().size());
    assertEquals(3, trajectory.last().time());
  }

  @Test
  void aRuleMetAtTheStartStopsThere() {
    Trajectory trajectory =
        run(DECAY.field(), 1, Accuracy.DEFAULT, (time, state) -> state[0] == 1, 3);
    assertEquals(Outcome.STOPPED, trajectory.outcome());
    assertEquals(0, trajectory.steps());
    assertOnlyTheStart(trajectory, 1);
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
  void velocitiesThatAreNotFiniteEndTheIntegration(double x) {
    Trajectory atOnce = run((state, velocity) -> velocity[0] = x, 1, 2);
    assertEquals(Outcome.NON_FINITE, atOnce.outcome());
    assertOnlyTheStart(atOnce, 1);
    Trajectory later = run((state, velocity) -> velocity[0] = state[0] < 1.5 ? 1 : x, 1, 0.1, 2);
    assertEquals(Outcome.NON_FINITE, later.outcome());
    assertTrue(later.last().time() < 0.5);
    assertTrue(Double.isFinite(later.last().state()[0]));
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
  void startsThatAreNotFiniteEndTheIntegration(double x) {
    Trajectory trajectory = run((state, velocity) -> velocity[0] = 1, x, 2);
    assertEquals(Outcome.NON_FINITE, trajectory.outcome());
    assertOnlyTheStart(trajectory, x);
  }

  /** At the start the method knows no scale: its first trial state 1e54 overflows the field. */
  @Test
  void trialStepsThatOverflowAreShortened() {
    double rate = 1e60;
    RealField field =
        (state, velocity) -> velocity[0] = rate * (1 - state[0] * state[0] * state[0]);
    Trajectory trajectory = run(field, 0, 100 / rate);
    assertEquals(Outcome.REACHED_HORIZON, trajectory.outcome());
    // The deviation from 1 decays as e^{−3 · 100}.
    double local = Accuracy.DEFAULT.relative() + Accuracy.DEFAULT.absolute();
    assertEquals(1, trajectory.last().state()[0], 2 * trajectory.steps() * local);
  }

  @Test
  void solutionsThatBlowUpNeedStepsThatAreTooSmall() {
    Trajectory trajectory = run((state, velocity) -> velocity[0] = state[0] * state[0], 1, 0.5, 2);
    assertEquals(Outcome.STEP_TOO_SMALL, trajectory.outcome());
    assertEquals(2, trajectory.samples().size());
    // 1/(1 − t), whose derivative grows to 4 at ½: errors grow as much.
    double slack = 8 * 4 * trajectory.steps() * Accuracy.DEFAULT.relative();
    assertEquals(2, trajectory.last().state()[0], slack);
  }

  @Test
  void stepsAreLimited() {
    Accuracy accuracy = new Accuracy(1e-10, 1e-12, 3);
    Trajectory trajectory = run(DECAY.field(), 1, accuracy, StoppingRule.NEVER, 1e-12, 100);
    assertEquals(Outcome.STEP_LIMIT, trajectory.outcome());
    assertEquals(3, trajectory.steps());
    assertEquals(1e-12, trajectory.last().time());
    assertEquals(2, trajectory.samples().size());
  }

  @Test
  void everyOutcomeIsAValueAndTheRestOfTheSamplesIsMissing() {
    Trajectory reached = run(DECAY.field(), 1, 1);
    assertEquals(Outcome.REACHED_HORIZON, reached.outcome());
    assertEquals(1, reached.last().time());
    assertEquals(0, run(DECAY.field(), 0, 1).last().state()[0]);
  }
}
