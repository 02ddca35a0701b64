package deeplinear.flow.method;

import java.util.Arrays;

/**
 * The mean square of estimated errors relative to the tolerances, lane by lane: Σ (e_c / (abs + rel
 * max(|y_c|, |z_c|)))² / n over the n components, where y and z are the ends of the step.
 * Components of padding are zeros and count nothing.
 */
final class ErrorNorm {

  private double[] ratios = {};
  private double[] tolerances = {};
  private int lanes;

  /** Prepares the tolerances of a step whose end is known. */
  void prepare(Block block) {
    int size = block.size();
    lanes = block.lanes();
    if (ratios.length < size) {
      ratios = new double[size];
      tolerances = new double[size];
    }
    double[] relative = block.relative();
    double[] absolute = block.absolute();
    double[] y = block.state();
    double[] z = block.end();
    for (int e = 0; e < size; e++) {
      tolerances[e] = Math.max(Math.abs(y[e]), Math.abs(z[e]));
    }
    for (int at = 0; at < size; at += lanes) {
      for (int l = 0; l < lanes; l++) {
        tolerances[at + l] = absolute[l] + relative[l] * tolerances[at + l];
      }
    }
  }

  /** Adds up the squares of the relative errors of each lane. */
  void sumOfSquares(double[] errors, int size, double[] sums) {
    for (int e = 0; e < size; e++) {
      double ratio = errors[e] / tolerances[e];
      ratios[e] = ratio * ratio;
    }
    sum(ratios, size, lanes, sums);
  }

  /** Adds up the components of each lane, one by one. */
  static void sum(double[] terms, int size, int lanes, double[] sums) {
    Arrays.fill(sums, 0, lanes, 0);
    if (lanes == 1) {
      double sum = 0;
      for (int e = 0; e < size; e++) {
        sum += terms[e];
      }
      sums[0] = sum;
      return;
    }
    for (int at = 0; at < size; at += lanes) {
      for (int l = 0; l < lanes; l++) {
        sums[l] += terms[at + l];
      }
    }
  }
}
