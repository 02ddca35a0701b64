package deeplinear.flow.kernel;

import java.util.Arrays;

/**
 * In plain Java: lane after lane, every row an array of its own, which begins with the row of G to
 * the left of the diagonal and goes on with the column of G below it, so that all innermost loops
 * run along rows from index to equal index, up to four terms in one pass.
 */
public final class PlainLaneFactorization implements LaneFactorization {

  private int dimension;
  private int lanes;
  private double[][][] rows = {};
  private double[][] inverses = {};
  private boolean[] positive = {};
  private double[] x = {};

  @Override
  public void factorize(int newDimension, int newLanes, double[] jacobians, double[] shifts) {
    dimension = newDimension;
    lanes = newLanes;
    grow();
    for (int r = 0; r < dimension; r++) {
      for (int c = 0; c <= r; c++) {
        int at = (r * dimension + c) * lanes;
        for (int l = 0; l < lanes; l++) {
          rows[l][c][r] = -jacobians[at + l];
        }
      }
    }
    for (int l = 0; l < lanes; l++) {
      positive[l] = factorize(rows[l], inverses[l], shifts[l]);
    }
  }

  private void grow() {
    if (positive.length < lanes) {
      positive = new boolean[lanes];
      rows = Arrays.copyOf(rows, lanes);
      inverses = Arrays.copyOf(inverses, lanes);
    }
    for (int l = 0; l < lanes; l++) {
      if (rows[l] == null || inverses[l].length < dimension) {
        rows[l] = new double[dimension][dimension];
        inverses[l] = new double[dimension];
      }
    }
    if (x.length < dimension) {
      x = new double[dimension];
    }
  }

  private boolean factorize(double[][] g, double[] inverse, double shift) {
    boolean safe = true;
    for (int i = 0; i < dimension; i++) {
      double[] row = g[i];
      double diagonal = shift + row[i];
      row[i] = diagonal;
      int k = 0;
      for (; i - k >= 4; k += 4) {
        subtract(
            i,
            dimension,
            row[k],
            g[k],
            row[k + 1],
            g[k + 1],
            row[k + 2],
            g[k + 2],
            row[k + 3],
            g[k + 3],
            row);
      }
      for (; k < i; k++) {
        subtract(i, dimension, row[k], g[k], row);
      }
      safe &= row[i] > NOISE * Math.abs(diagonal);
      double root = Math.sqrt(row[i]);
      inverse[i] = 1 / root;
      row[i] = root;
      for (int j = i + 1; j < dimension; j++) {
        row[j] = row[j] * inverse[i];
      }
      for (int j = i + 1; j < dimension; j++) {
        g[j][i] = row[j];
      }
    }
    return safe;
  }

  private static void subtract(
      int from,
      int to,
      double f0,
      double[] g0,
      double f1,
      double[] g1,
      double f2,
      double[] g2,
      double f3,
      double[] g3,
      double[] y) {
    for (int j = from; j < to; j++) {
      y[j] = y[j] - f0 * g0[j] - f1 * g1[j] - f2 * g2[j] - f3 * g3[j];
    }
  }

  private static void subtract(int from, int to, double f, double[] g, double[] y) {
    for (int j = from; j < to; j++) {
      y[j] = y[j] - f * g[j];
    }
  }

  @Override
  public boolean isPositive(int lane) {
    return positive[lane];
  }

  @Override
  public void solve(double[] values) {
    for (int l = 0; l < lanes; l++) {
      double[][] g = rows[l];
      double[] inverse = inverses[l];
      for (int i = 0; i < dimension; i++) {
        x[i] = values[i * lanes + l];
      }
      for (int k = 0; k < dimension; k++) {
        x[k] *= inverse[k];
        subtract(k + 1, dimension, x[k], g[k], x);
      }
      for (int k = dimension - 1; k >= 0; k--) {
        x[k] *= inverse[k];
        subtract(0, k, x[k], g[k], x);
      }
      for (int i = 0; i < dimension; i++) {
        values[i * lanes + l] = x[i];
      }
    }
  }
}
