package deeplinear.theorem.conservation;

import deeplinear.algebra.ExactAlgebra;
import deeplinear.algebra.Jet;
import deeplinear.algebra.RealAlgebra;
import deeplinear.algebra.RealMatrix;
import deeplinear.evidence.Atom;
import deeplinear.evidence.ErrorBound;
import deeplinear.evidence.Grade;
import deeplinear.evidence.Propagation;
import deeplinear.evidence.Verdict;
import deeplinear.flow.TaylorSeries;
import deeplinear.flow.TimeScale;
import deeplinear.flow.kernel.StateVector;
import deeplinear.flow.trajectory.EstimatedTrajectory;
import deeplinear.network.Instance;
import deeplinear.network.Weights;
import deeplinear.theorem.ExactArithmetic;
import deeplinear.theorem.Hypothesis;
import deeplinear.theorem.InstanceHypotheses;
import deeplinear.theorem.Laboratory;
import deeplinear.theorem.Statement;
import deeplinear.theorem.Theorem;
import java.util.ArrayList;
import java.util.List;

/** {@code conservation/imbalance}. */
public final class ImbalanceIsConserved implements Theorem<Instance> {

  private static final int ORDER = 8;
  private static final double TIME_SCALES = 4;

  @Override
  public Statement statement() {
    return Statement.theorem(
        "conservation/imbalance",
        "Every imbalance C_i = W_{i+1}ᵀW_{i+1} − W_iW_iᵀ is constant along the flow, for any data.",
        "Exactly on Taylor coefficients to order 8; numerically along a trajectory, and by the order "
            + "at which the drift of a Runge–Kutta method falls when its steps are refined.",
        Grade.NUMERICAL,
        "ACH18 DHL18",
        "gradient flow with weight decay, which is not that of a loss of W alone: C_i decays");
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
    atoms.add(seriesIsConstant(instance, laboratory, ExactArithmetic.of(instance)));
    atoms.addAll(trajectoryKeeps(instance, laboratory));
    atoms.add(DriftOrder.of(instance, laboratory.dynamics()));
    return new Verdict(atoms);
  }

  private static <M> Atom seriesIsConstant(
      Instance instance, Laboratory laboratory, ExactAlgebra<M> algebra) {
    int h = instance.architecture().depth();
    Weights<Jet<M>> w = TaylorSeries.of(instance, laboratory.dynamics(), algebra, ORDER);
    boolean constant = true;
    for (int i = 1; i < h; i++) {
      List<M> coefficients = w.imbalance(i).coefficients();
      constant &= coefficients.stream().skip(1).allMatch(algebra::isZero);
    }
    return Atom.exact(
        "the coefficients of C_i(t) vanish from order 1 to " + ORDER,
        constant,
        ExactArithmetic.describe(algebra));
  }

  private static List<Atom> trajectoryKeeps(Instance instance, Laboratory laboratory) {
    Weights<RealMatrix> start = instance.weights(RealAlgebra.INSTANCE);
    EstimatedTrajectory run =
        EstimatedTrajectory.of(
            laboratory.integrator(),
            laboratory.dynamics().field(instance),
            StateVector.pack(start),
            new double[] {TIME_SCALES * TimeScale.of(instance)},
            laboratory.accuracy());
    Weights<RealMatrix> end = StateVector.unpack(instance.architecture(), run.last().state());
    List<Atom> atoms = new ArrayList<>();
    for (int i = 1; i < instance.architecture().depth(); i++) {
      RealMatrix drift = RealAlgebra.INSTANCE.subtract(end.imbalance(i), start.imbalance(i));
      ErrorBound error = Propagation.imbalance(end, i, run.lastError());
      double scale = Math.pow(end.layer(i).norm(), 2) + Math.pow(end.layer(i + 1).norm(), 2);
      String name = "C_i is kept along a trajectory";
      Atom atom =
          scale == 0
              ? Atom.exact(name, drift.norm() == 0, "both layers vanish")
              : Atom.equal(name, drift.norm(), 0, error, scale);
      atoms.add(atom.at("i = " + i));
    }
    return atoms;
  }
}
