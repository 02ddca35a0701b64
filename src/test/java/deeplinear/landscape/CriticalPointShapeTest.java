package deeplinear.landscape;

import static deeplinear.fixture.RandomPoints.numbers;
import static deeplinear.fixture.Rejection.assertRejected;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import deeplinear.algebra.RationalMatrix;
import java.util.List;
import org.junit.jupiter.api.Test;

class CriticalPointShapeTest {

  private static final SpectralTarget TARGET = SpectralTarget.diagonal(3, 2, numbers(2, 1));

  private static RationalMatrix zeros(int rows, int columns) {
    return RationalMatrix.zeros(rows, columns);
  }

  private static BlockPoint point(LearnedSet learned, RationalMatrix... blocks) {
    return new BlockPoint(TARGET, learned, List.of(RationalMatrix.identity(4)), List.of(blocks));
  }

  @Test
  void nullBlocksFillWhatTheLearnedPartLeaves() {
    assertEquals(4, point(LearnedSet.of(1), zeros(3, 1), zeros(2, 3)).nullBlock(1).rows() + 1);
    assertRejected(
        () -> point(LearnedSet.of(1), zeros(2, 1), zeros(2, 3)), "Z_1 must be 3 × 1", "2 × 1");
    assertRejected(
        () -> point(LearnedSet.of(1), zeros(3, 2), zeros(2, 3)), "Z_1 must be 3 × 1", "3 × 2");
    assertRejected(
        () -> point(LearnedSet.of(1), zeros(3, 1), zeros(3, 3)), "Z_2 must be 2 × 3", "3 × 3");
    assertRejected(
        () -> point(LearnedSet.of(1), zeros(3, 1), zeros(2, 4)), "Z_2 must be 2 × 3", "2 × 4");
  }

  @Test
  void thereIsOneNullBlockForEachLayer() {
    assertRejected(
        () -> point(LearnedSet.of(), zeros(4, 2)), "1 gauges need 2 null blocks", "not 1");
    assertRejected(() -> point(LearnedSet.of(), zeros(4, 2), zeros(4, 4), zeros(3, 4)), "not 3");
  }

  @Test
  void onlyWhatTheTargetHasCanBeLearned() {
    assertRejected(() -> point(LearnedSet.of(3), zeros(3, 1), zeros(2, 3)), "{3}", "the rank 2");
    assertEquals(1, point(LearnedSet.of(2), zeros(3, 1), zeros(2, 3)).learned().size());
  }

  @Test
  void blocksWithoutEntriesVanish() {
    BlockPoint full = BlockPoint.plain(TARGET, LearnedSet.of(1, 2), List.of(2));
    assertEquals(0, full.nullBlock(1).columns());
    assertTrue(full.isNull(1) && full.isNull(2) && full.isCritical());
  }

  @Test
  void globalMinimaLearnAsMuchAsTheBottleneckLets() {
    SpectralTarget target = SpectralTarget.diagonal(3, 3, numbers(3, 2, 2));
    assertTrue(isGlobal(target, LearnedSet.of(1, 2, 3), 3));
    assertTrue(isGlobal(target, LearnedSet.of(1, 2), 2));
    assertTrue(isGlobal(target, LearnedSet.of(1, 3), 2));
    assertTrue(isGlobal(target, LearnedSet.of(1), 1));
    assertFalse(isGlobal(target, LearnedSet.of(2), 1));
    assertFalse(isGlobal(target, LearnedSet.of(2, 3), 2));
    assertFalse(isGlobal(target, LearnedSet.of(1), 2));
    assertTrue(isGlobal(SpectralTarget.diagonal(2, 2, numbers(1)), LearnedSet.of(1), 2));
    assertTrue(isGlobal(SpectralTarget.diagonal(2, 2, numbers()), LearnedSet.of(), 2));
  }

  private static boolean isGlobal(SpectralTarget target, LearnedSet learned, int hidden) {
    return BlockPoint.plain(target, learned, List.of(hidden)).isGlobalMinimum();
  }
}
