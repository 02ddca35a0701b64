package deeplinear.claims.lyapunov;

import static deeplinear.claim.Hypotheses.GRADIENT_FLOW;

import com.google.auto.service.AutoService;
import deeplinear.algebra.ExactAlgebra;
import deeplinear.algebra.Interval;
import deeplinear.algebra.IntervalAlgebra;
import deeplinear.algebra.IntervalMatrix;
import deeplinear.algebra.Jet;
import deeplinear.algebra.JetAlgebra;
import deeplinear.algebra.RationalMatrix;
import deeplinear.algebra.Rationals;
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
import deeplinear.flow.GradientFlow;
import deeplinear.flow.TimeScale;
import deeplinear.flow.WeightDecay;
import deeplinear.flow.enclosure.Enclosure;
import deeplinear.network.Instance;
import deeplinear.network.Target;
import deeplinear.network.Weights;
import deeplinear.proof.FormalNetwork;
import deeplinear.proof.LossIdentities;
import deeplinear.proof.Proof;
import deeplinear.quantity.Expansion;
import deeplinear.quantity.Quantities;
import deeplinear.sample.Instances;
import deeplinear.sample.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.commons.math3.fraction.BigFraction;

/**
 * The loss is a strict Lyapunov function.
 *
 * @param factor of ‖∇L‖²; 1 in the claim
 */
@AutoService(Registered.class)
public record MonotoneLoss(BigFraction factor) implements Claim<Instance> {

  private static final int ORDER = 4;
  private static final int MANY_WEIGHTS = 60;
  private static final String PROVED = "L̇ = −‖∇L‖² for all widths, data and losses";
  private static final String SERIES = "L̇ = −‖∇L‖² on the Taylor coefficients";
  private static final String SLOPE = "L̇(0) = −‖∇L‖²";
  private static final String FALL = "L̇(0) < 0 unless the start is critical";
  private static final String ENCLOSED = "L(t) < L(0) on a validated trajectory";

  /** The claim. */
  public MonotoneLoss() {
    this(BigFraction.ONE);
  }

  @Override
  public Sheet<Instance> sheet() {
    return Sheet.theorem(
            Instance.class,
            "L̇ = −‖∇L‖² ≤ 0, with equality only at critical points: the loss falls strictly along "
                + "every trajectory that moves.",
            "WA25",
            Grade.CERTIFIED)
        .why("It is the chain rule; and yet all convergence rests on it.")
        .checked(
            "The identity for all widths by formal matrices; on random networks exactly on Taylor "
                + "coefficients to order 4 (2 above 60 weights) and at the start, with the sign; and "
                + "L(t) < L(0) by validated enclosure of a trajectory.")
        .atoms(PROVED, SERIES, SLOPE, FALL, ENCLOSED)
        .cases(Instances.any(2, 6).and("depth-one", 1, Instances.whitened(Size.BULK, 1, 1)))
        .substance("the flow moves, and all widths are at least 2", Substance::movesDeeply)
        .given(
            GRADIENT_FLOW,
            Instances.whitened(Size.SMALL, 1, 3),
            lab -> lab.with(new WeightDecay(BigFraction.ONE_HALF)),
            "1-1")
        .neighbor("L̇ = −2‖∇L‖²", new MonotoneLoss(BigFraction.TWO));
  }

  @Override
  public Optional<Verdict> proof(Dynamics law) {
    if (!factor.equals(BigFraction.ONE)) {
      return Optional.empty();
    }
    Proof whitened = Proof.from(1, d -> LossIdentities.descent(FormalNetwork.whitened(d), law));
    Proof raw = Proof.from(1, d -> LossIdentities.descent(FormalNetwork.raw(d), law));
    Proof any = Proof.from(1, d -> LossIdentities.descent(FormalNetwork.anyLoss(d), law));
    return Optional.of(Verdict.of(whitened.atom(PROVED), raw.atom(PROVED), any.atom(PROVED)));
  }

  @Override
  public Verdict judge(Instance instance, Laboratory laboratory, Answers answers) {
    Weights<RationalMatrix> gradient =
        GradientFlow.INSTANCE.velocity(instance.target(), instance.weights());
    BigFraction squared = gradient.normSquared().toScalar();
    BigFraction slope =
        slope(instance, laboratory.law().velocity(instance.target(), instance.weights()));
    List<Atom> atoms = new ArrayList<>();
    atoms.add(series(instance, laboratory.law(), ExactArithmetic.of(instance, laboratory)));
    BigFraction residual = slope.add(squared.multiply(factor));
    double defect =
        residual.equals(BigFraction.ZERO)
            ? 0
            : Math.max(
                Double.MIN_NORMAL,
                Math.abs(Rationals.toDouble(residual))
                    / Math.max(Rationals.toDouble(squared), Double.MIN_NORMAL));
    atoms.add(Atom.exact(SLOPE, defect, "‖∇L(0)‖² = " + Rationals.toDouble(squared)));
    if (squared.compareTo(BigFraction.ZERO) > 0) {
      BigFraction size = slope.abs().compareTo(squared) > 0 ? slope.abs() : squared;
      atoms.add(Atom.positive(FALL, slope.negate(), size, "L̇(0) = " + Rationals.toDouble(slope)));
      atoms.add(falls(instance, laboratory));
    }
    return new Verdict(atoms);
  }

  /** The coefficients of L̇ + ‖∇L‖² along the flow. */
  private <M> Atom series(Instance instance, Dynamics law, ExactAlgebra<M> algebra) {
    int order = instance.architecture().weights() > MANY_WEIGHTS ? 2 : ORDER;
    Expansion<M> flow = Expansion.of(instance, law, algebra, order);
    boolean holds =
        flow.of(Quantities.loss())
            .derivative()
            .plus(flow.of(Quantities.gradientNormSquared()).times(factor))
            .isZero();
    return Atom.exact(
        SERIES, holds, "to order " + (order - 1) + ", " + ExactArithmetic.describe(algebra));
  }

  private static BigFraction slope(Instance instance, Weights<RationalMatrix> velocity) {
    JetAlgebra<RationalMatrix> jets = new JetAlgebra<>(velocity.algebra(), 1);
    Weights<Jet<RationalMatrix>> line =
        Weights.build(
            jets, velocity.depth(), i -> jets.line(instance.weights().layer(i), velocity.layer(i)));
    return instance.target(jets).loss(line).coefficient(1).toScalar();
  }

  private static Atom falls(Instance instance, Laboratory laboratory) {
    Weights<IntervalMatrix> start = instance.weights(IntervalAlgebra.INSTANCE);
    Optional<Enclosure> step =
        Enclosure.of(instance, start, laboratory.law(), TimeScale.of(instance) / 4);
    if (step.isEmpty()) {
      return Atom.inconclusive(ENCLOSED, Grade.CERTIFIED, "no step could be validated");
    }
    Target<IntervalMatrix> target = instance.target(IntervalAlgebra.INSTANCE);
    Interval before = target.loss(start).toScalar();
    Interval after = target.loss(step.get().end()).toScalar();
    double scale = Math.max(before.high(), Double.MIN_NORMAL);
    return Atom.positive(ENCLOSED, before.add(after.negate()), scale);
  }
}
