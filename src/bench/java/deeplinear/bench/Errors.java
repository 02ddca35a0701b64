package deeplinear.bench;

import java.util.Arrays;
import java.util.Locale;

/**
 * The errors ‖y − y_ref‖ / max(1, ‖y_ref‖) over the nets of a set. A net without a finite result
 * has an infinite error.
 *
 * @param maximum the largest
 * @param ninetyNinth the smallest that at least 99 % of the nets do not exceed
 * @param median the smallest that at least half of the nets do not exceed
 */
public record Errors(double maximum, double ninetyNinth, double median) {

  /**
   * Compares final states with a reference.
   *
   * @throws IllegalArgumentException if they are not of one shape
   */
  public static Errors of(double[][] states, double[][] reference) {
    if (states.length != reference.length || states.length == 0) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT, "%d states, but %d references", states.length, reference.length));
    }
    double[] errors = new double[states.length];
    for (int i = 0; i < errors.length; i++) {
      errors[i] = error(states[i], reference[i]);
    }
    Arrays.sort(errors);
    return new Errors(errors[errors.length - 1], quantile(errors, 99), quantile(errors, 50));
  }

  private static double error(double[] state, double[] reference) {
    if (state.length != reference.length) {
      throw new IllegalArgumentException(
          "a state has " + state.length + " entries, its reference " + reference.length);
    }
    double distance = 0;
    double norm = 0;
    for (int i = 0; i < state.length; i++) {
      distance += (state[i] - reference[i]) * (state[i] - reference[i]);
      norm += reference[i] * reference[i];
    }
    double error = Math.sqrt(distance) / Math.max(1, Math.sqrt(norm));
    return Double.isFinite(error) ? error : Double.POSITIVE_INFINITY;
  }

  private static double quantile(double[] sorted, int percent) {
    int rank = (sorted.length * percent + 99) / 100;
    return sorted[rank - 1];
  }
}
