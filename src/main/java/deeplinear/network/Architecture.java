package deeplinear.network;

import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * The widths of a layered network.
 *
 * @param widths d_0, …, d_h from input to output
 */
public record Architecture(List<Integer> widths) {

  /** The largest depth h that is accepted. */
  public static final int MAX_DEPTH = 64;

  /** The largest width d_i that is accepted. */
  public static final int MAX_WIDTH = 4096;

  /** The largest number of weights Σ d_i d_{i−1} that is accepted. */
  public static final int MAX_WEIGHTS = 1 << 24;

  /**
   * Checks the limits.
   *
   * @throws IllegalArgumentException if the depth is not in 1..{@value #MAX_DEPTH}, a width is not
   *     in 1..{@value #MAX_WIDTH}, or there are more than {@value #MAX_WEIGHTS} weights
   */
  public Architecture {
    widths = List.copyOf(widths);
    int depth = widths.size() - 1;
    if (depth < 1 || depth > MAX_DEPTH) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "a network has depth 1 to %d, but the widths %s have depth %d",
              MAX_DEPTH,
              widths,
              depth));
    }
    long weights = 0;
    for (int i = 0; i <= depth; i++) {
      int width = widths.get(i);
      if (width < 1 || width > MAX_WIDTH) {
        throw new IllegalArgumentException(
            String.format(
                Locale.ROOT, "a width lies in 1 to %d, but d_%d = %d", MAX_WIDTH, i, width));
      }
      weights += i == 0 ? 0 : (long) width * widths.get(i - 1);
    }
    if (weights > MAX_WEIGHTS) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "a network has at most %d weights, but the widths %s need %d",
              MAX_WEIGHTS,
              widths,
              weights));
    }
  }

  /** The architecture with these widths, from input to output. */
  public static Architecture of(Integer... widths) {
    return new Architecture(List.of(widths));
  }

  /** h, the number of layers of weights. */
  public int depth() {
    return widths.size() - 1;
  }

  /** d_i for 0 ≤ i ≤ h. */
  public int width(int i) {
    return widths.get(i);
  }

  /** d_0. */
  public int inputs() {
    return width(0);
  }

  /** d_h. */
  public int outputs() {
    return width(depth());
  }

  /** r*, the smallest of all widths, input and output included. */
  public int bottleneck() {
    return Collections.min(widths);
  }

  /** Whether some hidden width is smaller than both the input and the output width. */
  public boolean hasBottleneck() {
    return bottleneck() < Math.min(inputs(), outputs());
  }

  /** n = Σ d_i, the order of the adjacency matrix. */
  public int nodes() {
    return offset(depth() + 1);
  }

  /** The row and column at which the block of layer i starts in the adjacency matrix. */
  public int offset(int i) {
    return widths.stream().limit(i).mapToInt(w -> w).sum();
  }

  /** Σ d_i d_{i−1}, the number of weights. */
  public int weights() {
    int sum = 0;
    for (int i = 1; i <= depth(); i++) {
      sum += width(i) * width(i - 1);
    }
    return sum;
  }

  /** The widths joined by hyphens, for example {@code 4-5-3}. */
  @Override
  public String toString() {
    return widths.stream().map(String::valueOf).collect(Collectors.joining("-"));
  }
}
