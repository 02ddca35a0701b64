package deeplinear.theorem.conservation;

import deeplinear.algebra.RealAlgebra;
import deeplinear.algebra.RealMatrix;
import deeplinear.evidence.Atom;
import deeplinear.evidence.ErrorBound;
import deeplinear.evidence.Grade;
import deeplinear.evidence.Verdict;
import deeplinear.flow.TimeScale;
import deeplinear.flow.kernel.StateVector;
import deeplinear.flow.method.EqualSteps;
import deeplinear.flow.method.GaussCollocation;
import deeplinear.flow.method.OneStepMethod;
import deeplinear.flow.method.StepOutcome;
import deeplinear.network.Instance;
import deeplinear.network.Weights;
import deeplinear.theorem.Hypothesis;
import deeplinear.theorem.InstanceHypotheses;
import deeplinear.theorem.Laboratory;
import deeplinear.theorem.Statement;
import deeplinear.theorem.Theorem;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * {@code conservation/quadratic-invariants-of-gauss}.
 *
 * @param methods the methods that are tested
 */
public record QuadraticInvariantsOfGauss(List<OneStepMethod> methods) implements Theorem<Instance> {

  private static final String NAME = "C_i is kept to round-off by coarse steps";

  /** Long steps: a trajectory's accuracy would not keep C_i. */
  private static final double STEPS_IN_TIME_SCALE = 4;

  private static final int STEPS = 16;

  /** Copies the list. */
  public QuadraticInvariantsOfGauss {
    methods = List.copyOf(methods);
  }

  /** The theorem, for two, three and four stages. */
  public QuadraticInvariantsOfGauss() {
    this(List.of(GaussCollocation.of(2), GaussCollocation.of(3), GaussCollocation.of(4)));
  }

  @Override
  public Statement statement() {
    return Statement.theorem(
        "conservation/quadratic-invariants-of-gauss",
        "A step of Gauss collocation, however long, keeps every imbalance C_i, because it is "
            + "quadratic in the weights.",
        "16 steps of a quarter of the time scale with 2, 3 and 4 stages, against a bound for their "
            + "rounding alone; steps so long that the iteration need not converge are not checked.",
        Grade.NUMERICAL,
        "HLW06",
        "an explicit Runge–Kutta step: C_i drifts by the error of the method");
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
    List<Atom> atoms = new ArrayList<>();
    for (OneStepMethod method : methods) {
      atoms.addAll(keeps(method, instance, laboratory));
    }
    return new Verdict(atoms);
  }

  private static List<Atom> keeps(OneStepMethod method, Instance instance, Laboratory laboratory) {
    PeakNorms field = new PeakNorms(laboratory.dynamics().field(instance), instance.architecture());
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
