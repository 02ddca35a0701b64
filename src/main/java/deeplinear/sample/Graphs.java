package deeplinear.sample;

import deeplinear.algebra.RationalAlgebra;
import deeplinear.algebra.RationalMatrix;
import deeplinear.network.Architecture;
import deeplinear.network.Graph;
import deeplinear.network.Instance;

/** Generators of graphs. */
public final class Graphs {

  private static final RationalAlgebra Q = RationalAlgebra.INSTANCE;

  private Graphs() {}

  /** Layered networks with whitened targets. */
  public static Source<Graph> layered() {
    return Source.of("bulk", 6, layered(Size.BULK, 2, 6))
        .and("small", 2, layered(Size.SMALL, 1, 3))
        .and("scaled", 1, of(Instances.scaled(2, 4)))
        .and("degenerate", 1, of(Instances.degenerate(1, 4)))
        .and("full-precision", 1, of(Instances.fullPrecision(Size.SMALL, 1, 3)));
  }

  /** Layered networks of one size. */
  public static Generator<Graph> layered(Size size, int minDepth, int maxDepth) {
    return of(Instances.whitened(size, minDepth, maxDepth));
  }

  private static Generator<Graph> of(Generator<Instance> source) {
    return draw -> {
      Instance instance = source.next(draw);
      if (!instance.isWhitened()) {
        throw new UnsuitableFrameException("needs whitened data");
      }
      return Graph.of(instance);
    };
  }

  /** Layered, but E has entries everywhere. */
  public static Generator<Graph> withDenseTarget() {
    return draw -> {
      Graph graph = layered(Size.SMALL, 1, 3).next(draw);
      int n = graph.architecture().nodes();
      return new Graph(graph.architecture(), graph.adjacency(), draw.integers(n, n, 2));
    };
  }

  /** Strictly block lower triangular: edges may skip layers. */
  public static Generator<Graph> withSkipConnections() {
    return draw -> {
      Graph graph = layered(Size.SMALL, 2, 3).next(draw);
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

  /** Layered, with edges within layers or back to earlier ones; none skips a layer forwards. */
  public static Generator<Graph> withBackwardEdges() {
    return draw -> {
      Graph graph = layered(Size.SMALL, 1, 3).next(draw);
      Architecture architecture = graph.architecture();
      RationalMatrix a = graph.adjacency();
      for (int i = 0; i <= architecture.depth(); i++) {
        for (int j = i; j <= architecture.depth(); j++) {
          RationalMatrix back = draw.integers(architecture.width(i), architecture.width(j), 2);
          a = Q.insert(a, architecture.offset(i), architecture.offset(j), back);
        }
      }
      return new Graph(architecture, a, graph.embedding());
    };
  }
}
