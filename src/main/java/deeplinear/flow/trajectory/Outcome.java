package deeplinear.flow.trajectory;

/** Why an integration ended. */
public enum Outcome {
  /** All requested times were reached. */
  REACHED_HORIZON,
  /** The stopping rule was met first. */
  STOPPED,
  /** A certificate proves where the flow converges from the state that was reached. */
  CERTIFIED,
  /** The velocity and the time scale say that the flow rests; nothing proves it. */
  CONVERGED,
  /** The tolerance could not be met with a step that still advances time. */
  STEP_TOO_SMALL,
  /** The step limit was used up. */
  STEP_LIMIT,
  /** The field or the state became NaN or infinite. */
  NON_FINITE;

  /** Whether the trajectory is complete as asked. */
  public boolean isComplete() {
    return switch (this) {
      case REACHED_HORIZON, STOPPED, CERTIFIED, CONVERGED -> true;
      case STEP_TOO_SMALL, STEP_LIMIT, NON_FINITE -> false;
    };
  }
}
