package deeplinear.counterexample;

import static deeplinear.counterexample.Simplification.anyOf;

import deeplinear.algebra.RationalAlgebra;
import deeplinear.algebra.RationalMatrix;
import deeplinear.network.Instance;
import deeplinear.network.RawData;
import deeplinear.network.Target;
import deeplinear.network.Weights;
import deeplinear.network.Whitened;
import java.util.ArrayList;
import java.util.List;

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
      target = replaceMatrix(target, target.matrix().withoutRow(unit));
    }
    return new Instance(target, new Weights<>(Q, layers));
  }

  private static Target<RationalMatrix> withoutInput(Target<RationalMatrix> target, int unit) {
    RationalMatrix matrix = target.matrix().withoutColumn(unit);
    return target instanceof RawData<RationalMatrix> data
        ? new RawData<>(
            Q, matrix, data.moment().withoutColumn(unit).withoutRow(unit), data.energy())
        : new Whitened<>(Q, matrix);
  }

  private static Target<RationalMatrix> replaceMatrix(
      Target<RationalMatrix> target, RationalMatrix matrix) {
    return target instanceof RawData<RationalMatrix> data
        ? new RawData<>(Q, matrix, data.moment(), data.energy())
        : new Whitened<>(Q, matrix);
  }

  /** Simpler data: entries of Y Xᵀ, single inputs scaled to 1 or cut off, no energy. */
  private static List<Target<RationalMatrix>> targets(Target<RationalMatrix> target) {
    List<Target<RationalMatrix>> result = new ArrayList<>();
    Simplification.of(target.matrix()).forEach(m -> result.add(replaceMatrix(target, m)));
    if (target instanceof RawData<RationalMatrix> data) {
      for (RationalMatrix moment : Simplification.of(data.moment())) {
        if (Q.transpose(moment).equals(moment)) {
          result.add(new RawData<>(Q, data.matrix(), moment, data.energy()));
        }
      }
      Simplification.of(data.energy())
          .forEach(e -> result.add(new RawData<>(Q, data.matrix(), data.moment(), e)));
    }
    return result;
  }
}
