package deeplinear.theorem.lyapunov;

import deeplinear.algebra.ExactAlgebra;
import deeplinear.algebra.Interval;
import deeplinear.algebra.IntervalAlgebra;
import deeplinear.algebra.IntervalMatrix;
import deeplinear.algebra.Jet;
import deeplinear.algebra.JetAlgebra;
import deeplinear.algebra.RationalMatrix;
import deeplinear.algebra.Rationals;
import deeplinear.evidence.Atom;
import deeplinear.evidence.Grade;
import deeplinear.evidence.Verdict;
import deeplinear.flow.TaylorSeries;
import deeplinear.flow.TimeScale;
import deeplinear.flow.enclosure.Enclosure;
import deeplinear.network.Instance;
import deeplinear.network.Target;
import deeplinear.network.Weights;
import deeplinear.theorem.ExactArithmetic;
import deeplinear.theorem.Hypothesis;
import deeplinear.theorem.Laboratory;
import deeplinear.theorem.Statement;
import deeplinear.theorem.Theorem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.commons.math3.fraction.BigFraction;

/** {@code lyapunov/monotone-loss}. */
public final class MonotoneLoss implements Theorem<Instance> {

  private static final int ORDER = 4;

  @Override
  public Statement statement() {
    return Statement.theorem(
        "lyapunov/monotone-loss",
        "L̇ = −‖∇L‖² ≤ 0, with equality only at critical points: the loss falls strictly along every "
            + "trajectory that moves.",
        "L̇ = −‖Ẇ‖² exactly on Taylor coefficients to order 4, the sign of L̇ exactly at the start, and "
            + "L(t) < L(0) by validated enclosure of a trajectory.",
        Grade.CERTIFIED,
        "WA25",
        "weight decay: the flow is not that of the loss, which can rise");
  }

  @Override
  public Class<Instance> subject() {
    return Instance.class;
  }

  @Override
  public List<Hypothesis<? super Instance>> hypotheses() {
    return List.of();
  }

  @Override
  public Verdict check(Instance instance, Laboratory laboratory) {
    Weights<RationalMatrix> velocity =
        laboratory.dynamics().velocity(instance.target(), instance.weights());
    BigFraction speed = velocity.normSquared().toScalar();
    List<Atom> atoms = new ArrayList<>();
    atoms.add(identity(instance, laboratory, ExactArithmetic.of(instance)));
    atoms.add(
        Atom.exact(
            "L̇(0) is −‖Ẇ(0)‖², negative unless the start is critical",
            initialSlope(instance, velocity).equals(speed.negate()),
            "‖Ẇ(0)‖² = " + Rationals.toDouble(speed)));
    if (speed.compareTo(BigFraction.ZERO) > 0) {
      atoms.add(falls(instance, laboratory));
    }
    return new Verdict(atoms);
  }

  /** The coefficients of L̇ + ‖Ẇ‖², both computed from the Taylor coefficients of W. */
  private static <M> Atom identity(
      Instance instance, Laboratory laboratory, ExactAlgebra<M> algebra) {
    Weights<Jet<M>> w = TaylorSeries.of(instance, laboratory.dynamics(), algebra, ORDER);
    JetAlgebra<M> jets = new JetAlgebra<>(algebra, ORDER);
    Target<Jet<M>> target = instance.target(jets);
    Jet<M> loss = target.loss(w);
    Jet<M> speed = laboratory.dynamics().velocity(target, w).normSquared();
    boolean holds = true;
    for (int k = 0; k < ORDER; k++) {
      M slope = algebra.scale(new BigFraction(k + 1), loss.coefficient(k + 1));
      holds &= algebra.isZero(algebra.add(slope, speed.coefficient(k)));
    }
    return Atom.exact(
        "L̇ = −‖Ẇ‖² to order " + (ORDER - 1), holds, ExactArithmetic.describe(algebra));
  }

  private static BigFraction initialSlope(Instance instance, Weights<RationalMatrix> velocity) {
    JetAlgebra<RationalMatrix> jets = new JetAlgebra<>(velocity.algebra(), 1);
    Weights<Jet<RationalMatrix>> line =
        Weights.build(
            jets, velocity.depth(), i -> jets.line(instance.weights().layer(i), velocity.layer(i)));
    return instance.target(jets).loss(line).coefficient(1).toScalar();
  }

  private static Atom falls(Instance instance, Laboratory laboratory) {
    String name = "L(t) < L(0) on a validated trajectory";
    Weights<IntervalMatrix> start = instance.weights(IntervalAlgebra.INSTANCE);
    Optional<Enclosure> step =
        Enclosure.of(instance, start, laboratory.dynamics(), TimeScale.of(instance) / 4);
    if (step.isEmpty()) {
      return Atom.inconclusive(name, Grade.CERTIFIED, "no step could be validated");
    }
    Target<IntervalMatrix> target = instance.target(IntervalAlgebra.INSTANCE);
    Interval before = target.loss(start).toScalar();
    Interval after = target.loss(step.get().end()).toScalar();
    double scale = Math.max(before.high(), Double.MIN_NORMAL);
    return Atom.positive(name, before.add(after.negate()), scale);
  }
}
