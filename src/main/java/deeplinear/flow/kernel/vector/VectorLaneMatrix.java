package deeplinear.flow.kernel.vector;

import deeplinear.flow.kernel.LaneFactorization;
import deeplinear.flow.kernel.LaneMatrix;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * With the Vector API, on flat storage: the sums of up to four entries of a row stay in registers.
 * Loaded by name only where the module jdk.incubator.vector is present.
 */
public final class VectorLaneMatrix implements LaneMatrix<VectorLaneMatrix> {

  private static final VectorSpecies<Double> SPECIES =
      DoubleVector.SPECIES_PREFERRED.length() <= UNIT
          ? DoubleVector.SPECIES_PREFERRED
          : DoubleVector.SPECIES_512;

  private int rows;
  private int columns;
  private int lanes;
  private double[] own = {};
  private double[] storage = {};
  private int at;

  @Override
  public void shape(int newRows, int newColumns, int newLanes) {
    rows = newRows;
    columns = newColumns;
    lanes = newLanes;
    if (own.length < rows * columns * lanes) {
      own = new double[rows * columns * lanes];
    }
    storage = own;
    at = 0;
  }

  @Override
  public void read(double[] from, int offset) {
    storage = from;
    at = offset;
  }

  @Override
  public void redirect(double[] to, int offset) {
    storage = to;
    at = offset;
  }

  @Override
  public void flush() {}

  @Override
  public void product(VectorLaneMatrix a, VectorLaneMatrix b) {
    multiply(a.columns, a, a.columns, 1, b, b.columns, 1);
  }

  @Override
  public void productTransposedFirst(VectorLaneMatrix a, VectorLaneMatrix b) {
    multiply(a.rows, a, 1, a.columns, b, b.columns, 1);
  }

  @Override
  public void productTransposedSecond(VectorLaneMatrix a, VectorLaneMatrix b) {
    multiply(a.columns, a, a.columns, 1, b, 1, b.columns);
  }

  @Override
  public void difference(VectorLaneMatrix a, VectorLaneMatrix b) {
    int size = rows * columns * lanes;
    for (int e = 0; e < size; e += SPECIES.length()) {
      DoubleVector.fromArray(SPECIES, a.storage, a.at + e)
          .sub(DoubleVector.fromArray(SPECIES, b.storage, b.at + e))
          .intoArray(storage, at + e);
    }
  }

  @Override
  public void writeBlock(
      VectorLaneMatrix b,
      VectorLaneMatrix c,
      VectorLaneMatrix z,
      double[] to,
      int offset,
      int stride) {
    for (int l = 0; l < lanes; l += SPECIES.length()) {
      for (int i = 0; i < rows * b.rows; i++) {
        int left = at + i / b.rows * columns * lanes + l;
        int right = b.at + i % b.rows * b.columns * lanes + l;
        int coupling = c.at + i / b.rows * b.columns * lanes + l;
        int between = z.at + i % b.rows * columns * lanes + l;
        int e = offset + i * stride + l;
        for (int j = 0; j < columns; j++, left += lanes, between += lanes) {
          DoubleVector x = DoubleVector.fromArray(SPECIES, storage, left);
          DoubleVector y = DoubleVector.fromArray(SPECIES, z.storage, between);
          for (int d = 0; d < b.columns; d++, e += lanes) {
            DoubleVector.fromArray(SPECIES, c.storage, coupling + d * lanes)
                .mul(y)
                .sub(x.mul(DoubleVector.fromArray(SPECIES, b.storage, right + d * lanes)))
                .intoArray(to, e);
          }
        }
      }
    }
  }

  @Override
  public LaneFactorization factorization() {
    return new VectorLaneFactorization();
  }

