package deeplinear.theorem;

import static deeplinear.fixture.RandomPoints.numbers;
import static deeplinear.theorem.Specimens.matrix;
import static org.junit.jupiter.api.Assertions.assertEquals;

import deeplinear.algebra.RationalMatrix;
import deeplinear.evidence.Atom;
import deeplinear.evidence.Status;
import deeplinear.landscape.BlockPoint;
import deeplinear.landscape.LearnedSet;
import deeplinear.landscape.SpectralTarget;
import deeplinear.network.Architecture;
import deeplinear.network.Graph;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Cases that only the last term of a check can tell. */
class SharpCaseTest {

  /** A swap of two nodes at rest: tr A = 0, and tr A² = 2. */
  @Test
  void onlyTheLastTraceSeesACycleThroughAllNodes() {
    RationalMatrix swap = matrix(new long[] {0, 1}, new long[] {1, 0});
    Graph cycle = new Graph(Architecture.of(1, 1), swap, swap);
    assertEquals(
        Status.VIOLATED,
        Checks.check("structure/isospectral", cycle, Laboratory.STANDARD).status());
  }

  /** No layer, but a skip connection: A ≠ 0 = A². */
  @Test
  void theIndexOfNilpotencyIsNoLargerThanTheLongestProductSays() {
    RationalMatrix skip = matrix(new long[3], new long[3], new long[] {1, 0, 0});
    Graph graph = new Graph(Architecture.of(1, 1, 1), skip, RationalMatrix.zeros(3, 3));
    List<Status> index =
        Checks.check("structure/nilpotent", graph, Laboratory.STANDARD).atoms().stream()
            .filter(atom -> atom.name().startsWith("the index of nilpotency"))
            .map(Atom::status)
            .toList();
    assertEquals(List.of(Status.VIOLATED), index);
  }

  @Test
  void atDepthTwoUnlearnedModesAddToBothSidesOfTheInertia() {
    SpectralTarget target = SpectralTarget.diagonal(2, 3, numbers(3, 1));
    for (LearnedSet learned : LearnedSet.all(2, 2).toList()) {
      BlockPoint point = BlockPoint.plain(target, learned, List.of(3));
      assertEquals(
          Status.HOLDS,
          Checks.check("saddles/inertia", point, Laboratory.STANDARD).status(),
          learned::toString);
    }
  }
}
