package deeplinear.claims.conservation;

import static deeplinear.claim.Hypotheses.DEEP;
import static deeplinear.claim.Hypotheses.GRADIENT_FLOW;

import com.google.auto.service.AutoService;
import deeplinear.algebra.RealAlgebra;
import deeplinear.algebra.RealMatrix;
import deeplinear.claim.Answers;
import deeplinear.claim.Claim;
import deeplinear.claim.Hypothesis;
import deeplinear.claim.Laboratory;
import deeplinear.claim.Registered;
import deeplinear.claim.Sheet;
import deeplinear.claim.Substance;
import deeplinear.evidence.Atom;
import deeplinear.evidence.ErrorBound;
import deeplinear.evidence.Grade;
import deeplinear.evidence.Verdict;
import deeplinear.flow.TimeScale;
import deeplinear.flow.WeightDecay;
import deeplinear.flow.kernel.StateVector;
import deeplinear.flow.method.ClassicalRungeKutta;
import deeplinear.flow.method.EqualSteps;
import deeplinear.flow.method.OneStepMethod;
import deeplinear.flow.method.StepOutcome;
import deeplinear.network.Instance;
import deeplinear.network.Weights;
import deeplinear.quantity.DriftBound;
import deeplinear.quantity.PeakNorms;
import deeplinear.sample.Instances;
import deeplinear.sample.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.commons.math3.fraction.BigFraction;

/** Collocation at Gauss points keeps what is quadratic. */
@AutoService(Registered.class)
public final class QuadraticInvariantsOfGauss implements Claim<Instance> {

  private static final String NAME = "C_i is kept to round-off by coarse steps";

  /** Long steps: a trajectory's accuracy would not keep C_i. */
  private static final double STEPS_IN_TIME_SCALE = 4;

  private static final int STEPS = 16;

  @Override
  public Sheet<Instance> sheet() {
    return Sheet.theorem(
            Instance.class,
            "A step of Gauss collocation, however long, keeps every imbalance C_i, because it is "
                + "quadratic in the weights.",
            "HLW06",
            Grade.NUMERICAL)
        .why(
            "The coefficients satisfy b_i a_ij + b_j a_ji = b_i b_j. So the law can be kept to round-off "
                + "by steps that are long, with no projection that would make it true by construction.")
        .checked(
            "16 steps of a quarter of the time scale with 2, 3 and 4 stages, against a bound for their "
                + "rounding alone; steps so long that the iteration need not converge are not checked.")
        .atoms(NAME)
        .cases(Instances.any(2, 6))
        .substance("the flow moves, and all widths are at least 2", Substance::movesDeeply)
        .givenInseparable(DEEP, "a single layer has no imbalance")
        .given(
            GRADIENT_FLOW,
            Instances.whitened(Size.SMALL, 2, 3),
            lab -> lab.with(new WeightDecay(BigFraction.ONE_HALF)),
            "1-1-1")
        .given(
            Hypothesis.onLaboratory(
                "Gauss collocation", lab -> lab.methods().equals(Laboratory.STANDARD.methods())),
            Instances.whitened(Size.SMALL, 2, 3),
            lab -> lab.with(ClassicalRungeKutta.INSTANCE),
            "1-1-1");
  }

  @Override
  public Verdict judge(Instance instance, Laboratory laboratory, Answers answers) {
    if (instance.architecture().depth() < 2) {
      return Verdict.inconclusive(NAME, Grade.NUMERICAL, "a single layer has no imbalance");
    }
    List<Atom> atoms = new ArrayList<>();
    for (OneStepMethod method : laboratory.methods()) {
      atoms.addAll(keeps(method, instance, laboratory));
    }
    return new Verdict(atoms);
  }

  private static List<Atom> keeps(OneStepMethod method, Instance instance, Laboratory laboratory) {
    PeakNorms field = new PeakNorms(laboratory.law().field(instance), instance.architecture());
    Weights<RealMatrix> start = instance.weights(RealAlgebra.INSTANCE);
    double h = TimeScale.of(instance) / STEPS_IN_TIME_SCALE;
    EqualSteps run = EqualSteps.of(method, field, StateVector.pack(start), h, STEPS);
    if (run.outcome() != StepOutcome.ADVANCED) {
      String reason =
          String.format(
              Locale.ROOT, "%s: %s after %d steps", method.name(), run.outcome(), run.steps());
      return List.of(Atom.inconclusive(NAME, Grade.NUMERICAL, reason));
    }
    field.see(run.state());
    DriftBound bound = new DriftBound(instance, field);
    Weights<RealMatrix> end = StateVector.unpack(instance.architecture(), run.state());
    List<Atom> atoms = new ArrayList<>();
    for (int i = 1; i < start.depth(); i++) {
      RealMatrix drift = RealAlgebra.INSTANCE.subtract(end.imbalance(i), start.imbalance(i));
      ErrorBound error = bound.of(i, h, STEPS, method.tableau().stages());
      Atom atom =
          bound.scale(i) == 0
              ? Atom.exact(NAME, drift.norm() == 0, "both layers vanish")
              : Atom.equal(NAME, drift.norm(), 0, error, bound.scale(i));
      atoms.add(atom.at(String.format(Locale.ROOT, "%s, i = %d", method.name(), i)));
    }
    return atoms;
  }
}
