package deeplinear.flow.method;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The order conditions in the coefficients of the book: with U = ΓK, Γ = (I/γ − C)⁻¹, α = AΓ, b =
 * mΓ.
 */
class RosenbrockOrderTest {

  /** Twice the rounding of the largest coefficient; all enter with factors below one. */
  private static final double DIGITS = 2 * Math.ulp(165.4);

  static Stream<Arguments> methods() {
    return Stream.of(Arguments.of(Rodas5p.TABLEAU, 5));
  }

  private record Book(double[][] alpha, double[][] beta, double[] weights, double[] embedded) {

    static Book of(RosenbrockTableau tableau) {
      int s = tableau.stages();
      double[][] gamma = new double[s][s];
      for (int i = 0; i < s; i++) {
        gamma[i][i] = tableau.gamma();
        for (int j = 0; j < i; j++) {
          for (int k = j; k < i; k++) {
            gamma[i][j] += tableau.gamma() * tableau.couplings().get(i)[k] * gamma[k][j];
          }
        }
      }
      double[][] alpha = new double[s][];
      double[][] beta = new double[s][s];
      for (int i = 0; i < s; i++) {
        alpha[i] = times(tableau.arguments().get(i), gamma);
        for (int j = 0; j < s; j++) {
          beta[i][j] = alpha[i][j] + gamma[i][j];
        }
      }
      return new Book(alpha, beta, beta[s - 1], alpha[s - 1]);
    }

    private static double[] times(double[] row, double[][] gamma) {
      double[] product = new double[gamma.length];
      for (int k = 0; k < row.length; k++) {
        for (int j = 0; j <= k; j++) {
          product[j] += row[k] * gamma[k][j];
        }
      }
      return product;
    }

    /** The largest residual of the conditions of an order. */
    double residual(double[] b, int order) {
      return RootedTree.ofOrder(order).stream()
          .mapToDouble(
              tree -> {
                double[] phi = tree.weights(alpha, beta);
                double sum = IntStream.range(0, b.length).mapToDouble(i -> b[i] * phi[i]).sum();
                return Math.abs(sum - 1 / tree.density());
              })
          .max()
          .orElseThrow();
    }
  }

  @Test
  void treesAreCounted() {
    assertEquals(
        List.of(1, 1, 2, 4, 9, 20),
        IntStream.rangeClosed(1, 6).mapToObj(q -> RootedTree.ofOrder(q).size()).toList());
    assertEquals(
        List.of(4.0, 8.0, 12.0, 24.0),
        RootedTree.ofOrder(4).stream().map(RootedTree::density).sorted().toList());
  }

  @ParameterizedTest
  @MethodSource("methods")
  void theMethodHasItsOrderAndNoMore(RosenbrockTableau tableau, int order) {
    Book book = Book.of(tableau);
    for (int q = 1; q <= order; q++) {
      assertTrue(book.residual(book.weights(), q) <= DIGITS, "order " + q);
    }
    assertTrue(book.residual(book.weights(), order + 1) > 1e-4);
  }

  @ParameterizedTest
  @MethodSource("methods")
  void theEmbeddedMethodIsOneOrderLower(RosenbrockTableau tableau, int order) {
    Book book = Book.of(tableau);
    for (int q = 1; q < order; q++) {
      assertTrue(book.residual(book.embedded(), q) <= DIGITS, "order " + q);
    }
    assertTrue(book.residual(book.embedded(), order) > 1e-4);
  }

  /** Stiff accuracy: α_{sj} + γ_{sj} = b_j is how the step ends; it also needs Σ_j α_{sj} = 1. */
  @ParameterizedTest
  @MethodSource("methods")
  void theLastStagesStandAtTheEnd(RosenbrockTableau tableau, int order) {
    Book book = Book.of(tableau);
    int s = tableau.stages();
    assertEquals(1, IntStream.range(0, s).mapToDouble(j -> book.alpha()[s - 1][j]).sum(), DIGITS);
    assertEquals(1, IntStream.range(0, s).mapToDouble(j -> book.alpha()[s - 2][j]).sum(), DIGITS);
    for (int j = 0; j < s - 1; j++) {
      assertEquals(book.beta()[s - 2][j], book.embedded()[j], DIGITS, order + ", weight " + j);
    }
  }

  @Test
  void aMisshapenTableauIsRefused() {
    assertThrows(
        IllegalArgumentException.class, () -> RosenbrockTableau.parse(0.5, "1\n2 3", "1\n2"));
    assertThrows(IllegalArgumentException.class, () -> RosenbrockTableau.parse(0.5, "1\n2 3", "1"));
  }
}
