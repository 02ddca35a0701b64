package deeplinear.sample;

import deeplinear.algebra.IntervalAlgebra;
import deeplinear.algebra.RationalAlgebra;
import deeplinear.algebra.RationalMatrix;
import deeplinear.algebra.Rationals;
import deeplinear.algebra.RealAlgebra;
import deeplinear.network.Architecture;
import deeplinear.network.Instance;
import deeplinear.network.SecondMoments;
import deeplinear.network.Target;
import deeplinear.network.Weights;
import deeplinear.solution.ConvergenceCertificate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.commons.math3.fraction.BigFraction;

/** Generators of instances. */
public final class Instances {

  private static final RationalAlgebra Q = RationalAlgebra.INSTANCE;

  /** How often an offset from a minimum is halved before other weights are drawn. */
  private static final int NEAREST = 12;

  private Instances() {}

  /** Whitened or raw, of depth from {@code minDepth} to {@code maxDepth}, in all strata. */
  public static Generator<Instance> any(int minDepth, int maxDepth) {
    return draw ->
        draw.onceIn(4)
            ? raw(minDepth, maxDepth).next(draw)
            : whitened(minDepth, maxDepth).next(draw);
  }

  /** Whitened targets of all ranks, with weights of all kinds and scales. */
  public static Generator<Instance> whitened(int minDepth, int maxDepth) {
    return draw -> {
      Architecture architecture = architecture(draw, minDepth, maxDepth);
      return scaled(
          draw, Instance.whitened(sigma(draw, architecture), weights(draw, architecture)));
    };
  }

  /** Whitened, with all entries integers or eighths: for rational arithmetic of moderate length. */
  public static Generator<Instance> shortNumbers(int minDepth, int maxDepth) {
    return draw -> {
      Architecture architecture = architecture(draw, minDepth, maxDepth);
      Weights<RationalMatrix> weights =
          Weights.build(
              Q,
              architecture.depth(),
              i ->
                  draw.matrix(
                      architecture.width(i), architecture.width(i - 1), () -> draw.eighth(2)));
      RationalMatrix sigma =
          draw.matrix(architecture.outputs(), architecture.inputs(), () -> draw.eighth(2));
      return Instance.whitened(sigma, weights);
    };
  }

  /**
   * As {@link #shortNumbers}, with W_1 = 0: no reduction leads from there to two layers whose
   * balance hides a drift.
   */
  public static Generator<Instance> withoutFirstLayer(int minDepth, int maxDepth) {
    return draw -> {
      Instance instance = shortNumbers(minDepth, maxDepth).next(draw);
      List<RationalMatrix> layers = new ArrayList<>(instance.weights().layers());
      layers.set(0, RationalMatrix.zeros(layers.get(0).rows(), layers.get(0).columns()));
      return new Instance(instance.target(), new Weights<>(Q, layers));
    };
  }

  /** Targets of raw data; the second moment can be singular. */
  public static Generator<Instance> raw(int minDepth, int maxDepth) {
    return draw -> {
      Architecture architecture = architecture(draw, minDepth, maxDepth);
      int samples = draw.between(1, architecture.inputs() + 2);
      Target<RationalMatrix> target =
          SecondMoments.of(
              Q,
              draw.matrix(architecture.inputs(), samples, () -> draw.eighth(1)),
              draw.matrix(architecture.outputs(), samples, () -> draw.eighth(2)));
      return new Instance(target, weights(draw, architecture));
    };
  }

  /**
   * Whitened, with weights of moderate size: for trajectories that are followed to their limits.
   */
  public static Generator<Instance> convergent(int minDepth, int maxDepth) {
    return draw -> {
      Architecture architecture = architecture(draw, minDepth, maxDepth);
      Weights<RationalMatrix> weights = moderate(draw, architecture);
      return Instance.whitened(sigma(draw, architecture), weights);
    };
  }

  private static Weights<RationalMatrix> moderate(Draw draw, Architecture architecture) {
    boolean gaussian = draw.onceIn(3);
    return Weights.build(
        Q,
        architecture.depth(),
        i ->
            draw.matrix(
                architecture.width(i),
                architecture.width(i - 1),
                () -> gaussian ? draw.gaussian(0.5) : draw.eighth(1)));
  }

  /** Depth 2 from a Gaussian start, N(0, ¼) in each entry. */
  public static Generator<Instance> randomStarts() {
    return draw -> {
      Architecture architecture = architecture(draw, 2, 2);
      Weights<RationalMatrix> weights =
          Weights.build(
              Q,
              2,
              i ->
                  draw.matrix(
                      architecture.width(i), architecture.width(i - 1), () -> draw.gaussian(0.5)));
      int p = Math.min(architecture.inputs(), architecture.outputs());
      int rank = draw.onceIn(3) ? draw.between(1, p) : p;
      return Instance.whitened(
          spectral(draw, architecture, draw.singularValues(rank, true)), weights);
    };
  }

