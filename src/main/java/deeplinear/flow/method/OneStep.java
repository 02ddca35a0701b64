package deeplinear.flow.method;

/** A one-step method at work on one field; keeps its workspace and is not safe for threads. */
@FunctionalInterface
public interface OneStep {

  /**
   * The increment y' − y of one step. It is not added here, so that the sum over steps can be
   * compensated.
   *
   * @param state y; not modified
   * @param step h, of either sign
   * @param increment receives y' − y if the outcome is ADVANCED, else anything; modified
   */
  StepOutcome increment(double[] state, double step, double[] increment);
}
