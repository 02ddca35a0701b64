package deeplinear.flow.trajectory;

import java.util.Locale;

/**
 * What is asked of an integrator.
 *
 * @param relative local error per step relative to each component
 * @param absolute local error per step where components are small
 * @param maxSteps the number of accepted steps after which it gives up
 */
public record Accuracy(double relative, double absolute, int maxSteps) {

  /** Local error 1e-10 relative and 1e-12 absolute, at most 200 000 steps. */
  public static final Accuracy DEFAULT = new Accuracy(1e-10, 1e-12, 200_000);

  /** Requires positive, finite tolerances and at least one step. */
  public Accuracy {
    if (!(relative > 0 && relative < 1) || !(absolute > 0 && absolute < 1) || maxSteps < 1) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "tolerances lie in (0, 1) and steps are at least 1, not %s, %s and %d",
              relative,
              absolute,
              maxSteps));
    }
  }

  /** The same tolerances with at most so many steps. */
  public Accuracy withAtMost(int steps) {
    return new Accuracy(relative, absolute, Math.min(maxSteps, steps));
  }

  /** Both tolerances divided by {@code factor}. */
  public Accuracy dividedBy(double factor) {
    return new Accuracy(relative / factor, absolute / factor, maxSteps);
  }
}