  /**
   * Depth 2 with one layer so much larger than the other that their imbalance guarantees a rate.
   */
  public static Generator<Instance> imbalanced() {
    return draw -> {
      int inputs = draw.between(1, 4);
      int outputs = draw.between(1, 4);
      int hidden = draw.between(Math.max(inputs, outputs), 5);
      RationalMatrix small = draw.matrix(hidden, inputs, () -> draw.eighth(1));
      List<BigFraction> large = new ArrayList<>();
      for (int k = 0; k < outputs; k++) {
        large.add(Rationals.fraction(draw.between(8, 16), 8));
      }
      RationalMatrix second =
          Q.multiply(RationalMatrix.diagonal(outputs, hidden, large), draw.orthogonal(hidden));
      RationalMatrix first = Q.scale(Rationals.fraction(1, 4L * hidden), small);
      RationalMatrix sigma = draw.matrix(outputs, inputs, () -> draw.eighth(2));
      Instance instance = Instance.whitened(sigma, new Weights<>(Q, List.of(first, second)));
      return draw.random().nextBoolean() ? instance : transposed(instance);
    };
  }

  /**
   * Whitened and without bottleneck, with a target that is near the end-to-end map: so near that
   * convergence is certified, often just so, and now and then much nearer.
   */
  public static Generator<Instance> nearMinimum(int minDepth, int maxDepth) {
    return draw -> {
      Architecture architecture = open(draw, minDepth, maxDepth);
      while (true) {
        Weights<RationalMatrix> weights = moderate(draw, architecture);
        RationalMatrix product = weights.endToEnd();
        RationalMatrix offset =
            draw.matrix(architecture.outputs(), architecture.inputs(), () -> draw.eighth(1));
        for (int exponent = 0; exponent < NEAREST && !Q.isZero(offset); exponent++) {
          Instance instance = Instance.whitened(Q.add(product, offset), weights);
          offset = Q.scale(BigFraction.ONE_HALF, offset);
          if (isCertified(instance)) {
            return draw.onceIn(3) ? Instance.whitened(Q.add(product, offset), weights) : instance;
          }
        }
      }
    };
  }

  private static boolean isCertified(Instance instance) {
    RealAlgebra reals = RealAlgebra.INSTANCE;
    IntervalAlgebra intervals = IntervalAlgebra.INSTANCE;
    return ConvergenceCertificate.isPlausible(
            reals.lift(instance.target().matrix()), instance.weights(reals).layers())
        && ConvergenceCertificate.of(
                intervals.lift(instance.target().matrix()), instance.weights(intervals).layers())
            .isPresent();
  }

  /** An architecture whose hidden widths are at least as large as the input or the output. */
  private static Architecture open(Draw draw, int minDepth, int maxDepth) {
    Architecture any = architecture(draw, minDepth, maxDepth);
    int narrow = Math.min(any.inputs(), any.outputs());
    List<Integer> widths = new ArrayList<>(any.widths());
    for (int i = 1; i < any.depth(); i++) {
      widths.set(i, Math.max(narrow, widths.get(i)));
    }
    return new Architecture(widths);
  }

  /** Depth 2 with W_2ᵀW_2 − W_1W_1ᵀ = λI, for λ of both signs and 0. */
  public static Generator<Instance> lambdaBalanced() {
    return draw -> {
      int hidden = draw.between(1, 3);
      int inputs = draw.between(1, 4);
      boolean balanced = draw.onceIn(3);
      int outputs = balanced ? draw.between(1, 4) : draw.between(hidden, 4);
      BigFraction root = Rationals.fraction(draw.between(1, 4), 2);
      List<BigFraction> first = new ArrayList<>();
      List<BigFraction> second = new ArrayList<>();
      for (int k = 0; k < hidden; k++) {
        boolean inBoth = k < inputs && k < outputs;
        if (balanced) {
          BigFraction x = Rationals.fraction(draw.between(0, 12), 8);
          first.add(inBoth ? x : BigFraction.ZERO);
          second.add(inBoth ? x : BigFraction.ZERO);
        } else {
          // y² − x² = m² for y + x = m r and y − x = m / r.
          BigFraction ratio =
              k < inputs ? Rationals.fraction(draw.between(2, 6), 2) : BigFraction.ONE;
          BigFraction inverse = ratio.reciprocal();
          second.add(root.multiply(ratio.add(inverse)).multiply(BigFraction.ONE_HALF));
          first.add(root.multiply(ratio.subtract(inverse)).multiply(BigFraction.ONE_HALF));
        }
      }
      RationalMatrix gauge = draw.orthogonal(hidden);
      RationalMatrix d1 = diagonal(hidden, inputs, first);
      RationalMatrix d2 = diagonal(outputs, hidden, second);
      RationalMatrix w1 = Q.multiply(Q.multiply(gauge, d1), draw.orthogonal(inputs));
      RationalMatrix w2 = Q.multiply(Q.multiply(draw.orthogonal(outputs), d2), Q.transpose(gauge));
      RationalMatrix sigma = draw.matrix(outputs, inputs, () -> draw.eighth(2));
      Instance instance = Instance.whitened(sigma, new Weights<>(Q, List.of(w1, w2)));
      return draw.random().nextBoolean() ? instance : transposed(instance);
    };
  }

