package deeplinear.report;

import deeplinear.claim.Kind;
import deeplinear.evidence.Status;
import deeplinear.trial.Acceptance;
import deeplinear.trial.Tally;

/** What came of all cases of a ledger entry together. */
public enum EntryStatus {
  /** No case violates the claim. Expected of theorems, and a failure of false conjectures. */
  HOLDS,
  /** Some case violates a theorem, or answers an open question in the negative. */
  VIOLATED,
  /** Some case violates a false conjecture, as expected. */
  REFUTED,
  /** Too many cases could not be decided. */
  INCONCLUSIVE,
  /** The run broke off, or did not test what it was meant to test. */
  FAILED;

  /**
   * The status of these cases.
   *
   * @param accepted whether the run accepts everything, controls included
   */
  static EntryStatus of(Kind kind, Tally<?> tally, Acceptance acceptance, boolean accepted) {
    if (tally.count(Status.VIOLATED) > 0) {
      return kind == Kind.FALSE ? REFUTED : VIOLATED;
    }
    if (!tally.faults().isEmpty()) {
      return FAILED;
    }
    int open = tally.count(Status.INCONCLUSIVE);
    if (open > 0 && (open == tally.cases() || open > mostUndecided(acceptance, tally))) {
      return INCONCLUSIVE;
    }
    boolean isFailure = tally.cases() == 0 || (kind != Kind.FALSE && !accepted);
    return isFailure ? FAILED : HOLDS;
  }

  private static double mostUndecided(Acceptance acceptance, Tally<?> tally) {
    return Math.max(acceptance.few(), acceptance.undecided() * tally.cases());
  }
}
