package deeplinear.flow.kernel;

import deeplinear.algebra.RealAlgebra;
import deeplinear.network.Instance;
import java.util.Locale;

/**
 * An instance in double precision on flat arrays, matrices row by row.
 *
 * @param widths d_0, …, d_h
 * @param target Σ, or Y Xᵀ for raw data: d_h × d_0
 * @param moment M = X Xᵀ, d_0 × d_0, or d_h × d_h if turned; empty for whitened data
 * @param weights W_1, …, W_h one after another
 * @param turned whether this is the transpose of a network with raw data: its residual is Y − M W
 *     instead of Y − W M, with the target Y
 */
public record RealInstance(
    int[] widths, double[] target, double[] moment, double[] weights, boolean turned) {

  /** An instance that is not turned. */
  public RealInstance(int[] widths, double[] target, double[] moment, double[] weights) {
    this(widths, target, moment, weights, false);
  }

  /** Checks the lengths; the arrays are not copied. */
  public RealInstance {
    int h = widths.length - 1;
    if (h < 1) {
      throw new IllegalArgumentException("at least two widths are needed, not " + widths.length);
    }
    require("a target", target.length, widths[h] * widths[0]);
    if (moment.length > 0) {
      int side = widths[turned ? h : 0];
      require("a moment", moment.length, side * side);
    }
    int size = 0;
    for (int j = 1; j <= h; j++) {
      size += widths[j] * widths[j - 1];
    }
    require("weights", weights.length, size);
  }

  private static void require(String what, int found, int wanted) {
    if (found != wanted) {
      throw new IllegalArgumentException(
          String.format(Locale.ROOT, "%s of %d entries, not %d", what, found, wanted));
    }
  }

  /** An exact instance, rounded. */
  public static RealInstance of(Instance instance) {
    return new RealInstance(
        instance.architecture().widths().stream().mapToInt(w -> w).toArray(),
        instance.target().matrix().toDoubles(),
        instance.isWhitened() ? new double[0] : instance.target().moment().toDoubles(),
        StateVector.pack(instance.weights(RealAlgebra.INSTANCE)));
  }

  /** The same data with other weights. */
  public RealInstance startingAt(double[] start) {
    return new RealInstance(widths, target, moment, start, turned);
  }

  /** Whether the transposed network is cheaper: products then have the dimension d_h, not d_0. */
  public boolean prefersTransposed() {
    return widths[0] > widths[widths.length - 1];
  }

  /** The transposed network, whose weights W_hᵀ, …, W_1ᵀ learn the transposed target. */
  public RealInstance transposed() {
    int h = widths.length - 1;
    int[] reversed = new int[h + 1];
    for (int j = 0; j <= h; j++) {
      reversed[j] = widths[h - j];
    }
    double[] flipped = new double[target.length];
    transpose(target, 0, widths[h], widths[0], flipped, 0);
    return new RealInstance(reversed, flipped, moment, transposed(widths, weights), !turned);
  }

  /** The layers of a state transposed and in reverse order. */
  public static double[] transposed(int[] widths, double[] state) {
    double[] result = new double[state.length];
    int at = 0;
    for (int j = 1; j < widths.length; j++) {
      int size = widths[j] * widths[j - 1];
      transpose(state, at, widths[j], widths[j - 1], result, state.length - at - size);
      at += size;
    }
    return result;
  }

  private static void transpose(double[] a, int at, int m, int n, double[] result, int to) {
    for (int i = 0; i < m; i++) {
      for (int j = 0; j < n; j++) {
        result[to + j * m + i] = a[at + i * n + j];
      }
    }
  }
}
