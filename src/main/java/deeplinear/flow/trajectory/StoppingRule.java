package deeplinear.flow.trajectory;

/** Decides after each accepted step whether to go on. */
@FunctionalInterface
public interface StoppingRule {

  /** Never stops early. */
  StoppingRule NEVER = (time, state) -> false;

  /**
   * Whether to stop at this state.
   *
   * @param time the time reached
   * @param state the state there; not to be modified
   */
  boolean isMet(double time, double[] state);

  /** What it means that this rule was met. */
  default Outcome outcome() {
    return Outcome.STOPPED;
  }
}
