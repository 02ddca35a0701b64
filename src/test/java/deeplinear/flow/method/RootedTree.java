package deeplinear.flow.method;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A rooted tree, and what it demands of a method: Σ b_i Φ_i(t) = 1/γ(t). Source: E. Hairer, S. P.
 * Nørsett, G. Wanner, Solving Ordinary Differential Equations I, II.2, and for Rosenbrock methods
 * volume II, IV.7.
 *
 * @param children the trees that remain without the root
 */
record RootedTree(List<RootedTree> children) {

  /** All trees with so many nodes, each once. */
  static List<RootedTree> ofOrder(int order) {
    return forests(order - 1, order - 1, Integer.MAX_VALUE).map(RootedTree::new).toList();
  }

  /** Lists of trees with so many nodes in all, in descending order of size and index. */
  private static Stream<List<RootedTree>> forests(int nodes, int largest, int lastIndex) {
    if (nodes == 0) {
      return Stream.of(List.of());
    }
    List<List<RootedTree>> result = new ArrayList<>();
    for (int size = Math.min(nodes, largest); size >= 1; size--) {
      List<RootedTree> trees = ofOrder(size);
      for (int i = 0; i < trees.size() && (size < largest || i <= lastIndex); i++) {
        RootedTree first = trees.get(i);
        forests(nodes - size, size, i)
            .forEach(rest -> result.add(Stream.concat(Stream.of(first), rest.stream()).toList()));
      }
    }
    return result.stream();
  }

  int nodes() {
    return 1 + children.stream().mapToInt(RootedTree::nodes).sum();
  }

  /** γ(t): the number of nodes of t times the γ of its branches. */
  double density() {
    return children.stream().mapToDouble(RootedTree::density).reduce(nodes(), (x, y) -> x * y);
  }

  /** Φ(t): a single branch is joined by α + Γ, because J acts on it, several by α. */
  double[] weights(double[][] alpha, double[][] beta) {
    double[] result = new double[alpha.length];
    java.util.Arrays.fill(result, 1);
    for (RootedTree child : children) {
      double[] below = child.weights(alpha, beta);
      double[][] join = children.size() == 1 ? beta : alpha;
      for (int i = 0; i < result.length; i++) {
        double sum = 0;
        for (int j = 0; j < result.length; j++) {
          sum += join[i][j] * below[j];
        }
        result[i] *= sum;
      }
    }
    return result;
  }
}
