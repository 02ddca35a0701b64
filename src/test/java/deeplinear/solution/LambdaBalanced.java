package deeplinear.solution;

import deeplinear.algebra.Interval;
import deeplinear.algebra.IntervalAlgebra;
import deeplinear.algebra.IntervalMatrix;
import deeplinear.algebra.RationalMatrix;
import deeplinear.algebra.RealMatrix;
import deeplinear.fixture.Exact;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.math3.fraction.BigFraction;

/** Starts of depth 2 with W_2ᵀW_2 − W_1W_1ᵀ = λI. */
record LambdaBalanced(
    String name,
    int inputs,
    int hidden,
    int outputs,
    double lambda,
    double[] target,
    double[] w1,
    double[] w2) {

  static List<LambdaBalanced> all() {
    double[] square = {1, 0.5, -0.5, 2};
    double[] wide = {1, 0.5, 0.25, -0.5, 2, 0};
    return List.of(
        new LambdaBalanced("λ > 0", 2, 2, 2, 0.75, square, rotation(0.5), rotation(1)),
        new LambdaBalanced("λ < 0", 2, 2, 2, -0.75, square, rotation(1), rotation(0.5)),
        new LambdaBalanced("F with a kernel", 3, 2, 2, 0, wide, wide(), rotation(1)),
        new LambdaBalanced("F = 0", 2, 2, 2, 0, new double[4], rotation(1), rotation(1)),
        new LambdaBalanced(
            "one hidden unit",
            2,
            1,
            2,
            1.25,
            new double[] {1, 0, 0.5, 1},
            new double[] {0.5, 1},
            new double[] {0.5, -1.5}),
        new LambdaBalanced(
            "more hidden units than inputs",
            1,
            2,
            2,
            0,
            new double[] {1, -1},
            new double[] {1, 0},
            new double[] {1, 0, 0, 0}));
  }

  @Override
  public String toString() {
    return name;
  }

  /** c times a rotation, by the triangle 3-4-5. */
  private static double[] rotation(double c) {
    return new double[] {0.6 * c, 0.8 * c, -0.8 * c, 0.6 * c};
  }

  private static double[] wide() {
    return new double[] {0.6, 0, 0.8, 0, 1, 0};
  }

  RealMatrix first() {
    return RealMatrix.of(hidden, inputs, w1);
  }

  RealMatrix second() {
    return RealMatrix.of(outputs, hidden, w2);
  }

  /** The entries are fortieths, so that the imbalance is exact. */
  Riccati riccati() {
    return new Riccati(
        exact(RealMatrix.of(outputs, inputs, target)),
        exact(first()),
        exact(second()),
        Interval.enclosing(fortieths(lambda)));
  }

  static IntervalMatrix exact(RealMatrix a) {
    return IntervalAlgebra.INSTANCE.lift(
        RationalMatrix.of(
            a.rows(),
            a.columns(),
            Arrays.stream(a.toArray()).mapToObj(LambdaBalanced::fortieths).toList()));
  }

  static BigFraction fortieths(double x) {
    return Exact.q(Math.round(40 * x), 40);
  }

  /** F, entry by entry. */
  RealMatrix generator() {
    int n = inputs + outputs;
    double[] f = new double[n * n];
    for (int i = 0; i < n; i++) {
      f[i * n + i] = i < inputs ? -lambda / 2 : lambda / 2;
    }
    for (int o = 0; o < outputs; o++) {
      for (int i = 0; i < inputs; i++) {
        f[(inputs + o) * n + i] = target[o * inputs + i];
        f[i * n + inputs + o] = target[o * inputs + i];
      }
    }
    return RealMatrix.of(n, n, f);
  }

  /** The weights at a time, W_1 before W_2, each row by row. */
  FineSolution flow(double time) {
    double[] start = new double[w1.length + w2.length];
    System.arraycopy(w1, 0, start, 0, w1.length);
    System.arraycopy(w2, 0, start, w1.length, w2.length);
    return FineSolution.of((t, w, velocity) -> velocity(w, velocity), start, time);
  }

  /** Ẇ_1 = W_2ᵀ R and Ẇ_2 = R W_1ᵀ, sum by sum. */
  private void velocity(double[] w, double[] velocity) {
    Arrays.fill(velocity, 0);
    for (int o = 0; o < outputs; o++) {
      for (int i = 0; i < inputs; i++) {
        double r = target[o * inputs + i];
        for (int k = 0; k < hidden; k++) {
          r -= w[w1.length + o * hidden + k] * w[k * inputs + i];
        }
        for (int k = 0; k < hidden; k++) {
          velocity[k * inputs + i] += w[w1.length + o * hidden + k] * r;
          velocity[w1.length + o * hidden + k] += r * w[k * inputs + i];
        }
      }
    }
  }

  /** Q = [W_1ᵀ; W_2] of the weights in one array. */
  RealMatrix stacked(double[] w) {
    double[] q = new double[(inputs + outputs) * hidden];
    for (int k = 0; k < hidden; k++) {
      for (int i = 0; i < inputs; i++) {
        q[i * hidden + k] = w[k * inputs + i];
      }
      for (int o = 0; o < outputs; o++) {
        q[(inputs + o) * hidden + k] = w[w1.length + o * hidden + k];
      }
    }
    return RealMatrix.of(inputs + outputs, hidden, q);
  }
}
