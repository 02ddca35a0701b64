package deeplinear.flow.trajectory;

import java.util.List;

/**
 * A sampled solution.
 *
 * @param samples the start, the states at the requested times that were reached, and the state at
 *     which a stopping rule was met; times ascend
 * @param outcome why the integration ended
 * @param steps accepted steps
 * @param evaluations evaluations of the field
 */
public record Trajectory(List<Sample> samples, Outcome outcome, int steps, long evaluations) {

  /** Copies the list. */
  public Trajectory {
    samples = List.copyOf(samples);
  }

  /** The last sample. */
  public Sample last() {
    return samples.get(samples.size() - 1);
  }

  /**
   * A state at a time.
   *
   * @param time the time
   * @param state the state, to be read only
   */
  public record Sample(double time, double[] state) {}
}
