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

/** Starts of trajectories that are followed to their limits. */
public final class ConvergentStarts {

  private static final RationalAlgebra Q = RationalAlgebra.INSTANCE;

  /** How often an offset from a minimum is halved before other weights are drawn. */
  private static final int NEAREST = 16;

  private ConvergentStarts() {}

  /** Whitened, from moderate or Gaussian weights. */
  public static Generator<Instance> moderate(Size size, int minDepth, int maxDepth) {
    return draw -> {
      Architecture architecture = size.architecture(draw, minDepth, maxDepth);
      Target<RationalMatrix> target = Targets.whitened(draw, architecture);
      Weights<RationalMatrix> weights =
          draw.frame().isFree() && draw.onceIn(3)
              ? Starts.gaussian(draw, architecture, 0.5)
              : Starts.moderate(draw, architecture, target);
      return new Instance(target, weights);
    };
  }

  /** Entries of the weights from N(0, ¼), target of full rank or lower, distinct values. */
  public static Generator<Instance> gaussian(Size size, int depth) {
    return draw -> {
      Architecture architecture = size.architecture(draw, depth, depth);
      int p = Math.min(architecture.inputs(), architecture.outputs());
      int rank = draw.onceIn(3) ? draw.between(1, p) : p;
      return draw.frame()
          .target()
          .map(target -> new Instance(target, Starts.moderate(draw, architecture, target)))
          .orElseGet(
              () ->
                  Instance.whitened(
                      Targets.spectral(draw, architecture, draw.singularValues(rank, true)),
                      Starts.gaussian(draw, architecture, 0.5)));
    };
  }

