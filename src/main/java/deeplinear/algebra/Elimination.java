package deeplinear.algebra;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Fraction-free Gauss–Jordan elimination (Bareiss): after k pivots every entry is, up to sign, a
 * (k+1)-minor of the integer matrix of numerators, so entries stay as small as determinants are and
 * every division is exact.
 */
final class Elimination {

  private final BigInteger[][] x;
  private final int columns;
  private final List<Integer> pivotColumns = new ArrayList<>();
  private BigInteger lastPivot = BigInteger.ONE;

  private Elimination(RationalMatrix a) {
    columns = a.columns();
    x = new BigInteger[a.rows()][columns];
    for (int i = 0; i < a.rows(); i++) {
      for (int j = 0; j < columns; j++) {
        x[i][j] = a.numerator(i, j);
      }
    }
    for (int column = 0; column < columns && pivotColumns.size() < x.length; column++) {
      eliminate(column);
    }
  }

  static Elimination of(RationalMatrix a) {
    return new Elimination(a);
  }

  private void eliminate(int column) {
    int row = pivotColumns.size();
    int found = row;
    while (found < x.length && x[found][column].signum() == 0) {
      found++;
    }
    if (found == x.length) {
      return;
    }
    BigInteger[] swap = x[row];
    x[row] = x[found];
    x[found] = swap;
    BigInteger pivot = x[row][column];
    for (int i = 0; i < x.length; i++) {
      if (i != row) {
        BigInteger factor = x[i][column];
        for (int j = 0; j < columns; j++) {
          x[i][j] = pivot.multiply(x[i][j]).subtract(factor.multiply(x[row][j])).divide(lastPivot);
        }
      }
    }
    lastPivot = pivot;
    pivotColumns.add(column);
  }

  int rank() {
    return pivotColumns.size();
  }

  List<Integer> pivotColumns() {
    return pivotColumns;
  }

  /** The reduced row echelon form: each pivot is 1 and alone in its column. */
  RationalMatrix reducedRowEchelon() {
    BigInteger[] flat = Arrays.stream(x).flatMap(Arrays::stream).toArray(BigInteger[]::new);
    return RationalMatrix.reduced(x.length, columns, flat, lastPivot);
  }

  /** A basis of the right kernel, one column for each column without a pivot. */
  RationalMatrix kernel() {
    int dimension = columns - rank();
    BigInteger[] basis = new BigInteger[columns * dimension];
    Arrays.fill(basis, BigInteger.ZERO);
    int next = 0;
    for (int free = 0; free < columns; free++) {
      if (!pivotColumns.contains(free)) {
        basis[free * dimension + next] = lastPivot;
        for (int i = 0; i < rank(); i++) {
          basis[pivotColumns.get(i) * dimension + next] = x[i][free].negate();
        }
        next++;
      }
    }
    return RationalMatrix.reduced(columns, dimension, basis, lastPivot);
  }
}
