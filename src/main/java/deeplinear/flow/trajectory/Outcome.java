package deeplinear.flow.trajectory;

/** Why an integration ended. */
public enum Outcome {
  /** All requested times were reached. */
  REACHED_HORIZON,
  /** The stopping rule was met first. */
  STOPPED,
  /** The tolerance could not be met with a step that still advances time. */
  STEP_TOO_SMALL,
  /** The step limit was used up. */
  STEP_LIMIT,
  /** The field or the state became NaN or infinite. */
  NON_FINITE;

  /** Whether the trajectory is complete as asked. */
  public boolean isComplete() {
    return this == REACHED_HORIZON || this == STOPPED;
  }
}
