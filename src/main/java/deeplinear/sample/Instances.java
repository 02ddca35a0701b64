package deeplinear.sample;

import deeplinear.algebra.RationalAlgebra;
import deeplinear.algebra.RationalMatrix;
import deeplinear.network.Architecture;
import deeplinear.network.Instance;
import deeplinear.network.Target;
import deeplinear.network.Weights;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.fraction.BigFraction;

/** Generators of instances with weights of any kind. */
public final class Instances {

  private static final RationalAlgebra Q = RationalAlgebra.INSTANCE;

  private Instances() {}

  /** Whitened, of all kinds and scales; widths to 8 and depth to 6. */
  public static Source<Instance> whitened(int minDepth, int maxDepth) {
    return Source.of("bulk", 8, whitened(Size.BULK, minDepth, maxDepth))
        .and("small", 2, whitened(Size.SMALL, minDepth, maxDepth))
        .and("scaled", 1, scaled(minDepth, maxDepth))
        .and("degenerate", 1, degenerate(minDepth, maxDepth))
        .and("full-precision", 1, fullPrecision(Size.SMALL, minDepth, maxDepth));
  }

  /** As {@link #whitened(int, int)}, and raw data. */
  public static Source<Instance> any(int minDepth, int maxDepth) {
    return whitened(minDepth, maxDepth)
        .and("raw", 3, raw(Size.BULK, minDepth, maxDepth))
        .and("small-raw", 1, raw(Size.SMALL, minDepth, maxDepth));
  }

  /** Whitened, with short entries of moderate size. */
  public static Generator<Instance> whitened(Size size, int minDepth, int maxDepth) {
    return draw -> {
      Architecture architecture = size.architecture(draw, minDepth, maxDepth);
      Target<RationalMatrix> target = Targets.whitened(draw, architecture);
      return new Instance(target, Starts.moderate(draw, architecture, target));
    };
  }

  /** Raw data, with short entries of moderate size. */
  public static Generator<Instance> raw(Size size, int minDepth, int maxDepth) {
    return draw -> {
      Architecture architecture = size.architecture(draw, minDepth, maxDepth);
      Target<RationalMatrix> target = Targets.raw(draw, architecture);
      return new Instance(target, Starts.moderate(draw, architecture, target));
    };
  }

  /** Scaled by 2^{−10} or 2^{10}: the weights by c, the target by c^h. */
  public static Generator<Instance> scaled(int minDepth, int maxDepth) {
    Generator<Instance> source = whitened(Size.BULK, minDepth, Math.min(maxDepth, 4));
    return draw -> {
      Instance instance = source.next(draw);
      BigFraction c = new BigFraction(2).pow(draw.oneOf(-10, 10));
      if (!draw.frame().isFree()) {
        return instance;
      }
      return Instance.whitened(
          Q.scale(c.pow(instance.architecture().depth()), instance.target().matrix()),
          instance.weights().scale(c));
    };
  }

  /** With a layer of zeros, or a target with few or equal singular values, or both. */
  public static Generator<Instance> degenerate(int minDepth, int maxDepth) {
    return draw -> {
      Size size = draw.oneOf(Size.SMALL, Size.BULK);
      Architecture architecture = size.architecture(draw, minDepth, maxDepth);
      Target<RationalMatrix> given = Targets.whitened(draw, architecture);
      Target<RationalMatrix> target =
          draw.frame().isFree() && !draw.onceIn(4)
              ? Instance.whitened(
                      Targets.degenerate(draw, architecture),
                      Starts.moderate(draw, architecture, given))
                  .target()
              : given;
      List<RationalMatrix> layers =
          new ArrayList<>(Starts.moderate(draw, architecture, target).layers());
      if (draw.onceIn(2)) {
        int zero = draw.between(0, layers.size() - 1);
        RationalMatrix layer = layers.get(zero);
        layers.set(zero, Q.zeros(layer.rows(), layer.columns()));
      }
      return new Instance(target, new Weights<>(Q, layers));
    };
  }

  /** Weights and target of full-precision Gaussian entries. */
  public static Generator<Instance> fullPrecision(Size size, int minDepth, int maxDepth) {
    return draw -> {
      Architecture architecture = size.architecture(draw, minDepth, maxDepth);
      Weights<RationalMatrix> weights = Starts.gaussian(draw, architecture, 0.7);
      RationalMatrix sigma =
          draw.matrix(architecture.outputs(), architecture.inputs(), () -> draw.gaussian(1));
      return draw.frame()
          .target()
          .map(target -> new Instance(target, Starts.moderate(draw, architecture, target)))
          .orElseGet(() -> Instance.whitened(sigma, weights));
    };
  }

  /**
   * Small, with W_1 = 0: no reduction leads from there to two layers whose balance hides a drift.
   */
  public static Generator<Instance> withoutFirstLayer(int minDepth, int maxDepth) {
    Generator<Instance> source = whitened(Size.SMALL, minDepth, maxDepth);
    return draw -> {
      Instance instance = source.next(draw);
      List<RationalMatrix> layers = new ArrayList<>(instance.weights().layers());
      layers.set(0, Q.zeros(layers.get(0).rows(), layers.get(0).columns()));
      return new Instance(instance.target(), new Weights<>(Q, layers));
    };
  }

  /** The network read from its output to its input. */
  static Instance transposed(Instance instance) {
    int h = instance.architecture().depth();
    return Instance.whitened(
        Q.transpose(instance.target().matrix()),
        Weights.build(Q, h, i -> Q.transpose(instance.weights().layer(h + 1 - i))));
  }
}
