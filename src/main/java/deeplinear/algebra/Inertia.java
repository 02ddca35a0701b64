package deeplinear.algebra;

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
    FractionFree x = new FractionFree(a);
    int positive = 0;
    int negative = 0;
    for (int k = 0; k < n && bringPivotTo(k, x); k++) {
      if (x.signum(k, k) == x.pivot().signum()) {
        positive++;
      } else {
        negative++;
      }
      x.eliminateSymmetrically(k);
    }
    return new Inertia(positive, n - positive - negative, negative);
  }

  /**
   * Makes entry (k, k) nonzero by a congruence of the trailing block; false if that block is zero.
   */
  private static boolean bringPivotTo(int k, FractionFree x) {
    int n = x.rows();
    for (int i = k; i < n; i++) {
      if (x.signum(i, i) != 0) {
        swap(k, i, x);
        return true;
      }
    }
    for (int i = k; i < n; i++) {
      for (int j = i + 1; j < n; j++) {
        if (x.signum(i, j) != 0) {
          x.addSymmetrically(i, j);
          swap(k, i, x);
          return true;
        }
      }
    }
    return false;
  }

  private static void swap(int k, int i, FractionFree x) {
    if (i != k) {
      x.swapRows(k, i);
      x.swapColumns(k, i);
    }
  }
}
