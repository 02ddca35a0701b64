package deeplinear.counterexample;

import deeplinear.algebra.RationalMatrix;
import deeplinear.network.Architecture;
import deeplinear.network.Graph;
import java.util.ArrayList;
import java.util.List;

/** Reductions of a graph: its layers, its nodes and its edges. */
final class GraphReductions {

  private GraphReductions() {}

  static List<Graph> of(Graph graph) {
    List<Graph> result = new ArrayList<>();
    Architecture architecture = graph.architecture();
    for (int i = 0; i <= architecture.depth() && architecture.depth() > 1; i++) {
      Graph smaller = graph;
      for (int node = architecture.width(i) - 1; node > 0; node--) {
        smaller = withoutNode(smaller, i, node);
      }
      List<Integer> widths = Simplification.without(architecture.widths(), i);
      result.add(cut(smaller, widths, architecture.offset(i)));
    }
    for (int i = 0; i <= architecture.depth(); i++) {
      for (int node = 0; architecture.width(i) > 1 && node < architecture.width(i); node++) {
        result.add(withoutNode(graph, i, node));
      }
    }
    for (RationalMatrix a : Simplification.of(graph.adjacency())) {
      result.add(new Graph(architecture, a, graph.embedding()));
    }
    for (RationalMatrix e : Simplification.of(graph.embedding())) {
      result.add(new Graph(architecture, graph.adjacency(), e));
    }
    return result;
  }

  private static Graph withoutNode(Graph graph, int layer, int node) {
    List<Integer> widths =
        Simplification.with(graph.architecture().widths(), layer, width -> width - 1);
    return cut(graph, widths, graph.architecture().offset(layer) + node);
  }

  /** The graph without row and column {@code index}, with its nodes divided anew. */
  private static Graph cut(Graph graph, List<Integer> widths, int index) {
    return new Graph(
        new Architecture(widths),
        graph.adjacency().withoutRow(index).withoutColumn(index),
        graph.embedding().withoutRow(index).withoutColumn(index));
  }
}
