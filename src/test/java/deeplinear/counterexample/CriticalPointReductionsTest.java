package deeplinear.counterexample;

import static deeplinear.fixture.Exact.q;
import static deeplinear.fixture.RandomPoints.numbers;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import deeplinear.algebra.RationalMatrix;
import deeplinear.fixture.Exact;
import deeplinear.landscape.BlockPoint;
import deeplinear.landscape.LearnedSet;
import deeplinear.landscape.SpectralTarget;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.commons.math3.fraction.BigFraction;
import org.junit.jupiter.api.Test;

class CriticalPointReductionsTest {

  private static final BlockPoint POINT = Subjects.point(2);

  @Test
  void aPointLosesAnyLayerOrUnit() {
    Set<String> architectures = ReductionsTest.architectures(Reductions.of(POINT));
    assertTrue(
        architectures.containsAll(
            List.of(
                "3-3-3-4",
                "3-4-3-4",
                "3-3-3-3-4",
                "3-4-2-3-4",
                "3-4-3-2-4",
                "3-4-3-3-3",
                "2-4-3-3-3")),
        architectures::toString);
  }

  @Test
  void aPointLearnsLess() {
    Set<LearnedSet> sets =
        Reductions.of(POINT).stream().map(BlockPoint::learned).collect(Collectors.toSet());
    assertEquals(
        Set.of(
            LearnedSet.of(1, 3),
            LearnedSet.of(1),
            LearnedSet.of(3),
            LearnedSet.of(2),
            LearnedSet.of(1, 2)),
        sets);
  }

  @Test
  void aPointLosesAnySingularValueAndItsIndexMoves() {
    List<BlockPoint> reductions = Reductions.of(POINT);
    assertTrue(has(reductions, numbers(5, 3), LearnedSet.of(2)));
    assertTrue(has(reductions, numbers(7, 3), LearnedSet.of(1, 2)));
    assertTrue(has(reductions, numbers(7, 5), LearnedSet.of(1)));
    assertTrue(has(reductions, numbers(7, 5, 1), LearnedSet.of(1, 3)));
    assertTrue(
        reductions.stream()
            .map(p -> p.target().values())
            .allMatch(s -> s.equals(s.stream().sorted((x, y) -> y.compareTo(x)).toList())));
  }

  private static boolean has(
      List<BlockPoint> points, List<BigFraction> values, LearnedSet learned) {
    return points.stream()
        .anyMatch(p -> p.target().values().equals(values) && p.learned().equals(learned));
  }

  @Test
  void aPointLosesAnyGaugeBasisOrNullBlockAlone() {
    List<BlockPoint> reductions = Reductions.of(POINT);
    for (int i = 0; i < 3; i++) {
      List<RationalMatrix> gauges = new ArrayList<>(POINT.gauges());
      gauges.set(i, RationalMatrix.identity(gauges.get(i).rows()));
      assertTrue(reductions.contains(of(POINT.target(), gauges, POINT.nullBlocks())));
    }
    for (int i : new int[] {0, 2}) {
      List<RationalMatrix> blocks = new ArrayList<>(POINT.nullBlocks());
      blocks.set(i, Exact.scaled(q(0, 1), blocks.get(i)));
      assertTrue(reductions.contains(of(POINT.target(), POINT.gauges(), blocks)));
    }
    SpectralTarget t = POINT.target();
    RationalMatrix four = RationalMatrix.identity(4);
    RationalMatrix three = RationalMatrix.identity(3);
    for (SpectralTarget simpler :
        List.of(
            new SpectralTarget(four, t.values(), t.right()),
            new SpectralTarget(t.left(), t.values(), three))) {
      assertTrue(reductions.contains(of(simpler, POINT.gauges(), POINT.nullBlocks())));
    }
  }

  private static BlockPoint of(
      SpectralTarget target, List<RationalMatrix> gauges, List<RationalMatrix> blocks) {
    return new BlockPoint(target, POINT.learned(), gauges, blocks);
  }

  @Test
  void mergedLayersMultiplyTheirNullBlocks() {
    List<RationalMatrix> z = POINT.nullBlocks();
    List<RationalMatrix> gauges = POINT.gauges();
    assertTrue(
        Reductions.of(POINT)
            .contains(
                of(
                    POINT.target(),
                    List.of(gauges.get(0), gauges.get(2)),
                    List.of(z.get(0), Exact.product(z.get(2), z.get(1)), z.get(3)))));
  }

  @Test
  void aUnitWithoutGaugeGoesWithItsRowAndColumnOfNullBlocks() {
    BlockPoint plain =
        BlockPoint.plain(SpectralTarget.diagonal(2, 2, numbers(5)), LearnedSet.of(1), List.of(3));
    RationalMatrix column = RationalMatrix.of(new long[][] {{2}, {3}});
    RationalMatrix row = RationalMatrix.of(new long[][] {{4, 6}});
    BlockPoint filled = plain.withNullBlocks(List.of(column, row));
    List<List<RationalMatrix>> blocks =
        Reductions.of(filled).stream().map(BlockPoint::nullBlocks).toList();
    assertTrue(blocks.contains(List.of(column.withoutRow(0), row.withoutColumn(0))));
    assertTrue(blocks.contains(List.of(column.withoutRow(1), row.withoutColumn(1))));
    assertTrue(blocks.contains(List.of(RationalMatrix.zeros(2, 0), row)));
    assertTrue(blocks.contains(List.of(column, RationalMatrix.zeros(0, 2))));
  }
}
