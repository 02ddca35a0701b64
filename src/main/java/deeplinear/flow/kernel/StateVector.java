package deeplinear.flow.kernel;

import deeplinear.algebra.RealAlgebra;
import deeplinear.algebra.RealMatrix;
import deeplinear.network.Architecture;
import deeplinear.network.Weights;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.DoubleStream;

/** Weights as flat arrays: W_1, …, W_h one after another, each row by row. */
public final class StateVector {

  private StateVector() {}

  /** The Σ d_i d_{i−1} entries of the weights. */
  public static double[] pack(Weights<RealMatrix> weights) {
    return weights.layers().stream().flatMapToDouble(w -> DoubleStream.of(w.toArray())).toArray();
  }

  /**
   * The weights that a flat array holds.
   *
   * @throws IllegalArgumentException if the array does not have Σ d_i d_{i−1} entries
   */
  public static Weights<RealMatrix> unpack(Architecture architecture, double[] state) {
    if (state.length != architecture.weights()) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "a network %s has %d weights, but the state has %d",
              architecture,
              architecture.weights(),
              state.length));
    }
    int[] at = {0};
    return Weights.build(
        RealAlgebra.INSTANCE,
        architecture.depth(),
        i -> {
          int rows = architecture.width(i);
          int columns = architecture.width(i - 1);
          int from = at[0];
          at[0] += rows * columns;
          return RealMatrix.of(rows, columns, Arrays.copyOfRange(state, from, at[0]));
        });
  }

  /** The Euclidean norm. */
  public static double norm(double[] x) {
    double sum = 0;
    for (double entry : x) {
      sum += entry * entry;
    }
    return Math.sqrt(sum);
  }

  /** The Euclidean norm of the difference of two arrays of one length. */
  public static double distance(double[] x, double[] y) {
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      sum += (x[i] - y[i]) * (x[i] - y[i]);
    }
    return Math.sqrt(sum);
  }
}
