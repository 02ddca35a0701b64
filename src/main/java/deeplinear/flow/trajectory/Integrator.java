package deeplinear.flow.trajectory;

import deeplinear.flow.kernel.RealField;
import java.util.List;

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

  /**
   * Integrates the same problem once with each accuracy, without a stopping rule. The trajectories
   * are those of single calls; an integrator may make them at the same time.
   */
  default List<Trajectory> integrate(
      RealField field, double[] start, double[] times, List<Accuracy> accuracies) {
    return accuracies.stream()
        .map(accuracy -> integrate(field, start, times, accuracy, StoppingRule.NEVER))
        .toList();
  }
}
