package deeplinear.landscape;

import static deeplinear.fixture.RandomPoints.numbers;
import static deeplinear.landscape.PointKind.GLOBAL_MINIMUM;
import static deeplinear.landscape.PointKind.NON_STRICT_SADDLE;
import static deeplinear.landscape.PointKind.STRICT_SADDLE;
import static deeplinear.landscape.Strictness.BY_BOTH_BLOCKS;
import static deeplinear.landscape.Strictness.BY_MIDDLE_BLOCK;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import deeplinear.algebra.RationalMatrix;
import deeplinear.fixture.RandomPoints;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.math3.fraction.BigFraction;
import org.junit.jupiter.api.Test;

class StrictnessTest {

  /** A point of a chain of width 1 that has learned nothing, with these layers. */
  private static BlockPoint chain(long... layers) {
    BlockPoint origin =
        BlockPoint.plain(
            SpectralTarget.diagonal(1, 1, numbers(2)),
            LearnedSet.of(),
            new ArrayList<>(List.of(1, 1, 1, 1).subList(0, layers.length - 1)));
    return origin.withNullBlocks(numbers(layers).stream().map(RationalMatrix::scalar).toList());
  }

  @Test
  void theOriginIsStrictAtDepthTwoAlone() {
    assertEquals(STRICT_SADDLE, BY_BOTH_BLOCKS.classify(chain(0, 0)));
    assertEquals(NON_STRICT_SADDLE, BY_BOTH_BLOCKS.classify(chain(0, 0, 0)));
    assertEquals(NON_STRICT_SADDLE, BY_BOTH_BLOCKS.classify(chain(0, 0, 0, 0)));
  }

  @Test
  void oneNonvanishingLayerMakesDepthThreeStrict() {
    assertEquals(STRICT_SADDLE, BY_BOTH_BLOCKS.classify(chain(0, 0, 5)));
    assertEquals(STRICT_SADDLE, BY_BOTH_BLOCKS.classify(chain(0, 5, 0)));
    assertEquals(STRICT_SADDLE, BY_BOTH_BLOCKS.classify(chain(5, 0, 0)));
    assertEquals(NON_STRICT_SADDLE, BY_BOTH_BLOCKS.classify(chain(5, 0, 0, 0)));
    assertEquals(STRICT_SADDLE, BY_BOTH_BLOCKS.classify(chain(5, 0, 0, 3)));
  }

  @Test
  void theMiddleBlockAloneMisclassifiesTheOriginAtDepthThree() {
    assertEquals(STRICT_SADDLE, BY_MIDDLE_BLOCK.classify(chain(0, 0, 0)));
    assertEquals(STRICT_SADDLE, BY_MIDDLE_BLOCK.classify(chain(0, 5, 0)));
    assertEquals(STRICT_SADDLE, BY_MIDDLE_BLOCK.classify(chain(0, 0)));
  }

  @Test
  void aSetThatIsNotTopIsStrictAtEveryDepth() {
    SpectralTarget target = SpectralTarget.diagonal(2, 2, numbers(2, 1));
    for (List<Integer> hidden : List.of(List.of(1), List.of(2, 2), List.of(2, 2, 2))) {
      assertEquals(
          STRICT_SADDLE,
          BY_BOTH_BLOCKS.classify(BlockPoint.plain(target, LearnedSet.of(2), hidden)));
    }
    assertEquals(
        GLOBAL_MINIMUM,
        BY_BOTH_BLOCKS.classify(BlockPoint.plain(target, LearnedSet.of(1), List.of(1, 2))));
    assertEquals(
        NON_STRICT_SADDLE,
        BY_BOTH_BLOCKS.classify(BlockPoint.plain(target, LearnedSet.of(1), List.of(2, 2))));
  }

  @Test
  void ranksAgreeWithTheInertiaAndTheLossAtRandomPoints() {
    Map<PointKind, Integer> seen = new EnumMap<>(PointKind.class);
    RandomPoints draw = new RandomPoints(500);
    List<List<Integer>> fillings =
        List.of(List.of(), List.of(1), List.of(2), List.of(3), List.of(1, 3));
    for (List<Integer> filled : fillings) {
      for (List<Integer> hidden : List.of(List.of(2, 2), List.of(2, 3), List.of(2, 2, 2))) {
        if (filled.size() + 2 > hidden.size() + 1) {
          continue;
        }
        SpectralTarget target = draw.target(2, 3, numbers(3, 2));
        for (LearnedSet learned : LearnedSet.all(2, 2).toList()) {
          BlockPoint point = draw.point(target, learned, hidden, filled);
          PointKind type = BY_BOTH_BLOCKS.classify(point);
          assertEquals(byInertia(point), type, point::toString);
          seen.merge(type, 1, Integer::sum);
        }
      }
    }
    assertTrue(seen.values().stream().allMatch(n -> n >= 4) && seen.size() == 3, seen::toString);
  }

  private static PointKind byInertia(BlockPoint point) {
    if (Hessian.inertia(point.instance()).negative() > 0) {
      return STRICT_SADDLE;
    }
    BigFraction loss = point.instance().target().loss(point.instance().weights()).toScalar();
    return loss.equals(BigFraction.ZERO) ? GLOBAL_MINIMUM : NON_STRICT_SADDLE;
  }
}
