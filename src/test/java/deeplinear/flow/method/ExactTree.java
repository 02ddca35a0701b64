package deeplinear.flow.method;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.fraction.BigFraction;

/**
 * A rooted tree: one elementary differential, one order condition Σ b_i Φ_i(t) = 1/γ(t).
 *
 * @param branches the trees above the root, in the order of {@link #ofOrder}
 */
record ExactTree(List<ExactTree> branches) {

  ExactTree {
    branches = List.copyOf(branches);
  }

  /** All trees with n nodes, each once: its branches are a multiset. */
  static List<ExactTree> ofOrder(int n) {
    List<ExactTree> smaller = new ArrayList<>();
    for (int k = 1; k < n; k++) {
      smaller.addAll(ofOrder(k));
    }
    List<ExactTree> trees = new ArrayList<>();
    collect(smaller, 0, n - 1, List.of(), trees);
    return trees;
  }

  private static void collect(
      List<ExactTree> smaller,
      int from,
      int nodes,
      List<ExactTree> branches,
      List<ExactTree> trees) {
    if (nodes == 0) {
      trees.add(new ExactTree(branches));
      return;
    }
    for (int i = from; i < smaller.size() && smaller.get(i).order() <= nodes; i++) {
      List<ExactTree> longer = new ArrayList<>(branches);
      longer.add(smaller.get(i));
      collect(smaller, i, nodes - smaller.get(i).order(), longer, trees);
    }
  }

  /** The number of nodes. */
  int order() {
    return 1 + branches.stream().mapToInt(ExactTree::order).sum();
  }

  /** γ: the product of the orders of all subtrees, the tree itself included. */
  BigFraction density() {
    return branches.stream()
        .map(ExactTree::density)
        .reduce(new BigFraction(order()), BigFraction::multiply);
  }
}
