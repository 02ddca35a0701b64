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
    int bStep = bDown * lanes;
    int bNext = bRight * lanes;
    for (int l = 0; l < lanes; l += SPECIES.length()) {
      for (int i = 0; i < rows; i++) {
        int x = a.at + i * aDown * lanes + l;
        int y = b.at + l;
        int to = at + i * columns * lanes + l;
        int j = 0;
        for (; columns - j >= 4; j += 4, y += 4 * bNext, to += 4 * lanes) {
          four(k, a.storage, x, aStep, b.storage, y, bStep, bNext, storage, to, lanes);
        }
        for (; columns - j >= 2; j += 2, y += 2 * bNext, to += 2 * lanes) {
          two(k, a.storage, x, aStep, b.storage, y, bStep, bNext, storage, to, lanes);
        }
        if (j < columns) {
          one(k, a.storage, x, aStep, b.storage, y, bStep, storage, to);
        }
      }
    }
  }

  private static void four(
      int k,
      double[] a,
      int row,
      int aStep,
      double[] b,
      int column,
      int bStep,
      int bNext,
      double[] c,
      int to,
      int lanes) {
    DoubleVector s0 = DoubleVector.zero(SPECIES);
    DoubleVector s1 = s0;
    DoubleVector s2 = s0;
    DoubleVector s3 = s0;
    int x = row;
    int y = column;
    for (int p = 0; p < k; p++, x += aStep, y += bStep) {
      DoubleVector f = DoubleVector.fromArray(SPECIES, a, x);
      s0 = s0.add(f.mul(DoubleVector.fromArray(SPECIES, b, y)));
      s1 = s1.add(f.mul(DoubleVector.fromArray(SPECIES, b, y + bNext)));
      s2 = s2.add(f.mul(DoubleVector.fromArray(SPECIES, b, y + 2 * bNext)));
      s3 = s3.add(f.mul(DoubleVector.fromArray(SPECIES, b, y + 3 * bNext)));
    }
    s0.intoArray(c, to);
    s1.intoArray(c, to + lanes);
    s2.intoArray(c, to + 2 * lanes);
    s3.intoArray(c, to + 3 * lanes);
  }

  private static void two(
      int k,
      double[] a,
      int row,
      int aStep,
      double[] b,
      int column,
      int bStep,
      int bNext,
      double[] c,
      int to,
      int lanes) {
    DoubleVector s0 = DoubleVector.zero(SPECIES);
    DoubleVector s1 = s0;
    int x = row;
    int y = column;
    for (int p = 0; p < k; p++, x += aStep, y += bStep) {
      DoubleVector f = DoubleVector.fromArray(SPECIES, a, x);
      s0 = s0.add(f.mul(DoubleVector.fromArray(SPECIES, b, y)));
      s1 = s1.add(f.mul(DoubleVector.fromArray(SPECIES, b, y + bNext)));
    }
    s0.intoArray(c, to);
    s1.intoArray(c, to + lanes);
  }

  private static void one(
      int k,
      double[] a,
      int row,
      int aStep,
      double[] b,
      int column,
      int bStep,
      double[] c,
      int to) {
    DoubleVector s = DoubleVector.zero(SPECIES);
    int x = row;
    int y = column;
    for (int p = 0; p < k; p++, x += aStep, y += bStep) {
      s = s.add(DoubleVector.fromArray(SPECIES, a, x).mul(DoubleVector.fromArray(SPECIES, b, y)));
    }
    s.intoArray(c, to);
  }
}
