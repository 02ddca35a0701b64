package deeplinear.algebra;

/** An immutable matrix over the prime field of {@link ModularAlgebra}; entries lie in [0, p). */
public final class ModularMatrix {

  final int rows;
  final int columns;
  final long[] entries;

  ModularMatrix(int rows, int columns, long[] entries) {
    this.rows = rows;
    this.columns = columns;
    this.entries = entries;
  }

  /** The residue at (row, column), both from 0. */
  public long entry(int row, int column) {
    Shapes.requireInside(rows, columns, row, column, 1, 1);
    return entries[row * columns + column];
  }

  long at(int row, int column) {
    return entries[row * columns + column];
  }
}
