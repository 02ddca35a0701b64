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

  private final FractionFree x;
  private final List<Integer> pivotColumns = new ArrayList<>();

  private Elimination(RationalMatrix a, boolean reduces) {
    x = new FractionFree(a);
    for (int column = 0; column < x.columns() && rank() < x.rows(); column++) {
      eliminate(column, reduces);
    }
  }

  /** To reduced row echelon form. */
  static Elimination of(RationalMatrix a) {
    return new Elimination(a, true);
  }

  /** Downwards only, which is enough to count the pivots. */
  static int rank(RationalMatrix a) {
    return new Elimination(a, false).rank();
  }

  private void eliminate(int column, boolean reduces) {
    int row = rank();
    int found = row;
    while (found < x.rows() && x.signum(found, column) == 0) {
      found++;
    }
    if (found < x.rows()) {
      x.swapRows(row, found);
      x.eliminate(row, column, reduces ? 0 : row + 1, reduces ? 0 : column);
      pivotColumns.add(column);
    }
  }

  int rank() {
    return pivotColumns.size();
  }

  List<Integer> pivotColumns() {
    return pivotColumns;
  }

  /** The reduced row echelon form: each pivot is 1 and alone in its column. */
  RationalMatrix reducedRowEchelon() {
    BigInteger[] flat = new BigInteger[x.rows() * x.columns()];
    Arrays.setAll(flat, i -> x.get(i / x.columns(), i % x.columns()));
    return RationalMatrix.reduced(x.rows(), x.columns(), Integers.of(flat), x.pivot());
  }

  /** A basis of the right kernel, one column for each column without a pivot. */
  RationalMatrix kernel() {
    int columns = x.columns();
    int dimension = columns - rank();
    BigInteger[] basis = new BigInteger[columns * dimension];
    Arrays.fill(basis, BigInteger.ZERO);
    int next = 0;
    for (int free = 0; free < columns; free++) {
      if (!pivotColumns.contains(free)) {
        basis[free * dimension + next] = x.pivot();
        for (int i = 0; i < rank(); i++) {
          basis[pivotColumns.get(i) * dimension + next] = x.get(i, free).negate();
        }
        next++;
      }
    }
    return RationalMatrix.reduced(columns, dimension, Integers.of(basis), x.pivot());
  }
}
