package deeplinear.network;

import static deeplinear.network.Simplification.anyOf;

import deeplinear.algebra.RationalAlgebra;
import deeplinear.algebra.RationalMatrix;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reductions of an instance: its layers, its units, its entries and its data. */
final class InstanceReductions {

  private static final RationalAlgebra Q = RationalAlgebra.INSTANCE;

  private InstanceReductions() {}

  static List<Instance> of(Instance instance) {
    List<Instance> result = new ArrayList<>();
    List<RationalMatrix> layers = instance.weights().layers();
    for (int i = 0; i + 1 < layers.size(); i++) {
      List<RationalMatrix> merged = with(layers, i, Q.multiply(layers.get(i + 1), layers.get(i)));
      merged.remove(i + 1);
      result.add(new Instance(instance.target(), new Weights<>(Q, merged)));
    }
    for (int i = 0; i <= layers.size(); i++) {
      for (int unit = 0;
          instance.architecture().width(i) > 1 && unit < instance.architecture().width(i);
          unit++) {
        result.add(withoutUnit(instance, i, unit));
      }
    }
    for (List<RationalMatrix> simpler : anyOf(layers, Simplification::of)) {
      result.add(new Instance(instance.target(), new Weights<>(Q, simpler)));
    }
    targets(instance.target()).forEach(t -> result.add(new Instance(t, instance.weights())));
    if (instance.isWhitened()) {
      result.add(mirrored(instance));
    }
    return result;
  }

  /** The network read from its output to its input, which the theorems cannot tell apart. */
  private static Instance mirrored(Instance instance) {
    int h = instance.architecture().depth();
    return Instance.whitened(
        Q.transpose(instance.target().matrix()),
        Weights.build(Q, h, i -> Q.transpose(instance.weights().layer(h + 1 - i))));
  }

  private static <T> List<T> with(List<T> list, int index, T element) {
    return Simplification.with(list, index, x -> element);
  }

  private static Instance withoutUnit(Instance instance, int i, int unit) {
    List<RationalMatrix> layers = new ArrayList<>(instance.weights().layers());
    int h = layers.size();
    if (i > 0) {
      layers.set(i - 1, layers.get(i - 1).withoutRow(unit));
    }
    if (i < h) {
      layers.set(i, layers.get(i).withoutColumn(unit));
    }
    Target<RationalMatrix> target = instance.target();
    if (i == 0) {
      target = withoutInput(target, unit);
    } else if (i == h) {
      target = withoutOutput(target, unit);
    }
    return new Instance(target, new Weights<>(Q, layers));
  }

  private static Target<RationalMatrix> withoutInput(Target<RationalMatrix> target, int unit) {
    RationalMatrix matrix = target.matrix().withoutColumn(unit);
    return target.isWhitened()
        ? new Whitened<>(Q, matrix)
        : SecondMoments.exact(
            matrix, target.moment().withoutColumn(unit).withoutRow(unit), target.energy());
  }

  private static Target<RationalMatrix> withoutOutput(Target<RationalMatrix> target, int unit) {
    RationalMatrix matrix = target.matrix().withoutRow(unit);
    return target.isWhitened()
        ? new Whitened<>(Q, matrix)
        : SecondMoments.exact(matrix, target.moment(), target.energy());
  }

  private static List<Target<RationalMatrix>> targets(Target<RationalMatrix> target) {
    List<Target<RationalMatrix>> result = new ArrayList<>();
    for (RationalMatrix matrix : Simplification.of(target.matrix())) {
      if (target.isWhitened()) {
        result.add(new Whitened<>(Q, matrix));
      } else {
        withEnergy(matrix, target.moment(), target.energy()).ifPresent(result::add);
      }
    }
    if (!target.isWhitened()) {
      moments(target, result);
    }
    return result;
  }

  /** Single inputs scaled to 1 or cut off, and less energy. */
  private static void moments(Target<RationalMatrix> target, List<Target<RationalMatrix>> result) {
    for (RationalMatrix moment : Simplification.of(target.moment())) {
      withEnergy(target.matrix(), moment, target.energy()).ifPresent(result::add);
    }
    for (RationalMatrix energy : Simplification.of(target.energy())) {
      withEnergy(target.matrix(), target.moment(), energy).ifPresent(result::add);
    }
  }

  /** With the least energy that data with these moments have, if the given one is smaller. */
  private static Optional<Target<RationalMatrix>> withEnergy(
      RationalMatrix matrix, RationalMatrix moment, RationalMatrix energy) {
    return SecondMoments.leastEnergy(matrix, moment)
        .map(least -> least.compareTo(energy.toScalar()) > 0 ? least : energy.toScalar())
        .map(e -> SecondMoments.exact(matrix, moment, RationalMatrix.scalar(e)));
  }
}
