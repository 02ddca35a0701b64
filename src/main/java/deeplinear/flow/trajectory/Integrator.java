package deeplinear.flow.trajectory;

import deeplinear.flow.kernel.RealField;

/** A method for initial value problems of autonomous fields. Deterministic. */
public interface Integrator {

  /** The name of the method. */
  String name();

  /**
   * Integrates from time 0.
   *
   * @param field the field
   * @param start the state at time 0; not modified
   * @param times the times at which the state is wanted, positive and strictly ascending
   * @param accuracy the local tolerances and the step limit
   * @param rule asked after each step
   * @return the samples with the reason for the end; never an exception for numerical trouble
   */
  Trajectory integrate(
      RealField field, double[] start, double[] times, Accuracy accuracy, StoppingRule rule);
}
