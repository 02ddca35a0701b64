package deeplinear.theorem.conjectures;

import deeplinear.algebra.ExactAlgebra;
import deeplinear.evidence.Atom;
import deeplinear.evidence.Verdict;
import deeplinear.flow.Dynamics;
import deeplinear.network.Instance;
import deeplinear.network.Target;
import deeplinear.network.Weights;
import deeplinear.theorem.ExactArithmetic;
import deeplinear.theorem.Hypothesis;
import deeplinear.theorem.InstanceHypotheses;
import deeplinear.theorem.Laboratory;
import deeplinear.theorem.Statement;
import deeplinear.theorem.Theorem;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.fraction.BigFraction;

/**
 * {@code conjectures/explicit-runge-kutta-conserves-imbalance}: what the flow conserves, its
 * discretization need not. No explicit method keeps all quadratic invariants.
 */
public final class ExplicitRungeKuttaConservesImbalance implements Theorem<Instance> {

  private static final BigFraction SIXTH = new BigFraction(1, 6);

  @Override
  public Statement statement() {
    return Statement.falseConjecture(
        "conjectures/explicit-runge-kutta-conserves-imbalance",
        "A step of the classical Runge–Kutta method keeps every imbalance C_i.",
        "A step of length 1 in exact numbers.",
        "smallest witness: Σ = 1, W_1 = 0, W_2 = 1 in the network 1-1-1");
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
    return check(instance, laboratory.dynamics(), ExactArithmetic.of(instance));
  }

  private static <M> Verdict check(Instance instance, Dynamics law, ExactAlgebra<M> algebra) {
    Weights<M> w = instance.weights(algebra);
    Weights<M> next = step(law, instance.target(algebra), w);
    List<Atom> atoms = new ArrayList<>();
    for (int i = 1; i < w.depth(); i++) {
      boolean kept = algebra.isZero(algebra.subtract(next.imbalance(i), w.imbalance(i)));
      atoms.add(
          Atom.exact("a step of length 1 keeps C_i", kept, ExactArithmetic.describe(algebra))
              .at("i = " + i));
    }
    return new Verdict(atoms);
  }

  /** w + (k_1 + 2k_2 + 2k_3 + k_4) / 6. */
  private static <M> Weights<M> step(Dynamics law, Target<M> target, Weights<M> w) {
    Weights<M> k1 = law.velocity(target, w);
    Weights<M> k2 = law.velocity(target, w.plus(k1.scale(BigFraction.ONE_HALF)));
    Weights<M> k3 = law.velocity(target, w.plus(k2.scale(BigFraction.ONE_HALF)));
    Weights<M> k4 = law.velocity(target, w.plus(k3));
    Weights<M> middle = k2.plus(k3).scale(BigFraction.TWO);
    return w.plus(k1.plus(middle).plus(k4).scale(SIXTH));
  }
}
