package deeplinear.flow.method;

/** How a step ended. */
public enum StepOutcome {
  /** The increment was found. */
  ADVANCED,
  /** The stage equations were not solved to round-off within the allowed iterations. */
  NOT_CONVERGED,
  /** A stage or a velocity became NaN or infinite. */
  NON_FINITE
}
