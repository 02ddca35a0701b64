package deeplinear.claims.conjectures;

import static deeplinear.claim.Hypotheses.CRITICAL;
import static deeplinear.claim.Hypotheses.DEEP;
import static deeplinear.claim.Hypotheses.NOT_GLOBAL;

import com.google.auto.service.AutoService;
import deeplinear.claim.Answers;
import deeplinear.claim.Claim;
import deeplinear.claim.Laboratory;
import deeplinear.claim.Registered;
import deeplinear.claim.Sheet;
import deeplinear.evidence.Atom;
import deeplinear.evidence.Grade;
import deeplinear.evidence.Verdict;
import deeplinear.landscape.BlockPoint;
import deeplinear.landscape.Hessian;
import deeplinear.sample.CriticalPoints;
import deeplinear.sample.Source;

/** True at depth 2, false from depth 3 on. */
@AutoService(Registered.class)
public final class AllSaddlesAreStrict implements Claim<BlockPoint> {

  private static final int MOST_WEIGHTS = 120;
  private static final String STRICT = "n₋ > 0";

  @Override
  public Sheet<BlockPoint> sheet() {
    return Sheet.falseConjecture(
            BlockPoint.class,
            "At every critical point that is not a global minimum the Hessian has a negative eigenvalue.",
            "WA25",
            Grade.EXACT,
            "1-1-1-1")
        .why(
            "It holds for depth 2, and would make all gradient methods avoid saddles. Depth 2 repairs it, "
                + "and so does a learned set that is not top.")
        .checked("The exact inertia of the Hessian.")
        .atoms(STRICT)
        .cases(
            Source.of("non-strict", 1, CriticalPoints.nonStrict())
                .and("any", 1, CriticalPoints.notGlobal()))
        .substance("depth h ≥ 3", point -> point.depth() >= 3)
        .givenInseparable(DEEP, "a single layer has no saddles")
        .givenInseparable(CRITICAL, "saddles are critical")
        .givenInseparable(NOT_GLOBAL, "minima are no saddles");
  }

  @Override
  public Verdict judge(BlockPoint point, Laboratory laboratory, Answers answers) {
    if (point.architecture().weights() > MOST_WEIGHTS) {
      return Verdict.inconclusive(STRICT, Grade.EXACT, "a large Hessian");
    }
    deeplinear.algebra.Inertia inertia = Hessian.inertia(point.instance());
    return Verdict.of(
        Atom.exact(STRICT, inertia.negative() > 0, inertia + ", S = " + point.learned()));
  }
}
