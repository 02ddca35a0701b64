package deeplinear.sample;

import deeplinear.algebra.RationalAlgebra;
import deeplinear.algebra.RationalMatrix;
import deeplinear.network.Architecture;
import deeplinear.network.Graph;

/** Generators of graphs. */
public final class Graphs {

  private static final RationalAlgebra Q = RationalAlgebra.INSTANCE;

  private Graphs() {}

  /** Layered networks with whitened targets. */
  public static Generator<Graph> layered() {
    return draw -> Graph.of(Instances.whitened(1, 4).next(draw));
  }

  /** Layered, but E has entries everywhere. */
  public static Generator<Graph> withDenseTarget() {
    return draw -> {
      Graph graph = Graph.of(Instances.whitened(2, 3).next(draw));
      int n = graph.architecture().nodes();
      return new Graph(graph.architecture(), graph.adjacency(), draw.integers(n, n, 2));
    };
  }

  /** Strictly block lower triangular: edges may skip layers. */
  public static Generator<Graph> withSkipConnections() {
    return draw -> {
      Graph graph = Graph.of(Instances.whitened(2, 3).next(draw));
      Architecture architecture = graph.architecture();
      RationalMatrix a = graph.adjacency();
      for (int i = 2; i <= architecture.depth(); i++) {
        for (int j = 0; j < i - 1; j++) {
          RationalMatrix skip = draw.integers(architecture.width(i), architecture.width(j), 2);
          a = Q.insert(a, architecture.offset(i), architecture.offset(j), skip);
        }
      }
      return new Graph(architecture, a, graph.embedding());
    };
  }

  /** Edges everywhere. */
  public static Generator<Graph> dense() {
    return draw -> {
      Graph graph = Graph.of(Instances.whitened(2, 3).next(draw));
      int n = graph.architecture().nodes();
      return new Graph(graph.architecture(), draw.integers(n, n, 2), graph.embedding());
    };
  }
}
