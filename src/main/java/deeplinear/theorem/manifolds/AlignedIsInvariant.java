package deeplinear.theorem.manifolds;

import deeplinear.algebra.ExactAlgebra;
import deeplinear.algebra.Jet;
import deeplinear.algebra.JetAlgebra;
import deeplinear.algebra.RationalMatrix;
import deeplinear.evidence.Atom;
import deeplinear.evidence.Grade;
import deeplinear.evidence.Verdict;
import deeplinear.flow.TaylorSeries;
import deeplinear.network.Chain;
import deeplinear.network.Weights;
import deeplinear.theorem.ChainHypotheses;
import deeplinear.theorem.ExactArithmetic;
import deeplinear.theorem.Hypothesis;
import deeplinear.theorem.Laboratory;
import deeplinear.theorem.Statement;
import deeplinear.theorem.Theorem;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.fraction.BigFraction;

/** {@code manifolds/aligned-invariant}. */
public final class AlignedIsInvariant implements Theorem<Chain> {

  private static final int ORDER = 5;

  @Override
  public Statement statement() {
    return Statement.theorem(
        "manifolds/aligned-invariant",
        "Weights that are diagonal in a common chain of orthonormal bases, in which Σ is diagonal, too, "
            + "stay so, and each mode obeys ẋ_i = Π_{j≠i} x_j (s − Π_j x_j).",
        "Exactly on Taylor coefficients to order 5, by rotating them back into the bases.",
        Grade.EXACT,
        "SMG14 WA25",
        "Σ not diagonal in the bases: the layers leave them");
  }

  @Override
  public Class<Chain> subject() {
    return Chain.class;
  }

  @Override
  public List<Hypothesis<? super Chain>> hypotheses() {
    return List.of(ChainHypotheses.ALIGNED, ChainHypotheses.CLOSED);
  }

  @Override
  public Verdict check(Chain chain, Laboratory laboratory) {
    List<RationalMatrix> data = new ArrayList<>(chain.bases());
    data.add(chain.core());
    return check(chain, laboratory, ExactArithmetic.of(data));
  }

  private static <M> Verdict check(Chain chain, Laboratory laboratory, ExactAlgebra<M> algebra) {
    JetAlgebra<M> jets = new JetAlgebra<>(algebra, ORDER);
    Weights<Jet<M>> rotated = rotate(chain, laboratory, jets, algebra);
    int h = chain.depth();
    boolean diagonal = true;
    for (int i = 1; i <= h; i++) {
      diagonal &=
          rotated.layer(i).coefficients().stream()
              .allMatch(c -> isDiagonal(c, chain.modes(), algebra));
    }
    boolean obey = true;
    for (int k = 0; k < chain.modes(); k++) {
      obey &= obeysModeEquation(rotated, k, chain.targets().get(k), jets, algebra);
    }
    String arithmetic = ExactArithmetic.describe(algebra);
    return Verdict.of(
        Atom.exact("all layers stay diagonal to order " + ORDER, diagonal, arithmetic),
        Atom.exact("each mode obeys its scalar equation", obey, arithmetic));
  }

  /** Q_iᵀ W_i(t) Q_{i−1}. */
  private static <M> Weights<Jet<M>> rotate(
      Chain chain, Laboratory laboratory, JetAlgebra<M> jets, ExactAlgebra<M> algebra) {
    Weights<Jet<M>> w = TaylorSeries.of(chain.instance(), laboratory.dynamics(), algebra, ORDER);
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

  private static <M> boolean obeysModeEquation(
      Weights<Jet<M>> rotated, int k, BigFraction s, JetAlgebra<M> jets, ExactAlgebra<M> algebra) {
    Jet<M> product = jets.identity(1);
    for (Jet<M> layer : rotated.layers()) {
      product = jets.multiply(product, jets.block(layer, k, k, 1, 1));
    }
    Jet<M> residual = jets.subtract(jets.lift(RationalMatrix.scalar(s)), product);
    for (int i = 0; i < rotated.depth(); i++) {
      Jet<M> velocity = residual;
      for (int j = 0; j < rotated.depth(); j++) {
        if (j != i) {
          velocity = jets.multiply(velocity, jets.block(rotated.layers().get(j), k, k, 1, 1));
        }
      }
      Jet<M> mode = jets.block(rotated.layers().get(i), k, k, 1, 1);
      for (int n = 0; n < ORDER; n++) {
        M slope = algebra.scale(new BigFraction(n + 1), mode.coefficient(n + 1));
        if (!algebra.areEqual(slope, velocity.coefficient(n))) {
          return false;
        }
      }
    }
    return true;
  }
}
