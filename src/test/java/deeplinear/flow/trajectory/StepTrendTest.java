package deeplinear.flow.trajectory;

import static org.junit.jupiter.api.Assertions.assertEquals;

import deeplinear.flow.method.Method;
import org.junit.jupiter.api.Test;

class StepTrendTest {

  private static final double ERROR = 0.5;

  @Test
  void theFirstStepHasNoTrend() {
    assertEquals(Method.RODAS5P.factor(ERROR), new StepTrend().factor(Method.RODAS5P, 2, ERROR));
  }

  /** Equal errors in spite of steps half as long: the next must be half as long again. */
  @Test
  void shrinkingStepsGoOnShrinking() {
    StepTrend trend = new StepTrend();
    trend.factor(Method.RODAS5P, 2, ERROR);
    assertEquals(
        Method.RODAS5P.factor(ERROR) / 2,
        trend.factor(Method.RODAS5P, 1, ERROR),
        8 * Math.ulp(1.0));
  }

  /** The error grew sixteenfold with equal steps: a step half as long would have kept it. */
  @Test
  void growingErrorsGoOnGrowing() {
    StepTrend trend = new StepTrend();
    trend.factor(Method.RODAS5P, 1, ERROR / 32);
    assertEquals(
        Method.RODAS5P.factor(ERROR) / 2,
        trend.factor(Method.RODAS5P, 1, ERROR),
        8 * Math.ulp(1.0));
  }

  @Test
  void growingStepsAreNotHeldBack() {
    StepTrend trend = new StepTrend();
    trend.factor(Method.RODAS5P, 1, ERROR);
    assertEquals(Method.RODAS5P.factor(ERROR), trend.factor(Method.RODAS5P, 3, ERROR));
  }

  @Test
  void explicitMethodsGoByTheErrorAlone() {
    StepTrend trend = new StepTrend();
    trend.factor(Method.ROCK4, 2, ERROR);
    assertEquals(Method.ROCK4.factor(ERROR), trend.factor(Method.ROCK4, 1, ERROR));
  }
}
