package deeplinear.flow.kernel;

import java.util.Arrays;

/**
 * In plain Java: every entry has an array of its own, over the lanes, and the innermost loops run
 * over lanes, with up to four terms in one pass. Just-in-time compilers make vector instructions of
 * such loops only while no offset is added to the index, hence the copies from and to flat storage.
 */
public final class PlainLaneMatrix implements LaneMatrix<PlainLaneMatrix> {

  private int rows;
  private int columns;
  private int lanes;
  private double[][] entries = {};
  private double[] storage = {};
  private int at;

  @Override
  public void shape(int newRows, int newColumns, int newLanes) {
    rows = newRows;
    columns = newColumns;
    lanes = newLanes;
    int known = entries.length;
    if (known < rows * columns) {
      entries = Arrays.copyOf(entries, rows * columns);
    }
    for (int e = 0; e < rows * columns; e++) {
      if (e >= known || entries[e].length < lanes) {
        entries[e] = new double[lanes];
      }
    }
  }

  @Override
  public void read(double[] from, int offset) {
    for (int e = 0; e < rows * columns; e++) {
      System.arraycopy(from, offset + e * lanes, entries[e], 0, lanes);
    }
  }

  @Override
  public void redirect(double[] to, int offset) {
    storage = to;
    at = offset;
  }

  @Override
  public void flush() {
    for (int e = 0; e < rows * columns; e++) {
      System.arraycopy(entries[e], 0, storage, at + e * lanes, lanes);
    }
  }

  @Override
  public void product(PlainLaneMatrix a, PlainLaneMatrix b) {
    multiply(a.columns, a.entries, a.columns, 1, b.entries, b.columns, 1);
  }

  @Override
  public void productTransposedFirst(PlainLaneMatrix a, PlainLaneMatrix b) {
    multiply(a.rows, a.entries, 1, a.columns, b.entries, b.columns, 1);
  }

  @Override
  public void productTransposedSecond(PlainLaneMatrix a, PlainLaneMatrix b) {
    multiply(a.columns, a.entries, a.columns, 1, b.entries, 1, b.columns);
  }

  @Override
  public void difference(PlainLaneMatrix a, PlainLaneMatrix b) {
    for (int e = 0; e < rows * columns; e++) {
      subtract(lanes, a.entries[e], b.entries[e], entries[e]);
    }
  }

  @Override
  public void writeBlock(
      PlainLaneMatrix b,
      PlainLaneMatrix c,
      PlainLaneMatrix z,
      double[] to,
      int offset,
      int stride) {
    for (int i = 0; i < rows * b.rows; i++) {
      double[][] left = row(entries, i / b.rows, columns);
      double[][] right = row(b.entries, i % b.rows, b.columns);
      double[][] coupling = row(c.entries, i / b.rows, b.columns);
      double[][] between = row(z.entries, i % b.rows, columns);
      int e = offset + i * stride;
      for (int j = 0; j < columns; j++) {
        for (int d = 0; d < b.columns; d++, e += lanes) {
          write(lanes, coupling[d], between[j], left[j], right[d], to, e);
        }
      }
    }
  }

  private static double[][] row(double[][] entries, int i, int columns) {
    return Arrays.copyOfRange(entries, i * columns, (i + 1) * columns);
  }

  private static void write(
      int lanes, double[] c, double[] z, double[] a, double[] b, double[] to, int e) {
    for (int l = 0; l < lanes; l++) {
      to[e + l] = c[l] * z[l] - a[l] * b[l];
    }
  }

  @Override
  public LaneFactorization factorization() {
    return new PlainLaneFactorization();
  }

  private static void subtract(int lanes, double[] a, double[] b, double[] c) {
    for (int l = 0; l < lanes; l++) {
      c[l] = a[l] - b[l];
    }
  }

