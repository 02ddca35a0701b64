package deeplinear.flow.kernel;

/**
 * Products in plain Java: blocks of 4 × 4 entries are summed in registers, so each number read
 * serves four sums; the last block of a row or column overlaps the one before it. Every entry is
 * summed in the order of the inner index, without fused operations: the result is the same on every
 * machine. Steps between rows and between columns make one loop serve all transpositions.
 */
final class PlainMultiplication implements Multiplication {

  @Override
  public String name() {
    return "plain Java";
  }

  @Override
  public void multiply(
      int m, int k, int n, double[] a, int aAt, double[] b, int bAt, double[] c, int cAt) {
    product(m, k, n, a, aAt, k, 1, b, bAt, n, 1, c, cAt);
  }

  @Override
  public void transposedTimes(
      int m, int k, int n, double[] a, int aAt, double[] b, int bAt, double[] c, int cAt) {
    product(m, k, n, a, aAt, 1, m, b, bAt, n, 1, c, cAt);
  }

  @Override
  public void timesTransposed(
      int m, int k, int n, double[] a, int aAt, double[] b, int bAt, double[] c, int cAt) {
    product(m, k, n, a, aAt, k, 1, b, bAt, 1, k, c, cAt);
  }

  /** The entry (i, l) of A lies at aAt + i aDown + l aRight, and likewise for B. */
  private static void product(
      int m,
      int k,
      int n,
      double[] a,
      int aAt,
      int aDown,
      int aRight,
      double[] b,
      int bAt,
      int bDown,
      int bRight,
      double[] c,
      int cAt) {
    if (m == 1 && n == 1) {
      double sum = 0;
      for (int l = 0; l < k; l++) {
        sum += a[aAt + l * aRight] * b[bAt + l * bDown];
      }
      c[cAt] = sum;
      return;
    }
    boolean isStrip = Math.min(m, n) == 1 && Math.max(m, n) >= 4;
    if (Math.min(m, n) < 4 && !isStrip) {
      for (int i = 0; i < m; i += 3) {
        int p = aAt + i * aDown;
        for (int j = 0; j < n; j += 3) {
          int q = bAt + j * bRight;
          corner(m - i, k, n - j, a, p, aDown, aRight, b, q, bDown, bRight, c, cAt + i * n + j, n);
        }
      }
      return;
    }
    // What four does not divide: an overlapping block, but a strip of its own if one wide.
    int blockedRows = m % 4 == 1 ? m - 1 : m;
    int blockedColumns = n % 4 == 1 ? n - 1 : n;
    for (int i = 0; i < blockedRows; i += 4) {
      int top = Math.min(i, m - 4);
      int p = aAt + top * aDown;
      int r = cAt + top * n;
      for (int j = 0; j < blockedColumns; j += 4) {
        int left = Math.min(j, n - 4);
        int q = bAt + left * bRight;
        block(k, a, p, aDown, aRight, b, q, bDown, bRight, c, r + left, n);
      }
      if (blockedColumns < n) {
        int q = bAt + blockedColumns * bRight;
        column(k, a, p, aDown, aRight, b, q, bDown, c, r + blockedColumns, n);
      }
    }
    if (blockedRows < m) {
      int p = aAt + blockedRows * aDown;
      int r = cAt + blockedRows * n;
      for (int j = 0; j < blockedColumns; j += 4) {
        int left = Math.min(j, n - 4);
        row(k, a, p, aRight, b, bAt + left * bRight, bDown, bRight, c, r + left);
      }
      if (blockedColumns < n) {
        int q = bAt + blockedColumns * bRight;
        product(1, k, 1, a, p, aDown, aRight, b, q, bDown, bRight, c, r + blockedColumns);
      }
    }
  }

