package deeplinear.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;

import deeplinear.algebra.Jet;
import deeplinear.algebra.JetAlgebra;
import deeplinear.algebra.RationalAlgebra;
import deeplinear.algebra.RationalMatrix;
import deeplinear.algebra.RealAlgebra;
import deeplinear.algebra.RealMatrix;
import deeplinear.fixture.Exact;
import deeplinear.fixture.RandomExact;
import deeplinear.network.Adjacency;
import deeplinear.network.Architecture;
import deeplinear.network.Graph;
import deeplinear.network.Instance;
import deeplinear.network.Weights;
import deeplinear.network.Whitened;
import org.apache.commons.math3.fraction.BigFraction;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AdjacencyFlowTest {

  private static final RationalAlgebra Q = RationalAlgebra.INSTANCE;

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5})
  void layeredGraphsFollowTheGradientFlow(int depth) {
    RandomExact draw = new RandomExact(220 + depth);
    for (int i = 0; i < 4; i++) {
      Instance instance = draw.whitened(draw.architecture(depth, 3));
      Graph graph = Graph.of(instance);
      RationalMatrix actual = AdjacencyFlow.of(graph, Q).velocity(graph.adjacency());
      Weights<RationalMatrix> layers =
          GradientFlow.INSTANCE.velocity(instance.target(), instance.weights());
      assertEquals(Adjacency.of(layers), actual);
    }
  }

  /** For any A and E the equation is the gradient flow of ½‖E − A^h‖². */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4})
  void anyGraphFollowsTheGradientOfItsPower(int depth) {
    RandomExact draw = new RandomExact(230 + depth);
    Architecture architecture = draw.architecture(depth, 1);
    int n = architecture.nodes();
    Graph graph = new Graph(architecture, draw.matrix(n, n), draw.matrix(n, n));
    RationalMatrix velocity = AdjacencyFlow.of(graph, Q).velocity(graph.adjacency());
    JetAlgebra<RationalMatrix> jets = new JetAlgebra<>(Q, 1);
    Whitened<Jet<RationalMatrix>> target = new Whitened<>(jets, jets.lift(graph.embedding()));
    for (int i = 0; i < n * n; i++) {
      int row = i / n;
      int column = i % n;
      RationalMatrix unit =
          Exact.build(n, n, (r, c) -> r == row && c == column ? BigFraction.ONE : BigFraction.ZERO);
      Jet<RationalMatrix> power = jets.lift(Q.identity(n));
      for (int k = 0; k < depth; k++) {
        power = jets.multiply(power, jets.line(graph.adjacency(), unit));
      }
      BigFraction slope = target.loss(power).coefficient(1).toScalar();
      assertEquals(slope.negate(), velocity.entry(row, column));
    }
  }

  @Test
  void theFieldOnArraysIsTheSame() {
    Graph graph = Graph.of(new RandomExact(240).whitened(Architecture.of(2, 1, 2)));
    double[] state = graph.adjacency().toDoubles();
    double[] before = state.clone();
    double[] velocity = new double[25];
    AdjacencyFlow.field(graph).velocity(state, velocity);
    RealMatrix expected =
        AdjacencyFlow.of(graph, RealAlgebra.INSTANCE)
            .velocity(RealAlgebra.INSTANCE.lift(graph.adjacency()));
    Assertions.assertArrayEquals(expected.toArray(), velocity);
    Assertions.assertArrayEquals(before, state);
  }
}