  /** Sums of k terms; the strides say where the next row (down) and the next column (right) is. */
  private void multiply(
      int k, double[][] a, int aDown, int aRight, double[][] b, int bDown, int bRight) {
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < columns; j++) {
        double[] sum = entries[i * columns + j];
        int x = i * aDown;
        int y = j * bRight;
        int p = Math.min(k, 4);
        first(lanes, p, a, x, aRight, b, y, bDown, sum);
        for (; p < k; p += 4) {
          next(lanes, k - p, a, x + p * aRight, aRight, b, y + p * bDown, bDown, sum);
        }
      }
    }
  }

  private static void first(
      int lanes,
      int k,
      double[][] a,
      int x,
      int aStep,
      double[][] b,
      int y,
      int bStep,
      double[] c) {
    if (k >= 4) {
      first4(
          lanes,
          a[x],
          a[x + aStep],
          a[x + 2 * aStep],
          a[x + 3 * aStep],
          b[y],
          b[y + bStep],
          b[y + 2 * bStep],
          b[y + 3 * bStep],
          c);
    } else if (k == 3) {
      first3(lanes, a[x], a[x + aStep], a[x + 2 * aStep], b[y], b[y + bStep], b[y + 2 * bStep], c);
    } else if (k == 2) {
      first2(lanes, a[x], a[x + aStep], b[y], b[y + bStep], c);
    } else {
      first1(lanes, a[x], b[y], c);
    }
  }

  private static void next(
      int lanes,
      int k,
      double[][] a,
      int x,
      int aStep,
      double[][] b,
      int y,
      int bStep,
      double[] c) {
    if (k >= 4) {
      next4(
          lanes,
          a[x],
          a[x + aStep],
          a[x + 2 * aStep],
          a[x + 3 * aStep],
          b[y],
          b[y + bStep],
          b[y + 2 * bStep],
          b[y + 3 * bStep],
          c);
    } else if (k == 3) {
      next3(lanes, a[x], a[x + aStep], a[x + 2 * aStep], b[y], b[y + bStep], b[y + 2 * bStep], c);
    } else if (k == 2) {
      next2(lanes, a[x], a[x + aStep], b[y], b[y + bStep], c);
    } else {
      next1(lanes, a[x], b[y], c);
    }
  }

  private static void first1(int lanes, double[] a, double[] b, double[] c) {
    for (int l = 0; l < lanes; l++) {
      c[l] = 0.0 + a[l] * b[l];
    }
  }

  private static void first2(
      int lanes, double[] a0, double[] a1, double[] b0, double[] b1, double[] c) {
    for (int l = 0; l < lanes; l++) {
      c[l] = 0.0 + a0[l] * b0[l] + a1[l] * b1[l];
    }
  }

  private static void first3(
      int lanes,
      double[] a0,
      double[] a1,
      double[] a2,
      double[] b0,
      double[] b1,
      double[] b2,
      double[] c) {
    for (int l = 0; l < lanes; l++) {
      c[l] = 0.0 + a0[l] * b0[l] + a1[l] * b1[l] + a2[l] * b2[l];
    }
  }

  private static void first4(
      int lanes,
      double[] a0,
      double[] a1,
      double[] a2,
      double[] a3,
      double[] b0,
      double[] b1,
      double[] b2,
      double[] b3,
      double[] c) {
    for (int l = 0; l < lanes; l++) {
      c[l] = 0.0 + a0[l] * b0[l] + a1[l] * b1[l] + a2[l] * b2[l] + a3[l] * b3[l];
    }
  }

  private static void next1(int lanes, double[] a, double[] b, double[] c) {
    for (int l = 0; l < lanes; l++) {
      c[l] = c[l] + a[l] * b[l];
    }
  }

  private static void next2(
      int lanes, double[] a0, double[] a1, double[] b0, double[] b1, double[] c) {
    for (int l = 0; l < lanes; l++) {
      c[l] = c[l] + a0[l] * b0[l] + a1[l] * b1[l];
    }
  }

  private static void next3(
      int lanes,
      double[] a0,
      double[] a1,
      double[] a2,
      double[] b0,
      double[] b1,
      double[] b2,
      double[] c) {
    for (int l = 0; l < lanes; l++) {
      c[l] = c[l] + a0[l] * b0[l] + a1[l] * b1[l] + a2[l] * b2[l];
    }
  }

  private static void next4(
      int lanes,
      double[] a0,
      double[] a1,
      double[] a2,
      double[] a3,
      double[] b0,
      double[] b1,
      double[] b2,
      double[] b3,
      double[] c) {
    for (int l = 0; l < lanes; l++) {
      c[l] = c[l] + a0[l] * b0[l] + a1[l] * b1[l] + a2[l] * b2[l] + a3[l] * b3[l];
    }
  }
}
