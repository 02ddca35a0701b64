package deeplinear.theorem.learning;

import deeplinear.algebra.Interval;
import deeplinear.algebra.IntervalAlgebra;
import deeplinear.algebra.IntervalMatrix;
import deeplinear.algebra.RealAlgebra;
import deeplinear.algebra.RealMatrix;
import deeplinear.evidence.Atom;
import deeplinear.evidence.ErrorBound;
import deeplinear.evidence.Grade;
import deeplinear.evidence.Verdict;
import deeplinear.flow.TimeScale;
import deeplinear.flow.kernel.StateVector;
import deeplinear.flow.trajectory.EstimatedTrajectory;
import deeplinear.flow.trajectory.Trajectory.Sample;
import deeplinear.network.Instance;
import deeplinear.network.Weights;
import deeplinear.solution.Riccati;
import deeplinear.theorem.Hypothesis;
import deeplinear.theorem.InstanceHypotheses;
import deeplinear.theorem.Laboratory;
import deeplinear.theorem.Statement;
import deeplinear.theorem.Theorem;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** {@code learning/riccati}. */
public final class RiccatiSolution implements Theorem<Instance> {

  private static final RealAlgebra R = RealAlgebra.INSTANCE;
  private static final IntervalAlgebra I = IntervalAlgebra.INSTANCE;
  private static final double[] TIME_SCALES = {0.5, 1, 2};

  @Override
  public Statement statement() {
    return Statement.theorem(
        "learning/riccati",
        "At depth 2 with C_1 = λI, the Gram matrix of [W_1ᵀ; W_2] solves a matrix Riccati equation in "
            + "closed form.",
        "The Gram matrix of a trajectory against the closed form, in the Frobenius norm at three times.",
        Grade.NUMERICAL,
        "BDM22 D24",
        "general imbalance: the closed form is off");
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
        InstanceHypotheses.LAMBDA_BALANCED);
  }

  @Override
  public Verdict check(Instance instance, Laboratory laboratory) {
    Weights<RealMatrix> start = instance.weights(R);
    Weights<IntervalMatrix> exact = instance.weights(I);
    Riccati riccati =
        new Riccati(
            instance.target(I).matrix(),
            exact.layer(1),
            exact.layer(2),
            Interval.enclosing(instance.weights().imbalance(1).entry(0, 0)));
    double unit = TimeScale.of(instance);
    double[] times = new double[TIME_SCALES.length];
    for (int i = 0; i < times.length; i++) {
      times[i] = TIME_SCALES[i] * unit;
    }
    EstimatedTrajectory run =
        EstimatedTrajectory.of(
            laboratory.integrator(),
            laboratory.dynamics().field(instance),
            StateVector.pack(start),
            times,
            laboratory.accuracy());
    List<Atom> atoms = new ArrayList<>();
    if (run.trajectory().samples().size() <= times.length) {
      return Verdict.of(
          Atom.inconclusive(
              "the trajectory is complete",
              Grade.NUMERICAL,
              run.trajectory().outcome().toString()));
    }
    for (int i = 1; i <= times.length; i++) {
      atoms.add(compare(instance, riccati, run, i));
    }
    return new Verdict(atoms);
  }

  private static Atom compare(Instance instance, Riccati riccati, EstimatedTrajectory run, int i) {
    Sample sample = run.trajectory().samples().get(i);
    Weights<RealMatrix> w = StateVector.unpack(instance.architecture(), sample.state());
    RealMatrix q = Riccati.stack(R, R.transpose(w.layer(1)), w.layer(2));
    RealMatrix gram = R.multiply(q, R.transpose(q));
    IntervalMatrix enclosed = riccati.gram(sample.time());
    if (!enclosed.isBounded()) {
      return Atom.inconclusive(
          "QQᵀ is the closed form", Grade.NUMERICAL, "the closed form overflows");
    }
    RealMatrix closed = enclosed.midpoint();
    double radius = I.subtract(enclosed, IntervalMatrix.point(closed)).norm();
    double e = run.errors()[i];
    ErrorBound error =
        new ErrorBound(2 * q.norm() * e + e * e, "2‖Q‖e + e²")
            .plus(new ErrorBound(radius, "width of the closed form"));
    double scale = Math.max(closed.norm(), instance.target(R).matrix().norm());
    return Atom.equal("QQᵀ is the closed form", R.subtract(gram, closed).norm(), 0, error, scale)
        .at(String.format(Locale.ROOT, "time scale %.1f", TIME_SCALES[i - 1]));
  }
}
