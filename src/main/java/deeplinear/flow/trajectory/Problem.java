package deeplinear.flow.trajectory;

import deeplinear.algebra.RealAlgebra;
import deeplinear.flow.Dynamics;
import deeplinear.flow.kernel.RealField;
import deeplinear.flow.kernel.StateVector;
import deeplinear.network.Instance;
import java.util.function.Supplier;

/**
 * An initial value problem, asked for before it is solved.
 *
 * @param field the field
 * @param start the state at time 0, to be read only
 * @param times when the state is wanted, positive and strictly ascending
 * @param accuracy the local tolerances and the step limit
 * @param rule makes the rule that may stop the run; {@link #estimated} problems have none
 * @param isEstimated whether a second run estimates the error
 */
public record Problem(
    RealField field,
    double[] start,
    double[] times,
    Accuracy accuracy,
    Supplier<StoppingRule> rule,
    boolean isEstimated) {

  /** Checks the times. */
  public Problem {
    AdaptiveIntegrator.requireAscending(times);
  }

  /** A trajectory with an error estimate at given times. */
  public static Problem estimated(
      RealField field, double[] start, double[] times, Accuracy accuracy) {
    return new Problem(field, start, times, accuracy, () -> StoppingRule.NEVER, true);
  }

  /** The trajectory of a network with an error estimate at given times. */
  public static Problem of(Instance instance, Dynamics law, Accuracy accuracy, double... times) {
    return estimated(law.field(instance), state(instance), times, accuracy);
  }

  /**
   * The trajectory of a network until a rule is met, without error estimate.
   *
   * @param horizon the time at which it ends otherwise
   * @param rule makes a rule for one run; it is asked by one thread
   */
  public static Problem until(
      Instance instance,
      Dynamics law,
      Accuracy accuracy,
      double horizon,
      Supplier<StoppingRule> rule) {
    return new Problem(
        law.field(instance), state(instance), new double[] {horizon}, accuracy, rule, false);
  }

  private static double[] state(Instance instance) {
    return StateVector.pack(instance.weights(RealAlgebra.INSTANCE));
  }
}
