package deeplinear.flow.trajectory;

import deeplinear.flow.kernel.StateVector;
import java.util.SplittableRandom;

/**
 * The largest curvature ‖∂f‖ along a trajectory, by power iteration with differences of the field:
 * one evaluation for each iteration. The direction is kept, so that it follows slow changes. The
 * iteration approaches the norm of a symmetric derivative from below.
 */
final class Curvature {

  /** Added for what the iteration has not yet found. */
  private static final double SAFETY = 1.1;

  /** The iteration has settled when it changes less than this part. */
  private static final double SETTLED = 0.02;

  private final double[] direction;
  private double length;
  private double value;
  private boolean settled;

  /** Starts from a fixed direction of no symmetry. */
  Curvature(int dimension) {
    SplittableRandom random = new SplittableRandom(dimension);
    direction = random.doubles(dimension).map(x -> x - 0.5).toArray();
    double norm = StateVector.norm(direction);
    for (int i = 0; i < dimension; i++) {
      direction[i] /= norm;
    }
  }

  /** Where the field is to be evaluated for the next iteration. */
  void point(double[] state, double[] point) {
    double norm = StateVector.norm(state);
    length = Math.sqrt(Math.ulp(1.0)) * (norm > 0 ? norm : 1);
    for (int i = 0; i < point.length; i++) {
      point[i] = state[i] + length * direction[i];
    }
  }

  /** Takes the velocities at that point and at the state. */
  void learn(double[] atPoint, double[] atState) {
    double norm = StateVector.distance(atPoint, atState) / length;
    boolean isKnown = norm > 0 && norm < Double.POSITIVE_INFINITY;
    // Beyond the finite numbers nothing is learnt, however often it is tried.
    settled = !isKnown || Math.abs(norm - value) <= SETTLED * value;
    if (isKnown) {
      value = norm;
      for (int i = 0; i < direction.length; i++) {
        direction[i] = (atPoint[i] - atState[i]) / (length * norm);
      }
    }
  }

  /** Whether the last iteration found hardly more than the one before. */
  boolean isSettled() {
    return settled;
  }

  /** An upper estimate. */
  double value() {
    return SAFETY * value;
  }
}
