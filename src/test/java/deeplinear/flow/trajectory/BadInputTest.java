package deeplinear.flow.trajectory;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import deeplinear.flow.kernel.GradientKernel;
import deeplinear.flow.kernel.LaneKernel;
import deeplinear.flow.kernel.PlainLaneMatrix;
import deeplinear.flow.kernel.RealInstance;
import deeplinear.flow.trajectory.Trajectory.Sample;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Whatever the input, an outcome: never an exception, never a loop without end, never a sample that
 * is not finite but the start as it was given. Neighbours in an ensemble notice nothing.
 */
class BadInputTest {

  private static final int MOST_STEPS = 300;

  private static final Accuracy USUAL = new Accuracy(1e-7, 1e-9, MOST_STEPS);

  private static final Accuracy PATIENT = new Accuracy(1e-7, 1e-9, 100_000);

  private static final List<Accuracy> ACCURACIES =
      List.of(
          USUAL,
          new Accuracy(1e-7, 1e-9, 1),
          new Accuracy(1e-15, 1e-15, MOST_STEPS),
          new Accuracy(0.999, 0.999, MOST_STEPS),
          new Accuracy(1e-300, 1e-300, MOST_STEPS),
          new Accuracy(Double.MIN_VALUE, Double.MIN_VALUE, MOST_STEPS));

  /** The first goes with all accuracies, the others with the usual one. */
  private static final double[][] HORIZONS = {
    {0.25, 3, 20},
    {Double.MIN_VALUE, 1e-300},
    {1, 1e12},
    {1e300, Double.MAX_VALUE},
    {1e-300, 1e-16, 1, 1 + 0x1p-52, 50}
  };

  /** A network with its target, by name. */
  private record Case(String name, RealInstance instance) {}

  private static int weights(int... d) {
    int sum = 0;
    for (int j = 1; j < d.length; j++) {
      sum += d[j] * d[j - 1];
    }
    return sum;
  }

  private static double[] gaussian(Random random, int n, double scale) {
    return random.doubles(n).map(x -> scale * random.nextGaussian()).toArray();
  }

  private static RealInstance network(double start, double target, int... d) {
    Random random = new Random(700 + d.length);
    double[] sigma = gaussian(random, d[0] * d[d.length - 1], target);
    return new RealInstance(d, sigma, new double[0], gaussian(random, weights(d), start));
  }

  private static RealInstance diagonal(double... values) {
    int n = values.length;
    double[] sigma = new double[n * n];
    for (int i = 0; i < n; i++) {
      sigma[i * n + i] = values[i];
    }
    return new RealInstance(
        new int[] {n, n, n}, sigma, new double[0], gaussian(new Random(701), 2 * n * n, 0.5));
  }

  private static RealInstance with(RealInstance instance, double entry) {
    double[] start = instance.weights().clone();
    start[start.length / 2] = entry;
    return instance.startingAt(start);
  }

  /** M = diag(scale, middle, 1/scale); with a zero the loss need not be bounded below. */
  private static RealInstance raw(double scale, double middle) {
    Random random = new Random(702);
    double[] moment = {scale, 0, 0, 0, middle, 0, 0, 0, 1 / scale};
    return new RealInstance(
        new int[] {3, 2, 4}, gaussian(random, 12, 1), moment, gaussian(random, 14, 0.6));
  }

  private static int[] constant(int width, int depth) {
    int[] d = new int[depth + 1];
    java.util.Arrays.fill(d, width);
    return d;
  }

  private static List<Case> cases() {
    List<Case> all = new ArrayList<>();
    RealInstance usual = network(0.6, 1, 3, 2, 4);
    for (double x :
        new double[] {
          Double.NaN,
          Double.POSITIVE_INFINITY,
          Double.NEGATIVE_INFINITY,
          1e20,
          -1e100,
          1e154,
          1e160,
          1e200,
          Double.MAX_VALUE,
          Double.MIN_VALUE
        }) {
      all.add(new Case("a weight " + x, with(usual, x)));
      all.add(new Case("a weight of one layer " + x, with(network(0.6, 1, 3, 4), x)));
      double[] sigma = usual.target().clone();
      sigma[1] = x;
      all.add(
          new Case(
              "a target " + x,
              new RealInstance(usual.widths(), sigma, new double[0], usual.weights())));
    }
    for (double scale : new double[] {0, 1e-200, 1e-8, 30, 1e4, 1e8, 1e50, 1e120, 1e200}) {
      all.add(new Case("start of size " + scale, network(scale, 1, 2, 3, 2, 2)));
      all.add(new Case("target of size " + scale, network(0.5, scale, 2, 3, 2, 2)));
      all.add(new Case("wide " + scale, network(scale, 1, 1, 7)));
      all.add(new Case("narrow " + scale, network(scale, 1, 7, 1, 7)));
      all.add(new Case("deep " + scale, network(scale, 1, constant(2, 16))));
    }
    all.add(new Case("nothing", network(0, 0, 3, 3, 3)));
    all.add(new Case("singular values", diagonal(1e-8, 1, 1e8)));
    all.add(new Case("no rank", diagonal(0, 0, 0)));
    all.add(new Case("low rank", diagonal(2, 0, 0, 0)));
    all.add(new Case("raw data", raw(1, 1)));
    all.add(new Case("a moment of bad condition", raw(1e6, 0)));
    all.add(new Case("a moment that overflows", raw(1e200, 1)));
    all.add(new Case("turned", raw(10, 0).transposed()));
    return all;
  }

