package deeplinear.claims.conservation;

import static deeplinear.claim.Hypotheses.DEEP;
import static deeplinear.claim.Hypotheses.GRADIENT_FLOW;

import com.google.auto.service.AutoService;
import deeplinear.algebra.ExactAlgebra;
import deeplinear.algebra.Jet;
import deeplinear.algebra.JetAlgebra;
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
import deeplinear.flow.Dynamics;
import deeplinear.flow.RungeKuttaStep;
import deeplinear.flow.TimeScale;
import deeplinear.flow.WeightDecay;
import deeplinear.flow.trajectory.Problem;
import deeplinear.network.Instance;
import deeplinear.network.Target;
import deeplinear.network.Weights;
import deeplinear.proof.FormalNetwork;
import deeplinear.proof.ImbalanceIdentities;
import deeplinear.proof.Proof;
import deeplinear.quantity.Expansion;
import deeplinear.quantity.Measured;
import deeplinear.quantity.Motion;
import deeplinear.quantity.Polynomial;
import deeplinear.quantity.Quantities;
import deeplinear.sample.Instances;
import deeplinear.sample.Size;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.apache.commons.math3.fraction.BigFraction;

/**
 * What one layer gains, the next gains, too.
 *
 * @param sign of the second term of C_i; −1 in the claim
 */
@AutoService(Registered.class)
public record Imbalance(int sign) implements Claim<Instance> {

  private static final int ORDER = 8;
  private static final double TIME_SCALES = 4;

  /** Series of larger networks are checked to a lower order. */
  private static final int MANY_WEIGHTS = 40;

  private static final int LOW_ORDER = 3;

  private static final String PROVED = "Ċ_i = 0 for all widths, data and losses";
  private static final String SERIES = "the coefficients of C_i(t) vanish from order 1 on";
  private static final String TRAJECTORY = "C_i is kept along a trajectory";
  private static final String STEP = "a Runge–Kutta step of order 4 changes C_i at order 5 only";

  /** The claim. */
  public Imbalance() {
    this(-1);
  }

  @Override
  public Sheet<Instance> sheet() {
    return Sheet.theorem(
            Instance.class,
            "Every imbalance C_i = W_{i+1}ᵀW_{i+1} − W_iW_iᵀ is constant along the flow, for any data.",
            "ACH18 DHL18",
            Grade.PROVED)
        .why(
            "Rescaling neurons, and rotating hidden layers, changes no loss; the symmetric part of that "
                + "symmetry gives a law for each pair of layers. It says which minimum a flow can reach.")
        .checked(
            "For all widths by formal matrices, at depths 2 to 8, for whitened data, raw data and any "
                + "loss of W; on random networks exactly on Taylor coefficients to order 8 (3 above 40 "
                + "weights), numerically along a trajectory, and exactly in powers of the length of a "
                + "Runge–Kutta step: all drift is the method's.")
        .atoms(PROVED, SERIES, TRAJECTORY, STEP)
        .cases(Instances.any(2, 6))
        .substance("the flow moves, and all widths are at least 2", Substance::movesDeeply)
        .givenInseparable(DEEP, "a single layer has no imbalance")
        .given(
            GRADIENT_FLOW,
            Instances.whitened(Size.SMALL, 2, 3),
            lab -> lab.with(new WeightDecay(BigFraction.ONE_HALF)),
            "1-1-1")
        .neighbor("the sum instead of the difference", new Imbalance(1));
  }

  @Override
  public Optional<Verdict> proof(Dynamics law) {
    if (sign != -1) {
      return Optional.empty();
    }
    Proof whitened =
        Proof.from(2, d -> ImbalanceIdentities.velocity(FormalNetwork.whitened(d), law));
    Proof raw = Proof.from(2, d -> ImbalanceIdentities.velocity(FormalNetwork.raw(d), law));
    Proof any = Proof.from(2, d -> ImbalanceIdentities.velocity(FormalNetwork.anyLoss(d), law));
    return Optional.of(Verdict.of(whitened.atom(PROVED), raw.atom(PROVED), any.atom(PROVED)));
  }

