package deeplinear.bench;

import java.util.Arrays;
import java.util.Locale;

/**
 * One initial value problem: Ẇ_j = W_{h:j+1}ᵀ (Σ − W_{h:1}) W_{j−1:1}ᵀ from given weights.
 *
 * @param widths d_0, …, d_h
 * @param target Σ, d_h × d_0, row by row
 * @param weights W_1, …, W_h one after another, each d_i × d_{i−1} row by row
 */
public record Net(int[] widths, double[] target, double[] weights) {

  /**
   * Requires arrays that fit the widths.
   *
   * @throws IllegalArgumentException naming the lengths if they do not
   */
  public Net {
    if (widths.length < 2 || Arrays.stream(widths).anyMatch(d -> d < 1)) {
      throw new IllegalArgumentException(
          "a net has two or more positive widths, not " + Arrays.toString(widths));
    }
    int entries = widths[0] * widths[widths.length - 1];
    if (target.length != entries || weights.length != size(widths)) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "widths %s ask for %d entries of the target and %d weights, not %d and %d",
              Arrays.toString(widths),
              entries,
              size(widths),
              target.length,
              weights.length));
    }
  }

  /** The number of layers, h. */
  public int depth() {
    return widths.length - 1;
  }

  /** Σ d_i d_{i−1}. */
  public static int size(int[] widths) {
    int size = 0;
    for (int i = 1; i < widths.length; i++) {
      size += widths[i] * widths[i - 1];
    }
    return size;
  }
}
