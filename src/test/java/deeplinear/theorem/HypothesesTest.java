package deeplinear.theorem;

import static deeplinear.fixture.Exact.q;
import static deeplinear.fixture.RandomPoints.numbers;
import static deeplinear.theorem.Specimens.matrix;
import static deeplinear.theorem.Specimens.scalars;
import static org.junit.jupiter.api.Assertions.assertEquals;

import deeplinear.algebra.RationalMatrix;
import deeplinear.landscape.BlockPoint;
import deeplinear.landscape.LearnedSet;
import deeplinear.landscape.SpectralTarget;
import deeplinear.network.Chain;
import deeplinear.network.Instance;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.apache.commons.math3.fraction.BigFraction;
import org.junit.jupiter.api.Test;

class HypothesesTest {

  private static <I> void assertDecides(
      Hypothesis<? super I> hypothesis, List<I> met, List<I> lacking) {
    met.forEach(s -> assertEquals(true, hypothesis.holdsFor(s), () -> hypothesis.name() + s));
    lacking.forEach(s -> assertEquals(false, hypothesis.holdsFor(s), () -> hypothesis.name() + s));
  }

  @Test
  void depthIsThatOfTheLayers() {
    Instance one = scalars(2, 1);
    Instance two = scalars(2, 1, 1);
    Instance three = scalars(2, 1, 1, 1);
    assertDecides(InstanceHypotheses.DEEP, List.of(two, three), List.of(one));
    assertDecides(InstanceHypotheses.DEPTH_TWO, List.of(two), List.of(one, three));
  }

  @Test
  void rawDataAreNotWhitenedEvenIfTheirMomentIsTheIdentity() {
    assertDecides(
        InstanceHypotheses.WHITENED,
        List.of(scalars(2, 1)),
        List.of(Specimens.rawScalars(q(1, 1), 1, 1)));
  }

  @Test
  void lambdaBalancedMeansAMultipleOfTheIdentity() {
    assertDecides(
        InstanceHypotheses.LAMBDA_BALANCED,
        List.of(scalars(2, 1, 5), Specimens.lambdaBalanced()),
        List.of(scalars(2, 1), Specimens.deep(), Specimens.imbalanced()));
  }

  private static Chain chain(RationalMatrix core, List<List<BigFraction>> diagonals) {
    List<RationalMatrix> bases =
        Collections.nCopies(diagonals.size() + 1, RationalMatrix.identity(2));
    return new Chain(bases, diagonals, core);
  }

  private static Chain modes(long s, long... x) {
    return chain(
        matrix(new long[] {3, 0}, new long[] {0, s}),
        numbers(x).stream().map(y -> List.of(BigFraction.ONE, y)).toList());
  }

  @Test
  void chainsAreAlignedWithADiagonalCore() {
    assertDecides(
        ChainHypotheses.ALIGNED,
        List.of(
            modes(2, 1), chain(matrix(new long[] {3, 0}, new long[] {0, 2}), List.of(numbers(1)))),
        List.of(chain(matrix(new long[] {3, 1}, new long[] {0, 2}), List.of(numbers(1, 1)))));
  }

  @Test
  void aSingleLayerCanLearnModesThatItDoesNotHave() {
    RationalMatrix open = matrix(new long[] {3, 0}, new long[] {0, 2});
    RationalMatrix closed = matrix(new long[] {3, 0}, new long[] {0, 0});
    assertDecides(
        ChainHypotheses.CLOSED,
        List.of(chain(closed, List.of(numbers(1))), chain(open, List.of(numbers(1), numbers(1)))),
        List.of(chain(open, List.of(numbers(1)))));
  }

  @Test
  void chainsAreBalancedWithOneDiagonal() {
    assertDecides(
        ChainHypotheses.BALANCED,
        List.of(modes(2, 1), modes(2, 5, 5, 5)),
        List.of(modes(2, 5, 5, 4), modes(2, 1, -1)));
  }

  @Test
  void modesArePositiveAndMove() {
    assertDecides(
        ChainHypotheses.POSITIVE,
        List.of(modes(2, 1), modes(2, 5), modes(4, 2, 1)),
        List.of(
            modes(2, 2), modes(4, 2, 2), modes(2, 0), modes(2, -1, -1), modes(0, 1), modes(-2, 1)));
  }

  private static BlockPoint point(
      int outputs, int inputs, List<BigFraction> s, LearnedSet learned, int... hidden) {
    return BlockPoint.plain(
        SpectralTarget.diagonal(outputs, inputs, s),
        learned,
        Arrays.stream(hidden).boxed().toList());
  }

  @Test
  void targetsHaveFullRankOrNot() {
    assertDecides(
        CriticalPointHypotheses.FULL_RANK,
        List.of(
            point(2, 2, numbers(2, 1), LearnedSet.of(), 1),
            point(3, 1, numbers(2), LearnedSet.of(), 1)),
        List.of(
            point(2, 2, numbers(2), LearnedSet.of(), 1),
            point(3, 2, numbers(2), LearnedSet.of(), 1)));
    assertDecides(
        CriticalPointHypotheses.DISTINCT,
        List.of(point(2, 2, numbers(2, 1), LearnedSet.of(), 1)),
        List.of(point(3, 3, numbers(2, 1, 1), LearnedSet.of(), 1)));
  }

  @Test
  void nullBlocksVanishOrNot() {
    BlockPoint none = point(1, 1, numbers(2), LearnedSet.of(), 1, 1);
    RationalMatrix zero = matrix(new long[] {0});
    RationalMatrix one = matrix(new long[] {1});
    BlockPoint last = none.withNullBlocks(List.of(zero, zero, one));
    BlockPoint two = none.withNullBlocks(List.of(one, zero, one));
    assertDecides(CriticalPointHypotheses.CRITICAL, List.of(none, last), List.of(two));
    assertDecides(CriticalPointHypotheses.NO_NULL_BLOCKS, List.of(none), List.of(last, two));
  }

  @Test
  void globalMinimaAreToldApart() {
    assertDecides(
        CriticalPointHypotheses.NOT_GLOBAL,
        List.of(point(2, 2, numbers(2, 1), LearnedSet.of(2), 1)),
        List.of(point(2, 2, numbers(2, 1), LearnedSet.of(1), 1)));
  }
}
