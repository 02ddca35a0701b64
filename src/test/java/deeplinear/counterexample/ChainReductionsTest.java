package deeplinear.counterexample;

import static deeplinear.fixture.Exact.q;
import static deeplinear.fixture.RandomPoints.numbers;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import deeplinear.algebra.RationalMatrix;
import deeplinear.network.Chain;
import java.util.List;
import java.util.Set;
import org.apache.commons.math3.fraction.BigFraction;
import org.junit.jupiter.api.Test;

class ChainReductionsTest {

  private static final Chain CHAIN =
      new Chain(
          List.of(
              RationalMatrix.identity(3),
              RationalMatrix.identity(3),
              RationalMatrix.of(new long[][] {{0, 1}, {1, 0}})),
          List.of(numbers(5, 6), List.of(q(7, 3), q(8, 1))),
          RationalMatrix.of(new long[][] {{2, 0, 9}, {0, 4, 0}}));

  @Test
  void aChainLosesALayerWithItsBasis() {
    List<Chain> reductions = Reductions.of(CHAIN);
    List<RationalMatrix> ends = List.of(CHAIN.bases().get(0), CHAIN.bases().get(2));
    assertTrue(
        reductions.contains(new Chain(ends, List.of(CHAIN.diagonals().get(0)), CHAIN.core())));
    assertTrue(
        reductions.contains(
            new Chain(
                List.of(
                    RationalMatrix.identity(3),
                    RationalMatrix.identity(3),
                    RationalMatrix.identity(2)),
                CHAIN.diagonals(),
                CHAIN.core())));
  }

  @Test
  void aChainLosesAModeWithItsTarget() {
    List<Chain> reductions = Reductions.of(CHAIN);
    List<List<BigFraction>> second = List.of(numbers(6), numbers(8));
    RationalMatrix moved = RationalMatrix.of(new long[][] {{4, 0, 0}, {0, 0, 0}});
    assertTrue(reductions.contains(new Chain(CHAIN.bases(), second, moved)));
    assertTrue(reductions.contains(new Chain(CHAIN.bases(), second, CHAIN.core())));
  }

  @Test
  void aChainLosesUnitsWithoutAMode() {
    Set<String> architectures = ReductionsTest.architectures(Reductions.of(CHAIN));
    assertEquals(Set.of("3-3-2", "3-2", "2-3-2", "3-2-2"), architectures);
  }

  @Test
  void aChainHasSimplerNumbersInOneOrAllLayers() {
    List<Chain> reductions = Reductions.of(CHAIN);
    List<RationalMatrix> bases = CHAIN.bases();
    assertTrue(
        reductions.contains(
            new Chain(bases, List.of(numbers(5, 6), List.of(q(2, 1), q(8, 1))), CHAIN.core())));
    assertTrue(
        reductions.contains(
            new Chain(bases, List.of(numbers(1, 6), List.of(q(1, 1), q(8, 1))), CHAIN.core())));
    assertTrue(
        reductions.contains(new Chain(bases, CHAIN.diagonals(), RationalMatrix.zeros(2, 3))));
  }
}
