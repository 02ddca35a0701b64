package deeplinear.flow.kernel;

/** An autonomous vector field on flat arrays of doubles. */
@FunctionalInterface
public interface RealField {

  /**
   * Evaluates the field.
   *
   * @param state the point; not modified
   * @param velocity receives the velocity; modified, of the length of {@code state}
   */
  void velocity(double[] state, double[] velocity);

  /** The Euclidean norm of the velocity at a point; NaN if it is not finite. */
  default double speed(double[] state) {
    double[] velocity = new double[state.length];
    velocity(state, velocity);
    return StateVector.norm(velocity);
  }
}
