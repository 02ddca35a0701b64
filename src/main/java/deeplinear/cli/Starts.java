package deeplinear.cli;

import deeplinear.algebra.CayleyTransform;
import deeplinear.algebra.IntervalAlgebra;
import deeplinear.algebra.RationalAlgebra;
import deeplinear.algebra.RationalMatrix;
import deeplinear.algebra.Rationals;
import deeplinear.algebra.RealAlgebra;
import deeplinear.network.Architecture;
import deeplinear.network.Instance;
import deeplinear.network.Target;
import deeplinear.network.Weights;
import deeplinear.solution.ConvergenceCertificate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.commons.math3.fraction.BigFraction;

/** Random starts in short dyadic numbers, at the scale of the target. */
final class Starts {

  private static final RationalAlgebra Q = RationalAlgebra.INSTANCE;

  /** Entries are multiples of the scale divided by this number. */
  private static final int STEPS = 1 << 8;

  private final Random random;

  Starts(long seed) {
    random = new Random(seed);
  }

  /** All entries from N(0, 1/4), times {@link #scale}. */
  Instance gaussian(Target<RationalMatrix> target, Architecture network) {
    BigFraction scale = scale(target, network.depth());
    return new Instance(
        target,
        Weights.build(
            Q,
            network.depth(),
            i -> Q.scale(scale, gaussian(network.width(i), network.width(i - 1)))));
  }

  /** At depth 2, a Gaussian start whose wider end has four times the weights: C_1 is far from 0. */
  Instance imbalanced(Target<RationalMatrix> target, Architecture network) {
    Instance start = gaussian(target, network);
    boolean isTopHeavy = network.outputs() <= network.inputs();
    BigFraction four = new BigFraction(4);
    return new Instance(
        target,
        Weights.build(
            Q,
            2,
            i ->
                Q.scale(
                    isTopHeavy == (i == 2) ? four : four.reciprocal(), start.weights().layer(i))));
  }

  /**
   * A start near a minimum, for whitened data and a network without bottleneck: all layers are
   * parts of the identity, scaled, but the one at the wider end, which holds Σ; and a sixteenth of
   * a Gaussian start, halved until the convergence from there is certified.
   *
   * @return empty if sixteen halvings are not enough
   */
  Optional<Instance> nearMinimum(Target<RationalMatrix> target, Architecture network) {
    int h = network.depth();
    int learning = network.inputs() <= network.outputs() ? h : 1;
    BigFraction scale = scale(target, h);
    Weights<RationalMatrix> minimum =
        Weights.build(
            Q,
            h,
            i -> {
              RationalMatrix zeros = Q.zeros(network.width(i), network.width(i - 1));
              return i == learning
                  ? Q.scale(scale.pow(h - 1).reciprocal(), Q.insert(zeros, 0, 0, target.matrix()))
                  : RationalMatrix.diagonal(
                      network.width(i),
                      network.width(i - 1),
                      Collections.nCopies(Math.min(network.width(i), network.width(i - 1)), scale));
            });
    Weights<RationalMatrix> offset =
        gaussian(target, network).weights().scale(Rationals.fraction(1, 16));
    IntervalAlgebra intervals = IntervalAlgebra.INSTANCE;
    for (int i = 0; i < 16; i++) {
      Weights<RationalMatrix> start = minimum.plus(offset);
      if (ConvergenceCertificate.of(
              intervals.lift(target.matrix()), Weights.lift(start, intervals).layers())
          .isPresent()) {
        return Optional.of(new Instance(target, start));
      }
      offset = offset.scale(BigFraction.ONE_HALF);
    }
    return Optional.empty();
  }

