package deeplinear.flow.trajectory;

import static deeplinear.fixture.Rejection.assertRejected;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import deeplinear.flow.kernel.RealField;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RestTest {

  private static final RealField DECAY = (state, velocity) -> velocity[0] = 1 - state[0];

  private static Trajectory run(RealField field, double start, StoppingRule rule) {
    return new AdaptiveIntegrator(Steering.ACCURATE)
        .integrate(field, new double[] {start}, new double[] {1000}, Accuracy.DEFAULT, rule);
  }

  /** |1 − x| = e^{−t} falls below 1e-6 x at t = ln 1e6 ≈ 13.8, and ten time scales follow. */
  @Test
  void decayRestsTenTimeScalesAfterItIsSlow() {
    Trajectory trajectory = run(DECAY, 0, Rest.of(DECAY, 1, 1e-6));
    assertEquals(Outcome.CONVERGED, trajectory.outcome());
    double time = trajectory.last().time();
    assertTrue(time > Math.log(1e6) + Rest.TIME_SCALES, () -> "already at " + time);
    assertTrue(time < 100, () -> "only at " + time);
  }

  /** ẋ = x (1 − x) from e^{−8} needs 8 time scales to leave the saddle at 0. */
  @Test
  void aSlowDepartureFromASaddleIsNoRest() {
    RealField logistic = (state, velocity) -> velocity[0] = state[0] * (1 - state[0]);
    Rest rest = new Rest(1, x -> Math.abs(x[0] * (1 - x[0])) < 1e-2);
    Trajectory trajectory = run(logistic, Math.exp(-8), rest);
    assertEquals(Outcome.CONVERGED, trajectory.outcome());
    assertEquals(1, trajectory.last().state()[0], 1e-2);
  }

  @Test
  void aBreakStartsTheWaitAnew() {
    Rest rest = new Rest(1, x -> x[0] == 0);
    double[] still = {0};
    assertFalse(rest.isMet(0, still));
    assertFalse(rest.isMet(9, still));
    assertFalse(rest.isMet(9.5, new double[] {1}));
    assertFalse(rest.isMet(11, still));
    assertFalse(rest.isMet(21, still));
    assertTrue(rest.isMet(21.1, still));
  }

  @Test
  void whatIsNotANumberNeverRests() {
    Rest rest = Rest.of((state, velocity) -> velocity[0] = Double.NaN, 1, 1e-6);
    for (int time = 0; time < 100; time++) {
      assertFalse(rest.isMet(time, new double[] {1}));
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY})
  void timeScalesArePositive(double bad) {
    assertRejected(() -> new Rest(bad, x -> true), String.valueOf(bad));
  }
}
