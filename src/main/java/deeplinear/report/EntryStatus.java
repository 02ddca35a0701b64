package deeplinear.report;

/** What came of all cases of a ledger entry together. */
public enum EntryStatus {
  /** No case violates the claim. Expected of theorems, and a failure of everything else. */
  HOLDS,
  /** Some case violates a theorem. */
  VIOLATED,
  /** Some case violates a false conjecture or a control, as expected. */
  REFUTED,
  /** Too many cases could not be decided. */
  INCONCLUSIVE,
  /** The run broke off, or did not test what it was meant to test. */
  FAILED;

  /** The status of these counts. */
  static EntryStatus of(EntryKind kind, int holds, int violated, int inconclusive, boolean passed) {
    if (violated > 0) {
      return kind == EntryKind.THEOREM ? VIOLATED : REFUTED;
    }
    if (inconclusive > 0 && (!passed || holds == 0)) {
      return INCONCLUSIVE;
    }
    return holds == 0 || (kind == EntryKind.THEOREM && !passed) ? FAILED : HOLDS;
  }
}
