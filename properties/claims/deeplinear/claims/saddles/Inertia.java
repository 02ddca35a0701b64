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
import deeplinear.landscape.CriticalType;
import deeplinear.landscape.Hessian;
import deeplinear.landscape.PredictedInertia;
import deeplinear.sample.CriticalPoints;

/**
 * The signs of the Hessian's eigenvalues can be counted without computing them.
 *
 * @param seesStrings whether null strings are counted; they are in the claim
 */
@AutoService(Registered.class)
public record Inertia(boolean seesStrings) implements Claim<BlockPoint> {

  private static final int MOST_WEIGHTS = 120;
  private static final String NEGATIVE = "n₋ = q + N";
  private static final String POSITIVE = "n₊ = k(d_0 + d_h − k) − q − τ + N + J";

  /** The claim. */
  public Inertia() {
    this(true);
  }

  @Override
  public Sheet<BlockPoint> sheet() {
    return Sheet.theorem(
            BlockPoint.class,
            "At every critical point the Hessian has n₋ = q + N and n₊ = k(d_0 + d_h − k) − q − τ + N + "
                + "J, in every gauge: q and τ count the pairs a ∉ S, b ∈ S with s_a > s_b and s_a = s_b, "
                + "N the linked pairs of null strings, J the pairs that join input to output.",
            "WA25",
            Grade.EXACT)
        .version(2)
        .why(
            "Inertia is invariant under the gauge group (Sylvester), so it is a matter of counting how "
                + "strings can be joined: the number of ways down, level and up from any saddle.")
        .checked(
            "The exact inertia of the rational Hessian, at points of every type with at most 120 weights, "
                + "with ties and rank-deficient Σ.")
        .atoms(NEGATIVE, POSITIVE)
        .cases(CriticalPoints.any())
        .substance("ρ ≥ 2", point -> point.values().largest() >= 2)
        .givenUnneeded(
            DEEP,
            CriticalPoints.depthOneFitted(),
            "at depth 1 the Hessian is the identity, and J counts what S does not")
        .given(CRITICAL, CriticalPoints.notCritical(), "1-1-1")
        .neighbor("as if all null strings were single nodes", new Inertia(false));
  }

  @Override
  public Verdict judge(BlockPoint point, Laboratory laboratory, Answers answers) {
    if (point.architecture().weights() > MOST_WEIGHTS) {
      return Verdict.inconclusive(
          NEGATIVE,
          Grade.EXACT,
          point.architecture().weights() + " weights: exact elimination takes their third power");
    }
    deeplinear.algebra.Inertia predicted = predict(point);
    deeplinear.algebra.Inertia inertia = Hessian.inertia(point.instance());
    String detail = inertia + " against " + predicted;
    return Verdict.of(
        Atom.exact(NEGATIVE, Math.abs(inertia.negative() - predicted.negative()), detail),
        Atom.exact(POSITIVE, Math.abs(inertia.positive() - predicted.positive()), detail));
  }

  private deeplinear.algebra.Inertia predict(BlockPoint point) {
    boolean hasType = point.depth() >= 2 && point.isCritical();
    CriticalType type =
        seesStrings && hasType
            ? point.type()
            : CriticalType.plain(
                point.architecture(), point.target().rank(), point.learned().size());
    return PredictedInertia.of(type, point.target().values(), point.learned());
  }
}
