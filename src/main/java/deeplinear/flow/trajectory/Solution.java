package deeplinear.flow.trajectory;

/** What came of a {@link Problem}. */
public sealed interface Solution {

  /**
   * The trajectory.
   *
   * @throws RuntimeException what the field or the stopping rule threw, if they did
   */
  EstimatedTrajectory trajectory();

  /** A trajectory. */
  record Found(EstimatedTrajectory trajectory) implements Solution {}

  /** The run ended with an exception. */
  record Failed(RuntimeException reason) implements Solution {
    @Override
    public EstimatedTrajectory trajectory() {
      throw reason;
    }
  }
}
