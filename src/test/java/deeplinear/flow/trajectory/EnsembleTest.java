package deeplinear.flow.trajectory;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import deeplinear.flow.kernel.GradientKernel;
import deeplinear.flow.kernel.LaneKernel;
import deeplinear.flow.kernel.PlainLaneMatrix;
import deeplinear.flow.kernel.RealInstance;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A network's trajectory has the same bits whatever else the ensemble holds. */
class EnsembleTest {

  private static final double[] TIMES = {0.25, 3, 20};

  /** Neighbours differ in their tolerances, too. */
  private static Accuracy accuracy(RealInstance instance) {
    double factor = 1 + instance.weights().length % 3;
    return new Accuracy(1e-7 * factor, 1e-9 / factor, 20_000);
  }

  private static RealInstance random(Random random) {
    int[] d = random.ints(2 + random.nextInt(5), 1, 7).toArray();
    int h = d.length - 1;
    int weights = 0;
    for (int j = 1; j <= h; j++) {
      weights += d[j] * d[j - 1];
    }
    double[] moment = new double[random.nextInt(4) == 0 ? d[0] * d[0] : 0];
    for (int i = 0; i < moment.length; i += d[0] + 1) {
      moment[i] = 0.5 + random.nextDouble();
    }
    return new RealInstance(
        d, gaussian(random, d[h] * d[0], 1), moment, gaussian(random, weights, 0.6));
  }

  private static double[] gaussian(Random random, int n, double scale) {
    return random.doubles(n).map(x -> scale * random.nextGaussian()).toArray();
  }

  private static List<RealInstance> instances() {
    Random random = new Random(5);
    List<RealInstance> all = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      all.add(random(random));
    }
    return all;
  }

  private static Trajectory alone(Steering steering, RealInstance instance) {
    return new AdaptiveIntegrator(steering)
        .integrate(
            new GradientKernel(instance),
            instance.weights(),
            TIMES,
            accuracy(instance),
            StoppingRule.NEVER);
  }

  private static List<Trajectory> together(
      Steering steering, List<RealInstance> instances, int lanes) {
    return ensemble(steering, instances, lanes).run();
  }

  private static Ensemble ensemble(Steering steering, List<RealInstance> instances, int lanes) {
    Ensemble ensemble =
        new Ensemble(steering, () -> new LaneKernel(PlainLaneMatrix::new), lanes, widths -> true);
    for (RealInstance instance : instances) {
      ensemble.add(instance, TIMES, accuracy(instance), StoppingRule.NEVER);
    }
    return ensemble;
  }

  private static void assertSame(Trajectory expected, Trajectory actual) {
    assertEquals(expected.outcome(), actual.outcome());
    assertEquals(expected.steps(), actual.steps());
    assertEquals(expected.evaluations(), actual.evaluations());
    assertEquals(expected.samples().size(), actual.samples().size());
    for (int i = 0; i < expected.samples().size(); i++) {
      assertEquals(expected.samples().get(i).time(), actual.samples().get(i).time());
      assertArrayEquals(expected.samples().get(i).state(), actual.samples().get(i).state());
    }
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "IMPLICIT")
  void companyChangesNoBit(Steering steering) {
    List<RealInstance> instances = instances();
    List<Trajectory> wide = together(steering, instances, 64);
    List<Trajectory> narrow = together(steering, instances, 8);
    List<RealInstance> reversed = new ArrayList<>(instances);
    Collections.reverse(reversed);
    List<Trajectory> backward = together(steering, reversed, 24);
    for (int i = 0; i < instances.size(); i++) {
      Trajectory alone = alone(steering, instances.get(i));
      assertEquals(Outcome.REACHED_HORIZON, alone.outcome());
      assertTrue(alone.steps() > 5, "vacuous");
      assertSame(alone, wide.get(i));
      assertSame(alone, narrow.get(i));
      assertSame(alone, backward.get(instances.size() - 1 - i));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 7, 100})
  void threadsChangeNoBit(int parallelism) {
    List<RealInstance> instances = instances();
    List<Trajectory> expected = together(Steering.AUTOMATIC, instances, 64);
    List<Trajectory> actual = ensemble(Steering.AUTOMATIC, instances, 64).run(parallelism);
    assertEquals(instances.size(), actual.size());
    for (int i = 0; i < instances.size(); i++) {
      assertSame(expected.get(i), actual.get(i));
    }
  }

  @Test
  void emptyEnsemblesHaveNoTrajectories() {
    assertEquals(List.of(), Ensemble.of(Steering.ACCURATE).run());
    assertEquals(List.of(), Ensemble.of(Steering.ACCURATE).run(4));
  }
}