  /**
   * At depth 2, C_1 = λI: W_1 = P D_1 Uᵀ and W_2 = V D_2 Pᵀ with random rotations U, P and V. On
   * the diagonals y_k² − x_k² = λ, where x_k (y_k) is zero beyond the width of the input (output);
   * so λ ≠ 0 needs a hidden layer that is not wider than both.
   *
   * @param isBalanced whether λ = 0; else λ is c², −c² or 0, as the widths allow
   */
  Instance lambdaBalanced(Target<RationalMatrix> target, Architecture network, boolean isBalanced) {
    BigFraction c = scale(target, 2);
    int hidden = network.width(1);
    boolean up = hidden <= network.outputs();
    boolean down = hidden <= network.inputs();
    int shorter = Math.min(network.inputs(), network.outputs());
    List<BigFraction> small = new ArrayList<>();
    List<BigFraction> large = new ArrayList<>();
    for (int k = 0; k < hidden; k++) {
      // With a = 1/2, 1/3, …: ((1/a + a)/2)² − ((1/a − a)/2)² = 1, and both are rational.
      BigFraction a = Rationals.fraction(1, 2 + random.nextInt(3));
      BigFraction half = c.multiply(BigFraction.ONE_HALF);
      BigFraction less = a.reciprocal().subtract(a).multiply(half);
      BigFraction more = a.reciprocal().add(a).multiply(half);
      if (isBalanced || !(up || down)) {
        small.add(k < shorter ? less : BigFraction.ZERO);
        large.add(k < shorter ? less : BigFraction.ZERO);
      } else {
        int limit = up ? network.inputs() : network.outputs();
        small.add(k < limit ? less : BigFraction.ZERO);
        large.add(k < limit ? more : c);
      }
    }
    RationalMatrix p = rotation(hidden);
    RationalMatrix first = diagonal(hidden, network.inputs(), up || isBalanced ? small : large);
    RationalMatrix second = diagonal(network.outputs(), hidden, up || isBalanced ? large : small);
    return new Instance(
        target,
        new Weights<>(
            Q,
            List.of(
                Q.multiply(Q.multiply(p, first), rotation(network.inputs())),
                Q.multiply(Q.multiply(rotation(network.outputs()), second), Q.transpose(p)))));
  }

  /** Entries beyond the shape are zero, and dropped. */
  private static RationalMatrix diagonal(int rows, int columns, List<BigFraction> entries) {
    int length = Math.min(Math.min(rows, columns), entries.size());
    return RationalMatrix.diagonal(rows, columns, entries.subList(0, length));
  }

  /** Orthogonal, from a skew matrix of quarters: each coordinate turns with the next one only. */
  private RationalMatrix rotation(int n) {
    List<BigFraction> entries = new ArrayList<>(Collections.nCopies(n * n, BigFraction.ZERO));
    for (int i = 0; i + 1 < n; i++) {
      BigFraction turn = Rationals.fraction(random.nextInt(5) - 2, 4);
      entries.set(i * n + i + 1, turn);
      entries.set((i + 1) * n + i, turn.negate());
    }
    return CayleyTransform.of(RationalMatrix.of(n, n, entries));
  }

  private RationalMatrix gaussian(int rows, int columns) {
    return RationalMatrix.of(
        rows,
        columns,
        IntStream.range(0, rows * columns)
            .mapToObj(k -> Rationals.fraction(Math.round(random.nextGaussian() / 2 * STEPS), STEPS))
            .toList());
  }

  /**
   * The power of two next to (‖Y Xᵀ‖ / ‖M‖)^{1/h}, with ‖M‖ = 1 for whitened data: the size that
   * each of h layers has when their product fits the data. 1 if the target is zero.
   */
  private static BigFraction scale(Target<RationalMatrix> target, int depth) {
    RealAlgebra r = RealAlgebra.INSTANCE;
    double moment = target.isWhitened() ? 1 : r.lift(target.moment()).norm();
    double size = Math.pow(r.lift(target.matrix()).norm() / moment, 1.0 / depth);
    return size > 0 && Double.isFinite(size)
        ? Rationals.exactly(Math.pow(2, Math.rint(Math.log(size) / Math.log(2))))
        : BigFraction.ONE;
  }
}
