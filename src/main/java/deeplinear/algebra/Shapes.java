package deeplinear.algebra;

import java.util.Locale;

/** The shape rules that every algebra shares, with the messages that name the offending shapes. */
public final class Shapes {

  private Shapes() {}

  /**
   * Requires two equal shapes, for the operation of this name.
   *
   * @throws IllegalArgumentException naming the shapes otherwise
   */
  public static void requireEqual(
      String operation, int rows, int columns, int otherRows, int otherColumns) {
    if (rows != otherRows || columns != otherColumns) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "cannot %s a %d × %d and a %d × %d matrix: the shapes must be equal",
              operation,
              rows,
              columns,
              otherRows,
              otherColumns));
    }
  }

  /**
   * Requires that a product of these shapes exists.
   *
   * @throws IllegalArgumentException naming the shapes otherwise
   */
  public static void requireChained(int rows, int columns, int otherRows, int otherColumns) {
    if (columns != otherRows) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "cannot multiply a %d × %d by a %d × %d matrix: %d ≠ %d",
              rows,
              columns,
              otherRows,
              otherColumns,
              columns,
              otherRows));
    }
  }

  /**
   * Requires a square shape.
   *
   * @throws IllegalArgumentException naming the shapes otherwise
   */
  public static void requireSquare(int rows, int columns) {
    if (rows != columns) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT, "a square matrix is expected, but this one is %d × %d", rows, columns));
    }
  }

  /**
   * Requires that a block lies inside a matrix.
   *
   * @throws IllegalArgumentException naming the shapes otherwise
   */
  public static void requireInside(
      int rows, int columns, int row, int column, int blockRows, int blockColumns) {
    if (row < 0
        || column < 0
        || blockRows < 0
        || blockColumns < 0
        || row + blockRows > rows
        || column + blockColumns > columns) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "a %d × %d block at (%d, %d) does not lie inside a %d × %d matrix",
              blockRows,
              blockColumns,
              row,
              column,
              rows,
              columns));
    }
  }
}
