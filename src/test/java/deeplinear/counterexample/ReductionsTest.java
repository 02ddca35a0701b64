package deeplinear.counterexample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import deeplinear.algebra.RationalMatrix;
import deeplinear.network.Architecture;
import deeplinear.network.Graph;
import deeplinear.network.Subject;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReductionsTest {

  static Set<String> architectures(List<? extends Subject> subjects) {
    return subjects.stream()
        .map(s -> s.instance().architecture().toString())
        .collect(Collectors.toSet());
  }

  /** The widths without one of them, and with one of them lowered by 1. */
  static List<String> smaller(Architecture architecture) {
    List<String> result = new ArrayList<>();
    for (int i = 0; i <= architecture.depth(); i++) {
      List<Integer> widths = new ArrayList<>(architecture.widths());
      if (i > 0 && i < architecture.depth()) {
        List<Integer> dropped = new ArrayList<>(widths);
        assertTrue(dropped.remove(i) > 0);
        result.add(new Architecture(dropped).toString());
      }
      if (widths.get(i) > 1) {
        widths.set(i, widths.get(i) - 1);
        result.add(new Architecture(widths).toString());
      }
    }
    return result;
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void everyReductionIsSimplerAndOfTheSameKind(long seed) {
    for (Subject subject : Subjects.ofEveryKind(seed)) {
      List<Subject> reductions = Reductions.of(subject);
      assertFalse(reductions.isEmpty());
      for (Subject smaller : reductions) {
        assertEquals(subject.getClass(), smaller.getClass());
        assertTrue(Complexity.of(smaller).compareTo(Complexity.of(subject)) < 0);
      }
    }
  }

  @Test
  void aGraphLosesAnyHiddenLayerNodeOrEdge() {
    Graph graph = Subjects.graph(4);
    List<Graph> reductions = Reductions.of(graph);
    assertTrue(architectures(reductions).containsAll(smaller(graph.architecture())));
    int n = graph.architecture().nodes();
    RationalMatrix zero = RationalMatrix.zeros(n, n);
    assertTrue(reductions.contains(new Graph(graph.architecture(), zero, graph.embedding())));
    assertTrue(reductions.contains(new Graph(graph.architecture(), graph.adjacency(), zero)));
    Graph first = Subjects.graph(6);
    assertTrue(first.architecture().inputs() > 1);
    assertTrue(
        Reductions.of(first).stream()
            .anyMatch(
                g ->
                    g.adjacency().equals(first.adjacency().withoutRow(1).withoutColumn(1))
                        && g.embedding().equals(first.embedding().withoutRow(1).withoutColumn(1))));
  }
}
