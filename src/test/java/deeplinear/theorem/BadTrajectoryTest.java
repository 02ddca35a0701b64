package deeplinear.theorem;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import deeplinear.evidence.Status;
import deeplinear.flow.kernel.RealField;
import deeplinear.flow.trajectory.Accuracy;
import deeplinear.flow.trajectory.Integrator;
import deeplinear.flow.trajectory.Outcome;
import deeplinear.flow.trajectory.StoppingRule;
import deeplinear.flow.trajectory.Trajectory;
import deeplinear.flow.trajectory.Trajectory.Sample;
import deeplinear.landscape.BlockPoint;
import deeplinear.landscape.LearnedSet;
import deeplinear.landscape.SpectralTarget;
import deeplinear.network.Instance;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.math3.fraction.BigFraction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class BadTrajectoryTest {

  /** The theorems that follow a trajectory. */
  private static final List<String> NUMERICAL =
      List.of(
          "structure/nilpotent",
          "conservation/imbalance",
          "lyapunov/limit-loss-is-critical-value",
          "learning/mode-equation",
          "learning/riccati",
          "convergence/imbalance-rate",
          "convergence/almost-sure-global");

  static List<String> numerical() {
    return NUMERICAL;
  }

  /** An integrator whose states are the start, replaced from the first time on. */
  private record Faulty(double value) implements Integrator {
    @Override
    public String name() {
      return "faulty";
    }

    @Override
    public Trajectory integrate(
        RealField field, double[] start, double[] times, Accuracy accuracy, StoppingRule rule) {
      double[] state = start.clone();
      Arrays.fill(state, value);
      List<Sample> list = new ArrayList<>(List.of(new Sample(0, start)));
      for (double time : times) {
        list.add(new Sample(time, state));
      }
      return new Trajectory(list, Outcome.REACHED_HORIZON, 1, 1);
    }
  }

  private static Laboratory faulty(double value) {
    return new Laboratory(Laboratory.STANDARD.dynamics(), new Faulty(value), Accuracy.DEFAULT);
  }

  @ParameterizedTest
  @MethodSource("numerical")
  void trajectoriesOfNumbersThatAreNotFiniteDecideNothing(String id) {
    for (double bad : new double[] {Double.NaN, Double.POSITIVE_INFINITY}) {
      assertEquals(
          Status.INCONCLUSIVE, Checks.check(id, Specimens.valid(id), faulty(bad)).status());
    }
  }

  @ParameterizedTest
  @MethodSource("numerical")
  void trajectoriesThatEndEarlyDecideNothing(String id) {
    Laboratory impatient =
        new Laboratory(
            Laboratory.STANDARD.dynamics(),
            Laboratory.STANDARD.integrator(),
            new Accuracy(1e-10, 1e-12, 1));
    assertEquals(Status.INCONCLUSIVE, Checks.check(id, Specimens.valid(id), impatient).status());
  }

  @ParameterizedTest
  @MethodSource("numerical")
  void trajectoriesThatLieHoldNothing(String id) {
    assertNotEquals(Status.HOLDS, Checks.check(id, Specimens.valid(id), faulty(2.5)).status());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "structure/nilpotent",
        "conservation/imbalance",
        "learning/mode-equation",
        "learning/riccati",
        "convergence/imbalance-rate"
      })
  void trajectoriesThatLieAreCaught(String id) {
    assertEquals(Status.VIOLATED, Checks.check(id, Specimens.valid(id), faulty(2.5)).status());
  }

  @Test
  void trajectoriesThatBreakOffNearASaddleHaveNoLimit() {
    Integrator breaksOff =
        new Integrator() {
          @Override
          public String name() {
            return "breaks off";
          }

          @Override
          public Trajectory integrate(
              RealField field,
              double[] start,
              double[] times,
              Accuracy accuracy,
              StoppingRule rule) {
            return new Trajectory(List.of(new Sample(0, start)), Outcome.NON_FINITE, 0, 1);
          }
        };
    SpectralTarget target = SpectralTarget.diagonal(1, 1, List.of(BigFraction.ONE));
    Instance origin = BlockPoint.plain(target, LearnedSet.of(), List.of(1)).instance();
    Laboratory broken = new Laboratory(Laboratory.STANDARD.dynamics(), breaksOff, Accuracy.DEFAULT);
    String id = "lyapunov/limit-loss-is-critical-value";
    assertEquals(Status.HOLDS, Checks.check(id, origin, Laboratory.STANDARD).status());
    assertEquals(Status.INCONCLUSIVE, Checks.check(id, origin, broken).status());
  }
}
