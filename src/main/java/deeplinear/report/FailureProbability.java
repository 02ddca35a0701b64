package deeplinear.report;

import deeplinear.evidence.ConfidenceBound;

/**
 * What the cases say about the probability that a random case does not hold.
 *
 * @param upper the exact (Clopper–Pearson) upper bound
 * @param confidence its confidence
 */
public record FailureProbability(double upper, double confidence) {

  static FailureProbability of(int cases, int holds) {
    return new FailureProbability(
        new ConfidenceBound(cases, cases - holds).upper(), ConfidenceBound.CONFIDENCE);
  }
}
