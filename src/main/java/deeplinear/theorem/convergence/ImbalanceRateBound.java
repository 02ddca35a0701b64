package deeplinear.theorem.convergence;

import deeplinear.algebra.RealAlgebra;
import deeplinear.algebra.RealMatrix;
import deeplinear.evidence.Atom;
import deeplinear.evidence.ErrorBound;
import deeplinear.evidence.Grade;
import deeplinear.evidence.Propagation;
import deeplinear.evidence.Verdict;
import deeplinear.flow.kernel.StateVector;
import deeplinear.flow.trajectory.EstimatedTrajectory;
import deeplinear.flow.trajectory.Trajectory.Sample;
import deeplinear.network.Instance;
import deeplinear.network.Target;
import deeplinear.network.Weights;
import deeplinear.solution.ImbalanceRate;
import deeplinear.theorem.Hypothesis;
import deeplinear.theorem.InstanceHypotheses;
import deeplinear.theorem.Laboratory;
import deeplinear.theorem.Statement;
import deeplinear.theorem.Theorem;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** {@code convergence/imbalance-rate}. */
public final class ImbalanceRateBound implements Theorem<Instance> {

  private static final RealAlgebra R = RealAlgebra.INSTANCE;

  /** The bound is compared at 2αt = 1/2, 1, …, 6: the last factor is e^{−6}. */
  private static final int TIMES = 12;

  /** Fewer comparisons above the floor of the error say too little. */
  private static final int FEWEST = 4;

  @Override
  public Statement statement() {
    return Statement.theorem(
        "convergence/imbalance-rate",
        "At depth 2 without bottleneck, L(t) ≤ L(0) e^{−2αt} with "
            + "α = [λ_{d_2}(C_1)]₊ + [λ_{d_0}(−C_1)]₊.",
        "The loss of a trajectory at twelve times up to 2αt = 6, as long as the bound stays above four "
            + "times the error of the loss; at least four comparisons are needed. The bound is void "
            + "where α = 0, so α > 0 is part of the hypotheses; that there is no bottleneck then follows.",
        Grade.NUMERICAL,
        "MTVM21",
        "data that are not whitened: the loss falls at the rate of the smallest eigenvalue of X Xᵀ");
  }

  @Override
  public Class<Instance> subject() {
    return Instance.class;
  }

  @Override
  public List<Hypothesis<? super Instance>> hypotheses() {
    return List.of(
        InstanceHypotheses.DEPTH_TWO,
        InstanceHypotheses.WHITENED,
        new Hypothesis<Instance>(
            "α > 0", i -> i.architecture().depth() == 2 && rate(i).isPositive()));
  }

  private static ImbalanceRate rate(Instance instance) {
    return new ImbalanceRate(
        instance.weights().imbalance(1),
        instance.architecture().outputs(),
        instance.architecture().inputs());
  }

  @Override
  public Verdict check(Instance instance, Laboratory laboratory) {
    double rate = rate(instance).enclosure().low();
    if (!(rate > 0)) {
      return Verdict.of(Atom.inconclusive("the loss is below its bound", Grade.NUMERICAL, "α = 0"));
    }
    double[] times = new double[TIMES];
    for (int i = 0; i < TIMES; i++) {
      times[i] = (i + 1) / (4 * rate);
    }
    EstimatedTrajectory run =
        EstimatedTrajectory.of(
            laboratory.integrator(),
            laboratory.dynamics().field(instance),
            StateVector.pack(instance.weights(R)),
            times,
            laboratory.accuracy());
    List<Atom> atoms = compare(instance, rate, run);
    return atoms.size() < FEWEST
        ? Verdict.of(
            Atom.inconclusive(
                "the loss is below its bound",
                Grade.NUMERICAL,
                "only " + atoms.size() + " comparisons above the floor"))
        : new Verdict(atoms);
  }

  private static List<Atom> compare(Instance instance, double rate, EstimatedTrajectory run) {
    Target<RealMatrix> target = instance.target(R);
    double first = target.loss(instance.weights(R)).toScalar();
    List<Atom> atoms = new ArrayList<>();
    for (int i = 1; i < run.trajectory().samples().size(); i++) {
      Sample sample = run.trajectory().samples().get(i);
      Weights<RealMatrix> w = StateVector.unpack(instance.architecture(), sample.state());
      double bound = first * Math.exp(-2 * rate * sample.time());
      ErrorBound error = Propagation.loss(target, w, run.errors()[i]);
      if (bound > 4 * error.value()) {
        double loss = target.loss(w).toScalar();
        atoms.add(
            Atom.atMost("L ≤ L(0) e^{−2αt}", loss, bound, error, first)
                .at(String.format(Locale.ROOT, "2αt = %.1f", i / 2.0)));
      }
    }
    return atoms;
  }
}