  @Override
  public List<Problem> asks(Instance instance, Laboratory laboratory) {
    return List.of(
        Problem.of(
            instance,
            laboratory.law(),
            laboratory.accuracy(),
            TIME_SCALES * TimeScale.of(instance)));
  }

  @Override
  public Verdict judge(Instance instance, Laboratory laboratory, Answers answers) {
    if (instance.architecture().depth() < 2) {
      return Verdict.inconclusive(SERIES, Grade.EXACT, "a single layer has no imbalance");
    }
    List<Atom> atoms = new ArrayList<>();
    atoms.add(series(instance, laboratory.law(), ExactArithmetic.of(instance, laboratory)));
    atoms.add(step(instance, laboratory.law(), ExactArithmetic.of(instance, laboratory)));
    Motion motion = Motion.of(instance, answers.trajectory(0));
    for (int i = 1; i < instance.architecture().depth(); i++) {
      atoms.add(kept(law(i), motion).at("i = " + i));
    }
    return new Verdict(atoms);
  }

  /** C_i, or its wrong neighbor. */
  private Polynomial law(int i) {
    return sign < 0
        ? Quantities.imbalance(i)
        : Polynomial.of(Quantities.imbalance(i).label(), new Sum(i)::of);
  }

  /** W_{i+1}ᵀW_{i+1} + W_iW_iᵀ. */
  private record Sum(int i) {
    <M> M of(Target<M> target, Weights<M> w) {
      M below = w.algebra().multiply(w.layer(i), w.algebra().transpose(w.layer(i)));
      return w.algebra().add(w.imbalance(i), w.algebra().scale(BigFraction.TWO, below));
    }
  }

  private <M> Atom series(Instance instance, Dynamics law, ExactAlgebra<M> algebra) {
    boolean isLarge = instance.architecture().weights() > MANY_WEIGHTS;
    int order = isLarge ? LOW_ORDER : ORDER;
    Expansion<M> flow = Expansion.of(instance, law, algebra, order);
    boolean constant = true;
    for (int i = 1; i < instance.architecture().depth(); i++) {
      constant &= flow.of(law(i)).isConstant();
    }
    return Atom.exact(
        SERIES, constant, "to order " + order + ", " + ExactArithmetic.describe(algebra));
  }

  /** The coefficients of h^1 to h^4 in C_i after a step of length h. */
  private <M> Atom step(Instance instance, Dynamics law, ExactAlgebra<M> algebra) {
    JetAlgebra<M> jets = new JetAlgebra<>(algebra, RungeKuttaStep.ORDER);
    Weights<Jet<M>> start = instance.weights(jets);
    Weights<Jet<M>> end = RungeKuttaStep.of(law, instance.target(jets), start, w -> times(jets, w));
    boolean constant = true;
    for (int i = 1; i < instance.architecture().depth(); i++) {
      Jet<M> c = law(i).of(instance.target(jets), end);
      constant &= c.coefficients().stream().skip(1).allMatch(algebra::isZero);
    }
    return Atom.exact(STEP, constant, ExactArithmetic.describe(algebra));
  }

  /** Times the variable of the power series. */
  private static <M> Weights<Jet<M>> times(JetAlgebra<M> jets, Weights<Jet<M>> weights) {
    return Weights.build(
        jets,
        weights.depth(),
        i -> {
          List<M> c = weights.layer(i).coefficients();
          List<M> shifted = new ArrayList<>(c.subList(0, c.size() - 1));
          shifted.add(
              0,
              jets.zeros(jets.rows(weights.layer(i)), jets.columns(weights.layer(i)))
                  .coefficient(0));
          return jets.jet(Collections.unmodifiableList(shifted));
        });
  }

  private static Atom kept(Polynomial law, Motion motion) {
    Measured end = law.measure(motion.last());
    Measured drift = end.minus(law.measure(motion.start())).norm();
    return end.scale() == 0
        ? Atom.exact(TRAJECTORY, drift.scalar() == 0, "both layers vanish")
        : Atom.equal(TRAJECTORY, drift.scalar(), 0, drift.error(), end.scale());
  }
}
