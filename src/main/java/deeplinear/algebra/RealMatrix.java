package deeplinear.algebra;

import java.util.Arrays;
import java.util.Locale;
import org.ejml.data.DMatrixRMaj;

/** An immutable matrix of doubles. */
public final class RealMatrix {

  private final DMatrixRMaj data;

  /** Takes ownership of {@code data}, which must not be modified afterwards. */
  RealMatrix(DMatrixRMaj data) {
    this.data = data;
  }

  /** The matrix with the given entries, row by row; the array is copied. */
  public static RealMatrix of(int rows, int columns, double[] entriesByRow) {
    if (entriesByRow.length != rows * columns) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "a %d × %d matrix does not have %d entries",
              rows,
              columns,
              entriesByRow.length));
    }
    DMatrixRMaj data = new DMatrixRMaj(rows, columns);
    System.arraycopy(entriesByRow, 0, data.data, 0, entriesByRow.length);
    return new RealMatrix(data);
  }

  /** Number of rows. */
  public int rows() {
    return data.numRows;
  }

  /** Number of columns. */
  public int columns() {
    return data.numCols;
  }

  /** The entry at (row, column), both from 0. */
  public double entry(int row, int column) {
    return data.get(row, column);
  }

  /** The value of a 1 × 1 matrix. */
  public double toScalar() {
    Shapes.requireEqual("read as a scalar", rows(), columns(), 1, 1);
    return data.data[0];
  }

  /** A copy of all entries, row by row. */
  public double[] toArray() {
    return Arrays.copyOf(data.data, data.getNumElements());
  }

  /** ‖a‖_F; NaN if an entry is NaN. */
  public double norm() {
    return Math.sqrt(RealAlgebra.INSTANCE.normSquared(this).toScalar());
  }

  /** The storage, to be read and never modified. */
  DMatrixRMaj data() {
    return data;
  }

  /** The entries row by row, to be read and never modified; the array may be longer. */
  double[] entries() {
    return data.data;
  }

  /** The shape, and the entries row by row. */
  @Override
  public String toString() {
    return rows() + " × " + columns() + " " + Arrays.toString(toArray());
  }
}
