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
import java.util.Collections;
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
    int n = box.architecture().weights();
    List<Interval> columns = new ArrayList<>();
    for (int k = 0; k < n; k++) {
      Weights<Jet<IntervalMatrix>> velocity =
          dynamics.velocity(lifted, new Weights<>(jets, line(jets, box, k)));
      velocity.layers().forEach(layer -> columns.addAll(layer.coefficient(1).entries()));
    }
    return I.transpose(IntervalMatrix.of(n, n, columns));
  }

  /** The layers W_i + t E for the unit vector of the k-th weight. */
  private static List<Jet<IntervalMatrix>> line(
      JetAlgebra<IntervalMatrix> jets, Weights<IntervalMatrix> box, int k) {
    List<Jet<IntervalMatrix>> layers = new ArrayList<>();
    int before = 0;
    for (IntervalMatrix layer : box.layers()) {
      int size = layer.rows() * layer.columns();
      List<Interval> unit = new ArrayList<>(Collections.nCopies(size, Interval.ZERO));
      if (k >= before && k < before + size) {
        unit.set(k - before, Interval.point(1));
      }
      layers.add(jets.line(layer, IntervalMatrix.of(layer.rows(), layer.columns(), unit)));
      before += size;
    }
    return layers;
  }
}
