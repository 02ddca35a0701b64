package deeplinear.landscape;

import static deeplinear.fixture.Exact.q;
import static deeplinear.fixture.RandomPoints.numbers;
import static deeplinear.fixture.Rejection.assertRejected;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import deeplinear.algebra.Jet;
import deeplinear.algebra.RationalMatrix;
import deeplinear.fixture.Exact;
import deeplinear.fixture.RandomPoints;
import deeplinear.network.Instance;
import deeplinear.network.Weights;
import java.util.List;
import org.apache.commons.math3.fraction.BigFraction;
import org.junit.jupiter.api.Test;

class DegenerationTest {

  private static final RandomPoints DRAW = new RandomPoints(700);
  private static final SpectralTarget TARGET = DRAW.target(3, 2, numbers(3, 2));
  private static final List<BigFraction> TIMES = List.of(q(2, 3), q(-3, 1), q(1, 1));

  /** The first vanishing block is in turn the first, the second, the third and the last. */
  private static final List<BlockPoint> POINTS =
      List.of(
          point(List.of(2, 4)),
          point(List.of(1, 4)),
          point(List.of(1, 2)),
          point(List.of(1, 2, 3)));

  private static BlockPoint point(List<Integer> filled) {
    return DRAW.point(TARGET, LearnedSet.of(1), List.of(2, 3, 3), filled);
  }

  @Test
  void theCurveScalesAllNullBlocks() {
    for (BlockPoint point : POINTS) {
      assertEquals(point.weights().layers(), Degeneration.at(point, q(1, 1)).layers());
      BlockPoint plain =
          new BlockPoint(
              TARGET,
              point.learned(),
              point.gauges(),
              BlockPoint.plain(TARGET, point.learned(), List.of(2, 3, 3)).nullBlocks());
      assertEquals(plain.weights().layers(), Degeneration.at(point, q(0, 1)).layers());
      List<RationalMatrix> halved =
          point.nullBlocks().stream().map(z -> Exact.scaled(q(1, 2), z)).toList();
      assertEquals(
          point.withNullBlocks(halved).weights().layers(),
          Degeneration.at(point, q(1, 2)).layers());
    }
  }

  @Test
  void theJetsOfTheCurveAreItsValues() {
    for (BlockPoint point : POINTS) {
      Weights<Jet<RationalMatrix>> curve = Degeneration.curve(point, 3);
      for (int i = 1; i <= 4; i++) {
        Jet<RationalMatrix> jet = curve.layer(i);
        assertEquals(3, jet.order());
        for (BigFraction t : TIMES) {
          assertEquals(
              Degeneration.at(point, t).layer(i),
              Exact.sum(jet.coefficient(0), Exact.scaled(t, jet.coefficient(1))));
        }
        assertEquals(Exact.scaled(q(0, 1), jet.coefficient(1)), jet.coefficient(2));
      }
    }
  }

  @Test
  void theCurveStaysInTheOrbit() {
    for (BlockPoint point : POINTS) {
      Degeneration degeneration = new Degeneration(point);
      for (BigFraction t : TIMES) {
        assertEquals(RationalMatrix.identity(2), degeneration.gauge(0, t));
        assertEquals(RationalMatrix.identity(3), degeneration.gauge(4, t));
        for (int i = 1; i <= 4; i++) {
          assertEquals(
              Exact.product(degeneration.gauge(i, t), point.weights().layer(i)),
              Exact.product(Degeneration.at(point, t).layer(i), degeneration.gauge(i - 1, t)));
        }
      }
    }
  }

  @Test
  void exponentsRiseWithTheLayersAndFallBackAtTheFirstVanishingBlock() {
    BlockPoint plain =
        BlockPoint.plain(
            SpectralTarget.diagonal(2, 2, numbers(2, 1)), LearnedSet.of(1), List.of(2, 2, 2));
    RationalMatrix zero = RationalMatrix.zeros(1, 1);
    RationalMatrix one = RationalMatrix.identity(1);
    Degeneration degeneration =
        new Degeneration(plain.withNullBlocks(List.of(one, one, zero, zero)));
    assertEquals("[[1, 0], [0, 3]]", degeneration.gauge(1, q(3, 1)).toString());
    assertEquals("[[1, 0], [0, 9]]", degeneration.gauge(2, q(3, 1)).toString());
    assertEquals("[[1, 0], [0, 1/3]]", degeneration.gauge(3, q(3, 1)).toString());
  }

  @Test
  void theWholeCurveIsCriticalOfOneValue() {
    for (BlockPoint point : POINTS.subList(0, 3)) {
      for (BigFraction t : TIMES) {
        Instance moved = new Instance(point.instance().target(), Degeneration.at(point, t));
        assertTrue(Slopes.allVanish(moved));
        assertEquals(
            point.values().of(point.learned()), moved.target().loss(moved.weights()).toScalar());
      }
    }
  }

  @Test
  void theProductOfTheNullBlocksMustVanish() {
    BlockPoint full =
        BlockPoint.plain(SpectralTarget.diagonal(1, 1, numbers(2)), LearnedSet.of(), List.of(1))
            .withNullBlocks(List.of(RationalMatrix.identity(1), RationalMatrix.identity(1)));
    assertRejected(() -> new Degeneration(full), "the point is not critical");
  }
}
