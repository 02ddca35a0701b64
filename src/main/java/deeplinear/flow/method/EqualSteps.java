package deeplinear.flow.method;

import deeplinear.flow.kernel.RealField;
import java.util.Locale;

/**
 * The state after steps of one length. The sum of the increments is compensated: what an addition
 * loses is added to the next increment, so that roundings of the size of the state do not add up.
 * Source: [HLW06], VIII.5.
 *
 * @param state the last state that was reached, to be read only
 * @param steps the number of steps that advanced
 * @param outcome ADVANCED, or why the next step did not
 */
public record EqualSteps(double[] state, int steps, StepOutcome outcome) {

  /**
   * Takes steps until all are taken or one fails.
   *
   * @param start not modified
   * @throws IllegalArgumentException if {@code step} is not finite or {@code steps} is negative
   */
  public static EqualSteps of(
      OneStepMethod method, RealField field, double[] start, double step, int steps) {
    if (!Double.isFinite(step) || steps < 0) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "a finite step and a number of steps from 0 on are expected, not %s and %d",
              step,
              steps));
    }
    OneStep oneStep = method.on(field, start.length);
    double[] state = start.clone();
    double[] lost = new double[start.length];
    double[] increment = new double[start.length];
    double[] next = new double[start.length];
    for (int i = 0; i < steps; i++) {
      StepOutcome outcome = oneStep.increment(state, step, increment);
      if (outcome == StepOutcome.ADVANCED && !add(state, increment, lost, next)) {
        outcome = StepOutcome.NON_FINITE;
      }
      if (outcome != StepOutcome.ADVANCED) {
        return new EqualSteps(state, i, outcome);
      }
      System.arraycopy(next, 0, state, 0, state.length);
    }
    return new EqualSteps(state, steps, StepOutcome.ADVANCED);
  }

  /**
   * next = state + (increment + lost), and lost = what that rounded off; whether next is finite.
   */
  private static boolean add(double[] state, double[] increment, double[] lost, double[] next) {
    boolean finite = true;
    for (int k = 0; k < state.length; k++) {
      double small = increment[k] + lost[k];
      double sum = state[k] + small;
      double part = sum - state[k];
      lost[k] = (state[k] - (sum - part)) + (small - part);
      next[k] = sum;
      finite &= Double.isFinite(sum);
    }
    return finite;
  }
}
