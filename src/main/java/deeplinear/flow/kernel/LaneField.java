package deeplinear.flow.kernel;

/**
 * An autonomous vector field for several states at once, side by side in lanes: component c of lane
 * l stands at c · lanes + l. Lanes do not influence each other: the velocity of a lane has the same
 * bits whatever the others hold.
 */
public interface LaneField {

  /** The number of components of each state. */
  int dimension();

  /** The number of lanes. */
  int lanes();

  /**
   * Evaluates the field in all lanes.
   *
   * @param states the points, dimension × lanes; not modified
   * @param velocities receives the velocities; modified
   */
  void velocity(double[] states, double[] velocities);

  /** A field in a single lane; a {@link LaneGradient} if it is a {@link RealGradient}. */
  static LaneField of(RealField field, int dimension) {
    if (field instanceof RealGradient gradient) {
      return new SingleGradient(gradient, dimension);
    }
    return new LaneField() {
      @Override
      public int dimension() {
        return dimension;
      }

      @Override
      public int lanes() {
        return 1;
      }

      @Override
      public void velocity(double[] states, double[] velocities) {
        field.velocity(states, velocities);
      }
    };
  }
}
