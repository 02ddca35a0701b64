package deeplinear.landscape;

import static deeplinear.fixture.RandomPoints.numbers;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import deeplinear.algebra.Inertia;
import deeplinear.algebra.JetAlgebra;
import deeplinear.algebra.RationalAlgebra;
import deeplinear.algebra.RationalMatrix;
import deeplinear.fixture.RandomPoints;
import deeplinear.flow.GradientFlow;
import deeplinear.network.Architecture;
import deeplinear.network.Instance;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.fraction.BigFraction;
import org.junit.jupiter.api.Test;

/** All that the landscape says of critical points, at every type of small networks. */
class EveryTypeTest {

  private static final RationalAlgebra Q = RationalAlgebra.INSTANCE;

  // How many there are was counted by enumeration: fewer would be types that are left out.
  private final RandomPoints draw = new RandomPoints(500);
  private int points;
  private int nonStrict;

  @Test
  void depthTwo() {
    everyType(2, 3);
    assertEquals(0, nonStrict);
    assertEquals(468, points);
  }

  @Test
  void depthThree() {
    everyType(3, 3);
    assertEquals("7147 points, 573 non-strict", points + " points, " + nonStrict + " non-strict");
  }

  @Test
  void depthFour() {
    for (List<Integer> widths : List.of(List.of(2, 1, 2, 1, 2), List.of(1, 2, 2, 1, 1))) {
      of(new Architecture(widths));
    }
    of(Architecture.of(2, 2, 1, 2, 2));
    assertEquals("379 points, 94 non-strict", points + " points, " + nonStrict + " non-strict");
  }

  /** Networks of a depth with all widths up to the widest. */
  private void everyType(int depth, int widest) {
    List<List<Integer>> all = new ArrayList<>(List.of(List.of()));
    for (int i = 0; i <= depth; i++) {
      List<List<Integer>> longer = new ArrayList<>();
      for (List<Integer> widths : all) {
        for (int width = 1; width <= widest; width++) {
          List<Integer> more = new ArrayList<>(widths);
          more.add(width);
          longer.add(more);
        }
      }
      all = longer;
    }
    all.forEach(widths -> of(new Architecture(widths)));
  }

  private void of(Architecture architecture) {
    int most = Math.min(architecture.inputs(), architecture.outputs());
    for (int p = 0; p <= most; p++) {
      at(architecture, numbers(5, 3, 2).subList(0, p));
    }
    if (most >= 2) {
      at(architecture, numbers(3, 3));
    }
  }

  private void at(Architecture architecture, List<BigFraction> values) {
    int p = values.size();
    for (LearnedSet set : LearnedSet.all(p, Math.min(p, architecture.bottleneck())).toList()) {
      SpectralTarget target = draw.target(architecture.outputs(), architecture.inputs(), values);
      new CriticalTypes(architecture, p, set.size())
          .stream().forEach(type -> at(type, type.realize(target, set)));
    }
  }

  private void at(CriticalType type, BlockPoint simple) {
    List<Integer> hidden = simple.gauges().stream().map(RationalMatrix::rows).toList();
    BlockPoint point = simple.withGauges(hidden.stream().map(draw::gauge).toList());
    Instance instance = point.instance();
    points++;
    assertTrue(
        GradientFlow.INSTANCE.velocity(instance.target(), instance.weights()).layers().stream()
            .allMatch(Q::isZero),
        type::toString);
    assertTrue(point.isCritical(), type::toString);
    assertEquals(type, point.type());
    assertEquals(type, RankTable.of(instance).type());
    Inertia inertia = Hessian.inertia(instance);
    assertEquals(inertia, PredictedInertia.of(point), type::toString);
    BigFraction loss = instance.target().loss(instance.weights()).toScalar();
    boolean isMinimum = loss.equals(point.values().minimum());
    assertEquals(isMinimum, point.isGlobalMinimum(), type::toString);
    PointKind kind = Strictness.BY_BOTH_BLOCKS.classify(point);
    assertEquals(isMinimum, kind == PointKind.GLOBAL_MINIMUM, type::toString);
    assertEquals(inertia.negative() > 0, kind == PointKind.STRICT_SADDLE, type::toString);
    nonStrict += kind == PointKind.NON_STRICT_SADDLE ? 1 : 0;
    if (!isMinimum) {
      escapes(point);
    }
    degenerates(point);
  }

  private static void escapes(BlockPoint point) {
    EscapePath escape = EscapePath.from(point);
    JetAlgebra<RationalMatrix> jets = new JetAlgebra<>(Q, escape.order());
    List<BigFraction> loss =
        point.instance().target(jets).loss(escape.path()).coefficients().stream()
            .map(RationalMatrix::toScalar)
            .toList();
    for (int k = 1; k < escape.order(); k++) {
      assertEquals(BigInteger.ZERO, loss.get(k).getNumerator(), point::toString);
    }
    assertTrue(loss.get(escape.order()).compareTo(BigFraction.ZERO) < 0, point::toString);
  }

  private static void degenerates(BlockPoint point) {
    Degeneration degeneration = new Degeneration(point);
    BigFraction t = new BigFraction(3);
    for (int i = 1; i <= point.depth(); i++) {
      assertEquals(
          Q.multiply(degeneration.gauge(i, t), point.weights().layer(i)),
          Q.multiply(Degeneration.at(point, t).layer(i), degeneration.gauge(i - 1, t)),
          point::toString);
    }
  }
}
