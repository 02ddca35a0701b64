package deeplinear.flow.kernel.vector;

import deeplinear.flow.kernel.Multiplication;
import java.util.Arrays;
import java.util.Locale;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Products with the Vector API, for large matrices. B is copied into panels of two or three vectors
 * across, at most {@link #DEPTH} rows of it at a time so that they stay in the cache; then blocks
 * of four rows of C and one panel are summed in registers with fused operations. Twelve sums of a
 * panel of three hide the latency of two fused units and leave room in sixteen registers. What lies
 * beyond the edge of C is computed from leftovers and dropped.
 */
public final class VectorMultiplication implements Multiplication {

  private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;
  private static final int LANES = SPECIES.length();
  private static final int ROWS = 4;
  private static final int WIDEST = 3 * LANES;

  /** Against 128: 81 for 69 GFLOP/s at n = 256, 70 for 68 at n = 512, measured on Java 17. */
  private static final int DEPTH = 256;

  private final double[] edgeRows = new double[ROWS * DEPTH];
  private final double[] edge = new double[ROWS * WIDEST];
  private double[] panels = new double[0];

  @Override
  public String name() {
    return String.format(Locale.ROOT, "Vector API of %d bits", SPECIES.vectorBitSize());
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

  /** Three vectors across, but two where four or fewer, though not just three, are left. */
  private static int across(int left) {
    return left > 4 * LANES || (left > 2 * LANES && left <= 3 * LANES) ? WIDEST : 2 * LANES;
  }

  /** The entry (i, l) of A lies at aAt + i aDown + l aRight, and likewise for B. */
  private void product(
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
    Arrays.fill(c, cAt, cAt + m * n, 0);
    for (int from = 0; from < k; from += DEPTH) {
      int deep = Math.min(DEPTH, k - from);
      fillPanels(deep, n, b, bAt + from * bDown, bDown, bRight);
      for (int i = 0; i < m; i += ROWS) {
        int rows = Math.min(ROWS, m - i);
        int p = aAt + i * aDown + from * aRight;
        if (rows == ROWS) {
          strip(deep, n, rows, a, p, aDown, aRight, c, cAt + i * n);
        } else {
          for (int x = 0; x < rows; x++) {
            for (int l = 0; l < deep; l++) {
              edgeRows[x * DEPTH + l] = a[p + x * aDown + l * aRight];
            }
          }
          strip(deep, n, rows, edgeRows, 0, DEPTH, 1, c, cAt + i * n);
        }
      }
    }
  }

  /** A panel after another, each row by row; beyond B they keep what they held. */
  private void fillPanels(int k, int n, double[] b, int bAt, int bDown, int bRight) {
    if (panels.length < k * (n + WIDEST)) {
      panels = new double[k * (n + WIDEST)];
    }
    int to = 0;
    for (int j = 0, wide; j < n; j += wide, to += wide * k) {
      wide = across(n - j);
      int real = Math.min(wide, n - j);
      if (bRight == 1) {
        for (int l = 0; l < k; l++) {
          System.arraycopy(b, bAt + l * bDown + j, panels, to + l * wide, real);
        }
      } else {
        for (int y = 0; y < real; y++) {
          int q = bAt + (j + y) * bRight;
          for (int l = 0; l < k; l++) {
            panels[to + l * wide + y] = b[q + l * bDown];
          }
        }
      }
    }
  }

  /** At most four rows of C, to which the products with all panels are added. */
  private void strip(
      int k, int n, int rows, double[] a, int aAt, int aDown, int aRight, double[] c, int cAt) {
    int from = 0;
    for (int j = 0, wide; j < n; j += wide, from += wide * k) {
      wide = across(n - j);
      int real = Math.min(wide, n - j);
      boolean inside = rows == ROWS && real == wide;
      double[] sums = inside ? c : edge;
      int at = inside ? cAt + j : 0;
      int down = inside ? n : wide;
      if (!inside) {
        Arrays.fill(edge, 0);
      }
      if (wide == WIDEST) {
        three(k, a, aAt, aDown, aRight, panels, from, sums, at, down);
      } else {
        two(k, a, aAt, aDown, aRight, panels, from, sums, at, down);
      }
      if (!inside) {
        for (int x = 0; x < rows; x++) {
          for (int y = 0; y < real; y++) {
            c[cAt + x * n + j + y] += edge[x * wide + y];
          }
        }
      }
    }
  }

  private static DoubleVector load(double[] x, int at) {
    return DoubleVector.fromArray(SPECIES, x, at);
  }

  /** Four rows, three vectors across. */
  private static void three(
      int k,
      double[] a,
      int aAt,
      int aDown,
      int aRight,
      double[] b,
      int bAt,
      double[] c,
      int cAt,
      int cDown) {
    int r1 = cAt + cDown;
    int r2 = r1 + cDown;
    int r3 = r2 + cDown;
    DoubleVector c00 = load(c, cAt);
    DoubleVector c01 = load(c, cAt + LANES);
    DoubleVector c02 = load(c, cAt + 2 * LANES);
    DoubleVector c10 = load(c, r1);
    DoubleVector c11 = load(c, r1 + LANES);
    DoubleVector c12 = load(c, r1 + 2 * LANES);
    DoubleVector c20 = load(c, r2);
    DoubleVector c21 = load(c, r2 + LANES);
    DoubleVector c22 = load(c, r2 + 2 * LANES);
    DoubleVector c30 = load(c, r3);
    DoubleVector c31 = load(c, r3 + LANES);
    DoubleVector c32 = load(c, r3 + 2 * LANES);
    int p0 = aAt;
    int p1 = p0 + aDown;
    int p2 = p1 + aDown;
    int p3 = p2 + aDown;
    int q = bAt;
    for (int l = 0; l < k; l++) {
      DoubleVector b0 = load(b, q);
      DoubleVector b1 = load(b, q + LANES);
      DoubleVector b2 = load(b, q + 2 * LANES);
      DoubleVector x = DoubleVector.broadcast(SPECIES, a[p0]);
      c00 = x.fma(b0, c00);
      c01 = x.fma(b1, c01);
      c02 = x.fma(b2, c02);
      x = DoubleVector.broadcast(SPECIES, a[p1]);
      c10 = x.fma(b0, c10);
      c11 = x.fma(b1, c11);
      c12 = x.fma(b2, c12);
      x = DoubleVector.broadcast(SPECIES, a[p2]);
      c20 = x.fma(b0, c20);
      c21 = x.fma(b1, c21);
      c22 = x.fma(b2, c22);
      x = DoubleVector.broadcast(SPECIES, a[p3]);
      c30 = x.fma(b0, c30);
      c31 = x.fma(b1, c31);
      c32 = x.fma(b2, c32);
      p0 += aRight;
      p1 += aRight;
      p2 += aRight;
      p3 += aRight;
      q += WIDEST;
    }
    c00.intoArray(c, cAt);
    c01.intoArray(c, cAt + LANES);
    c02.intoArray(c, cAt + 2 * LANES);
    c10.intoArray(c, r1);
    c11.intoArray(c, r1 + LANES);
    c12.intoArray(c, r1 + 2 * LANES);
    c20.intoArray(c, r2);
    c21.intoArray(c, r2 + LANES);
    c22.intoArray(c, r2 + 2 * LANES);
    c30.intoArray(c, r3);
    c31.intoArray(c, r3 + LANES);
    c32.intoArray(c, r3 + 2 * LANES);
  }

  /** Four rows, two vectors across. */
  private static void two(
      int k,
      double[] a,
      int aAt,
      int aDown,
      int aRight,
      double[] b,
      int bAt,
      double[] c,
      int cAt,
      int cDown) {
    int r1 = cAt + cDown;
    int r2 = r1 + cDown;
    int r3 = r2 + cDown;
    DoubleVector c00 = load(c, cAt);
    DoubleVector c01 = load(c, cAt + LANES);
    DoubleVector c10 = load(c, r1);
    DoubleVector c11 = load(c, r1 + LANES);
    DoubleVector c20 = load(c, r2);
    DoubleVector c21 = load(c, r2 + LANES);
    DoubleVector c30 = load(c, r3);
    DoubleVector c31 = load(c, r3 + LANES);
    int p0 = aAt;
    int p1 = p0 + aDown;
    int p2 = p1 + aDown;
    int p3 = p2 + aDown;
    int q = bAt;
    for (int l = 0; l < k; l++) {
      DoubleVector b0 = load(b, q);
      DoubleVector b1 = load(b, q + LANES);
      DoubleVector x = DoubleVector.broadcast(SPECIES, a[p0]);
      c00 = x.fma(b0, c00);
      c01 = x.fma(b1, c01);
      x = DoubleVector.broadcast(SPECIES, a[p1]);
      c10 = x.fma(b0, c10);
      c11 = x.fma(b1, c11);
      x = DoubleVector.broadcast(SPECIES, a[p2]);
      c20 = x.fma(b0, c20);
      c21 = x.fma(b1, c21);
      x = DoubleVector.broadcast(SPECIES, a[p3]);
      c30 = x.fma(b0, c30);
      c31 = x.fma(b1, c31);
      p0 += aRight;
      p1 += aRight;
      p2 += aRight;
      p3 += aRight;
      q += 2 * LANES;
    }
    c00.intoArray(c, cAt);
    c01.intoArray(c, cAt + LANES);
    c10.intoArray(c, r1);
    c11.intoArray(c, r1 + LANES);
    c20.intoArray(c, r2);
    c21.intoArray(c, r2 + LANES);
    c30.intoArray(c, r3);
    c31.intoArray(c, r3 + LANES);
  }
}
