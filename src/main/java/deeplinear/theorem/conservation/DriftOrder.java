package deeplinear.theorem.conservation;

import deeplinear.algebra.RealAlgebra;
import deeplinear.algebra.RealMatrix;
import deeplinear.evidence.Atom;
import deeplinear.evidence.Grade;
import deeplinear.evidence.Status;
import deeplinear.flow.ClassicalRungeKutta;
import deeplinear.flow.Dynamics;
import deeplinear.flow.RealField;
import deeplinear.flow.StateVector;
import deeplinear.flow.TimeScale;
import deeplinear.network.Instance;
import deeplinear.network.Weights;
import java.util.Locale;
import org.apache.commons.math3.stat.regression.SimpleRegression;

/**
 * The order at which the drift of the imbalances vanishes when the steps of an explicit method are
 * refined. If they are conserved, all drift is the method's and falls with its order or faster; if
 * they are not, it stays.
 */
final class DriftOrder {

  private static final int COARSEST = 8;
  private static final int LEVELS = 5;

  /** A fitted order within this distance of the method's counts as the method's. */
  private static final double WINDOW = 0.25;

  /** Drift that does not even fall linearly is not the method's. */
  private static final double NO_DECAY = 1;

  private DriftOrder() {}

  static Atom of(Instance instance, Dynamics dynamics) {
    String name = "drift falls with the order of the method";
    double horizon = TimeScale.of(instance);
    RealField field = dynamics.field(instance);
    Weights<RealMatrix> start = instance.weights(RealAlgebra.INSTANCE);
    SimpleRegression fit = new SimpleRegression();
    double size = start.normSquared().toScalar();
    for (int level = 0; level < LEVELS; level++) {
      int steps = COARSEST << level;
      double[] end = ClassicalRungeKutta.end(field, StateVector.pack(start), horizon, steps);
      double drift = drift(start, StateVector.unpack(instance.architecture(), end));
      double rounding =
          Math.ulp(1.0) * instance.architecture().nodes() * Math.max(1, Math.sqrt(steps)) * size;
      if (!Double.isFinite(drift)) {
        return Atom.inconclusive(name, Grade.NUMERICAL, "the drift is not finite");
      }
      if (drift > rounding) {
        fit.addData(-Math.log(steps), Math.log(drift));
      }
    }
    return judge(name, fit);
  }

  private static Atom judge(String name, SimpleRegression fit) {
    if (fit.getN() == 0) {
      return new Atom(name, Grade.NUMERICAL, Status.HOLDS, 1, 0, "no drift above rounding");
    }
    if (fit.getN() < 3) {
      return new Atom(
          name,
          Grade.NUMERICAL,
          Status.HOLDS,
          1,
          0,
          "drift below rounding after at most two refinements");
    }
    double margin = fit.getSlope() - (ClassicalRungeKutta.ORDER - WINDOW);
    String detail =
        String.format(
            Locale.ROOT,
            "fitted order %.3f over %d refinements of a method of order %d",
            fit.getSlope(),
            fit.getN(),
            ClassicalRungeKutta.ORDER);
    if (margin < 0 && fit.getSlope() > NO_DECAY) {
      return Atom.inconclusive(name, Grade.NUMERICAL, detail);
    }
    return new Atom(
        name, Grade.NUMERICAL, margin >= 0 ? Status.HOLDS : Status.VIOLATED, margin, 0, detail);
  }

  private static double drift(Weights<RealMatrix> start, Weights<RealMatrix> end) {
    double sum = 0;
    for (int i = 1; i < start.depth(); i++) {
      RealMatrix change = RealAlgebra.INSTANCE.subtract(end.imbalance(i), start.imbalance(i));
      sum += change.norm();
    }
    return sum;
  }
}
