package deeplinear.algebra.formal;

import deeplinear.algebra.Shapes;
import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;
import java.util.stream.IntStream;

/**
 * A matrix divided into blocks.
 *
 * @param heights the rows of the blocks, from above
 * @param widths the columns of the blocks, from the left
 * @param blocks row by row
 * @param <M> the type of the blocks
 */
public record BlockMatrix<M>(List<Integer> heights, List<Integer> widths, List<M> blocks) {

  /**
   * Copies the lists.
   *
   * @throws IllegalArgumentException if the number of blocks does not fit
   */
  public BlockMatrix {
    heights = List.copyOf(heights);
    widths = List.copyOf(widths);
    blocks = List.copyOf(blocks);
    if (blocks.size() != heights.size() * widths.size()) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "%d × %d blocks are expected, not %d",
              heights.size(),
              widths.size(),
              blocks.size()));
    }
  }

  /** The matrix with {@code block.apply(i, j)} in row i and column j of the blocks, from 0. */
  static <M> BlockMatrix<M> build(
      List<Integer> heights, List<Integer> widths, BiFunction<Integer, Integer, M> block) {
    int n = widths.size();
    return new BlockMatrix<>(
        heights,
        widths,
        IntStream.range(0, heights.size() * n).mapToObj(k -> block.apply(k / n, k % n)).toList());
  }

  /** The block in row i and column j of the blocks, from 0. */
  public M block(int i, int j) {
    Shapes.requireInside(heights.size(), widths.size(), i, j, 1, 1);
    return blocks.get(i * widths.size() + j);
  }

  /** Σ heights. */
  public int rows() {
    return heights.stream().mapToInt(x -> x).sum();
  }

  /** Σ widths. */
  public int columns() {
    return widths.stream().mapToInt(x -> x).sum();
  }
}
