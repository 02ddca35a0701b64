package deeplinear.sample;

import deeplinear.algebra.RationalAlgebra;
import deeplinear.algebra.RationalMatrix;
import deeplinear.algebra.Rationals;
import deeplinear.network.Architecture;
import deeplinear.network.Instance;
import deeplinear.network.SecondMoments;
import deeplinear.network.Target;
import deeplinear.network.Weights;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.math3.fraction.BigFraction;

/** Starts of depth 2 whose imbalance guarantees a rate of convergence. */
public final class ImbalancedStarts {

  private static final RationalAlgebra Q = RationalAlgebra.INSTANCE;

  private ImbalancedStarts() {}

  /** With one term of the rate at work, or both. */
  public static Source<Instance> all() {
    return Source.of("both-terms", 4, bothTerms())
        .and("one-layer-large", 1, oneLayerLarge())
        .and("small", 1, draw -> oneLayerLarge(draw, 1, 3));
  }

  /** C_1 has d_2 positive and d_0 negative eigenvalues of like size: the layers meet nowhere. */
  public static Generator<Instance> bothTerms() {
    return draw -> {
      Architecture architecture =
          draw.frame().architecture().isPresent()
              ? Size.BULK.architecture(draw, 2, 2)
              : apart(draw);
      int inputs = architecture.inputs();
      int outputs = architecture.outputs();
      int hidden = architecture.width(1);
      if (hidden < inputs + outputs) {
        throw new UnsuitableFrameException(
            "both terms of the rate need d_1 ≥ d_0 + d_2, unlike " + architecture);
      }
      RationalMatrix gauge = draw.orthogonal(hidden);
      RationalMatrix second =
          Q.multiply(RationalMatrix.diagonal(outputs, hidden, large(draw, outputs)), gauge);
      RationalMatrix first = Q.zeros(hidden, inputs);
      List<BigFraction> values = large(draw, inputs);
      for (int k = 0; k < inputs; k++) {
        first = Q.insert(first, outputs + k, k, RationalMatrix.scalar(values.get(k)));
      }
      RationalMatrix small =
          Q.scale(
              Rationals.fraction(1, 8L * hidden),
              draw.matrix(hidden, inputs, () -> draw.eighth(1)));
      return framed(
          draw,
          architecture,
          List.of(
              Q.add(
                  Q.multiply(Q.transpose(gauge), Q.multiply(first, draw.orthogonal(inputs))),
                  small),
              second));
    };
  }

  private static Architecture apart(Draw draw) {
    int inputs = draw.between(1, 4);
    int outputs = draw.between(inputs == 1 ? 2 : 1, 4);
    return Architecture.of(inputs, draw.between(inputs + outputs, inputs + outputs + 1), outputs);
  }

  private static List<BigFraction> large(Draw draw, int count) {
    return IntStream.range(0, count)
        .mapToObj(k -> Rationals.fraction(draw.between(8, 16), 8))
        .toList();
  }

  /** One layer is so much larger than the other that C_1 is definite on the outer side. */
  public static Generator<Instance> oneLayerLarge() {
    return draw -> oneLayerLarge(draw, 2, 6);
  }

  private static Instance oneLayerLarge(Draw draw, int narrowest, int widest) {
    boolean isFree = draw.frame().architecture().isEmpty();
    int end = draw.between(narrowest, widest);
    Architecture architecture =
        isFree
            ? Architecture.of(
                draw.between(narrowest, widest), draw.between(end, Math.max(end, widest)), end)
            : Size.BULK.architecture(draw, 2, 2);
    boolean isTopHeavy = isFree || architecture.outputs() <= architecture.inputs();
    int hidden = architecture.width(1);
    int outer = isTopHeavy ? architecture.outputs() : architecture.inputs();
    int other = isTopHeavy ? architecture.inputs() : architecture.outputs();
    if (hidden < outer) {
      throw new UnsuitableFrameException(
          "a rate needs a hidden layer that is not narrower than both ends, unlike "
              + architecture);
    }
    RationalMatrix large =
        Q.multiply(
            RationalMatrix.diagonal(outer, hidden, large(draw, outer)), draw.orthogonal(hidden));
    RationalMatrix small =
        Q.scale(
            Rationals.fraction(1, 4L * hidden), draw.matrix(hidden, other, () -> draw.eighth(1)));
    if (isTopHeavy) {
      Instance instance = framed(draw, architecture, List.of(small, large));
      return isFree && draw.random().nextBoolean() ? Instances.transposed(instance) : instance;
    }
    return framed(draw, architecture, List.of(Q.transpose(large), Q.transpose(small)));
  }

  /** The layers as they are with a drawn target, and at the scale of a given one. */
  private static Instance framed(
      Draw draw, Architecture architecture, List<RationalMatrix> layers) {
    Weights<RationalMatrix> weights = new Weights<>(Q, layers);
    Target<RationalMatrix> target =
        draw.frame()
            .target()
            .orElseGet(
                () ->
                    Instance.whitened(
                            draw.matrix(
                                architecture.outputs(),
                                architecture.inputs(),
                                () -> draw.eighth(2)),
                            weights)
                        .target());
    return new Instance(
        target, draw.frame().isFree() ? weights : weights.scale(Starts.scale(target, 2)));
  }

  /** As {@link #oneLayerLarge}, small, for inputs of small second moment. */
  public static Generator<Instance> raw() {
    return draw -> {
      Instance instance = oneLayerLarge(draw, 1, 3);
      RationalMatrix sigma = instance.target().matrix();
      RationalMatrix moment =
          Q.scale(Rationals.fraction(1, 64), Q.identity(instance.architecture().inputs()));
      RationalMatrix energy = Q.scale(new BigFraction(64), Q.normSquared(sigma));
      return new Instance(SecondMoments.exact(sigma, moment, energy), instance.weights());
    };
  }
}
