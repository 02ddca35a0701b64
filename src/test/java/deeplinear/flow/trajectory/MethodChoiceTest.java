package deeplinear.flow.trajectory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import deeplinear.flow.kernel.GradientKernel;
import deeplinear.flow.kernel.RealInstance;
import deeplinear.flow.method.Method;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MethodChoiceTest {

  private static final int CASES = 40;

  /** No network may cost more than so many times the cheaper of the two methods. */
  private static final double WORST = 1.5;

  /** Three steps of twelve stages pass before stiffness is believed. */
  private static final int NOTICE = 3 * 12;

  private static RealInstance random(Random random) {
    int[] d = random.ints(3 + random.nextInt(4), 1, 7).toArray();
    int h = d.length - 1;
    int weights = 0;
    for (int j = 1; j <= h; j++) {
      weights += d[j] * d[j - 1];
    }
    double[] sigma = gaussian(random, d[h] * d[0], Math.exp(random.nextGaussian()));
    double scale = new double[] {0.5, 0.1, 1}[random.nextInt(3)];
    return new RealInstance(d, sigma, new double[0], gaussian(random, weights, scale));
  }

  private static double[] gaussian(Random random, int n, double scale) {
    return random.doubles(n).map(x -> scale * random.nextGaussian()).toArray();
  }

  private static Trajectory run(
      Steering steering, RealInstance instance, double tolerance, double horizon) {
    return new AdaptiveIntegrator(steering)
        .integrate(
            new GradientKernel(instance),
            instance.weights(),
            new double[] {horizon},
            new Accuracy(tolerance, tolerance / 100, 100_000),
            StoppingRule.NEVER);
  }

  @Test
  void whereStabilityLimitsTheStabilizedMethodTakesOverAndWhereAccuracyDoesItGivesBack() {
    MethodChoice choice = new MethodChoice(Steering.AUTOMATIC);
    assertEquals(Method.DORMAND_PRINCE_853, choice.method());
    for (int i = 0; i < 100; i++) {
      choice.made(2.9, 12);
    }
    assertEquals(Method.DORMAND_PRINCE_853, choice.method());
    choice.made(6, 12);
    choice.made(6, 12);
    choice.made(0.1, 12);
    choice.made(6, 12);
    choice.made(6, 12);
    assertEquals(Method.DORMAND_PRINCE_853, choice.method(), "not three in a row");
    choice.made(6, 12);
    assertEquals(Method.ROCK4, choice.method());
    for (int i = 0; i < 1000; i++) {
      choice.made(40, 12);
    }
    assertEquals(Method.ROCK4, choice.method(), "it pays");
    choice.made(1, 9);
    choice.made(1, 9);
    assertEquals(Method.ROCK4, choice.method());
    choice.made(1, 9);
    assertEquals(Method.DORMAND_PRINCE_853, choice.method());
  }

  /** The second time it waits longer, so that it does not waver. */
  @Test
  void patienceGrows() {
    MethodChoice choice = new MethodChoice(Steering.AUTOMATIC);
    int before = 0;
    for (int round = 0; round < 4; round++) {
      for (int i = 0; i < 3; i++) {
        choice.made(6, 12);
      }
      int steps = 0;
      while (choice.method() == Method.ROCK4) {
        choice.made(1, 9);
        steps++;
      }
      assertTrue(steps > before, steps + " steps in round " + round);
      before = steps;
    }
  }

  @Test
  void fixedMethodsStay() {
    for (Steering steering : new Steering[] {Steering.ACCURATE, Steering.STABILIZED}) {
      MethodChoice choice = new MethodChoice(steering);
      Method first = choice.method();
      for (int i = 0; i < 100; i++) {
        choice.made(i % 10 < 5 ? 1000 : 0, 12);
        assertEquals(first, choice.method());
      }
    }
    assertEquals(Method.ROCK4, new MethodChoice(Steering.STABILIZED).method());
  }

  /** A long wait at the end, then nothing to do for the explicit method but to be stable. */
  @Test
  void aConvergedNetworkIsCheaperThanWithDormandPrinceAlone() {
    RealInstance instance = random(new Random(3));
    long accurate = run(Steering.ACCURATE, instance, 1e-6, 2000).evaluations();
    long automatic = run(Steering.AUTOMATIC, instance, 1e-6, 2000).evaluations();
    assertTrue(automatic < accurate / 3, automatic + " instead of " + accurate);
  }

  @ParameterizedTest
  @CsvSource({"1e-6, 20", "1e-8, 20", "1e-6, 3"})
  void automaticIsNeverMuchWorseThanTheBetterOfTheTwo(double tolerance, double horizon) {
    Random random = new Random(505);
    double worst = 0;
    double sum = 0;
    double best = 0;
    for (int i = 0; i < CASES; i++) {
      RealInstance instance = random(random);
      long accurate = run(Steering.ACCURATE, instance, tolerance, horizon).evaluations();
      long stabilized = run(Steering.STABILIZED, instance, tolerance, horizon).evaluations();
      Trajectory trajectory = run(Steering.AUTOMATIC, instance, tolerance, horizon);
      assertEquals(Outcome.REACHED_HORIZON, trajectory.outcome());
      long automatic = trajectory.evaluations();
      double ratio = (automatic - NOTICE) / (double) Math.min(accurate, stabilized);
      worst = Math.max(worst, ratio);
      sum += automatic;
      best += Math.min(accurate, stabilized);
    }
    assertTrue(worst <= WORST, "worst " + worst + ", on average " + sum / best);
  }
}
