package deeplinear.flow.enclosure;

import java.util.Locale;

/**
 * What is asked of an enclosure.
 *
 * @param order the order of the Taylor polynomials, at least 1
 * @param local what a step may add to the radius, relative to 1 + ‖W‖
 * @param widest the radius at which it gives up
 * @param maxSteps the number of steps after which it gives up
 */
public record EnclosureLimits(int order, double local, double widest, int maxSteps) {

  /** Order 12, 1e-13 for each step, up to a radius of 1e-3 and 10 000 steps. */
  public static final EnclosureLimits DEFAULT = new EnclosureLimits(12, 1e-13, 1e-3, 10_000);

  /** Requires positive limits. */
  public EnclosureLimits {
    if (order < 1 || !(local > 0) || !(widest > 0) || maxSteps < 1) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "order and steps are at least 1 and widths positive, unlike %d, %d, %s and %s",
              order,
              maxSteps,
              local,
              widest));
    }
  }
}
