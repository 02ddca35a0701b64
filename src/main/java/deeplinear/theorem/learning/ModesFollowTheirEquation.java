package deeplinear.theorem.learning;

import deeplinear.algebra.RationalAlgebra;
import deeplinear.algebra.RationalMatrix;
import deeplinear.algebra.Rationals;
import deeplinear.algebra.RealAlgebra;
import deeplinear.evidence.Atom;
import deeplinear.evidence.ErrorBound;
import deeplinear.evidence.Grade;
import deeplinear.evidence.Verdict;
import deeplinear.flow.kernel.StateVector;
import deeplinear.flow.trajectory.EstimatedTrajectory;
import deeplinear.network.Chain;
import deeplinear.network.Instance;
import deeplinear.quantity.Measured;
import deeplinear.quantity.Motion;
import deeplinear.quantity.Polynomial;
import deeplinear.quantity.Quantities;
import deeplinear.solution.ModeEquation;
import deeplinear.theorem.ChainHypotheses;
import deeplinear.theorem.Hypothesis;
import deeplinear.theorem.Laboratory;
import deeplinear.theorem.Statement;
import deeplinear.theorem.Theorem;
import java.util.ArrayList;
import java.util.List;

/** {@code learning/mode-equation}. */
public final class ModesFollowTheirEquation implements Theorem<Chain> {

  private static final RationalAlgebra Q = RationalAlgebra.INSTANCE;

  @Override
  public Statement statement() {
    return Statement.theorem(
        "learning/mode-equation",
        "In an aligned, balanced network every mode of W obeys u̇ = h u^{2−2/h} (s − u).",
        "The time to the middle between start and limit, in closed form (h = 1, 2, 4) or by quadrature; "
            + "a trajectory must then be there.",
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
    double limit = Rationals.toDouble(chain.targets().get(k));
    double start = 1;
    for (var diagonal : chain.diagonals()) {
      start *= Rationals.toDouble(diagonal.get(k));
    }
    double middle = (start + limit) / 2;
    ModeEquation equation = new ModeEquation(chain.depth(), limit);
    double time = equation.time(start, middle);
    EstimatedTrajectory run =
        EstimatedTrajectory.of(
            laboratory.integrator(),
            laboratory.dynamics().field(instance),
            StateVector.pack(instance.weights(RealAlgebra.INSTANCE)),
            new double[] {time},
            laboratory.accuracy());
    Measured mode = mode(chain, k).measure(Motion.of(instance, run).last());
    ErrorBound error =
        mode.error()
            .plus(
                new ErrorBound(
                    ModeEquation.RELATIVE_ERROR * time * Math.abs(equation.velocity(middle)),
                    "error of the time"))
            .plus(ErrorBound.rounding(4.0 * chain.depth(), middle));
    return Atom.equal("a mode is half way at its time", mode.scalar(), middle, error, middle)
        .at("mode " + (k + 1));
  }

  /** The entry (k, k) of Q_hᵀ W Q_0. */
  private static Polynomial mode(Chain chain, int k) {
    RationalMatrix left = Q.transpose(column(chain.bases().get(chain.depth()), k));
    return Quantities.endToEnd().between(left, column(chain.bases().get(0), k));
  }

  private static RationalMatrix column(RationalMatrix basis, int k) {
    return Q.block(basis, 0, k, basis.rows(), 1);
  }
}
