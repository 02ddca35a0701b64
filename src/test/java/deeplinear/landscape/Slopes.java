package deeplinear.landscape;

import deeplinear.algebra.Jet;
import deeplinear.algebra.JetAlgebra;
import deeplinear.algebra.RationalAlgebra;
import deeplinear.algebra.RationalMatrix;
import deeplinear.fixture.Exact;
import deeplinear.network.Architecture;
import deeplinear.network.Instance;
import deeplinear.network.Weights;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.fraction.BigFraction;

/** Taylor coefficients of the loss along lines, from its definition alone. */
final class Slopes {

  private static final RationalAlgebra Q = RationalAlgebra.INSTANCE;

  private Slopes() {}

  /** The coefficient of t^order in L(W + tV). */
  static BigFraction along(Instance instance, Weights<RationalMatrix> direction, int order) {
    JetAlgebra<RationalMatrix> jets = new JetAlgebra<>(Q, order);
    Weights<Jet<RationalMatrix>> line =
        Weights.build(
            jets,
            direction.depth(),
            i -> jets.line(instance.weights().layer(i), direction.layer(i)));
    return instance.target(jets).loss(line).coefficient(order).toScalar();
  }

  /** The unit directions of all weights, layer by layer, each row by row. */
  static List<Weights<RationalMatrix>> units(Architecture architecture) {
    List<Weights<RationalMatrix>> units = new ArrayList<>();
    for (int j = 1; j <= architecture.depth(); j++) {
      for (int r = 0; r < architecture.width(j); r++) {
        for (int c = 0; c < architecture.width(j - 1); c++) {
          units.add(unit(architecture, j, r, c));
        }
      }
    }
    return units;
  }

  private static Weights<RationalMatrix> unit(Architecture architecture, int j, int r, int c) {
    return Weights.build(
        Q,
        architecture.depth(),
        i ->
            Exact.build(
                architecture.width(i),
                architecture.width(i - 1),
                (a, b) -> i == j && a == r && b == c ? BigFraction.ONE : BigFraction.ZERO));
  }

  /** Whether the loss has no slope in any weight. */
  static boolean allVanish(Instance instance) {
    return units(instance.architecture()).stream()
        .allMatch(unit -> along(instance, unit, 1).equals(BigFraction.ZERO));
  }
}
