package deeplinear.claims.saddles;

import static deeplinear.claim.Hypotheses.CRITICAL;
import static deeplinear.claim.Hypotheses.DEEP;

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
import deeplinear.landscape.PointKind;
import deeplinear.landscape.PredictedInertia;
import deeplinear.network.Instance;
import deeplinear.sample.CriticalPoints;

/**
 * Ranks of products tell which saddles a gradient method feels.
 *
 * @param criterion the criterion by ranks
 * @param asksTop whether a global minimum must have a top learned set; it must in the claim
 */
@AutoService(Registered.class)
public record Strictness(deeplinear.landscape.Strictness criterion, boolean asksTop)
    implements Claim<BlockPoint> {

  private static final int MOST_WEIGHTS = 120;
  private static final String STRICT =
      "the Hessian has a negative eigenvalue iff the saddle is strict";
  private static final String MINIMAL = "the loss is minimal iff the point is a global minimum";

  /** The claim. */
  public Strictness() {
    this(deeplinear.landscape.Strictness.BY_BOTH_BLOCKS, true);
  }

  @Override
  public Sheet<BlockPoint> sheet() {
    return Sheet.theorem(
            BlockPoint.class,
            "A critical point is a global minimum iff S is top and |S| = ρ; else it is a strict saddle "
                + "iff S is not top or some pivot is not tightened, and a non-strict saddle otherwise.",
            "AMG24",
            Grade.EXACT)
        .why(
            "Gradient flow avoids strict saddles from almost every start; of the others second "
                + "derivatives say nothing, and they exist from depth 3 on.")
        .checked(
            "The kind by ranks against the exact loss and the exact inertia of the Hessian; above 120 "
                + "weights against the counted inertia (saddles/inertia).")
        .atoms(STRICT, MINIMAL)
        .cases(CriticalPoints.any())
        .substance("ρ ≥ 2", point -> point.values().largest() >= 2)
        .givenUnneeded(
            DEEP,
            CriticalPoints.depthOneFitted(),
            "at depth 1 the only critical map is Σ, a minimum")
        .given(CRITICAL, CriticalPoints.notCritical(), "1-1-1")
        .neighbor(
            "the criterion by the block M alone",
            new Strictness(deeplinear.landscape.Strictness.BY_MIDDLE_BLOCK, true))
        .neighbor(
            "every critical point of rank ρ is a global minimum",
            new Strictness(deeplinear.landscape.Strictness.BY_BOTH_BLOCKS, false));
  }

  @Override
  public Verdict judge(BlockPoint point, Laboratory laboratory, Answers answers) {
    Instance instance = point.instance();
    boolean hasLargestRank = point.learned().size() == point.values().largest();
    PointKind kind =
        !asksTop && hasLargestRank ? PointKind.GLOBAL_MINIMUM : criterion.classify(point);
    boolean isSmall = point.architecture().weights() <= MOST_WEIGHTS;
    if (!isSmall && (point.depth() < 2 || !point.isCritical())) {
      return Verdict.inconclusive(STRICT, Grade.EXACT, "a large Hessian at no critical point");
    }
    deeplinear.algebra.Inertia inertia =
        isSmall ? Hessian.inertia(instance) : PredictedInertia.of(point);
    boolean minimal =
        instance.target().loss(instance.weights()).toScalar().equals(point.values().minimum());
    return Verdict.of(
        Atom.exact(
            STRICT,
            inertia.negative() > 0 == (kind == PointKind.STRICT_SADDLE),
            kind + ", " + inertia),
        Atom.exact(
            MINIMAL,
            minimal == (kind == PointKind.GLOBAL_MINIMUM),
            kind + ", S = " + point.learned()));
  }
}
