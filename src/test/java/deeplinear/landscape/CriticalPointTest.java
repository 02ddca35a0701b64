package deeplinear.landscape;

import static deeplinear.fixture.RandomPoints.numbers;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import deeplinear.algebra.RationalMatrix;
import deeplinear.fixture.Exact;
import deeplinear.fixture.RandomPoints;
import deeplinear.network.Instance;
import java.util.List;
import org.apache.commons.math3.fraction.BigFraction;
import org.junit.jupiter.api.Test;

class CriticalPointTest {

  private static final RandomPoints DRAW = new RandomPoints(400);

  /** Points of depth 2 to 4 with every learned set, and null blocks beside two that vanish. */
  static List<BlockPoint> points() {
    SpectralTarget target = DRAW.target(3, 2, numbers(3, 2));
    return LearnedSet.all(2, 2)
        .flatMap(
            s ->
                List.of(
                    DRAW.point(target, s, List.of(2), List.of()),
                    DRAW.point(target, s, List.of(3, 2), List.of(1)),
                    DRAW.point(target, s, List.of(2, 3, 3), List.of(2, 4)))
                    .stream())
        .toList();
  }

  /** Σ_{k∈S} s_k u_k v_kᵀ. */
  private static RationalMatrix learnedPart(BlockPoint point) {
    SpectralTarget target = point.target();
    return Exact.build(
        target.left().rows(),
        target.right().rows(),
        (i, j) -> {
          BigFraction sum = BigFraction.ZERO;
          for (int k : point.learned().indices()) {
            sum =
                sum.add(
                    target
                        .values()
                        .get(k - 1)
                        .multiply(target.left().entry(i, k - 1))
                        .multiply(target.right().entry(j, k - 1)));
          }
          return sum;
        });
  }

  @Test
  void twoVanishingBlocksMakeThePointCritical() {
    assertEquals(12, points().size());
    for (BlockPoint point : points()) {
      assertTrue(point.isCritical());
      assertTrue(Slopes.allVanish(point.instance()), point.learned()::toString);
    }
  }

  @Test
  void endToEndMapIsTheLearnedPartOfTheTarget() {
    for (BlockPoint point : points()) {
      Instance instance = point.instance();
      assertEquals(learnedPart(point), instance.weights().endToEnd());
      assertEquals(point.target().matrix(), instance.target().matrix());
      assertEquals(
          point.values().of(point.learned()),
          Exact.halfSquare(Exact.difference(point.target().matrix(), learnedPart(point))));
    }
  }

  @Test
  void layersAreBlocksBetweenGauges() {
    SpectralTarget target = DRAW.target(2, 3, numbers(5, 3));
    BlockPoint point = DRAW.point(target, LearnedSet.of(2), List.of(2, 3), List.of(1, 2, 3));
    assertEquals(List.of(3, 2, 3, 2), point.architecture().widths());
    assertEquals(3, point.depth());
    for (int i = 1; i <= 3; i++) {
      RationalMatrix z = point.nullBlock(i);
      int layer = i;
      RationalMatrix b =
          Exact.build(
              z.rows() + 1,
              z.columns() + 1,
              (r, c) ->
                  r > 0 && c > 0
                      ? z.entry(r - 1, c - 1)
                      : r + c > 0 ? BigFraction.ZERO : Exact.q(layer == 1 ? 3 : 1, 1));
      assertEquals(
          Exact.product(point.gauge(i), b),
          Exact.product(point.weights().layer(i), point.gauge(i - 1)));
    }
  }

  @Test
  void outerGaugesListTheLearnedVectorsFirst() {
    SpectralTarget target = DRAW.target(3, 3, numbers(5, 3, 2));
    BlockPoint point = DRAW.point(target, LearnedSet.of(2, 3), List.of(4), List.of());
    int[] order = {2, 3, 1};
    for (int k = 0; k < 3; k++) {
      for (int r = 0; r < 3; r++) {
        assertEquals(target.right().entry(r, order[k] - 1), point.gauge(0).entry(r, k));
        assertEquals(target.left().entry(r, order[k] - 1), point.gauge(2).entry(r, k));
      }
    }
    assertEquals(point.gauges().get(0), point.gauge(1));
  }

  @Test
  void gaugesMoveThePoint() {
    SpectralTarget target = SpectralTarget.diagonal(2, 2, numbers(2, 1));
    BlockPoint plain = BlockPoint.plain(target, LearnedSet.of(1), List.of(2));
    RationalMatrix shear = RationalMatrix.of(new long[][] {{1, 0}, {4, 1}});
    BlockPoint moved = new BlockPoint(target, plain.learned(), List.of(shear), plain.nullBlocks());
    assertEquals("[[2, 0], [0, 0]]", plain.weights().layer(1).toString());
    assertEquals("[[2, 0], [8, 0]]", moved.weights().layer(1).toString());
    assertEquals("[[1, 0], [0, 0]]", moved.weights().layer(2).toString());
    assertNotEquals(plain.weights().layers(), moved.weights().layers());
  }

  @Test
  void aSingularGaugeHasNoPoint() {
    SpectralTarget target = SpectralTarget.diagonal(1, 1, numbers(2));
    BlockPoint plain = BlockPoint.plain(target, LearnedSet.of(1), List.of(1));
    BlockPoint singular =
        new BlockPoint(
            target, plain.learned(), List.of(RationalMatrix.zeros(1, 1)), plain.nullBlocks());
    assertThrows(ArithmeticException.class, singular::weights);
  }

  @Test
  void oneVanishingBlockDoesNotSuffice() {
    SpectralTarget target = SpectralTarget.diagonal(1, 1, numbers(2));
    BlockPoint plain = BlockPoint.plain(target, LearnedSet.of(), List.of(1));
    RationalMatrix one = RationalMatrix.identity(1);
    BlockPoint filled = plain.withNullBlocks(List.of(one, RationalMatrix.zeros(1, 1)));
    assertTrue(plain.isNull(1) && plain.isNull(2));
    assertFalse(filled.isNull(1));
    assertFalse(filled.isCritical());
    assertFalse(Slopes.allVanish(filled.instance()));
  }
}
