package deeplinear.theorem;

import static deeplinear.fixture.RandomPoints.numbers;
import static deeplinear.theorem.Specimens.matrix;
import static org.junit.jupiter.api.Assertions.assertEquals;

import deeplinear.algebra.RationalMatrix;
import deeplinear.evidence.Status;
import deeplinear.landscape.BlockPoint;
import deeplinear.landscape.LearnedSet;
import deeplinear.landscape.SpectralTarget;
import deeplinear.landscape.Strictness;
import deeplinear.network.Architecture;
import deeplinear.network.Graph;
import deeplinear.theorem.saddles.StrictnessByPivots;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Theorems on graphs and critical points fail where one hypothesis is dropped. */
class StaticControlTest {

  private static SpectralTarget target(long... values) {
    return SpectralTarget.diagonal(values.length, values.length, numbers(values));
  }

  @Test
  void graphsWithMoreEdgesThanLayers() {
    Architecture two = Architecture.of(1, 1);
    RationalMatrix edge = matrix(new long[] {0, 0}, new long[] {1, 0});
    ControlTest.assertFails(
        "structure/adjacency-gradient",
        new Graph(two, edge, matrix(new long[] {0, 1}, new long[] {2, 0})),
        List.of("E has no other block than (h, 0)"),
        "Ȧ equals the layer-wise field");
    ControlTest.assertFails(
        "structure/isospectral",
        new Graph(
            two,
            matrix(new long[] {1, 1}, new long[] {0, 2}),
            matrix(new long[] {0, 0}, new long[] {2, 0})),
        List.of("A is strictly block lower triangular"),
        "tr A(t)^k = 0 for k = 1..n to order 3");
    RationalMatrix skip = matrix(new long[] {0, 0, 0}, new long[] {1, 0, 0}, new long[] {1, 1, 0});
    ControlTest.assertFails(
        "structure/nilpotent",
        new Graph(
            Architecture.of(1, 1, 1), skip, matrix(new long[3], new long[3], new long[] {3, 0, 0})),
        List.of("no edge skips a layer"),
        "A(t)^{h+1} = 0 to order 3");
  }

  @Test
  void pointsThatAreNotSaddlesOfDepthTwo() {
    ControlTest.assertFails(
        "landscape/critical-values",
        BlockPoint.plain(target(2), LearnedSet.of(1), List.of()),
        List.of("depth h ≥ 2", "at least two null blocks vanish"),
        "a point is critical for every S");
    ControlTest.assertFails(
        "landscape/no-spurious-minimum",
        BlockPoint.plain(target(2), LearnedSet.of(1), List.of(1)),
        List.of("not a global minimum"),
        "some point has a smaller loss");
    BlockPoint filled =
        BlockPoint.plain(target(2), LearnedSet.of(), List.of(1))
            .withNullBlocks(List.of(matrix(new long[] {1}), matrix(new long[] {0})));
    ControlTest.assertFails(
        "quotient/orbit-closure",
        filled,
        List.of("at least two null blocks vanish"),
        "∇L(W(t)) = 0 and L(W(t)) is constant, as polynomials in t");
    ControlTest.assertFails(
        "saddles/inertia",
        BlockPoint.plain(target(2, 2), LearnedSet.of(1), List.of(1)),
        List.of("distinct singular values"),
        "the inertia is as predicted");
  }

  @Test
  void theWrongCriterionOfStrictness() {
    BlockPoint origin = BlockPoint.plain(target(2), LearnedSet.of(), List.of(1, 1));
    StrictnessByPivots wrong = new StrictnessByPivots(Strictness.BY_MIDDLE_BLOCK);
    ControlTest.assertViolated(
        wrong.check(origin, Laboratory.STANDARD),
        "the Hessian has a negative eigenvalue iff the saddle is strict");
    assertEquals(
        Status.HOLDS, new StrictnessByPivots().check(origin, Laboratory.STANDARD).status());
  }
}