  /** Depth 2 with at least two hidden units and no relation between the layers. */
  public static Generator<Instance> generalImbalance() {
    return draw -> {
      Architecture architecture =
          Architecture.of(draw.between(1, 3), draw.between(2, 3), draw.between(1, 3));
      return Instance.whitened(sigma(draw, architecture), weights(draw, architecture));
    };
  }

  /** As {@link #imbalanced}, for inputs of small second moment. */
  public static Generator<Instance> imbalancedRaw() {
    return draw -> {
      Instance instance = imbalanced().next(draw);
      RationalMatrix sigma = instance.target().matrix();
      RationalMatrix moment =
          Q.scale(Rationals.fraction(1, 64), Q.identity(instance.architecture().inputs()));
      RationalMatrix energy = Q.scale(new BigFraction(64), Q.normSquared(sigma));
      return new Instance(SecondMoments.exact(sigma, moment, energy), instance.weights());
    };
  }

  /** Depth 2 at the origin. */
  public static Generator<Instance> atOrigin() {
    return draw -> {
      Instance instance = randomStarts().next(draw);
      return new Instance(instance.target(), instance.weights().scale(BigFraction.ZERO));
    };
  }

  private static RationalMatrix diagonal(int rows, int columns, List<BigFraction> values) {
    return RationalMatrix.diagonal(
        rows, columns, values.subList(0, Math.min(values.size(), Math.min(rows, columns))));
  }

  /** The network read from its output to its input. */
  private static Instance transposed(Instance instance) {
    int h = instance.architecture().depth();
    return Instance.whitened(
        Q.transpose(instance.target().matrix()),
        Weights.build(Q, h, i -> Q.transpose(instance.weights().layer(h + 1 - i))));
  }

  public static Architecture architecture(Draw draw, int minDepth, int maxDepth) {
    int depth = draw.between(minDepth, maxDepth);
    int widest = depth <= 2 ? 4 : 3;
    List<Integer> widths = new ArrayList<>();
    for (int i = 0; i <= depth; i++) {
      widths.add(draw.between(1, widest));
    }
    if (draw.onceIn(6)) {
      widths.set(draw.oneOf(0, depth), 1);
    }
    return new Architecture(widths);
  }

  /** A target: any matrix, one with known singular values, one of lower rank, or zero. */
  public static RationalMatrix sigma(Draw draw, Architecture architecture) {
    int p = Math.min(architecture.inputs(), architecture.outputs());
    return switch (draw.between(0, 5)) {
      case 0, 1 -> draw.matrix(architecture.outputs(), architecture.inputs(), () -> draw.eighth(2));
      case 2 -> draw.matrix(architecture.outputs(), architecture.inputs(), () -> draw.gaussian(1));
      case 3 -> spectral(draw, architecture, repeated(draw, p));
      case 4 ->
          spectral(
              draw, architecture, draw.singularValues(draw.between(1, Math.max(1, p - 1)), true));
      default -> spectral(draw, architecture, draw.singularValues(p, false));
    };
  }

  private static List<BigFraction> repeated(Draw draw, int p) {
    return Collections.nCopies(p, Rationals.fraction(draw.between(1, 6), 2));
  }

  private static RationalMatrix spectral(
      Draw draw, Architecture architecture, List<BigFraction> values) {
    RationalMatrix middle =
        RationalMatrix.diagonal(architecture.outputs(), architecture.inputs(), values);
    return Q.multiply(
        Q.multiply(draw.orthogonal(architecture.outputs()), middle),
        draw.orthogonal(architecture.inputs()));
  }

  /** Weights of eighths, of full precision, or with a layer of zeros. */
  private static Weights<RationalMatrix> weights(Draw draw, Architecture architecture) {
    boolean gaussian = draw.onceIn(5);
    int zero = draw.onceIn(6) ? draw.between(1, architecture.depth()) : 0;
    return Weights.build(
        Q,
        architecture.depth(),
        i ->
            i == zero
                ? RationalMatrix.zeros(architecture.width(i), architecture.width(i - 1))
                : draw.matrix(
                    architecture.width(i),
                    architecture.width(i - 1),
                    () -> gaussian ? draw.gaussian(1) : draw.eighth(2)));
  }

  /** Once in eight times each, scaled by 2^{−10} or 2^{10}: the weights by c, the target by c^h. */
  private static Instance scaled(Draw draw, Instance instance) {
    int exponent = draw.onceIn(8) ? -10 : draw.onceIn(7) ? 10 : 0;
    BigFraction c = new BigFraction(2).pow(exponent);
    return Instance.whitened(
        Q.scale(c.pow(instance.architecture().depth()), instance.target().matrix()),
        instance.weights().scale(c));
  }
}
