package deeplinear.theorem.conservation;

import deeplinear.algebra.RealAlgebra;
import deeplinear.algebra.RealMatrix;
import deeplinear.evidence.Atom;
import deeplinear.evidence.Grade;
import deeplinear.evidence.Status;
import deeplinear.flow.Dynamics;
import deeplinear.flow.TimeScale;
import deeplinear.flow.kernel.RealField;
import deeplinear.flow.kernel.StateVector;
import deeplinear.flow.method.ClassicalRungeKutta;
import deeplinear.network.Instance;
import deeplinear.network.Weights;
import java.util.Locale;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.apache.commons.math3.stat.regression.SimpleRegression;

/**
 * The order at which the drift of the imbalances vanishes when the steps of an explicit method are
 * refined. If they are conserved, all drift is the method's and falls with its order or faster; if
 * they are not, it settles at the true change, and the last refinement no longer matters.
 */
final class DriftOrder {

  private static final String NAME = "drift falls with the order of the method";

  private static final int COARSEST = 8;
  private static final int LEVELS = 5;

  /** A fitted order within this distance of the method's counts as the method's. */
  private static final double WINDOW = 0.25;

  /** Drift within this factor of rounding bends the fit. */
  private static final double FLOOR = 64;

  private DriftOrder() {}

  static Atom of(Instance instance, Dynamics dynamics) {
    RealField field = dynamics.field(instance);
    Weights<RealMatrix> start = instance.weights(RealAlgebra.INSTANCE);
    double[] state = StateVector.pack(start);
    double horizon = TimeScale.of(instance);
    double size = start.normSquared().toScalar() * instance.architecture().nodes();
    double[][] drifts = new double[LEVELS][];
    SimpleRegression fit = new SimpleRegression();
    for (int level = 0; level < LEVELS; level++) {
      int steps = COARSEST << level;
      double[] end = ClassicalRungeKutta.end(field, state, horizon, steps);
      drifts[level] = drift(start, StateVector.unpack(instance.architecture(), end));
      double drift = StateVector.norm(drifts[level]);
      if (!Double.isFinite(drift)) {
        return Atom.inconclusive(NAME, Grade.NUMERICAL, "the drift is not finite");
      }
      if (drift > FLOOR * Math.ulp(size) * Math.sqrt(steps)) {
        fit.addData(-Math.log(steps), Math.log(drift));
      }
    }
    return judge(fit, drifts);
  }

  private static Atom judge(SimpleRegression fit, double[][] drifts) {
    if (fit.getN() < 3) {
      return new Atom(
          NAME,
          Grade.NUMERICAL,
          Status.HOLDS,
          1,
          0,
          "drift below rounding after at most two refinements");
    }
    double last = StateVector.norm(drifts[LEVELS - 1]);
    double change = StateVector.distance(drifts[LEVELS - 1], drifts[LEVELS - 2]);
    double margin = fit.getSlope() - (ClassicalRungeKutta.ORDER - WINDOW);
    String detail =
        String.format(
            Locale.ROOT,
            "fitted order %.3f over %d refinements of a method of order %d; drift %.3e, of which the "
                + "last refinement changed %.3e",
            fit.getSlope(),
            fit.getN(),
            ClassicalRungeKutta.ORDER,
            last,
            change);
    if (margin >= 0) {
      return new Atom(NAME, Grade.NUMERICAL, Status.HOLDS, margin, 0, detail);
    }
    return last > Atom.CLEAR * change
        ? new Atom(NAME, Grade.NUMERICAL, Status.VIOLATED, margin, 0, detail)
        : Atom.inconclusive(NAME, Grade.NUMERICAL, detail);
  }

  /** The entries of C_i(end) − C_i(start) for all i. */
  private static double[] drift(Weights<RealMatrix> start, Weights<RealMatrix> end) {
    return IntStream.range(1, start.depth())
        .mapToObj(i -> RealAlgebra.INSTANCE.subtract(end.imbalance(i), start.imbalance(i)))
        .flatMapToDouble(c -> DoubleStream.of(c.toArray()))
        .toArray();
  }
}
