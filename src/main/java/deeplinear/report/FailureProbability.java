package deeplinear.report;

import deeplinear.claim.Kind;
import deeplinear.evidence.ConfidenceBound;
import org.jspecify.annotations.Nullable;

/**
 * What the cases say about the probability that a random case does not hold. A case that broke off
 * does not.
 *
 * @param upper the exact (Clopper–Pearson) upper bound
 * @param confidence its confidence
 */
public record FailureProbability(double upper, double confidence) {

  /** The bound for a claim that may hold; null for one that must fail. */
  static @Nullable FailureProbability of(Kind kind, Counts counts) {
    if (kind == Kind.FALSE) {
      return null;
    }
    int trials = counts.checked() + counts.faults();
    return new FailureProbability(
        new ConfidenceBound(trials, trials - counts.holds()).upper(), ConfidenceBound.CONFIDENCE);
  }
}
