package deeplinear.counterexample;

import deeplinear.evidence.Grade;
import deeplinear.evidence.Status;
import deeplinear.evidence.Verdict;
import deeplinear.network.Subject;
import deeplinear.theorem.Laboratory;
import deeplinear.theorem.Theorem;

/** What a second look says about a violation. */
public enum Arbiter {
  /** The violation is exact or certified, or it stands at finer tolerances. */
  CONFIRMED,
  /** It is gone at finer tolerances. */
  ARTEFACT,
  /** The second look cannot tell. */
  UNDECIDED;

  private static final double REFINEMENT = 32;

  /** Settles a violation that a check has found on a subject. */
  public static <I extends Subject> Arbiter settle(
      Theorem<I> theorem, I subject, Verdict violation, Laboratory laboratory) {
    if (violation.decisive().grade().compareTo(Grade.CERTIFIED) <= 0) {
      return CONFIRMED;
    }
    Status again = theorem.check(subject, laboratory.refinedBy(REFINEMENT)).status();
    return switch (again) {
      case VIOLATED -> CONFIRMED;
      case HOLDS -> ARTEFACT;
      case INCONCLUSIVE -> UNDECIDED;
    };
  }
}
