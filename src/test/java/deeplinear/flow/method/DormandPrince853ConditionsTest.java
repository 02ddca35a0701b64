package deeplinear.flow.method;

import static deeplinear.fixture.Exact.q;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.commons.math3.fraction.BigFraction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The conditions of order in ℚ(√6), without rounding. */
class DormandPrince853ConditionsTest {

  private static final ExplicitTableau TABLEAU = DormandPrince853.TABLEAU;

  /** The numbers of rooted trees with 1, …, 9 nodes: sequence A000081. */
  private static final int[] TREES = {1, 1, 2, 4, 9, 20, 48, 115, 286};

  /** Φ_1(t), …, Φ_s(t). */
  private static List<Surd> stages(ExactTree tree, Map<ExactTree, List<Surd>> known) {
    List<Surd> found = known.get(tree);
    if (found == null) {
      found = new ArrayList<>();
      for (List<Surd> row : TABLEAU.stages()) {
        Surd product = Surd.of(BigFraction.ONE);
        for (ExactTree branch : tree.branches()) {
          product = product.times(dot(row, stages(branch, known)));
        }
        found.add(product);
      }
      known.put(tree, found);
    }
    return found;
  }

  private static Surd dot(List<Surd> weights, List<Surd> values) {
    return IntStream.range(0, weights.size())
        .mapToObj(i -> weights.get(i).times(values.get(i)))
        .reduce(Surd.of(BigFraction.ZERO), Surd::plus);
  }

  /** How many trees with n nodes have Σ w_i Φ_i(t) = {@code multiple} / γ(t). */
  private static long fulfilled(List<Surd> weights, int n, int multiple) {
    Map<ExactTree, List<Surd>> known = new HashMap<>();
    return ExactTree.ofOrder(n).stream()
        .filter(
            t ->
                dot(weights, stages(t, known))
                    .equals(Surd.of(t.density().reciprocal().multiply(multiple))))
        .count();
  }

  private static List<Surd> minus(List<Surd> a, List<Surd> b) {
    Surd minusOne = Surd.of(q(-1, 1));
    return IntStream.range(0, a.size())
        .mapToObj(i -> a.get(i).plus(b.get(i).times(minusOne)))
        .toList();
  }

  @Test
  void everyTreeIsGeneratedOnce() {
    int upToEight = 0;
    for (int n = 1; n <= TREES.length; n++) {
      List<ExactTree> trees = ExactTree.ofOrder(n);
      assertEquals(TREES[n - 1], trees.size());
      assertEquals(TREES[n - 1], trees.stream().distinct().count());
      upToEight += n <= 8 ? trees.size() : 0;
    }
    assertEquals(200, upToEight);
    // The tall and the bushy tree.
    ExactTree leaf = new ExactTree(List.of());
    assertEquals(q(1, 1), leaf.density());
    assertEquals(q(6, 1), new ExactTree(List.of(new ExactTree(List.of(leaf)))).density());
    assertEquals(q(3, 1), new ExactTree(List.of(leaf, leaf)).density());
  }

  @Test
  void allConditionsUpToOrderEightHoldAndNotAllOfOrderNine() {
    for (int n = 1; n <= 8; n++) {
      assertEquals(TREES[n - 1], fulfilled(TABLEAU.weights(), n, 1), "order " + n);
    }
    long ninth = fulfilled(TABLEAU.weights(), 9, 1);
    assertTrue(ninth < TREES[8], () -> ninth + " of order 9");
  }

  /** ŷ = y_1 − h Σ e_i f(Y_i) has the weights b − e. */
  @ParameterizedTest
  @CsvSource({"0, 5", "1, 3"})
  void theEmbeddedMethodsHaveTheirOrdersAndNotMore(int row, int order) {
    List<Surd> error = TABLEAU.errors().get(row);
    List<Surd> embedded = minus(TABLEAU.weights(), error);
    for (int n = 1; n <= order; n++) {
      assertEquals(TREES[n - 1], fulfilled(embedded, n, 1), "order " + n);
      assertEquals(TREES[n - 1], fulfilled(error, n, 0), "the estimate vanishes at order " + n);
    }
    assertNotEquals(TREES[order], fulfilled(embedded, order + 1, 1));
    assertNotEquals(TREES[order], fulfilled(error, order + 1, 0));
  }

  /** The last stage is at the end of the step, which the measure of stiffness relies on. */
  @Test
  void theLastStageIsAtTheEnd() {
    List<Surd> last = TABLEAU.stages().get(11);
    assertEquals(Surd.of(BigFraction.ONE), last.stream().reduce(Surd::plus).orElseThrow());
    assertEquals(12, TABLEAU.weights().size());
    assertEquals(12, Method.DORMAND_PRINCE_853.stages(1e9));
    assertEquals(8, Method.DORMAND_PRINCE_853.order());
  }
}
