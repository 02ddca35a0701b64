package deeplinear.flow.enclosure;

import deeplinear.algebra.Interval;
import deeplinear.algebra.IntervalAlgebra;
import deeplinear.algebra.IntervalMatrix;
import deeplinear.algebra.Jet;
import deeplinear.algebra.JetAlgebra;
import deeplinear.algebra.SpectralEnclosure;
import deeplinear.flow.Dynamics;
import deeplinear.network.Target;
import deeplinear.network.Weights;
import java.util.ArrayList;
import java.util.List;

/** How fast trajectories of a flow can move apart. */
final class Expansion {

  private static final IntervalAlgebra I = IntervalAlgebra.INSTANCE;

  private Expansion() {}

  /**
   * At least the logarithmic norm λ_max((F′ + F′ᵀ)/2) of the field F at every point of a box: two
   * solutions that stay in it are at most e^{λt} times as far apart at the time t as at first. For
   * gradient flow F′ = −D²L.
   */
  static double rate(
      Target<IntervalMatrix> target, Weights<IntervalMatrix> box, Dynamics dynamics) {
    IntervalMatrix jacobian = jacobian(target, box, dynamics);
    IntervalMatrix sum = I.add(jacobian, I.transpose(jacobian));
    return SpectralEnclosure.ofSymmetric(sum.map(x -> x.multiply(Interval.point(0.5)))).high();
  }

  /** Contains F′ at every point of the box; its columns are derivatives along the unit vectors. */
  private static IntervalMatrix jacobian(
      Target<IntervalMatrix> target, Weights<IntervalMatrix> box, Dynamics dynamics) {
    JetAlgebra<IntervalMatrix> jets = new JetAlgebra<>(I, 1);
    Target<Jet<IntervalMatrix>> lifted = target.map(jets, m -> jets.jet(List.of(m)));
    List<Jet<IntervalMatrix>> layers =
        new ArrayList<>(box.layers().stream().map(w -> jets.jet(List.of(w))).toList());
    List<Interval> columns = new ArrayList<>();
    for (int i = 0; i < layers.size(); i++) {
      Jet<IntervalMatrix> constant = layers.get(i);
      IntervalMatrix layer = constant.coefficient(0);
      for (int k = 0; k < layer.rows() * layer.columns(); k++) {
        layers.set(i, jets.line(layer, unit(layer, k)));
        dynamics
            .velocity(lifted, new Weights<>(jets, layers))
            .layers()
            .forEach(v -> columns.addAll(v.coefficient(1).entries()));
      }
      layers.set(i, constant);
    }
    int n = box.architecture().weights();
    return I.transpose(IntervalMatrix.of(n, n, columns));
  }

  /** The direction of the k-th entry of a layer. */
  private static IntervalMatrix unit(IntervalMatrix layer, int k) {
    IntervalMatrix zero = I.zeros(layer.rows(), layer.columns());
    return I.insert(zero, k / layer.columns(), k % layer.columns(), I.identity(1));
  }
}
