package deeplinear.theorem.conjectures;

import deeplinear.algebra.RationalAlgebra;
import deeplinear.algebra.RationalMatrix;
import deeplinear.evidence.Atom;
import deeplinear.evidence.Verdict;
import deeplinear.network.Instance;
import deeplinear.network.Weights;
import deeplinear.theorem.Hypothesis;
import deeplinear.theorem.InstanceHypotheses;
import deeplinear.theorem.Laboratory;
import deeplinear.theorem.Statement;
import deeplinear.theorem.Theorem;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code conjectures/rank-is-conserved}: true for balanced weights, false in general. If the rank
 * of W_i stayed, W_i would move within the matrices of its rank, and Ẇ_i would vanish between the
 * left and the right kernel of W_i.
 */
public final class RankIsConserved implements Theorem<Instance> {

  private static final RationalAlgebra Q = RationalAlgebra.INSTANCE;

  @Override
  public Statement statement() {
    return Statement.falseConjecture(
        "conjectures/rank-is-conserved",
        "The rank of every layer is constant along the flow.",
        "The component of Ẇ_i(0) between the kernels of W_iᵀ and W_i, which is zero if the rank stays; "
            + "that it is zero does not prove that the rank stays.",
        "smallest witness: W_1 = 0, W_2 ≠ 0 in the network 1-1-1");
  }

  @Override
  public Class<Instance> subject() {
    return Instance.class;
  }

  @Override
  public List<Hypothesis<? super Instance>> hypotheses() {
    return List.of(InstanceHypotheses.DEEP);
  }

  @Override
  public Verdict check(Instance instance, Laboratory laboratory) {
    Weights<RationalMatrix> w = instance.weights();
    Weights<RationalMatrix> velocity = laboratory.dynamics().velocity(instance.target(), w);
    List<Atom> atoms = new ArrayList<>();
    for (int i = 1; i <= w.depth(); i++) {
      RationalMatrix right = Q.kernel(w.layer(i));
      RationalMatrix left = Q.kernel(Q.transpose(w.layer(i)));
      RationalMatrix growth = Q.multiply(Q.multiply(Q.transpose(left), velocity.layer(i)), right);
      atoms.add(
          Atom.exact(
                  "the rank of a layer does not grow at first order",
                  Q.isZero(growth),
                  "rank " + Q.rank(w.layer(i)) + ", growth " + growth)
              .at("layer " + i));
    }
    return new Verdict(atoms);
  }
}