  /** Three by three entries; rows and columns that C lacks repeat its last ones. */
  private static void corner(
      int m,
      int k,
      int n,
      double[] a,
      int aAt,
      int aDown,
      int aRight,
      double[] b,
      int bAt,
      int bDown,
      int bRight,
      double[] c,
      int cAt,
      int cDown) {
    int second = m > 1 ? aDown : 0;
    int third = m > 2 ? 2 * aDown : second;
    int right = n > 1 ? bRight : 0;
    int last = n > 2 ? 2 * bRight : right;
    double c00 = 0;
    double c01 = 0;
    double c02 = 0;
    double c10 = 0;
    double c11 = 0;
    double c12 = 0;
    double c20 = 0;
    double c21 = 0;
    double c22 = 0;
    int p = aAt;
    int q = bAt;
    for (int l = 0; l < k; l++) {
      double a0 = a[p];
      double a1 = a[p + second];
      double a2 = a[p + third];
      double b0 = b[q];
      double b1 = b[q + right];
      double b2 = b[q + last];
      c00 += a0 * b0;
      c01 += a0 * b1;
      c02 += a0 * b2;
      c10 += a1 * b0;
      c11 += a1 * b1;
      c12 += a1 * b2;
      c20 += a2 * b0;
      c21 += a2 * b1;
      c22 += a2 * b2;
      p += aRight;
      q += bDown;
    }
    int down = m > 1 ? cDown : 0;
    int bottom = m > 2 ? 2 * cDown : down;
    int middle = n > 1 ? 1 : 0;
    int end = n > 2 ? 2 : middle;
    c[cAt] = c00;
    c[cAt + middle] = c01;
    c[cAt + end] = c02;
    c[cAt + down] = c10;
    c[cAt + down + middle] = c11;
    c[cAt + down + end] = c12;
    c[cAt + bottom] = c20;
    c[cAt + bottom + middle] = c21;
    c[cAt + bottom + end] = c22;
  }

  /** Four by four entries. */
  private static void block(
      int k,
      double[] a,
      int aAt,
      int aDown,
      int aRight,
      double[] b,
      int bAt,
      int bDown,
      int bRight,
      double[] c,
      int cAt,
      int cDown) {
    double c00 = 0;
    double c01 = 0;
    double c02 = 0;
    double c03 = 0;
    double c10 = 0;
    double c11 = 0;
    double c12 = 0;
    double c13 = 0;
    double c20 = 0;
    double c21 = 0;
    double c22 = 0;
    double c23 = 0;
    double c30 = 0;
    double c31 = 0;
    double c32 = 0;
    double c33 = 0;
    int p = aAt;
    int q = bAt;
    for (int l = 0; l < k; l++) {
      double a0 = a[p];
      double a1 = a[p + aDown];
      double a2 = a[p + 2 * aDown];
      double a3 = a[p + 3 * aDown];
      double b0 = b[q];
      double b1 = b[q + bRight];
      double b2 = b[q + 2 * bRight];
      double b3 = b[q + 3 * bRight];
      c00 += a0 * b0;
      c01 += a0 * b1;
      c02 += a0 * b2;
      c03 += a0 * b3;
      c10 += a1 * b0;
      c11 += a1 * b1;
      c12 += a1 * b2;
      c13 += a1 * b3;
      c20 += a2 * b0;
      c21 += a2 * b1;
      c22 += a2 * b2;
      c23 += a2 * b3;
      c30 += a3 * b0;
      c31 += a3 * b1;
      c32 += a3 * b2;
      c33 += a3 * b3;
      p += aRight;
      q += bDown;
    }
    put(c, cAt, 1, c00, c01, c02, c03);
    put(c, cAt + cDown, 1, c10, c11, c12, c13);
    put(c, cAt + 2 * cDown, 1, c20, c21, c22, c23);
    put(c, cAt + 3 * cDown, 1, c30, c31, c32, c33);
  }

  private static void put(
      double[] c, int at, int step, double c0, double c1, double c2, double c3) {
    c[at] = c0;
    c[at + step] = c1;
    c[at + 2 * step] = c2;
    c[at + 3 * step] = c3;
  }

  /** Four entries of a row. */
  private static void row(
      int k,
      double[] a,
      int aAt,
      int aRight,
      double[] b,
      int bAt,
      int bDown,
      int bRight,
      double[] c,
      int cAt) {
    double c0 = 0;
    double c1 = 0;
    double c2 = 0;
    double c3 = 0;
    int p = aAt;
    int q = bAt;
    for (int l = 0; l < k; l++) {
      double x = a[p];
      c0 += x * b[q];
      c1 += x * b[q + bRight];
      c2 += x * b[q + 2 * bRight];
      c3 += x * b[q + 3 * bRight];
      p += aRight;
      q += bDown;
    }
    put(c, cAt, 1, c0, c1, c2, c3);
  }

  /** Four entries of a column. */
  private static void column(
      int k,
      double[] a,
      int aAt,
      int aDown,
      int aRight,
      double[] b,
      int bAt,
      int bDown,
      double[] c,
      int cAt,
      int cDown) {
    double c0 = 0;
    double c1 = 0;
    double c2 = 0;
    double c3 = 0;
    int p = aAt;
    int q = bAt;
    for (int l = 0; l < k; l++) {
      double y = b[q];
      c0 += a[p] * y;
      c1 += a[p + aDown] * y;
      c2 += a[p + 2 * aDown] * y;
      c3 += a[p + 3 * aDown] * y;
      p += aRight;
      q += bDown;
    }
    put(c, cAt, cDown, c0, c1, c2, c3);
  }
}
