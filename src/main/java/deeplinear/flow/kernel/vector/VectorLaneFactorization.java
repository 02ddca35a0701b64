package deeplinear.flow.kernel.vector;

import deeplinear.flow.kernel.LaneFactorization;
import deeplinear.flow.kernel.LaneMatrix;
import java.util.Arrays;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * With the Vector API. {@link LaneMatrix#UNIT} lanes at a time are packed into panels of four rows:
 * entry (i, k) of a panel stands at (4k + i) · UNIT from its beginning on. The sums of four by four
 * entries stay in registers. Loaded by name only where the module jdk.incubator.vector is present.
 */
public final class VectorLaneFactorization implements LaneFactorization {

  private static final VectorSpecies<Double> SPECIES =
      DoubleVector.SPECIES_PREFERRED.length() <= LaneMatrix.UNIT
          ? DoubleVector.SPECIES_PREFERRED
          : DoubleVector.SPECIES_512;

  private static final int UNIT = LaneMatrix.UNIT;
  private static final int HEIGHT = 4;

  /** From one column of a panel to the next. */
  private static final int TILE = HEIGHT * UNIT;

  private int dimension;
  private int lanes;
  private int panels;
  private int groupSize;
  private double[] packed = {};
  private double[] diagonals = {};
  private double[] pivots = {};
  private double[] inverses = {};
  private double[] x = {};
  private boolean[] positive = {};

  @Override
  public void factorize(int newDimension, int newLanes, double[] jacobians, double[] shifts) {
    dimension = newDimension;
    lanes = newLanes;
    panels = (dimension + HEIGHT - 1) / HEIGHT;
    groupSize = start(panels);
    grow();
    for (int l = 0; l < lanes; l++) {
      positive[l] = true;
    }
    for (int group = 0; group < lanes / UNIT; group++) {
      pack(jacobians, shifts, group);
      for (int l = 0; l < UNIT; l += SPECIES.length()) {
        for (int p = 0; p < panels; p++) {
          panel(group, p, l);
        }
      }
      judge(group);
    }
  }

  /** Where a panel begins, counted from the first of its group. */
  private static int start(int panel) {
    return panel * (panel + 1) / 2 * HEIGHT * TILE;
  }

  private void grow() {
    int groups = lanes / UNIT;
    if (packed.length < groups * groupSize) {
      packed = new double[groups * groupSize];
    }
    int rows = panels * TILE;
    if (inverses.length < groups * rows) {
      inverses = new double[groups * rows];
    }
    if (x.length < rows) {
      diagonals = new double[rows];
      pivots = new double[rows];
      x = new double[rows];
    }
    if (positive.length < lanes) {
      positive = new boolean[lanes];
    }
  }

  /** Copies sI − J of a group of lanes; rows that fill up the last panel are those of I. */
  private void pack(double[] jacobians, double[] shifts, int group) {
    for (int r = 0; r < panels * HEIGHT; r++) {
      int to = group * groupSize + start(r / HEIGHT) + r % HEIGHT * UNIT;
      int end = r - r % HEIGHT + HEIGHT;
      if (r >= dimension) {
        for (int c = 0; c < end; c++) {
          Arrays.fill(packed, to + c * TILE, to + c * TILE + UNIT, c == r ? 1 : 0);
        }
        Arrays.fill(diagonals, r * UNIT, (r + 1) * UNIT, 1);
        continue;
      }
      for (int l = 0; l < UNIT; l += SPECIES.length()) {
        int from = r * dimension * lanes + group * UNIT + l;
        int at = to + l;
        for (int c = 0; c < r; c++, from += lanes, at += TILE) {
          load(jacobians, from).neg().intoArray(packed, at);
        }
        DoubleVector diagonal = load(shifts, group * UNIT + l).sub(load(jacobians, from));
        diagonal.intoArray(packed, at);
        diagonal.intoArray(diagonals, r * UNIT + l);
        for (int c = r + 1; c < end; c++) {
          at += TILE;
          DoubleVector.zero(SPECIES).intoArray(packed, at);
        }
      }
    }
  }

  private void judge(int group) {
    for (int r = 0; r < dimension; r++) {
      for (int l = 0; l < UNIT; l++) {
        int at = r * UNIT + l;
        positive[group * UNIT + l] &= pivots[at] > NOISE * Math.abs(diagonals[at]);
      }
    }
  }

  /** Rows 4p, …, 4p + 3 of G. */
  private void panel(int group, int p, int lane) {
    int left = group * groupSize + start(p) + lane;
    int inverse = group * panels * TILE + lane;
    for (int q = 0; q <= p; q++) {
      int right = group * groupSize + start(q) + lane;
      int to = left + q * HEIGHT * TILE;
      subtract(packed, left, right, q * HEIGHT, to);
      int corner = right + q * HEIGHT * TILE;
      for (int c = 0; c < HEIGHT; c++) {
        int r = 0;
        if (q == p) {
          int at = (q * HEIGHT + c) * UNIT;
          DoubleVector pivot = within(packed, to, c, corner, c);
          pivot.intoArray(pivots, at + lane);
          DoubleVector root = pivot.lanewise(VectorOperators.SQRT);
          root.intoArray(packed, to + c * TILE + c * UNIT);
          DoubleVector.broadcast(SPECIES, 1.0).div(root).intoArray(inverses, inverse + at);
          r = c + 1;
        }
        DoubleVector factor = load(inverses, inverse + (q * HEIGHT + c) * UNIT);
        for (; r < HEIGHT; r++) {
          within(packed, to, r, corner, c).mul(factor).intoArray(packed, to + c * TILE + r * UNIT);
        }
      }
    }
  }

  /** Subtracts what the columns of the tile before column c add to the product of rows r and c. */
  private static DoubleVector within(double[] a, int tile, int r, int corner, int c) {
    DoubleVector s = load(a, tile + c * TILE + r * UNIT);
    for (int k = 0; k < c; k++) {
      s = s.sub(load(a, tile + k * TILE + r * UNIT).mul(load(a, corner + k * TILE + c * UNIT)));
    }
    return s;
  }

  private static DoubleVector load(double[] a, int at) {
    return DoubleVector.fromArray(SPECIES, a, at);
  }

  /** Subtracts from a tile the product of two panels over the columns before it. */
  private static void subtract(double[] a, int left, int right, int columns, int to) {
    DoubleVector s00 = load(a, to + 0 * UNIT);
    DoubleVector s01 = load(a, to + 4 * UNIT);
    DoubleVector s02 = load(a, to + 8 * UNIT);
    DoubleVector s03 = load(a, to + 12 * UNIT);
    DoubleVector s10 = load(a, to + 1 * UNIT);
    DoubleVector s11 = load(a, to + 5 * UNIT);
    DoubleVector s12 = load(a, to + 9 * UNIT);
    DoubleVector s13 = load(a, to + 13 * UNIT);
    DoubleVector s20 = load(a, to + 2 * UNIT);
    DoubleVector s21 = load(a, to + 6 * UNIT);
    DoubleVector s22 = load(a, to + 10 * UNIT);
    DoubleVector s23 = load(a, to + 14 * UNIT);
    DoubleVector s30 = load(a, to + 3 * UNIT);
    DoubleVector s31 = load(a, to + 7 * UNIT);
    DoubleVector s32 = load(a, to + 11 * UNIT);
    DoubleVector s33 = load(a, to + 15 * UNIT);
    int x = left;
    int y = right;
    for (int k = 0; k < columns; k++, x += TILE, y += TILE) {
      DoubleVector y0 = load(a, y + 0 * UNIT);
      DoubleVector y1 = load(a, y + 1 * UNIT);
      DoubleVector y2 = load(a, y + 2 * UNIT);
      DoubleVector y3 = load(a, y + 3 * UNIT);
      DoubleVector x0 = load(a, x + 0 * UNIT);
      s00 = s00.sub(x0.mul(y0));
      s01 = s01.sub(x0.mul(y1));
      s02 = s02.sub(x0.mul(y2));
      s03 = s03.sub(x0.mul(y3));
      DoubleVector x1 = load(a, x + 1 * UNIT);
      s10 = s10.sub(x1.mul(y0));
      s11 = s11.sub(x1.mul(y1));
      s12 = s12.sub(x1.mul(y2));
      s13 = s13.sub(x1.mul(y3));
      DoubleVector x2 = load(a, x + 2 * UNIT);
      s20 = s20.sub(x2.mul(y0));
      s21 = s21.sub(x2.mul(y1));
      s22 = s22.sub(x2.mul(y2));
      s23 = s23.sub(x2.mul(y3));
      DoubleVector x3 = load(a, x + 3 * UNIT);
      s30 = s30.sub(x3.mul(y0));
      s31 = s31.sub(x3.mul(y1));
      s32 = s32.sub(x3.mul(y2));
      s33 = s33.sub(x3.mul(y3));
    }
    s00.intoArray(a, to + 0 * UNIT);
    s01.intoArray(a, to + 4 * UNIT);
    s02.intoArray(a, to + 8 * UNIT);
    s03.intoArray(a, to + 12 * UNIT);
    s10.intoArray(a, to + 1 * UNIT);
    s11.intoArray(a, to + 5 * UNIT);
    s12.intoArray(a, to + 9 * UNIT);
    s13.intoArray(a, to + 13 * UNIT);
    s20.intoArray(a, to + 2 * UNIT);
    s21.intoArray(a, to + 6 * UNIT);
    s22.intoArray(a, to + 10 * UNIT);
    s23.intoArray(a, to + 14 * UNIT);
    s30.intoArray(a, to + 3 * UNIT);
    s31.intoArray(a, to + 7 * UNIT);
    s32.intoArray(a, to + 11 * UNIT);
    s33.intoArray(a, to + 15 * UNIT);
  }

  @Override
  public boolean isPositive(int lane) {
    return positive[lane];
  }

  @Override
  public void solve(double[] values) {
    for (int group = 0; group < lanes / UNIT; group++) {
      for (int l = 0; l < UNIT; l += SPECIES.length()) {
        int at = group * UNIT + l;
        for (int i = 0; i < dimension; i++) {
          load(values, at + i * lanes).intoArray(x, i * UNIT + l);
        }
        for (int i = dimension; i < panels * HEIGHT; i++) {
          DoubleVector.zero(SPECIES).intoArray(x, i * UNIT + l);
        }
        int inverse = group * panels * TILE + l;
        for (int p = 0; p < panels; p++) {
          forward(group * groupSize + start(p) + l, p * HEIGHT, inverse, l);
        }
        for (int p = panels - 1; p >= 0; p--) {
          backward(group * groupSize + start(p) + l, p * HEIGHT, inverse, l);
        }
        for (int i = 0; i < dimension; i++) {
          load(x, i * UNIT + l).intoArray(values, at + i * lanes);
        }
      }
    }
  }

  /** Four rows of G z = x. */
  private void forward(int panel, int first, int inverse, int lane) {
    int row = first * UNIT + lane;
    DoubleVector s0 = load(x, row);
    DoubleVector s1 = load(x, row + UNIT);
    DoubleVector s2 = load(x, row + 2 * UNIT);
    DoubleVector s3 = load(x, row + 3 * UNIT);
    int at = panel;
    int y = lane;
    for (int k = 0; k < first; k++, at += TILE, y += UNIT) {
      DoubleVector f = load(x, y);
      s0 = s0.sub(f.mul(load(packed, at)));
      s1 = s1.sub(f.mul(load(packed, at + UNIT)));
      s2 = s2.sub(f.mul(load(packed, at + 2 * UNIT)));
      s3 = s3.sub(f.mul(load(packed, at + 3 * UNIT)));
    }
    int scale = inverse + first * UNIT;
    s0 = s0.mul(load(inverses, scale));
    s1 = s1.sub(s0.mul(load(packed, at + UNIT))).mul(load(inverses, scale + UNIT));
    s2 = s2.sub(s0.mul(load(packed, at + 2 * UNIT)));
    s3 = s3.sub(s0.mul(load(packed, at + 3 * UNIT)));
    at += TILE;
    s2 = s2.sub(s1.mul(load(packed, at + 2 * UNIT))).mul(load(inverses, scale + 2 * UNIT));
    s3 = s3.sub(s1.mul(load(packed, at + 3 * UNIT)));
    at += TILE;
    s3 = s3.sub(s2.mul(load(packed, at + 3 * UNIT))).mul(load(inverses, scale + 3 * UNIT));
    s0.intoArray(x, row);
    s1.intoArray(x, row + UNIT);
    s2.intoArray(x, row + 2 * UNIT);
    s3.intoArray(x, row + 3 * UNIT);
  }

  /** Four columns of Gᵀ z = x, from the last. */
  private void backward(int panel, int first, int inverse, int lane) {
    int row = first * UNIT + lane;
    int scale = inverse + first * UNIT;
    int corner = panel + first * TILE;
    DoubleVector s3 = load(x, row + 3 * UNIT).mul(load(inverses, scale + 3 * UNIT));
    DoubleVector s2 =
        load(x, row + 2 * UNIT)
            .sub(s3.mul(load(packed, corner + 2 * TILE + 3 * UNIT)))
            .mul(load(inverses, scale + 2 * UNIT));
    DoubleVector s1 =
        load(x, row + UNIT)
            .sub(s3.mul(load(packed, corner + TILE + 3 * UNIT)))
            .sub(s2.mul(load(packed, corner + TILE + 2 * UNIT)))
            .mul(load(inverses, scale + UNIT));
    DoubleVector s0 =
        load(x, row)
            .sub(s3.mul(load(packed, corner + 3 * UNIT)))
            .sub(s2.mul(load(packed, corner + 2 * UNIT)))
            .sub(s1.mul(load(packed, corner + UNIT)))
            .mul(load(inverses, scale));
    int at = panel;
    int y = lane;
    for (int k = 0; k < first; k++, at += TILE, y += UNIT) {
      load(x, y)
          .sub(s3.mul(load(packed, at + 3 * UNIT)))
          .sub(s2.mul(load(packed, at + 2 * UNIT)))
          .sub(s1.mul(load(packed, at + UNIT)))
          .sub(s0.mul(load(packed, at)))
          .intoArray(x, y);
    }
    s0.intoArray(x, row);
    s1.intoArray(x, row + UNIT);
    s2.intoArray(x, row + 2 * UNIT);
    s3.intoArray(x, row + 3 * UNIT);
  }
}