  /** Sums of k terms; the strides say where the next row (down) and the next column (right) is. */
  private void multiply(
      int k, VectorLaneMatrix a, int aDown, int aRight, VectorLaneMatrix b, int bDown, int bRight) {
    int aStep = aRight * lanes;
    int aNext = aDown * lanes;
    int bStep = bDown * lanes;
    int bNext = bRight * lanes;
    int down = columns * lanes;
    double[] x = a.storage;
    double[] y = b.storage;
    for (int l = 0; l < lanes; l += SPECIES.length()) {
      int row = a.at + l;
      int to = at + l;
      int i = 0;
      for (; rows - i >= 4; i += 4, row += 4 * aNext, to += 4 * down) {
        int column = b.at + l;
        int c = to;
        int j = 0;
        for (; columns - j >= 4; j += 4, column += 4 * bNext, c += 4 * lanes) {
          block44(k, x, row, aStep, aNext, y, column, bStep, bNext, storage, c, down, lanes);
        }
        if (columns - j >= 2) {
          block42(k, x, row, aStep, aNext, y, column, bStep, bNext, storage, c, down, lanes);
          j += 2;
          column += 2 * bNext;
          c += 2 * lanes;
        }
        if (j < columns) {
          block41(k, x, row, aStep, aNext, y, column, bStep, bNext, storage, c, down, lanes);
        }
      }
      if (rows - i >= 2) {
        int column = b.at + l;
        int c = to;
        int j = 0;
        for (; columns - j >= 4; j += 4, column += 4 * bNext, c += 4 * lanes) {
          block24(k, x, row, aStep, aNext, y, column, bStep, bNext, storage, c, down, lanes);
        }
        if (columns - j >= 2) {
          block22(k, x, row, aStep, aNext, y, column, bStep, bNext, storage, c, down, lanes);
          j += 2;
          column += 2 * bNext;
          c += 2 * lanes;
        }
        if (j < columns) {
          block21(k, x, row, aStep, aNext, y, column, bStep, bNext, storage, c, down, lanes);
        }
        i += 2;
        row += 2 * aNext;
        to += 2 * down;
      }
      if (i < rows) {
        int column = b.at + l;
        int c = to;
        int j = 0;
        for (; columns - j >= 4; j += 4, column += 4 * bNext, c += 4 * lanes) {
          block14(k, x, row, aStep, aNext, y, column, bStep, bNext, storage, c, down, lanes);
        }
        for (; j < columns; j++, column += bNext, c += lanes) {
          block11(k, x, row, aStep, aNext, y, column, bStep, bNext, storage, c, down, lanes);
        }
      }
    }
  }

  private static void block44(
      int k,
      double[] a,
      int row,
      int aStep,
      int aNext,
      double[] b,
      int column,
      int bStep,
      int bNext,
      double[] c,
      int to,
      int cDown,
      int cRight) {
    DoubleVector s00 = DoubleVector.zero(SPECIES);
    DoubleVector s01 = DoubleVector.zero(SPECIES);
    DoubleVector s02 = DoubleVector.zero(SPECIES);
    DoubleVector s03 = DoubleVector.zero(SPECIES);
    DoubleVector s10 = DoubleVector.zero(SPECIES);
    DoubleVector s11 = DoubleVector.zero(SPECIES);
    DoubleVector s12 = DoubleVector.zero(SPECIES);
    DoubleVector s13 = DoubleVector.zero(SPECIES);
    DoubleVector s20 = DoubleVector.zero(SPECIES);
    DoubleVector s21 = DoubleVector.zero(SPECIES);
    DoubleVector s22 = DoubleVector.zero(SPECIES);
    DoubleVector s23 = DoubleVector.zero(SPECIES);
    DoubleVector s30 = DoubleVector.zero(SPECIES);
    DoubleVector s31 = DoubleVector.zero(SPECIES);
    DoubleVector s32 = DoubleVector.zero(SPECIES);
    DoubleVector s33 = DoubleVector.zero(SPECIES);
    int x = row;
    int y = column;
    for (int p = 0; p < k; p++, x += aStep, y += bStep) {
      DoubleVector a0 = DoubleVector.fromArray(SPECIES, a, x);
      DoubleVector a1 = DoubleVector.fromArray(SPECIES, a, x + aNext);
      DoubleVector a2 = DoubleVector.fromArray(SPECIES, a, x + 2 * aNext);
      DoubleVector a3 = DoubleVector.fromArray(SPECIES, a, x + 3 * aNext);
      DoubleVector b0 = DoubleVector.fromArray(SPECIES, b, y);
      s00 = s00.add(a0.mul(b0));
      s10 = s10.add(a1.mul(b0));
      s20 = s20.add(a2.mul(b0));
      s30 = s30.add(a3.mul(b0));
      DoubleVector b1 = DoubleVector.fromArray(SPECIES, b, y + bNext);
      s01 = s01.add(a0.mul(b1));
      s11 = s11.add(a1.mul(b1));
      s21 = s21.add(a2.mul(b1));
      s31 = s31.add(a3.mul(b1));
      DoubleVector b2 = DoubleVector.fromArray(SPECIES, b, y + 2 * bNext);
      s02 = s02.add(a0.mul(b2));
      s12 = s12.add(a1.mul(b2));
      s22 = s22.add(a2.mul(b2));
      s32 = s32.add(a3.mul(b2));
      DoubleVector b3 = DoubleVector.fromArray(SPECIES, b, y + 3 * bNext);
      s03 = s03.add(a0.mul(b3));
      s13 = s13.add(a1.mul(b3));
      s23 = s23.add(a2.mul(b3));
      s33 = s33.add(a3.mul(b3));
    }
    s00.intoArray(c, to);
    s01.intoArray(c, to + cRight);
    s02.intoArray(c, to + 2 * cRight);
    s03.intoArray(c, to + 3 * cRight);
    s10.intoArray(c, to + cDown);
    s11.intoArray(c, to + cDown + cRight);
    s12.intoArray(c, to + cDown + 2 * cRight);
    s13.intoArray(c, to + cDown + 3 * cRight);
    s20.intoArray(c, to + 2 * cDown);
    s21.intoArray(c, to + 2 * cDown + cRight);
    s22.intoArray(c, to + 2 * cDown + 2 * cRight);
    s23.intoArray(c, to + 2 * cDown + 3 * cRight);
    s30.intoArray(c, to + 3 * cDown);
    s31.intoArray(c, to + 3 * cDown + cRight);
    s32.intoArray(c, to + 3 * cDown + 2 * cRight);
    s33.intoArray(c, to + 3 * cDown + 3 * cRight);
  }

