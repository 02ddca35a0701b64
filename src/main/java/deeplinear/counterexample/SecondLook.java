package deeplinear.counterexample;

import deeplinear.claim.Claim;
import deeplinear.claim.Laboratory;
import deeplinear.evidence.Grade;
import deeplinear.evidence.Status;
import deeplinear.evidence.Verdict;
import deeplinear.network.Subject;

/** What a second look says about a violation. */
public enum SecondLook {
  /** The violation is exact or certified, or it stands at finer tolerances. */
  CONFIRMED,
  /** It is gone at finer tolerances. */
  ARTEFACT,
  /** The second look cannot tell. */
  UNDECIDED;

  private static final double REFINEMENT = 32;

  /** Looks again at a violation that a check has found on a subject. */
  public static <I extends Subject> SecondLook at(
      Claim<I> claim, I subject, Verdict violation, Laboratory laboratory) {
    if (violation.decisive().grade().compareTo(Grade.CERTIFIED) <= 0) {
      return CONFIRMED;
    }
    Status again = claim.check(subject, laboratory.refinedBy(REFINEMENT)).status();
    return switch (again) {
      case VIOLATED -> CONFIRMED;
      case HOLDS -> ARTEFACT;
      case INCONCLUSIVE -> UNDECIDED;
    };
  }
}
