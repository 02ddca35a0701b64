package deeplinear.flow.method;

import java.util.List;

/** Linear combinations of arrays with fixed weights; terms with weight 0 are left out. */
final class Combination {

  private final int[] which;
  private final double[] weights;

  /** The combination with these weights of the first, second, … array. */
  Combination(List<Surd> exact) {
    this(exact.stream().mapToDouble(Surd::toDouble).toArray());
  }

  /** The combination with these weights, in double precision. */
  Combination(double[] all) {
    which = java.util.stream.IntStream.range(0, all.length).filter(i -> all[i] != 0).toArray();
    weights = java.util.Arrays.stream(which).mapToDouble(i -> all[i]).toArray();
  }

  /**
   * result = base + Σ w_i terms[i], a copy of the base if there are no terms, on the first {@code
   * size} entries.
   */
  void addTo(double[] base, double[][] terms, double[] result, int size) {
    double[] sum = base;
    int i = 0;
    if (which.length == 0) {
      System.arraycopy(base, 0, result, 0, size);
    }
    for (; which.length - i >= 4; i += 4) {
      double w0 = weights[i];
      double w1 = weights[i + 1];
      double w2 = weights[i + 2];
      double w3 = weights[i + 3];
      double[] t0 = terms[which[i]];
      double[] t1 = terms[which[i + 1]];
      double[] t2 = terms[which[i + 2]];
      double[] t3 = terms[which[i + 3]];
      for (int e = 0; e < size; e++) {
        result[e] = sum[e] + w0 * t0[e] + w1 * t1[e] + w2 * t2[e] + w3 * t3[e];
      }
      sum = result;
    }
    for (; which.length - i >= 2; i += 2) {
      double w0 = weights[i];
      double w1 = weights[i + 1];
      double[] t0 = terms[which[i]];
      double[] t1 = terms[which[i + 1]];
      for (int e = 0; e < size; e++) {
        result[e] = sum[e] + w0 * t0[e] + w1 * t1[e];
      }
      sum = result;
    }
    if (i < which.length) {
      double w0 = weights[i];
      double[] t0 = terms[which[i]];
      for (int e = 0; e < size; e++) {
        result[e] = sum[e] + w0 * t0[e];
      }
    }
  }
}