  private static void block42(
      int k,
      double[] a,
      int row,
      int aStep,
      int aNext,
      double[] b,
      int column,
      int bStep,
      int bNext,
      double[] c,
      int to,
      int cDown,
      int cRight) {
    DoubleVector s00 = DoubleVector.zero(SPECIES);
    DoubleVector s01 = DoubleVector.zero(SPECIES);
    DoubleVector s10 = DoubleVector.zero(SPECIES);
    DoubleVector s11 = DoubleVector.zero(SPECIES);
    DoubleVector s20 = DoubleVector.zero(SPECIES);
    DoubleVector s21 = DoubleVector.zero(SPECIES);
    DoubleVector s30 = DoubleVector.zero(SPECIES);
    DoubleVector s31 = DoubleVector.zero(SPECIES);
    int x = row;
    int y = column;
    for (int p = 0; p < k; p++, x += aStep, y += bStep) {
      DoubleVector a0 = DoubleVector.fromArray(SPECIES, a, x);
      DoubleVector a1 = DoubleVector.fromArray(SPECIES, a, x + aNext);
      DoubleVector a2 = DoubleVector.fromArray(SPECIES, a, x + 2 * aNext);
      DoubleVector a3 = DoubleVector.fromArray(SPECIES, a, x + 3 * aNext);
      DoubleVector b0 = DoubleVector.fromArray(SPECIES, b, y);
      s00 = s00.add(a0.mul(b0));
      s10 = s10.add(a1.mul(b0));
      s20 = s20.add(a2.mul(b0));
      s30 = s30.add(a3.mul(b0));
      DoubleVector b1 = DoubleVector.fromArray(SPECIES, b, y + bNext);
      s01 = s01.add(a0.mul(b1));
      s11 = s11.add(a1.mul(b1));
      s21 = s21.add(a2.mul(b1));
      s31 = s31.add(a3.mul(b1));
    }
    s00.intoArray(c, to);
    s01.intoArray(c, to + cRight);
    s10.intoArray(c, to + cDown);
    s11.intoArray(c, to + cDown + cRight);
    s20.intoArray(c, to + 2 * cDown);
    s21.intoArray(c, to + 2 * cDown + cRight);
    s30.intoArray(c, to + 3 * cDown);
    s31.intoArray(c, to + 3 * cDown + cRight);
  }

