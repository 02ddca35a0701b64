package deeplinear.claims.conjectures;

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
import deeplinear.network.Instance;
import deeplinear.network.Weights;
import deeplinear.sample.Instances;
import deeplinear.sample.Source;
import java.util.ArrayList;
import java.util.List;

/**
 * True for balanced weights, false in general. If the rank of W_i stayed, W_i would move within the
 * matrices of its rank, and Ẇ_i would vanish between the left and the right kernel of W_i.
 */
@AutoService(Registered.class)
public final class RankIsConserved implements Claim<Instance> {

  private static final RationalAlgebra Q = RationalAlgebra.INSTANCE;
  private static final String GROWTH = "the rank of a layer does not grow at first order";

  @Override
  public Sheet<Instance> sheet() {
    return Sheet.falseConjecture(
            Instance.class,
            "The rank of every layer is constant along the flow.",
            "WA25",
            Grade.EXACT,
            "1-1-1")
        .why(
            "Balanced flows keep all ranks, and so does the product W of layers that are invertible. "
                + "Balancedness repairs it.")
        .checked(
            "The component of Ẇ_i(0) between the kernels of W_iᵀ and W_i, which is zero if the rank "
                + "stays; that it is zero does not prove that the rank stays.")
        .atoms(GROWTH)
        .cases(
            Source.of("without-first-layer", 3, Instances.withoutFirstLayer(2, 3))
                .and("degenerate", 1, Instances.degenerate(2, 4)))
        .substance("some layer is singular", RankIsConserved::isSingular)
        .givenInseparable(DEEP, "a single layer has no other layer to learn from");
  }

  private static boolean isSingular(Instance instance) {
    return instance.weights().layers().stream()
        .anyMatch(w -> Q.rank(w) < Math.min(w.rows(), w.columns()) || Q.isZero(w));
  }

  @Override
  public Verdict judge(Instance instance, Laboratory laboratory, Answers answers) {
    Weights<RationalMatrix> w = instance.weights();
    Weights<RationalMatrix> velocity = laboratory.law().velocity(instance.target(), w);
    List<Atom> atoms = new ArrayList<>();
    for (int i = 1; i <= w.depth(); i++) {
      RationalMatrix right = Q.kernel(w.layer(i));
      RationalMatrix left = Q.kernel(Q.transpose(w.layer(i)));
      RationalMatrix growth = Q.multiply(Q.multiply(Q.transpose(left), velocity.layer(i)), right);
      atoms.add(
          Atom.exact(GROWTH, Q.isZero(growth), "rank " + Q.rank(w.layer(i)) + ", growth " + growth)
              .at("layer " + i));
    }
    return new Verdict(atoms);
  }
}
