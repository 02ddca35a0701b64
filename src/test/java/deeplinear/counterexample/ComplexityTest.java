package deeplinear.counterexample;

import static deeplinear.fixture.Exact.q;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import deeplinear.algebra.RationalAlgebra;
import deeplinear.algebra.RationalMatrix;
import deeplinear.network.Chain;
import deeplinear.network.Graph;
import deeplinear.network.Instance;
import deeplinear.network.SecondMoments;
import deeplinear.network.Weights;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.math3.fraction.BigFraction;
import org.junit.jupiter.api.Test;

class ComplexityTest {

  private static Instance scalars(BigFraction target, BigFraction... layers) {
    return Instance.whitened(
        RationalMatrix.scalar(target),
        new Weights<>(
            RationalAlgebra.INSTANCE, Stream.of(layers).map(RationalMatrix::scalar).toList()));
  }

  @Test
  void partsAreCountedByHand() {
    // 0, −3 and 2/5: bits 0 + 1, 2 + 1 + 1 for the sign, 2 + 3; weighted places 3, 2, 1.
    assertEquals(
        new Complexity(2, 3, 2, 1 + 4 + 5, 2 + 1),
        Complexity.of(scalars(q(2, 5), q(0, 1), q(-3, 1))));
  }

  @Test
  void entriesBesideTheDiagonalAddDisorder() {
    RationalMatrix swap = RationalMatrix.of(new long[][] {{0, 1}, {1, 0}});
    RationalMatrix identity = RationalMatrix.identity(2);
    assertEquals(
        new Complexity(1, 4, 4, 12, 2 * (2 + 1) + 2 * 1), Complexity.of(instance(identity, swap)));
    assertEquals(
        new Complexity(1, 4, 4, 12, 2 * 2 + 2 * 1), Complexity.of(instance(identity, identity)));
  }

  private static Instance instance(RationalMatrix sigma, RationalMatrix w) {
    return Instance.whitened(sigma, new Weights<>(RationalAlgebra.INSTANCE, List.of(w)));
  }

  @Test
  void everyPartOfEveryKindCounts() {
    Instance raw =
        new Instance(
            SecondMoments.exact(
                RationalMatrix.scalar(q(1, 1)),
                RationalMatrix.scalar(q(1, 1)),
                RationalMatrix.scalar(q(1, 1))),
            scalars(q(1, 1), q(1, 1)).weights());
    assertEquals(new Complexity(1, 2, 4, 8, 4 + 3 + 2 + 1), Complexity.of(raw));
    Graph graph = Graph.of(scalars(q(1, 1), q(1, 1)));
    // Two widths, then a nonzero entry each in the corners of A and E.
    assertEquals(
        new Complexity(1, 2, 2 + 2, 4 + 6 + 4, (3 + 4) + (2 + 1) + (1 + 1)), Complexity.of(graph));
    RationalMatrix one = RationalMatrix.identity(1);
    Chain chain = new Chain(List.of(one, one), List.of(List.of(q(1, 1))), one);
    assertEquals(new Complexity(1, 2, 4, 8, 4 + 3 + 2 + 1), Complexity.of(chain));
    // s, U, V, S, three gauges, four null blocks: none is left out.
    Complexity point = Complexity.of(Subjects.point(1));
    assertEquals(4, point.depth());
    assertEquals(3 + 4 + 3 + 3 + 4, point.nodes());
    assertTrue(point.nonzeros() > 3 + 4 * 4 - 4 + 3 * 3 - 3 + 2);
  }

  @Test
  void depthCountsBeforeNodesBeforeNonzerosBeforeRoughnessBeforeDisorder() {
    List<Complexity> ascending =
        List.of(
            new Complexity(1, 9, 9, 9, 9),
            new Complexity(2, 1, 9, 9, 9),
            new Complexity(2, 2, 1, 9, 9),
            new Complexity(2, 2, 2, 1, 9),
            new Complexity(2, 2, 2, 2, 1),
            new Complexity(2, 2, 2, 2, 2));
    for (int i = 0; i < ascending.size(); i++) {
      for (int j = 0; j < ascending.size(); j++) {
        assertEquals(
            Integer.compare(i, j), Integer.signum(ascending.get(i).compareTo(ascending.get(j))));
      }
    }
  }

  @Test
  void zerosBeforeAndNumbersWithoutSignAreSimpler() {
    assertSimpler(scalars(q(1, 1), q(0, 1), q(1, 1)), scalars(q(1, 1), q(1, 1), q(0, 1)));
    assertSimpler(scalars(q(1, 1), q(1, 1)), scalars(q(1, 1), q(-1, 1)));
    assertSimpler(scalars(q(1, 1), q(3, 1)), scalars(q(1, 1), q(4, 1)));
    assertSimpler(scalars(q(1, 1), q(1, 1)), scalars(q(1, 1), q(1, 2)));
    assertSimpler(scalars(q(1, 1), q(0, 1)), scalars(q(1, 1), q(1, 1)));
  }

  private static void assertSimpler(Instance simple, Instance other) {
    assertTrue(Complexity.of(simple).compareTo(Complexity.of(other)) < 0);
  }
}
