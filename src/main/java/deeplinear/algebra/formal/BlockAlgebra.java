package deeplinear.algebra.formal;

import deeplinear.algebra.DecidableAlgebra;
import deeplinear.algebra.RationalAlgebra;
import deeplinear.algebra.RationalMatrix;
import deeplinear.algebra.Shapes;
import java.util.List;
import java.util.Locale;
import java.util.function.BinaryOperator;
import java.util.stream.IntStream;
import org.apache.commons.math3.fraction.BigFraction;

/**
 * Matrices of blocks over another algebra. A dimension is either the sum of the given widths, and
 * then divided into them, or it is not divided. With formal blocks, the adjacency matrix of a
 * network of any widths is one of these.
 *
 * @param base the algebra of the blocks
 * @param widths the division, at least two widths
 * @param <M> the type of the blocks
 */
public record BlockAlgebra<M>(DecidableAlgebra<M> base, List<Integer> widths)
    implements DecidableAlgebra<BlockMatrix<M>> {

  /**
   * Copies the widths.
   *
   * @throws IllegalArgumentException if there are fewer than two, or one is not positive
   */
  public BlockAlgebra {
    widths = List.copyOf(widths);
    if (widths.size() < 2 || widths.stream().anyMatch(w -> w < 1)) {
      throw new IllegalArgumentException(
          "a division has at least two positive widths, unlike " + widths);
    }
  }

  @Override
  public String name() {
    return "blocks, " + base.name();
  }

  private List<Integer> division(int n) {
    return n == widths.stream().mapToInt(w -> w).sum() ? widths : List.of(n);
  }

  /** One undivided block. */
  public BlockMatrix<M> single(M block) {
    return new BlockMatrix<>(
        List.of(base.rows(block)), List.of(base.columns(block)), List.of(block));
  }

  /** The image of a matrix whose blocks have images in the base. */
  @Override
  public BlockMatrix<M> lift(RationalMatrix exact) {
    List<Integer> heights = division(exact.rows());
    List<Integer> columns = division(exact.columns());
    return BlockMatrix.build(
        heights,
        columns,
        (i, j) ->
            base.lift(
                RationalAlgebra.INSTANCE.block(
                    exact,
                    offset(heights, i),
                    offset(columns, j),
                    heights.get(i),
                    columns.get(j))));
  }

  @Override
  public BlockMatrix<M> zeros(int rows, int columns) {
    List<Integer> heights = division(rows);
    List<Integer> divided = division(columns);
    return BlockMatrix.build(
        heights, divided, (i, j) -> base.zeros(heights.get(i), divided.get(j)));
  }

  @Override
  public BlockMatrix<M> identity(int n) {
    List<Integer> order = division(n);
    return BlockMatrix.build(
        order,
        order,
        (i, j) ->
            i.equals(j) ? base.identity(order.get(i)) : base.zeros(order.get(i), order.get(j)));
  }

  @Override
  public int rows(BlockMatrix<M> a) {
    return a.rows();
  }

  @Override
  public int columns(BlockMatrix<M> a) {
    return a.columns();
  }

  @Override
  public BlockMatrix<M> add(BlockMatrix<M> a, BlockMatrix<M> b) {
    return zip("add", a, b, base::add);
  }

  @Override
  public BlockMatrix<M> subtract(BlockMatrix<M> a, BlockMatrix<M> b) {
    return zip("subtract", a, b, base::subtract);
  }

  private BlockMatrix<M> zip(
      String operation, BlockMatrix<M> a, BlockMatrix<M> b, BinaryOperator<M> function) {
    Shapes.requireEqual(operation, a.rows(), a.columns(), b.rows(), b.columns());
    return BlockMatrix.build(
        a.heights(), a.widths(), (i, j) -> function.apply(a.block(i, j), b.block(i, j)));
  }

  /** Products with zero blocks are left out. */
  @Override
  public BlockMatrix<M> multiply(BlockMatrix<M> a, BlockMatrix<M> b) {
    Shapes.requireChained(a.rows(), a.columns(), b.rows(), b.columns());
    return BlockMatrix.build(
        a.heights(),
        b.widths(),
        (i, j) ->
            IntStream.range(0, a.widths().size())
                .filter(k -> !base.isZero(a.block(i, k)) && !base.isZero(b.block(k, j)))
                .mapToObj(k -> base.multiply(a.block(i, k), b.block(k, j)))
                .reduce(base::add)
                .orElseGet(() -> base.zeros(a.heights().get(i), b.widths().get(j))));
  }

  @Override
  public BlockMatrix<M> transpose(BlockMatrix<M> a) {
    return BlockMatrix.build(a.widths(), a.heights(), (i, j) -> base.transpose(a.block(j, i)));
  }

  @Override
  public BlockMatrix<M> scale(BigFraction c, BlockMatrix<M> a) {
    return BlockMatrix.build(a.heights(), a.widths(), (i, j) -> base.scale(c, a.block(i, j)));
  }

  @Override
  public BlockMatrix<M> trace(BlockMatrix<M> a) {
    Shapes.requireSquare(a.rows(), a.columns());
    return single(
        IntStream.range(0, a.heights().size())
            .mapToObj(i -> base.trace(a.block(i, i)))
            .reduce(base::add)
            .orElseThrow());
  }

  /**
   * The whole, or a block of the division.
   *
   * @throws IllegalArgumentException if it is neither
   */
  @Override
  public BlockMatrix<M> block(BlockMatrix<M> a, int row, int column, int rows, int columns) {
    Shapes.requireInside(a.rows(), a.columns(), row, column, rows, columns);
    if (rows == a.rows() && columns == a.columns()) {
      return a;
    }
    int i = place(a.heights(), row, rows);
    int j = place(a.widths(), column, columns);
    return single(a.block(i, j));
  }

  /**
   * The matrix with another block of the division, or the block itself where it is of the same
   * shape.
   *
   * @throws IllegalArgumentException if it is not at a place of the division
   */
  @Override
  public BlockMatrix<M> insert(BlockMatrix<M> a, int row, int column, BlockMatrix<M> block) {
    Shapes.requireInside(a.rows(), a.columns(), row, column, block.rows(), block.columns());
    if (block.rows() == a.rows() && block.columns() == a.columns()) {
      return block;
    }
    int p = place(a.heights(), row, block.rows());
    int q = place(a.widths(), column, block.columns());
    return BlockMatrix.build(
        a.heights(), a.widths(), (i, j) -> i == p && j == q ? block.block(0, 0) : a.block(i, j));
  }

  /** The number of the part that starts at an offset and has a size. */
  private static int place(List<Integer> division, int offset, int size) {
    for (int i = 0; i < division.size(); i++) {
      if (offset(division, i) == offset && division.get(i) == size) {
        return i;
      }
    }
    throw new IllegalArgumentException(
        String.format(
            Locale.ROOT,
            "the division %s has no part of size %d at offset %d",
            division,
            size,
            offset));
  }

  private static int offset(List<Integer> division, int i) {
    return division.subList(0, i).stream().mapToInt(w -> w).sum();
  }

  @Override
  public boolean isZero(BlockMatrix<M> a) {
    return a.blocks().stream().allMatch(base::isZero);
  }
}