  private static List<RealInstance> healthy() {
    return List.of(
        network(0.6, 1, 4, 5, 4), network(0.4, 1, 6, 6), network(0.5, 2, 3, 3, 3, 3), raw(2, 1));
  }

  private static void assertSound(String what, Trajectory trajectory, double[] times) {
    List<Sample> samples = trajectory.samples();
    assertEquals(0, samples.get(0).time());
    for (int i = 1; i < samples.size(); i++) {
      assertEquals(times[i - 1], samples.get(i).time(), what);
      for (double x : samples.get(i).state()) {
        assertTrue(Double.isFinite(x), () -> what + ": " + trajectory.outcome());
      }
    }
    assertEquals(
        trajectory.outcome() == Outcome.REACHED_HORIZON, samples.size() == times.length + 1, what);
    assertTrue(trajectory.steps() <= MOST_STEPS, what);
    // No more rejections in a row than halve a double away, and few in all.
    assertTrue(trajectory.evaluations() < 1_000_000, () -> what + ": " + trajectory.evaluations());
  }

  private static Trajectory alone(
      Steering steering, RealInstance instance, double[] times, Accuracy accuracy) {
    return new AdaptiveIntegrator(steering)
        .integrate(
            new GradientKernel(instance), instance.weights(), times, accuracy, StoppingRule.NEVER);
  }

  private static void assertSame(String what, Trajectory expected, Trajectory actual) {
    assertEquals(expected.outcome(), actual.outcome(), what);
    assertEquals(expected.steps(), actual.steps(), what);
    assertEquals(expected.evaluations(), actual.evaluations(), what);
    assertEquals(expected.samples().size(), actual.samples().size(), what);
    for (int i = 0; i < expected.samples().size(); i++) {
      assertArrayEquals(expected.samples().get(i).state(), actual.samples().get(i).state(), what);
    }
  }

  @ParameterizedTest
  @EnumSource(Steering.class)
  void everyInputHasAnOutcomeAndTroublesNoNeighbour(Steering steering) {
    for (Accuracy accuracy : ACCURACIES) {
      for (double[] times : accuracy.equals(USUAL) ? HORIZONS : new double[][] {HORIZONS[0]}) {
        Ensemble ensemble =
            new Ensemble(steering, () -> new LaneKernel(PlainLaneMatrix::new), 24, widths -> true);
        List<String> names = new ArrayList<>();
        List<Trajectory> expected = new ArrayList<>();
        for (Case bad : cases()) {
          String what = bad.name + " to " + times[times.length - 1] + " with " + accuracy;
          Trajectory trajectory = alone(steering, bad.instance, times, accuracy);
          assertSound(what, trajectory, times);
          ensemble.add(bad.instance, times, accuracy, StoppingRule.NEVER);
          names.add(what);
          expected.add(trajectory);
        }
        for (RealInstance good : healthy()) {
          ensemble.add(good, HORIZONS[0], PATIENT, StoppingRule.NEVER);
          names.add("a neighbour");
          Trajectory trajectory = alone(steering, good, HORIZONS[0], PATIENT);
          assertEquals(Outcome.REACHED_HORIZON, trajectory.outcome());
          expected.add(trajectory);
        }
        List<Trajectory> together = ensemble.run();
        for (int i = 0; i < names.size(); i++) {
          assertSame(names.get(i), expected.get(i), together.get(i));
        }
      }
    }
  }

  @Test
  void whatIsNotFiniteIsSaid() {
    for (Steering steering : Steering.values()) {
      for (double x : new double[] {Double.NaN, Double.POSITIVE_INFINITY, 1e200}) {
        RealInstance bad = with(network(0.6, 1, 3, 2, 4), x);
        Trajectory trajectory = alone(steering, bad, HORIZONS[0], USUAL);
        assertEquals(Outcome.NON_FINITE, trajectory.outcome());
        assertEquals(1, trajectory.evaluations());
      }
    }
  }

  @Test
  void oneStepIsNotEnoughAndSaysSo() {
    for (Steering steering : Steering.values()) {
      Trajectory trajectory =
          alone(steering, healthy().get(0), HORIZONS[0], new Accuracy(1e-7, 1e-9, 1));
      assertEquals(Outcome.STEP_LIMIT, trajectory.outcome());
      assertEquals(1, trajectory.steps());
    }
  }

  /** A curvature of 1e16 and a horizon of 1: millions of stable steps, which nobody waits for. */
  @Test
  void enormousStiffnessRunsIntoTheStepLimit() {
    RealInstance stiff = diagonal(1e-8, 1, 1e16);
    for (Steering steering : Steering.values()) {
      Trajectory trajectory = alone(steering, stiff, new double[] {1}, USUAL);
      assertEquals(Outcome.STEP_LIMIT, trajectory.outcome(), steering::toString);
      assertSound("stiff", trajectory, new double[] {1});
    }
  }
}
