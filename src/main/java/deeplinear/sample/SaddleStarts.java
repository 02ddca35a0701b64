package deeplinear.sample;

import deeplinear.algebra.RationalAlgebra;
import deeplinear.algebra.RationalMatrix;
import deeplinear.algebra.Rationals;
import deeplinear.network.Architecture;
import deeplinear.network.Instance;
import deeplinear.network.Weights;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.commons.math3.fraction.BigFraction;

/**
 * Starts whose limit is a chosen critical point: all layers and the target are diagonal, modes that
 * are to be learned are positive, and the others vanish in at least two layers, so that the flow
 * never moves them: products of zeros are zeros in floating point, too.
 */
public final class SaddleStarts {

  private static final RationalAlgebra Q = RationalAlgebra.INSTANCE;

  private SaddleStarts() {}

  /** Any learned set, at depth 2 to 4 and with widths to 5. */
  public static Generator<Instance> any() {
    return draw -> {
      int depth = draw.between(2, 4);
      return start(draw, depth, draw.between(2, 5), 5);
    };
  }

  /** Every learned set of networks with widths 2 or 3, each as often as the others. */
  public static Generator<Instance> small() {
    return draw -> start(draw, draw.between(2, 3), draw.between(1, 3), 3);
  }

  /** At depth 2, small, and some mode is not learned. */
  public static Generator<Instance> ofDepthTwo() {
    return draw -> {
      while (true) {
        Instance instance = start(draw, 2, 1, 3);
        int r = instance.architecture().bottleneck();
        if (Q.rank(instance.weights().endToEnd()) < r) {
          return instance;
        }
      }
    };
  }

  private static Instance start(Draw draw, int depth, int narrowest, int widest) {
    if (!draw.frame().isFree()) {
      throw new UnsuitableFrameException("starts at saddles have targets of their own");
    }
    List<Integer> widths = new ArrayList<>();
    for (int i = 0; i <= depth; i++) {
      widths.add(draw.between(narrowest, widest));
    }
    Architecture architecture = new Architecture(widths);
    int p = Math.min(architecture.inputs(), architecture.outputs());
    int modes = architecture.bottleneck();
    List<BigFraction> values = draw.singularValues(p, true);
    List<List<BigFraction>> layers = new ArrayList<>();
    for (int i = 0; i < depth; i++) {
      layers.add(new ArrayList<>(Collections.nCopies(modes, BigFraction.ZERO)));
    }
    for (int k = 0; k < modes; k++) {
      boolean isLearned = draw.random().nextBoolean();
      int alive = isLearned ? depth : draw.between(0, depth - 2);
      for (int i = 0; i < alive; i++) {
        layers.get(i).set(k, Rationals.fraction(draw.between(3, 10), 8));
      }
    }
    Weights<RationalMatrix> weights =
        Weights.build(
            Q,
            depth,
            i ->
                RationalMatrix.diagonal(
                    architecture.width(i), architecture.width(i - 1), layers.get(i - 1)));
    return Instance.whitened(
        RationalMatrix.diagonal(architecture.outputs(), architecture.inputs(), values), weights);
  }
}