  private static void block41(
      int k,
      double[] a,
      int row,
      int aStep,
      int aNext,
      double[] b,
      int column,
      int bStep,
      int bNext,
      double[] c,
      int to,
      int cDown,
      int cRight) {
    DoubleVector s00 = DoubleVector.zero(SPECIES);
    DoubleVector s10 = DoubleVector.zero(SPECIES);
    DoubleVector s20 = DoubleVector.zero(SPECIES);
    DoubleVector s30 = DoubleVector.zero(SPECIES);
    int x = row;
    int y = column;
    for (int p = 0; p < k; p++, x += aStep, y += bStep) {
      DoubleVector a0 = DoubleVector.fromArray(SPECIES, a, x);
      DoubleVector a1 = DoubleVector.fromArray(SPECIES, a, x + aNext);
      DoubleVector a2 = DoubleVector.fromArray(SPECIES, a, x + 2 * aNext);
      DoubleVector a3 = DoubleVector.fromArray(SPECIES, a, x + 3 * aNext);
      DoubleVector b0 = DoubleVector.fromArray(SPECIES, b, y);
      s00 = s00.add(a0.mul(b0));
      s10 = s10.add(a1.mul(b0));
      s20 = s20.add(a2.mul(b0));
      s30 = s30.add(a3.mul(b0));
    }
    s00.intoArray(c, to);
    s10.intoArray(c, to + cDown);
    s20.intoArray(c, to + 2 * cDown);
    s30.intoArray(c, to + 3 * cDown);
  }

  private static void block24(
      int k,
      double[] a,
      int row,
      int aStep,
      int aNext,
      double[] b,
      int column,
      int bStep,
      int bNext,
      double[] c,
      int to,
      int cDown,
      int cRight) {
    DoubleVector s00 = DoubleVector.zero(SPECIES);
    DoubleVector s01 = DoubleVector.zero(SPECIES);
    DoubleVector s02 = DoubleVector.zero(SPECIES);
    DoubleVector s03 = DoubleVector.zero(SPECIES);
    DoubleVector s10 = DoubleVector.zero(SPECIES);
    DoubleVector s11 = DoubleVector.zero(SPECIES);
    DoubleVector s12 = DoubleVector.zero(SPECIES);
    DoubleVector s13 = DoubleVector.zero(SPECIES);
    int x = row;
    int y = column;
    for (int p = 0; p < k; p++, x += aStep, y += bStep) {
      DoubleVector a0 = DoubleVector.fromArray(SPECIES, a, x);
      DoubleVector a1 = DoubleVector.fromArray(SPECIES, a, x + aNext);
      DoubleVector b0 = DoubleVector.fromArray(SPECIES, b, y);
      s00 = s00.add(a0.mul(b0));
      s10 = s10.add(a1.mul(b0));
      DoubleVector b1 = DoubleVector.fromArray(SPECIES, b, y + bNext);
      s01 = s01.add(a0.mul(b1));
      s11 = s11.add(a1.mul(b1));
      DoubleVector b2 = DoubleVector.fromArray(SPECIES, b, y + 2 * bNext);
      s02 = s02.add(a0.mul(b2));
      s12 = s12.add(a1.mul(b2));
      DoubleVector b3 = DoubleVector.fromArray(SPECIES, b, y + 3 * bNext);
      s03 = s03.add(a0.mul(b3));
      s13 = s13.add(a1.mul(b3));
    }
    s00.intoArray(c, to);
    s01.intoArray(c, to + cRight);
    s02.intoArray(c, to + 2 * cRight);
    s03.intoArray(c, to + 3 * cRight);
    s10.intoArray(c, to + cDown);
    s11.intoArray(c, to + cDown + cRight);
    s12.intoArray(c, to + cDown + 2 * cRight);
    s13.intoArray(c, to + cDown + 3 * cRight);
  }

