package deeplinear.claims.structure;

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
import deeplinear.proof.LossIdentities;
import deeplinear.proof.Proof;
import deeplinear.sample.Instances;
import deeplinear.sample.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.commons.math3.fraction.BigFraction;

/**
 * The field is a sum of two homogeneous polynomials.
 *
 * @param shift added to the higher degree; 0 in the claim
 */
@AutoService(Registered.class)
public record PolynomialDegree(int shift) implements Claim<Instance> {

  private static final RationalAlgebra Q = RationalAlgebra.INSTANCE;
  private static final String PROVED = "no other degrees than h − 1 and 2h − 1, for all widths";
  private static final String DEGREES = "F(cW) = c^{h−1} P(W) + c^{2h−1} N(W)";

  /** The claim. */
  public PolynomialDegree() {
    this(0);
  }

  @Override
  public Sheet<Instance> sheet() {
    return Sheet.theorem(
            Instance.class,
            "The vector field of the flow is polynomial in the weights, with the degrees h − 1 and "
                + "2h − 1 only.",
            "WA25",
            Grade.PROVED)
        .why(
            "Σ meets h − 1 layers and W meets 2h − 1. So the flow is slow near the origin at depth "
                + "h ≥ 3, and Taylor coefficients follow from convolutions.")
        .checked(
            "For all widths by formal matrices, at depths 1 to 8, whitened and raw; on random networks "
                + "the two parts are found from F(W) and F(2W), and must give F(3W) and F(−W/2) exactly.")
        .atoms(PROVED, DEGREES)
        .cases(Instances.any(1, 6).and("beyond", 1, Instances.whitened(Size.BEYOND, 2, 12)))
        .substance("the flow moves, and all widths are at least 2", Substance::movesDeeply)
        .given(
            GRADIENT_FLOW,
            Instances.whitened(Size.SMALL, 1, 3),
            lab -> lab.with(new WeightDecay(BigFraction.ONE_HALF)),
            "1-1-1-1")
        .neighbor("the degrees h − 1 and 2h", new PolynomialDegree(1));
  }

  @Override
  public Optional<Verdict> proof(Dynamics law) {
    if (shift != 0) {
      return Optional.empty();
    }
    Proof whitened =
        Proof.from(1, d -> LossIdentities.otherDegrees(FormalNetwork.whitened(d), law));
    Proof raw = Proof.from(1, d -> LossIdentities.otherDegrees(FormalNetwork.raw(d), law));
    return Optional.of(Verdict.of(whitened.atom(PROVED), raw.atom(PROVED)));
  }

  @Override
  public Verdict judge(Instance instance, Laboratory laboratory, Answers answers) {
    int h = instance.architecture().depth();
    int high = 2 * h - 1 + shift;
    List<Atom> atoms = new ArrayList<>();
    // F(W) = P + N and F(2W) = 2^{h−1} P + 2^{high} N.
    Weights<RationalMatrix> once = field(instance, laboratory, BigFraction.ONE);
    Weights<RationalMatrix> twice = field(instance, laboratory, BigFraction.TWO);
    BigFraction low = BigFraction.TWO.pow(h - 1);
    BigFraction gap = BigFraction.TWO.pow(high).subtract(low);
    Weights<RationalMatrix> n = twice.plus(once.scale(low.negate())).scale(gap.reciprocal());
    Weights<RationalMatrix> p = once.plus(n.scale(BigFraction.MINUS_ONE));
    for (BigFraction c : List.of(new BigFraction(3), new BigFraction(-1, 2))) {
      Weights<RationalMatrix> predicted = p.scale(c.pow(h - 1)).plus(n.scale(c.pow(high)));
      Weights<RationalMatrix> difference =
          field(instance, laboratory, c).plus(predicted.scale(BigFraction.MINUS_ONE));
      atoms.add(Atom.exact(DEGREES, difference.layers().stream().allMatch(Q::isZero), "c = " + c));
    }
    return new Verdict(atoms);
  }

  private static Weights<RationalMatrix> field(
      Instance instance, Laboratory laboratory, BigFraction c) {
    return laboratory.law().velocity(instance.target(), instance.weights().scale(c));
  }
}
