package deeplinear.claims.saddles;

import static deeplinear.claim.Hypotheses.WHITENED;

import com.google.auto.service.AutoService;
import deeplinear.algebra.Jet;
import deeplinear.algebra.JetAlgebra;
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
import deeplinear.landscape.Hessian;
import deeplinear.network.Architecture;
import deeplinear.network.Instance;
import deeplinear.network.Weights;
import deeplinear.network.Whitened;
import deeplinear.proof.FormalNetwork;
import deeplinear.proof.LossIdentities;
import deeplinear.proof.Proof;
import deeplinear.sample.Draw;
import deeplinear.sample.Instances;
import deeplinear.sample.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.commons.math3.fraction.BigFraction;

/**
 * The second derivative of the loss in closed form.
 *
 * @param factor of the second term, and of the matrix by half; 2 in the claim
 */
@AutoService(Registered.class)
public record HessianForm(BigFraction factor) implements Claim<Instance> {

  private static final RationalAlgebra Q = RationalAlgebra.INSTANCE;

  /** The matrix of larger Hessians is not compared; the form is. */
  private static final int MOST_WEIGHTS = 120;

  /** A false equality passes in a random direction with probability at most 2 / this. */
  private static final int LARGEST = 1 << 20;

  private static final String PROVED = "the form is the second derivative, for all widths";
  private static final String FORM = "the form is the second derivative in random directions";
  private static final String MATRIX = "so is the matrix of the Hessian";

  /** The claim. */
  public HessianForm() {
    this(BigFraction.TWO);
  }

  @Override
  public Sheet<Instance> sheet() {
    return Sheet.theorem(
            Instance.class,
            "D²L[V, V] = ‖Σ_j W_{h:j+1} V_j W_{j−1:1}‖² − 2⟨R, Σ_{i>j} W_{h:i+1} V_i W_{i−1:j+1} V_j "
                + "W_{j−1:1}⟩.",
            "WA25",
            Grade.PROVED)
        .why(
            "The first term is that of a convex problem in W; saddles come from the second, which is "
                + "felt only as long as there is a residual.")
        .checked(
            "For all widths by formal matrices, at depths 1 to 8; on random networks the form, and up "
                + "to 120 weights the matrix of the Hessian, against the second derivative of the loss by "
                + "automatic differentiation in two random directions and along the flow, in rationals.")
        .atoms(PROVED, FORM, MATRIX)
        .cases(Instances.whitened(1, 6).and("beyond", 1, Instances.whitened(Size.BEYOND, 2, 3)))
        .substance("the flow moves, and all widths are at least 2", Substance::movesDeeply)
        .given(WHITENED, Instances.raw(Size.SMALL, 1, 3), "1-1")
        .neighbor("half the second term", new HessianForm(BigFraction.ONE));
  }

  @Override
  public Optional<Verdict> proof(Dynamics law) {
    Proof proof = Proof.from(1, d -> LossIdentities.hessianForm(FormalNetwork.whitened(d), factor));
    return Optional.of(Verdict.of(proof.atom(PROVED)));
  }

  @Override
  public Verdict judge(Instance instance, Laboratory laboratory, Answers answers) {
    Weights<RationalMatrix> w = instance.weights();
    Draw draw = Draw.from(instance);
    List<Weights<RationalMatrix>> directions =
        List.of(
            direction(w.architecture(), draw),
            direction(w.architecture(), draw),
            laboratory.law().velocity(instance.target(), w));
    Whitened<RationalMatrix> target = new Whitened<>(Q, instance.target().matrix());
    boolean formAgrees = true;
    List<RationalMatrix> seconds = new ArrayList<>();
    for (Weights<RationalMatrix> v : directions) {
      RationalMatrix second = secondDerivative(instance, v);
      seconds.add(second);
      RationalMatrix form =
          Q.subtract(
              Hessian.convexPart(target, w, v), Q.scale(factor, Hessian.mixedPart(target, w, v)));
      formAgrees &= form.equals(second);
    }
    List<Atom> atoms = new ArrayList<>();
    atoms.add(Atom.exact(FORM, formAgrees, ""));
    if (w.architecture().weights() <= MOST_WEIGHTS) {
      RationalMatrix matrix = Hessian.matrix(Instance.whitened(instance.target().matrix(), w));
      boolean matrixAgrees = true;
      for (int n = 0; n < directions.size(); n++) {
        RationalMatrix v = column(directions.get(n));
        RationalMatrix value = Q.multiply(Q.multiply(Q.transpose(v), matrix), v);
        matrixAgrees &=
            Q.scale(factor.multiply(BigFraction.ONE_HALF), value).equals(seconds.get(n));
      }
      atoms.add(Atom.exact(MATRIX, matrixAgrees, ""));
    }
    return new Verdict(atoms);
  }

  private static Weights<RationalMatrix> direction(Architecture d, Draw draw) {
    return Weights.build(Q, d.depth(), i -> draw.integers(d.width(i), d.width(i - 1), LARGEST));
  }

  /** Twice the coefficient of t² of L(W + tV), 1 × 1. */
  private static RationalMatrix secondDerivative(Instance instance, Weights<RationalMatrix> v) {
    JetAlgebra<RationalMatrix> jets = new JetAlgebra<>(Q, 2);
    Weights<Jet<RationalMatrix>> line =
        Weights.build(jets, v.depth(), i -> jets.line(instance.weights().layer(i), v.layer(i)));
    return Q.scale(BigFraction.TWO, instance.target(jets).loss(line).coefficient(2));
  }

  private static RationalMatrix column(Weights<RationalMatrix> v) {
    List<BigFraction> entries = new ArrayList<>();
    v.layers().forEach(layer -> entries.addAll(layer.entries()));
    return RationalMatrix.of(entries.size(), 1, entries);
  }
}
