package deeplinear.claims.conjectures;

import static deeplinear.claim.Hypotheses.DEEP;

import com.google.auto.service.AutoService;
import deeplinear.algebra.ExactAlgebra;
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
import deeplinear.network.Instance;
import deeplinear.network.Weights;
import deeplinear.sample.Instances;
import deeplinear.sample.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * What the flow conserves, its discretization need not. No explicit method keeps all quadratic
 * invariants.
 */
@AutoService(Registered.class)
public final class ExplicitRungeKuttaConservesImbalance implements Claim<Instance> {

  private static final String KEPT = "a step of length 1 keeps C_i";

  @Override
  public Sheet<Instance> sheet() {
    return Sheet.falseConjecture(
            Instance.class,
            "A step of the classical Runge–Kutta method keeps every imbalance C_i.",
            "WA25",
            Grade.EXACT,
            "1-1-1")
        .why(
            "Plots of runs with small steps show constant imbalances, and it is tempting to call them "
                + "conserved by the method. Gauss collocation repairs it.")
        .checked("A step of length 1 in exact numbers.")
        .atoms(KEPT)
        .cases(Source.of("without-first-layer", 1, Instances.withoutFirstLayer(2, 3)))
        .substance("the flow moves", Substance::moves)
        .givenInseparable(DEEP, "a single layer has no imbalance");
  }

  @Override
  public Verdict judge(Instance instance, Laboratory laboratory, Answers answers) {
    return instance.architecture().depth() < 2
        ? Verdict.inconclusive(KEPT, Grade.EXACT, "a single layer has no imbalance")
        : judge(instance, laboratory.law(), ExactArithmetic.of(instance, laboratory));
  }

  private static <M> Verdict judge(Instance instance, Dynamics law, ExactAlgebra<M> algebra) {
    Weights<M> w = instance.weights(algebra);
    Weights<M> next = RungeKuttaStep.of(law, instance.target(algebra), w, UnaryOperator.identity());
    List<Atom> atoms = new ArrayList<>();
    for (int i = 1; i < w.depth(); i++) {
      boolean kept = algebra.isZero(algebra.subtract(next.imbalance(i), w.imbalance(i)));
      atoms.add(Atom.exact(KEPT, kept, ExactArithmetic.describe(algebra)).at("i = " + i));
    }
    return new Verdict(atoms);
  }
}
