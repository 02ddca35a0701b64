package deeplinear.theorem.learning;

import deeplinear.algebra.Interval;
import deeplinear.algebra.RationalMatrix;
import deeplinear.algebra.Rationals;
import deeplinear.algebra.RealAlgebra;
import deeplinear.algebra.RealMatrix;
import deeplinear.evidence.Atom;
import deeplinear.evidence.ErrorBound;
import deeplinear.evidence.Grade;
import deeplinear.evidence.Propagation;
import deeplinear.evidence.Verdict;
import deeplinear.flow.kernel.StateVector;
import deeplinear.flow.trajectory.EstimatedTrajectory;
import deeplinear.network.Chain;
import deeplinear.network.Instance;
import deeplinear.network.Weights;
import deeplinear.solution.ModeEquation;
import deeplinear.theorem.ChainHypotheses;
import deeplinear.theorem.Hypothesis;
import deeplinear.theorem.Laboratory;
import deeplinear.theorem.Statement;
import deeplinear.theorem.Theorem;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.fraction.BigFraction;

/** {@code learning/mode-equation}. */
public final class ModesFollowTheirEquation implements Theorem<Chain> {

  private static final RealAlgebra R = RealAlgebra.INSTANCE;

  @Override
  public Statement statement() {
    return Statement.theorem(
        "learning/mode-equation",
        "In an aligned, balanced network every mode of W obeys u̇ = h u^{2−2/h} (s − u).",
        "The time to the middle between start and limit, enclosed by intervals; a trajectory must then be "
            + "there.",
        Grade.NUMERICAL,
        "SMG14",
        "unequal diagonals of the layers: the modes are late or early");
  }

  @Override
  public Class<Chain> subject() {
    return Chain.class;
  }

  @Override
  public List<Hypothesis<? super Chain>> hypotheses() {
    return List.of(ChainHypotheses.ALIGNED, ChainHypotheses.BALANCED, ChainHypotheses.POSITIVE);
  }

  @Override
  public Verdict check(Chain chain, Laboratory laboratory) {
    List<Atom> atoms = new ArrayList<>();
    for (int k = 0; k < chain.modes(); k++) {
      atoms.add(check(chain, k, laboratory));
    }
    return new Verdict(atoms);
  }

  private static Atom check(Chain chain, int k, Laboratory laboratory) {
    Instance instance = chain.instance();
    BigFraction limit = chain.targets().get(k);
    BigFraction start = BigFraction.ONE;
    for (var diagonal : chain.diagonals()) {
      start = start.multiply(diagonal.get(k));
    }
    BigFraction half = start.add(limit).multiply(BigFraction.ONE_HALF);
    ModeEquation equation = new ModeEquation(chain.depth(), limit);
    Interval enclosed = equation.time(start, half);
    double time = enclosed.midpoint();
    double middle = Rationals.toDouble(half);
    EstimatedTrajectory run =
        EstimatedTrajectory.of(
            laboratory.integrator(),
            laboratory.dynamics().field(instance),
            StateVector.pack(instance.weights(R)),
            new double[] {time},
            laboratory.accuracy());
    Weights<RealMatrix> end = StateVector.unpack(instance.architecture(), run.last().state());
    double mode = mode(chain, k, end);
    ErrorBound error =
        new ErrorBound(Propagation.endToEnd(end, run.lastError()), "error of W")
            .plus(
                new ErrorBound(
                    enclosed.width() * equation.velocity(Interval.enclosing(half)).magnitude(),
                    "error of the time"))
            .plus(ErrorBound.rounding(4.0 * chain.depth(), middle));
    return Atom.equal("a mode is half way at its time", mode, middle, error, middle)
        .at("mode " + (k + 1));
  }

  /** The entry (k, k) of Q_hᵀ W Q_0. */
  private static double mode(Chain chain, int k, Weights<RealMatrix> weights) {
    RealMatrix left = R.transpose(column(chain.bases().get(chain.depth()), k));
    RealMatrix right = column(chain.bases().get(0), k);
    return R.multiply(R.multiply(left, weights.endToEnd()), right).toScalar();
  }

  private static RealMatrix column(RationalMatrix basis, int k) {
    return R.block(R.lift(basis), 0, k, basis.rows(), 1);
  }
}
