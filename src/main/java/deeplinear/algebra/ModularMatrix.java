package deeplinear.algebra;

/** An immutable matrix over the prime field of a {@link ModularAlgebra}. */
public final class ModularMatrix {

  final PrimeField field;
  final int rows;
  final int columns;
  final long[] entries;

  /** Keeps the representatives, row by row. */
  ModularMatrix(PrimeField field, int rows, int columns, long[] entries) {
    this.field = field;
    this.rows = rows;
    this.columns = columns;
    this.entries = entries;
  }

  /** The residue in [0, p) at (row, column), both from 0. */
  public long entry(int row, int column) {
    Shapes.requireInside(rows, columns, row, column, 1, 1);
    return field.residue(entries[row * columns + column]);
  }

  long at(int row, int column) {
    return entries[row * columns + column];
  }
}
