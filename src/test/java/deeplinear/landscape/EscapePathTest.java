package deeplinear.landscape;

import static deeplinear.fixture.Exact.q;
import static deeplinear.fixture.RandomPoints.numbers;
import static deeplinear.fixture.Rejection.assertRejected;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import deeplinear.algebra.JetAlgebra;
import deeplinear.algebra.RationalAlgebra;
import deeplinear.algebra.RationalMatrix;
import deeplinear.fixture.RandomPoints;
import java.util.List;
import org.apache.commons.math3.fraction.BigFraction;
import org.junit.jupiter.api.Test;

class EscapePathTest {

  private static final RandomPoints DRAW = new RandomPoints(600);

  /** L(W(ε)) − L(W(0)) from ε^1 to the order of the path. */
  private static List<BigFraction> fall(BlockPoint point, EscapePath escape) {
    JetAlgebra<RationalMatrix> jets = new JetAlgebra<>(RationalAlgebra.INSTANCE, escape.order());
    return point.instance().target(jets).loss(escape.path()).coefficients().stream()
        .skip(1)
        .map(RationalMatrix::toScalar)
        .toList();
  }

  private static EscapePath escapes(BlockPoint point) {
    EscapePath escape = EscapePath.from(point);
    assertEquals(
        point.weights().layers(),
        escape.path().layers().stream().map(layer -> layer.coefficient(0)).toList());
    List<BigFraction> fall = fall(point, escape);
    assertEquals(escape.order(), fall.size());
    int last = escape.order() - 1;
    assertTrue(fall.subList(0, last).stream().allMatch(BigFraction.ZERO::equals), fall::toString);
    assertTrue(fall.get(last).compareTo(BigFraction.ZERO) < 0, fall::toString);
    return escape;
  }

  @Test
  void lossFallsAtEveryRandomPointThatIsNoGlobalMinimum() {
    SpectralTarget target = DRAW.target(3, 3, numbers(3, 2, 1));
    int escaped = 0;
    for (LearnedSet learned : LearnedSet.all(3, 3).toList()) {
      for (List<Integer> filled :
          List.of(
              List.<Integer>of(),
              List.of(1),
              List.of(2),
              List.of(3),
              List.of(1, 2),
              List.of(2, 3),
              List.of(1, 4),
              List.of(1, 3),
              List.of(2, 4),
              List.of(3, 4))) {
        BlockPoint point = DRAW.point(target, learned, List.of(3, 4, 3), filled);
        if (!point.isGlobalMinimum()) {
          EscapePath escape = escapes(point);
          escaped += escape.order() >= 2 ? 1 : 0;
        }
      }
    }
    assertEquals(7 * 10, escaped);
  }

  @Test
  void aBottleneckDoesNotKeepSmallerLossesAway() {
    SpectralTarget target = DRAW.target(2, 3, numbers(4, 1));
    assertEquals(2, escapes(BlockPoint.plain(target, LearnedSet.of(2), List.of(1))).order());
    assertEquals(3, escapes(BlockPoint.plain(target, LearnedSet.of(), List.of(2, 1))).order());
  }

  @Test
  void turningTheVectorsOfSmallestLearnedValueFallsByItTimesTheDifferenceAtOrderTwo() {
    SpectralTarget target = DRAW.target(3, 3, numbers(7, 5, 3));
    for (List<Integer> hidden : List.of(List.of(2), List.of(2, 3), List.of(3, 3, 2))) {
      // The largest unlearned value comes in for the smallest learned one.
      assertTurns(DRAW.point(target, LearnedSet.of(2, 3), hidden, List.of()), -3 * (7 - 3));
      assertTurns(DRAW.point(target, LearnedSet.of(1, 3), hidden, List.of()), -3 * (5 - 3));
      assertTurns(DRAW.point(target, LearnedSet.of(2), hidden, List.of()), -5 * (7 - 5));
    }
  }

  private static void assertTurns(BlockPoint point, long coefficient) {
    assertEquals(List.of(q(0, 1), q(coefficient, 1)), fall(point, escapes(point)));
  }

  @Test
  void withoutNullBlocksAllLayersGrowTheNextMode() {
    SpectralTarget target = DRAW.target(3, 2, numbers(7, 5));
    for (List<Integer> hidden : List.of(List.of(2), List.of(2, 3), List.of(3, 3, 2))) {
      for (int k = 0; k <= 1; k++) {
        LearnedSet top = k == 0 ? LearnedSet.of() : LearnedSet.of(1);
        BlockPoint point = DRAW.point(target, top, hidden, List.of());
        EscapePath escape = escapes(point);
        assertEquals(hidden.size() + 1, escape.order());
        // Each string is scaled so that the walk around the cycle contributes −1.
        assertEquals(q(-1, 1), fall(point, escape).get(hidden.size()));
      }
    }
  }

  @Test
  void equalValuesLeaveNothingToTurn() {
    SpectralTarget target = DRAW.target(2, 2, numbers(3, 3));
    BlockPoint point = DRAW.point(target, LearnedSet.of(2), List.of(2, 2), List.of());
    assertEquals(3, escapes(point).order());
  }

  @Test
  void noPathLeavesAGlobalMinimum() {
    SpectralTarget target = DRAW.target(2, 2, numbers(3, 1));
    BlockPoint minimum = BlockPoint.plain(target, LearnedSet.of(1, 2), List.of(2));
    assertRejected(() -> EscapePath.from(minimum), "global minimum");
  }

  @Test
  void noPathLeavesAPointThatIsNotCritical() {
    SpectralTarget target = DRAW.target(2, 2, numbers(3, 1));
    BlockPoint filled =
        BlockPoint.plain(target, LearnedSet.of(1), List.of(2))
            .withNullBlocks(List.of(RationalMatrix.identity(1), RationalMatrix.zeros(1, 1)));
    assertRejected(
        () -> EscapePath.from(filled), "a path leaves a critical point of depth 2 or more");
  }
}
