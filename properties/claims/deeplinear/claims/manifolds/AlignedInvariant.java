package deeplinear.claims.manifolds;

import static deeplinear.claim.Hypotheses.ALIGNED;
import static deeplinear.claim.Hypotheses.CLOSED;
import static deeplinear.claim.Hypotheses.GRADIENT_FLOW;

import com.google.auto.service.AutoService;
import deeplinear.algebra.ExactAlgebra;
import deeplinear.algebra.Jet;
import deeplinear.algebra.JetAlgebra;
import deeplinear.algebra.RationalMatrix;
import deeplinear.claim.Answers;
import deeplinear.claim.Claim;
import deeplinear.claim.ExactArithmetic;
import deeplinear.claim.Laboratory;
import deeplinear.claim.Registered;
import deeplinear.claim.Sheet;
import deeplinear.claim.Substance;
import deeplinear.evidence.Atom;
import deeplinear.evidence.Grade;
import deeplinear.evidence.Verdict;
import deeplinear.flow.TaylorSeries;
import deeplinear.flow.WrongLaw;
import deeplinear.network.Chain;
import deeplinear.network.Weights;
import deeplinear.sample.Chains;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.fraction.BigFraction;

/**
 * Aligned weights stay aligned, and their modes do not see each other.
 *
 * @param factor of the right-hand side of the scalar equation; 1 in the claim
 */
@AutoService(Registered.class)
public record AlignedInvariant(BigFraction factor) implements Claim<Chain> {

  private static final int ORDER = 5;
  private static final int LOW_ORDER = 2;
  private static final int MANY_WEIGHTS = 60;
  private static final String DIAGONAL = "all layers stay diagonal";
  private static final String EQUATION = "each mode obeys its scalar equation";

  /** The claim. */
  public AlignedInvariant() {
    this(BigFraction.ONE);
  }

  @Override
  public Sheet<Chain> sheet() {
    return Sheet.theorem(
            Chain.class,
            "Weights that are diagonal in a common chain of orthonormal bases, in which Σ is diagonal, "
                + "too, stay so, and each mode obeys ẋ_i = Π_{j≠i} x_j (s − Π_j x_j).",
            "SMG14 WA25",
            Grade.EXACT)
        .why(
            "It turns a network into scalar networks side by side, whose behavior can be computed: the "
                + "source of nearly all closed forms.")
        .checked(
            "Exactly on Taylor coefficients to order 5 (2 above 60 weights), by rotating them back into "
                + "the bases.")
        .atoms(DIAGONAL, EQUATION)
        .cases(Chains.aligned())
        .substance(
            "the flow moves, and there are at least two modes",
            chain -> chain.modes() >= 2 && Substance.moves(chain))
        .given(ALIGNED, Chains.misaligned(), "1-2")
        .given(CLOSED, Chains.shallowWithMoreModes(), "1-1")
        .given(GRADIENT_FLOW, Chains.unbalanced(), lab -> lab.with(WrongLaw.DOUBLED_LAYER), "1-1")
        .neighbor("every mode at twice the speed", new AlignedInvariant(BigFraction.TWO));
  }

  @Override
  public Verdict judge(Chain chain, Laboratory laboratory, Answers answers) {
    List<RationalMatrix> data = new ArrayList<>(chain.bases());
    data.add(chain.core());
    return judge(chain, laboratory, ExactArithmetic.of(data, laboratory));
  }

  private <M> Verdict judge(Chain chain, Laboratory laboratory, ExactAlgebra<M> algebra) {
    int order = chain.instance().architecture().weights() > MANY_WEIGHTS ? LOW_ORDER : ORDER;
    JetAlgebra<M> jets = new JetAlgebra<>(algebra, order);
    Weights<Jet<M>> rotated = rotate(chain, laboratory, jets, algebra);
    boolean diagonal = true;
    for (int i = 1; i <= chain.depth(); i++) {
      diagonal &=
          rotated.layer(i).coefficients().stream()
              .allMatch(c -> isDiagonal(c, chain.modes(), algebra));
    }
    boolean obey = true;
    for (int k = 0; k < chain.modes(); k++) {
      obey &= obeysModeEquation(rotated, k, chain.targets().get(k), jets, algebra);
    }
    String detail = "to order " + order + ", " + ExactArithmetic.describe(algebra);
    return Verdict.of(Atom.exact(DIAGONAL, diagonal, detail), Atom.exact(EQUATION, obey, detail));
  }

  /** Q_iᵀ W_i(t) Q_{i−1}. */
  private static <M> Weights<Jet<M>> rotate(
      Chain chain, Laboratory laboratory, JetAlgebra<M> jets, ExactAlgebra<M> algebra) {
    Weights<Jet<M>> w = TaylorSeries.of(chain.instance(), laboratory.law(), algebra, jets.order());
    return Weights.build(
        jets,
        chain.depth(),
        i ->
            jets.multiply(
                jets.multiply(jets.transpose(jets.lift(chain.bases().get(i))), w.layer(i)),
                jets.lift(chain.bases().get(i - 1))));
  }

  private static <M> boolean isDiagonal(M a, int modes, ExactAlgebra<M> algebra) {
    M expected = algebra.zeros(algebra.rows(a), algebra.columns(a));
    for (int k = 0; k < modes; k++) {
      expected = algebra.insert(expected, k, k, algebra.block(a, k, k, 1, 1));
    }
    return algebra.areEqual(a, expected);
  }

  private <M> boolean obeysModeEquation(
      Weights<Jet<M>> rotated, int k, BigFraction s, JetAlgebra<M> jets, ExactAlgebra<M> algebra) {
    Jet<M> product = jets.identity(1);
    for (Jet<M> layer : rotated.layers()) {
      product = jets.multiply(product, jets.block(layer, k, k, 1, 1));
    }
    Jet<M> residual = jets.subtract(jets.lift(RationalMatrix.scalar(s)), product);
    for (int i = 0; i < rotated.depth(); i++) {
      Jet<M> velocity = jets.scale(factor, residual);
      for (int j = 0; j < rotated.depth(); j++) {
        if (j != i) {
          velocity = jets.multiply(velocity, jets.block(rotated.layers().get(j), k, k, 1, 1));
        }
      }
      Jet<M> mode = jets.block(rotated.layers().get(i), k, k, 1, 1);
      for (int n = 0; n < jets.order(); n++) {
        M slope = algebra.scale(new BigFraction(n + 1), mode.coefficient(n + 1));
        if (!algebra.areEqual(slope, velocity.coefficient(n))) {
          return false;
        }
      }
    }
    return true;
  }
}
