package deeplinear.network;

import deeplinear.algebra.RationalMatrix;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reductions of a graph: its layers, its nodes and its edges. */
final class GraphReductions {

  private GraphReductions() {}

  static List<Graph> of(Graph graph) {
    List<Graph> result = new ArrayList<>();
    Architecture architecture = graph.architecture();
    for (int i = 0; i <= architecture.depth() && architecture.depth() > 1; i++) {
      Graph smaller = graph;
      for (int node = architecture.width(i) - 1; node > 0; node--) {
        List<Integer> narrower =
            Simplification.with(smaller.architecture().widths(), i, width -> width - 1);
        smaller = cut(smaller, narrower, architecture.offset(i) + node);
      }
      List<Integer> widths = Simplification.without(architecture.widths(), i);
      result.add(cut(smaller, widths, architecture.offset(i)));
    }
    for (int i = 0; i <= architecture.depth(); i++) {
      for (int index = 0; index < architecture.nodes(); index++) {
        withoutNode(graph, i, index).ifPresent(result::add);
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

  /** Any node less, and layer i narrower by one or gone: the nodes between change their layer. */
  private static Optional<Graph> withoutNode(Graph graph, int i, int index) {
    Architecture architecture = graph.architecture();
    if (architecture.width(i) > 1) {
      List<Integer> narrower = Simplification.with(architecture.widths(), i, width -> width - 1);
      return Optional.of(cut(graph, narrower, index));
    }
    return architecture.depth() > 1
        ? Optional.of(cut(graph, Simplification.without(architecture.widths(), i), index))
        : Optional.empty();
  }

  /** The graph without row and column {@code index}, with its nodes divided anew. */
  private static Graph cut(Graph graph, List<Integer> widths, int index) {
    return new Graph(
        new Architecture(widths),
        graph.adjacency().withoutRow(index).withoutColumn(index),
        graph.embedding().withoutRow(index).withoutColumn(index));
  }
}