  /**
   * Whitened and without bottleneck, with a target that is near the end-to-end map: so near that
   * convergence is certified, often just so, and now and then nearer.
   */
  public static Generator<Instance> nearMinimum(Size size, int minDepth, int maxDepth) {
    return draw -> {
      Architecture architecture = open(size, draw, minDepth, maxDepth);
      if (draw.frame().target().isPresent()) {
        return nearGiven(draw, architecture, draw.frame().target().get());
      }
      while (true) {
        Weights<RationalMatrix> weights =
            Starts.moderate(draw, architecture, Targets.whitened(draw, architecture));
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

  /** Moderate starts towards distinct singular values that are not small: to 6 wide, 4 deep. */
  public static Generator<Instance> towardsFullRank() {
    return draw -> {
      if (!draw.frame().isFree()) {
        throw new UnsuitableFrameException("from a random start a certificate can be out of reach");
      }
      int depth = draw.between(2, draw.onceIn(3) ? 3 : 2);
      List<Integer> widths = new ArrayList<>();
      for (int i = 0; i <= depth; i++) {
        widths.add(draw.between(2, 5));
      }
      Architecture architecture = new Architecture(widths);
      int p = Math.min(architecture.inputs(), architecture.outputs());
      RationalMatrix sigma =
          Targets.spectral(
              draw,
              architecture,
              draw.singularValues(p, true).stream().map(s -> s.add(BigFraction.ONE)).toList());
      return Instance.whitened(sigma, Starts.gaussian(draw, architecture, 0.7));
    };
  }

  /** Small, at a minimum of the whitened loss nearly, for inputs of second moment 4. */
  public static Generator<Instance> nearMinimumOfRawData() {
    return draw -> {
      Instance instance = nearMinimum(Size.SMALL, 2, 3).next(draw);
      RationalMatrix sigma = instance.target().matrix();
      RationalMatrix moment =
          Q.scale(new BigFraction(4), Q.identity(instance.architecture().inputs()));
      RationalMatrix energy = Q.normSquared(sigma);
      return new Instance(SecondMoments.exact(sigma, moment, energy), instance.weights());
    };
  }

  /**
   * As {@link #nearMinimum}, with singular values of all layers between 3/4 and 5/4, so that the
   * flow converges at nearly the same rate in all directions.
   */
  public static Generator<Instance> wellConditioned(int minDepth, int maxDepth) {
    return draw -> {
      if (draw.frame().target().isPresent()) {
        return nearMinimum(Size.BULK, minDepth, maxDepth).next(draw);
      }
      int depth = draw.between(minDepth, maxDepth);
      int narrow = draw.between(1, 3);
      List<Integer> widths = new ArrayList<>();
      for (int i = 0; i <= depth; i++) {
        widths.add(i == 0 ? narrow : draw.between(narrow, 4));
      }
      Architecture architecture = new Architecture(widths);
      Weights<RationalMatrix> weights =
          Weights.build(
              Q, depth, i -> conditioned(draw, architecture.width(i), architecture.width(i - 1)));
      RationalMatrix offset =
          draw.matrix(architecture.outputs(), architecture.inputs(), () -> draw.eighth(1));
      RationalMatrix product = weights.endToEnd();
      for (int exponent = 0; exponent < NEAREST; exponent++) {
        Instance instance = Instance.whitened(Q.add(product, offset), weights);
        if (!Q.isZero(offset) && isCertified(instance)) {
          RationalMatrix nearer = Q.scale(Rationals.fraction(1, 8), offset);
          return draw.onceIn(4) ? instance : Instance.whitened(Q.add(product, nearer), weights);
        }
        offset = Q.scale(BigFraction.ONE_HALF, offset);
      }
      return nearMinimum(Size.SMALL, minDepth, maxDepth).next(draw);
    };
  }

  private static RationalMatrix conditioned(Draw draw, int rows, int columns) {
    List<BigFraction> values = new ArrayList<>();
    for (int k = 0; k < Math.min(rows, columns); k++) {
      values.add(Rationals.fraction(draw.between(6, 10), 8));
    }
    return Q.multiply(
        Q.multiply(draw.orthogonal(rows), RationalMatrix.diagonal(rows, columns, values)),
        draw.orthogonal(columns));
  }

  /**
   * All layers are parts of the identity, scaled, but the one at the wider end, which holds Σ; and
   * a sixteenth of a moderate start, halved until the convergence from there is certified.
   */
  private static Instance nearGiven(
      Draw draw, Architecture architecture, Target<RationalMatrix> target) {
    int h = architecture.depth();
    int learning = architecture.inputs() <= architecture.outputs() ? h : 1;
    BigFraction scale = Starts.scale(target, h);
    Weights<RationalMatrix> minimum =
        Weights.build(
            Q,
            h,
            i -> {
              int shorter = Math.min(architecture.width(i), architecture.width(i - 1));
              RationalMatrix zeros = Q.zeros(architecture.width(i), architecture.width(i - 1));
              return i == learning
                  ? Q.scale(scale.pow(h - 1).reciprocal(), Q.insert(zeros, 0, 0, target.matrix()))
                  : RationalMatrix.diagonal(
                      architecture.width(i),
                      architecture.width(i - 1),
                      Collections.nCopies(shorter, scale));
            });
    Weights<RationalMatrix> offset =
        Starts.moderate(draw, architecture, target).scale(Rationals.fraction(1, 16));
    for (int i = 0; i < NEAREST; i++) {
      Instance start = new Instance(target, minimum.plus(offset));
      if (isCertified(start)) {
        return start;
      }
      offset = offset.scale(BigFraction.ONE_HALF);
    }
    throw new UnsuitableFrameException("no start near a minimum has a certificate");
  }

  private static boolean isCertified(Instance instance) {
    RealAlgebra reals = RealAlgebra.INSTANCE;
    IntervalAlgebra intervals = IntervalAlgebra.INSTANCE;
    return instance.isWhitened()
        && ConvergenceCertificate.isPlausible(
            reals.lift(instance.target().matrix()), instance.weights(reals).layers())
        && ConvergenceCertificate.of(
                intervals.lift(instance.target().matrix()), instance.weights(intervals).layers())
            .isPresent();
  }

  /** An architecture whose hidden widths are at least as large as the input or the output. */
  private static Architecture open(Size size, Draw draw, int minDepth, int maxDepth) {
    Architecture any = size.architecture(draw, minDepth, maxDepth);
    if (!draw.frame().isFree()) {
      if (any.hasBottleneck()) {
        throw new UnsuitableFrameException("needs a network without bottleneck, unlike " + any);
      }
      return any;
    }
    int narrow = Math.min(any.inputs(), any.outputs());
    List<Integer> widths = new ArrayList<>(any.widths());
    for (int i = 1; i < any.depth(); i++) {
      widths.set(i, Math.max(narrow, widths.get(i)));
    }
    return new Architecture(widths);
  }
}
