package deeplinear.algebra;

import java.math.BigInteger;

/**
 * The inertia of a real symmetric matrix: how many eigenvalues are positive, zero and negative. By
 * Sylvester's law it is invariant under congruence, hence computable exactly for rational matrices.
 *
 * @param positive number of positive eigenvalues, n₊
 * @param zero dimension of the kernel, n₀
 * @param negative number of negative eigenvalues, n₋
 */
public record Inertia(int positive, int zero, int negative) {

  /**
   * The inertia of a symmetric rational matrix, by fraction-free symmetric elimination. Where all
   * remaining diagonal entries vanish, but the entry (i, j) does not, the congruence that adds row
   * and column j to row and column i makes the pivot 2 a_ij: together with the next pivot this does
   * the work of a 2 × 2 pivot, and it keeps every division exact.
   *
   * @throws IllegalArgumentException if {@code a} is not square or not symmetric
   */
  public static Inertia of(RationalMatrix a) {
    Shapes.requireSquare(a.rows(), a.columns());
    if (!RationalAlgebra.INSTANCE.transpose(a).equals(a)) {
      throw new IllegalArgumentException("inertia needs a symmetric matrix, but this is " + a);
    }
    int n = a.rows();
    BigInteger[][] x = new BigInteger[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        x[i][j] = a.numerator(i, j);
      }
    }
    int positive = 0;
    int negative = 0;
    BigInteger previous = BigInteger.ONE;
    for (int k = 0; k < n; k++) {
      if (!bringPivotTo(k, x)) {
        break;
      }
      BigInteger pivot = x[k][k];
      if (pivot.signum() == previous.signum()) {
        positive++;
      } else {
        negative++;
      }
      for (int i = k + 1; i < n; i++) {
        for (int j = k + 1; j <= i; j++) {
          boolean changes = x[i][k].signum() != 0 && x[k][j].signum() != 0;
          if (changes || x[i][j].signum() != 0) {
            BigInteger kept = pivot.multiply(x[i][j]);
            x[i][j] =
                (changes ? kept.subtract(x[i][k].multiply(x[k][j])) : kept).divide(previous);
            x[j][i] = x[i][j];
          }
        }
      }
      previous = pivot;
    }
    return new Inertia(positive, n - positive - negative, negative);
  }

  /**
   * Makes entry (k, k) nonzero by a congruence of the trailing block; false if that block is zero.
   */
  private static boolean bringPivotTo(int k, BigInteger[][] x) {
    int n = x.length;
    int smallest = -1;
    for (int i = k; i < n; i++) {
      if (x[i][i].signum() != 0
          && (smallest < 0 || x[i][i].bitLength() < x[smallest][smallest].bitLength())) {
        smallest = i;
      }
    }
    if (smallest >= 0) {
      swap(k, smallest, x);
      return true;
    }
    for (int i = k; i < n; i++) {
      for (int j = i + 1; j < n; j++) {
        if (x[i][j].signum() != 0) {
          addTo(i, j, k, x);
          swap(k, i, x);
          return true;
        }
      }
    }
    return false;
  }

  private static void addTo(int i, int j, int from, BigInteger[][] x) {
    for (int m = from; m < x.length; m++) {
      x[i][m] = x[i][m].add(x[j][m]);
    }
    for (int m = from; m < x.length; m++) {
      x[m][i] = x[m][i].add(x[m][j]);
    }
  }

  private static void swap(int k, int i, BigInteger[][] x) {
    BigInteger[] row = x[k];
    x[k] = x[i];
    x[i] = row;
    for (BigInteger[] r : x) {
      BigInteger entry = r[k];
      r[k] = r[i];
      r[i] = entry;
    }
  }
}
