package deeplinear.flow.trajectory;

import static deeplinear.fixture.Rejection.assertRejected;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import deeplinear.flow.trajectory.Trajectory.Sample;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccuracyTest {

  @ParameterizedTest
  @ValueSource(doubles = {0, -1e-3, 1, 2, Double.NaN, Double.POSITIVE_INFINITY})
  void tolerancesLieBetweenZeroAndOne(double bad) {
    assertRejected(() -> new Accuracy(bad, 1e-6, 10), String.valueOf(bad));
    assertRejected(() -> new Accuracy(1e-6, bad, 10), String.valueOf(bad));
  }

  @Test
  void atLeastOneStepIsAllowed() {
    assertRejected(() -> new Accuracy(1e-6, 1e-6, 0), "0");
    assertEquals(1, new Accuracy(1e-6, 1e-6, 1).maxSteps());
  }

  @Test
  void divisionTightensBothTolerances() {
    Accuracy tight = new Accuracy(0x1p-10, 0x1p-20, 7).dividedBy(8);
    assertEquals(new Accuracy(0x1p-13, 0x1p-23, 7), tight);
  }

  @Test
  void onlyTheHorizonAndRulesAreComplete() {
    Set<Outcome> complete =
        EnumSet.of(Outcome.REACHED_HORIZON, Outcome.STOPPED, Outcome.CERTIFIED, Outcome.CONVERGED);
    for (Outcome outcome : Outcome.values()) {
      assertEquals(complete.contains(outcome), outcome.isComplete(), outcome::toString);
    }
    assertEquals(Outcome.STOPPED, StoppingRule.NEVER.outcome());
  }

  @Test
  void trajectoriesCopyTheirSamples() {
    Sample first = new Sample(0, new double[] {1});
    Sample second = new Sample(1, new double[] {2});
    List<Sample> samples = new ArrayList<>(List.of(first, second));
    Trajectory trajectory = new Trajectory(samples, Outcome.STOPPED, 3, 4);
    samples.clear();
    assertEquals(second, trajectory.last());
    assertThrows(UnsupportedOperationException.class, () -> trajectory.samples().clear());
    assertFalse(StoppingRule.NEVER.isMet(0, new double[0]));
  }
}
