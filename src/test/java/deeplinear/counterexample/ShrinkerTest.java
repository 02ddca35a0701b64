package deeplinear.counterexample;

import static deeplinear.fixture.RandomPoints.numbers;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import deeplinear.algebra.RationalAlgebra;
import deeplinear.algebra.RationalMatrix;
import deeplinear.fixture.RandomExact;
import deeplinear.fixture.RandomPoints;
import deeplinear.landscape.BlockPoint;
import deeplinear.landscape.LearnedSet;
import deeplinear.landscape.SpectralTarget;
import deeplinear.network.Architecture;
import deeplinear.network.Chain;
import deeplinear.network.Graph;
import deeplinear.network.Instance;
import deeplinear.network.Subject;
import java.util.Collections;
import java.util.List;
import java.util.function.Predicate;
import org.apache.commons.math3.fraction.BigFraction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShrinkerTest {

  private static final RationalAlgebra Q = RationalAlgebra.INSTANCE;

  /** Shrinks, and asserts that the result is minimal. */
  private static <I extends Subject> I shrink(I subject, Predicate<I> property) {
    assertTrue(property.test(subject), "the start lacks the property");
    I shrunk = Shrinker.shrink(subject, property);
    assertTrue(property.test(shrunk));
    assertTrue(Reductions.of(shrunk).stream().noneMatch(property), shrunk::toString);
    assertEquals(shrunk, Shrinker.shrink(subject, property));
    return shrunk;
  }

  private static boolean isWide(Architecture architecture, int depth, int width) {
    return architecture.depth() >= depth
        && architecture.widths().stream().allMatch(w -> w >= width);
  }

  @ParameterizedTest
  @ValueSource(longs = {21, 22, 23, 24, 25, 26, 27, 28, 29, 30})
  void aDeepWideNetworkShrinksToTheSmallestOfZeros(long seed) {
    Instance start = new RandomExact(seed).whitened(Architecture.of(3, 2, 4, 3, 2));
    Instance smallest = shrink(start, s -> isWide(s.architecture(), 3, 2));
    RationalMatrix zero = RationalMatrix.zeros(2, 2);
    assertEquals(List.of(zero, zero, zero), smallest.weights().layers());
    assertEquals(zero, smallest.target().matrix());
  }

  @ParameterizedTest
  @ValueSource(longs = {31, 32, 33, 34, 35, 36, 37, 38})
  void aNetworkWithANonvanishingMapShrinksToOnes(long seed) {
    Instance start = new RandomExact(seed).whitened(Architecture.of(3, 3, 3, 2));
    Instance smallest =
        shrink(start, s -> s.architecture().depth() >= 2 && !Q.isZero(s.weights().endToEnd()));
    assertEquals("[[[1]], [[1]]]", smallest.weights().layers().toString());
    assertEquals("[[0]]", smallest.target().matrix().toString());
  }

  @ParameterizedTest
  @ValueSource(longs = {41, 42, 43, 44, 45})
  void rawDataShrinkToTheirMoment(long seed) {
    Instance smallest =
        shrink(
            Subjects.raw(seed),
            s -> !s.isWhitened() && Q.rank(s.target().residual(s.weights().endToEnd())) > 0);
    assertEquals("1-1", smallest.architecture().toString());
    assertEquals("[[[0]]]", smallest.weights().layers().toString());
    assertEquals("Y Xᵀ = [[1]], X Xᵀ = [[1]], ‖Y‖² = [[1]]", smallest.target().toString());
  }

  @ParameterizedTest
  @ValueSource(longs = {51, 52, 53, 54, 55})
  void aGraphShrinksToOneEdge(long seed) {
    Graph smallest = shrink(Subjects.graph(seed), g -> !Q.isZero(g.adjacency()));
    assertEquals("1-1", smallest.architecture().toString());
    assertEquals(
        1, smallest.adjacency().entries().stream().filter(BigFraction.ONE::equals).count());
    // The edge and two widths.
    assertEquals(1 + 2, Complexity.of(smallest).nonzeros());
    assertTrue(Q.isZero(smallest.embedding()));
  }

  @ParameterizedTest
  @ValueSource(longs = {61, 62, 63, 64, 65})
  void aMisalignedChainShrinksToOneModeBesideAnother(long seed) {
    Chain smallest = shrink(Subjects.chain(seed), c -> !c.isAligned());
    assertEquals(3, smallest.instance().architecture().nodes());
    assertEquals(1, smallest.depth());
    assertTrue(smallest.bases().stream().allMatch(b -> b.equals(Q.identity(b.rows()))));
    assertEquals(Collections.nCopies(1, numbers(0)), smallest.diagonals());
    assertEquals(1, smallest.core().entries().stream().filter(BigFraction.ONE::equals).count());
  }

  @ParameterizedTest
  @ValueSource(longs = {71, 72, 73, 74, 75})
  void aDeepPointThatLearnedOneValueShrinksToWidthOne(long seed) {
    BlockPoint smallest =
        shrink(Subjects.point(seed), p -> p.depth() >= 3 && p.learned().size() > 0);
    assertEquals(
        BlockPoint.plain(
            SpectralTarget.diagonal(1, 1, numbers(1)), LearnedSet.of(1), List.of(1, 1)),
        smallest);
  }

  @ParameterizedTest
  @ValueSource(longs = {82, 83, 84, 85})
  void aPointWithAFilledBlockThatLearnedNothingKeepsTheBlock(long seed) {
    RandomPoints draw = new RandomPoints(seed);
    BlockPoint start =
        draw.point(draw.target(2, 3, numbers(5, 2)), LearnedSet.of(), List.of(2, 3), List.of(1, 2));
    BlockPoint smallest = shrink(start, p -> p.depth() >= 2 && !p.isNull(1) && p.isNull(p.depth()));
    assertEquals("1-1-1", smallest.architecture().toString());
    assertEquals("[[[1]], [[0]]]", smallest.nullBlocks().toString());
    assertEquals(0, smallest.target().rank());
  }

  @Test
  void whatCannotBeSimplerStays() {
    Instance start = Subjects.whitened(1);
    assertSame(start, Shrinker.shrink(start, s -> s.equals(start)));
    assertFalse(Reductions.of(start).isEmpty());
  }
}
