package deeplinear.evidence;

import static deeplinear.fixture.Rejection.assertRejected;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.apache.commons.math3.distribution.BinomialDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConfidenceBoundTest {

  /** The digits of the bound that are checked. */
  private static final double RESOLUTION = 1e-6;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 10, 1000, 1_000_000_000_000L})
  void withoutFailuresAllSucceedWithOnePercentAtTheBound(long trials) {
    double upper = new ConfidenceBound(trials, 0).upper();
    assertEquals(Math.log(0.01), trials * Math.log1p(-upper), RESOLUTION * 5 + trials * 0x1p-52);
  }

  @Test
  void boundsByHand() {
    assertEquals(0.99, new ConfidenceBound(1, 0).upper(), Math.ulp(1.0));
    assertEquals(0.9, new ConfidenceBound(2, 0).upper(), Math.ulp(1.0));
    assertEquals(0.99, ConfidenceBound.CONFIDENCE);
    // One failure of two: 1 − p² = 0.01.
    assertEquals(Math.sqrt(0.99), new ConfidenceBound(2, 1).upper(), RESOLUTION);
  }

  @ParameterizedTest
  @CsvSource({"5, 0", "5, 1", "5, 4", "100, 1", "100, 50", "100, 99", "1000, 3", "20000, 17"})
  void soFewFailuresHaveOnePercentAtTheBound(int trials, int failures) {
    double upper = new ConfidenceBound(trials, failures).upper();
    assertTrue(tail(trials, failures, upper * (1 - RESOLUTION)) > 0.01);
    assertTrue(tail(trials, failures, Math.min(1, upper * (1 + RESOLUTION))) < 0.01);
  }

  /** P(X ≤ failures) at a probability of failure. */
  private static double tail(int trials, int failures, double probability) {
    return new BinomialDistribution(trials, probability).cumulativeProbability(failures);
  }

  @Test
  void nothingIsKnownWithoutTrialsOrSuccesses() {
    assertEquals(1.0, new ConfidenceBound(0, 0).upper());
    assertEquals(1.0, new ConfidenceBound(7, 7).upper());
  }

  @Test
  void failuresAreAmongTheTrials() {
    assertRejected(() -> new ConfidenceBound(3, 4), "0 to 3", "4");
    assertRejected(() -> new ConfidenceBound(3, -1), "0 to 3", "-1");
    assertRejected(() -> new ConfidenceBound(-1, 0), "0 to -1");
  }
}
