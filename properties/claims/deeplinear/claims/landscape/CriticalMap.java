package deeplinear.claims.landscape;

import static deeplinear.claim.Hypotheses.CRITICAL;
import static deeplinear.claim.Hypotheses.DEEP;

import com.google.auto.service.AutoService;
import deeplinear.algebra.RationalAlgebra;
import deeplinear.algebra.RationalMatrix;
import deeplinear.claim.Answers;
import deeplinear.claim.Claim;
import deeplinear.claim.Laboratory;
import deeplinear.claim.Registered;
import deeplinear.claim.Sheet;
import deeplinear.evidence.Atom;
import deeplinear.evidence.Grade;
import deeplinear.evidence.Verdict;
import deeplinear.flow.Dynamics;
import deeplinear.landscape.BlockPoint;
import deeplinear.network.Instance;
import deeplinear.proof.FormalNetwork;
import deeplinear.proof.LossIdentities;
import deeplinear.proof.Proof;
import deeplinear.sample.CriticalPoints;
import java.util.Optional;
import org.apache.commons.math3.fraction.BigFraction;

/**
 * At a critical point the end-to-end map consists of singular triplets of the target.
 *
 * @param factor of the learned singular values; 1 in the claim
 */
@AutoService(Registered.class)
public record CriticalMap(BigFraction factor) implements Claim<BlockPoint> {

  private static final RationalAlgebra Q = RationalAlgebra.INSTANCE;
  private static final String PROVED =
      "∇_h L W_hᵀ = −R Wᵀ and W_1ᵀ ∇_1 L = −Wᵀ R, for all widths and data";
  private static final String OUTPUT = "R Wᵀ = 0";
  private static final String INPUT = "Wᵀ R = 0";
  private static final String TRIPLETS = "W = Σ_{k∈S} s_k u_k v_kᵀ";
  private static final String RANK = "rank W = |S|";

  /** The claim. */
  public CriticalMap() {
    this(BigFraction.ONE);
  }

  @Override
  public Sheet<BlockPoint> sheet() {
    return Sheet.theorem(
            BlockPoint.class,
            "At a critical point of depth h ≥ 2, R Wᵀ = 0 and Wᵀ R = 0, so that W = Σ_{k∈S} s_k u_k v_kᵀ "
                + "for some learned set S, and rank W = |S| ≤ r*.",
            "BH89 WA25",
            Grade.EXACT)
        .why(
            "What is left to learn is orthogonal to what is learned, on both sides; so a critical point "
                + "is a partial singular value decomposition.")
        .checked(
            "The two equations follow from ∇L = 0 by identities that formal matrices prove for all "
                + "widths and data, at depths 1 to 8; all of it in rationals at points of every type.")
        .atoms(PROVED, OUTPUT, INPUT, TRIPLETS, RANK)
        .cases(CriticalPoints.any().and("beyond", 1, CriticalPoints.beyond()))
        .substance("ρ ≥ 2", point -> point.values().largest() >= 2)
        .givenUnneeded(
            DEEP,
            CriticalPoints.depthOneFitted(),
            "at depth 1 a critical point has W = Σ and R = 0")
        .given(CRITICAL, CriticalPoints.notCritical(), "1-1-1")
        .neighbor("with half the singular values", new CriticalMap(BigFraction.ONE_HALF));
  }

  @Override
  public Optional<Verdict> proof(Dynamics law) {
    Proof whitened = Proof.from(1, d -> LossIdentities.criticalMap(FormalNetwork.whitened(d), law));
    Proof raw = Proof.from(1, d -> LossIdentities.criticalMap(FormalNetwork.raw(d), law));
    return Optional.of(Verdict.of(whitened.atom(PROVED), raw.atom(PROVED)));
  }

  @Override
  public Verdict judge(BlockPoint point, Laboratory laboratory, Answers answers) {
    Instance instance = point.instance();
    RationalMatrix w = instance.weights().endToEnd();
    RationalMatrix residual = instance.target().residual(w);
    RationalMatrix transposed = Q.transpose(w);
    RationalMatrix learned = Q.zeros(w.rows(), w.columns());
    for (int k : point.learned().indices()) {
      RationalMatrix triplet =
          Q.multiply(point.target().leftVector(k), Q.transpose(point.target().rightVector(k)));
      learned =
          Q.add(learned, Q.scale(point.target().values().get(k - 1).multiply(factor), triplet));
    }
    int rank = Q.rank(w);
    return Verdict.of(
        Atom.exact(OUTPUT, Q.isZero(Q.multiply(residual, transposed)), ""),
        Atom.exact(INPUT, Q.isZero(Q.multiply(transposed, residual)), ""),
        Atom.exact(TRIPLETS, learned.equals(w), "S = " + point.learned()),
        Atom.exact(
            RANK,
            Math.abs(rank - point.learned().size()),
            "rank " + rank + ", S = " + point.learned()));
  }
}
