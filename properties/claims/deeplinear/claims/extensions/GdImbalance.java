package deeplinear.claims.extensions;

import static deeplinear.claim.Hypotheses.DEEP;
import static deeplinear.claim.Hypotheses.GRADIENT_FLOW;

import com.google.auto.service.AutoService;
import deeplinear.algebra.RationalAlgebra;
import deeplinear.algebra.RationalMatrix;
import deeplinear.claim.Answers;
import deeplinear.claim.Claim;
import deeplinear.claim.Laboratory;
import deeplinear.claim.Registered;
import deeplinear.claim.Sheet;
import deeplinear.claim.Substance;
import deeplinear.evidence.Atom;
import deeplinear.evidence.Grade;
import deeplinear.evidence.Verdict;
import deeplinear.flow.Dynamics;
import deeplinear.flow.WeightDecay;
import deeplinear.network.Instance;
import deeplinear.network.Weights;
import deeplinear.proof.FormalNetwork;
import deeplinear.proof.ImbalanceIdentities;
import deeplinear.proof.Proof;
import deeplinear.sample.Instances;
import deeplinear.sample.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.commons.math3.fraction.BigFraction;

/**
 * Gradient descent changes imbalances by the square of its step only.
 *
 * @param order the power of η; 2 in the claim
 */
@AutoService(Registered.class)
public record GdImbalance(int order) implements Claim<Instance> {

  private static final RationalAlgebra Q = RationalAlgebra.INSTANCE;
  private static final String PROVED = "C_i⁺ − C_i = η²(G_{i+1}ᵀG_{i+1} − G_iG_iᵀ), for all widths";
  private static final String CHANGE = "C_i⁺ − C_i = η²(G_{i+1}ᵀG_{i+1} − G_iG_iᵀ)";

  /** The claim. */
  public GdImbalance() {
    this(2);
  }

  @Override
  public Sheet<Instance> sheet() {
    return Sheet.theorem(
            Instance.class,
            "A step of gradient descent changes C_i by η²(G_{i+1}ᵀG_{i+1} − G_iG_iᵀ): the first order "
                + "cancels identically.",
            "EC21",
            Grade.PROVED)
        .why("It is how far gradient descent is from the law that the flow keeps.")
        .checked(
            "For all widths by formal matrices, at depths 2 to 8, for whitened data, raw data and any "
                + "loss of W; on random networks in rationals, with η = 1/2 and 1/7.")
        .atoms(PROVED, CHANGE)
        .cases(Instances.any(2, 6).and("beyond", 1, Instances.whitened(Size.BEYOND, 2, 12)))
        .substance("the flow moves, and all widths are at least 2", Substance::movesDeeply)
        .givenInseparable(DEEP, "a single layer has no imbalance")
        .given(
            GRADIENT_FLOW,
            Instances.whitened(Size.SMALL, 2, 3),
            lab -> lab.with(new WeightDecay(BigFraction.ONE_HALF)),
            "1-1-1")
        .neighbor("of the order of the cube of the step", new GdImbalance(3));
  }

  @Override
  public Optional<Verdict> proof(Dynamics law) {
    if (order != 2) {
      return Optional.empty();
    }
    Proof whitened = Proof.from(2, d -> ImbalanceIdentities.step(FormalNetwork.whitened(d), law));
    Proof raw = Proof.from(2, d -> ImbalanceIdentities.step(FormalNetwork.raw(d), law));
    Proof any = Proof.from(2, d -> ImbalanceIdentities.step(FormalNetwork.anyLoss(d), law));
    return Optional.of(Verdict.of(whitened.atom(PROVED), raw.atom(PROVED), any.atom(PROVED)));
  }

  @Override
  public Verdict judge(Instance instance, Laboratory laboratory, Answers answers) {
    if (instance.architecture().depth() < 2) {
      return Verdict.inconclusive(CHANGE, Grade.EXACT, "a single layer has no imbalance");
    }
    Weights<RationalMatrix> w = instance.weights();
    Weights<RationalMatrix> g = laboratory.law().velocity(instance.target(), w);
    List<Atom> atoms = new ArrayList<>();
    for (BigFraction step : List.of(BigFraction.ONE_HALF, new BigFraction(1, 7))) {
      Weights<RationalMatrix> next = w.plus(g.scale(step));
      for (int i = 1; i < w.depth(); i++) {
        RationalMatrix change = Q.subtract(next.imbalance(i), w.imbalance(i));
        RationalMatrix predicted = Q.scale(step.pow(order), g.imbalance(i));
        atoms.add(
            Atom.exact(CHANGE, change.equals(predicted), "").at("η = " + step + ", i = " + i));
      }
    }
    return new Verdict(atoms);
  }
}
