package deeplinear.network;

import static deeplinear.fixture.Rejection.assertRejected;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import deeplinear.algebra.RationalAlgebra;
import deeplinear.algebra.RationalMatrix;
import deeplinear.fixture.RandomExact;
import org.junit.jupiter.api.Test;

class GraphTest {

  private static final RationalAlgebra Q = RationalAlgebra.INSTANCE;
  private static final Architecture ARCHITECTURE = Architecture.of(2, 1, 2);

  private static RationalMatrix unit(int row, int column) {
    return Q.insert(Q.zeros(5, 5), row, column, RationalMatrix.identity(1));
  }

  private static boolean isLayered(Graph graph) {
    return graph.isForward() && !graph.hasSkips();
  }

  @Test
  void layeredGraphsHaveOnlyTheBlocksOfTheirLayers() {
    // Layers: rows 2 × columns 0–1, and rows 3–4 × column 2.
    for (int i = 0; i < 5; i++) {
      for (int j = 0; j < 5; j++) {
        boolean layered = i == 2 ? j < 2 : i > 2 && j == 2;
        Graph graph = new Graph(ARCHITECTURE, unit(i, j), Q.zeros(5, 5));
        assertEquals(layered, isLayered(graph), i + ", " + j);
        assertTrue(graph.isCornerTarget());
      }
    }
  }

  @Test
  void cornerTargetsHaveOnlyTheCornerBlock() {
    for (int i = 0; i < 5; i++) {
      for (int j = 0; j < 5; j++) {
        Graph graph = new Graph(ARCHITECTURE, Q.zeros(5, 5), unit(i, j));
        assertEquals(i > 2 && j < 2, graph.isCornerTarget(), i + ", " + j);
        assertTrue(isLayered(graph));
      }
    }
  }

  @Test
  void graphAndInstanceAreInverse() {
    Instance instance = new RandomExact(140).whitened(ARCHITECTURE);
    Graph graph = Graph.of(instance);
    assertTrue(isLayered(graph) && graph.isCornerTarget());
    assertEquals(instance.weights(), graph.instance().weights());
    assertEquals(instance.target(), graph.instance().target());
    assertEquals(instance.target().matrix().entry(1, 0), graph.embedding().entry(4, 0));
    assertEquals(instance.weights().layer(1).entry(0, 1), graph.adjacency().entry(2, 1));
  }

  @Test
  void theInstanceOfAnyGraphIsItsLayeredPart() {
    RandomExact draw = new RandomExact(141);
    RationalMatrix a = draw.matrix(5, 5);
    RationalMatrix e = draw.matrix(5, 5);
    Graph graph = new Graph(ARCHITECTURE, a, e);
    assertFalse(isLayered(graph) || graph.isCornerTarget());
    assertEquals(a.entry(4, 2), graph.instance().weights().layer(2).entry(1, 0));
    assertEquals(e.entry(3, 1), graph.instance().target().matrix().entry(0, 1));
  }

  @Test
  void matricesOfAnotherOrderAreNamed() {
    RationalMatrix good = Q.zeros(5, 5);
    RationalMatrix bad = Q.zeros(5, 4);
    assertRejected(() -> new Graph(ARCHITECTURE, bad, good), "A must be 5 × 5", "5 × 4");
    assertRejected(() -> new Graph(ARCHITECTURE, good, bad), "E must be 5 × 5", "5 × 4");
    RationalMatrix wide = Q.zeros(4, 5);
    assertRejected(() -> new Graph(ARCHITECTURE, wide, good), "4 × 5");
  }
}