  private static void block22(
      int k,
      double[] a,
      int row,
      int aStep,
      int aNext,
      double[] b,
      int column,
      int bStep,
      int bNext,
      double[] c,
      int to,
      int cDown,
      int cRight) {
    DoubleVector s00 = DoubleVector.zero(SPECIES);
    DoubleVector s01 = DoubleVector.zero(SPECIES);
    DoubleVector s10 = DoubleVector.zero(SPECIES);
    DoubleVector s11 = DoubleVector.zero(SPECIES);
    int x = row;
    int y = column;
    for (int p = 0; p < k; p++, x += aStep, y += bStep) {
      DoubleVector a0 = DoubleVector.fromArray(SPECIES, a, x);
      DoubleVector a1 = DoubleVector.fromArray(SPECIES, a, x + aNext);
      DoubleVector b0 = DoubleVector.fromArray(SPECIES, b, y);
      s00 = s00.add(a0.mul(b0));
      s10 = s10.add(a1.mul(b0));
      DoubleVector b1 = DoubleVector.fromArray(SPECIES, b, y + bNext);
      s01 = s01.add(a0.mul(b1));
      s11 = s11.add(a1.mul(b1));
    }
    s00.intoArray(c, to);
    s01.intoArray(c, to + cRight);
    s10.intoArray(c, to + cDown);
    s11.intoArray(c, to + cDown + cRight);
  }

  private static void block21(
      int k,
      double[] a,
      int row,
      int aStep,
      int aNext,
      double[] b,
      int column,
      int bStep,
      int bNext,
      double[] c,
      int to,
      int cDown,
      int cRight) {
    DoubleVector s00 = DoubleVector.zero(SPECIES);
    DoubleVector s10 = DoubleVector.zero(SPECIES);
    int x = row;
    int y = column;
    for (int p = 0; p < k; p++, x += aStep, y += bStep) {
      DoubleVector a0 = DoubleVector.fromArray(SPECIES, a, x);
      DoubleVector a1 = DoubleVector.fromArray(SPECIES, a, x + aNext);
      DoubleVector b0 = DoubleVector.fromArray(SPECIES, b, y);
      s00 = s00.add(a0.mul(b0));
      s10 = s10.add(a1.mul(b0));
    }
    s00.intoArray(c, to);
    s10.intoArray(c, to + cDown);
  }

  private static void block14(
      int k,
      double[] a,
      int row,
      int aStep,
      int aNext,
      double[] b,
      int column,
      int bStep,
      int bNext,
      double[] c,
      int to,
      int cDown,
      int cRight) {
    DoubleVector s00 = DoubleVector.zero(SPECIES);
    DoubleVector s01 = DoubleVector.zero(SPECIES);
    DoubleVector s02 = DoubleVector.zero(SPECIES);
    DoubleVector s03 = DoubleVector.zero(SPECIES);
    int x = row;
    int y = column;
    for (int p = 0; p < k; p++, x += aStep, y += bStep) {
      DoubleVector a0 = DoubleVector.fromArray(SPECIES, a, x);
      DoubleVector b0 = DoubleVector.fromArray(SPECIES, b, y);
      s00 = s00.add(a0.mul(b0));
      DoubleVector b1 = DoubleVector.fromArray(SPECIES, b, y + bNext);
      s01 = s01.add(a0.mul(b1));
      DoubleVector b2 = DoubleVector.fromArray(SPECIES, b, y + 2 * bNext);
      s02 = s02.add(a0.mul(b2));
      DoubleVector b3 = DoubleVector.fromArray(SPECIES, b, y + 3 * bNext);
      s03 = s03.add(a0.mul(b3));
    }
    s00.intoArray(c, to);
    s01.intoArray(c, to + cRight);
    s02.intoArray(c, to + 2 * cRight);
    s03.intoArray(c, to + 3 * cRight);
  }

  private static void block11(
      int k,
      double[] a,
      int row,
      int aStep,
      int aNext,
      double[] b,
      int column,
      int bStep,
      int bNext,
      double[] c,
      int to,
      int cDown,
      int cRight) {
    DoubleVector s00 = DoubleVector.zero(SPECIES);
    int x = row;
    int y = column;
    for (int p = 0; p < k; p++, x += aStep, y += bStep) {
      DoubleVector a0 = DoubleVector.fromArray(SPECIES, a, x);
      DoubleVector b0 = DoubleVector.fromArray(SPECIES, b, y);
      s00 = s00.add(a0.mul(b0));
    }
    s00.intoArray(c, to);
  }
}
