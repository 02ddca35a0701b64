package deeplinear.evidence;

import java.util.Locale;
import org.apache.commons.math3.stat.interval.ClopperPearsonInterval;

/**
 * What a count of independent trials says about the probability of failure on the tested
 * distribution.
 *
 * @param trials how many were made
 * @param failures how many failed
 */
public record ConfidenceBound(long trials, long failures) {

  /** The confidence of {@link #upper()}. */
  public static final double CONFIDENCE = 0.99;

  /** Requires 0 ≤ failures ≤ trials. */
  public ConfidenceBound {
    if (failures < 0 || failures > trials) {
      throw new IllegalArgumentException(
          String.format(Locale.ROOT, "failures lie in 0 to %d, unlike %d", trials, failures));
    }
  }

  /**
   * The exact (Clopper–Pearson) one-sided upper bound on the probability of failure; 1 without
   * trials.
   */
  public double upper() {
    if (trials == 0 || failures == trials) {
      return 1;
    }
    if (failures == 0) {
      return 1 - Math.pow(1 - CONFIDENCE, 1.0 / trials);
    }
    // The upper end of a two-sided interval of confidence 1 − 2δ has one-sided confidence 1 − δ.
    double twoSided = 1 - 2 * (1 - CONFIDENCE);
    return new ClopperPearsonInterval()
        .createInterval(Math.toIntExact(trials), Math.toIntExact(failures), twoSided)
        .getUpperBound();
  }
}
