package deeplinear.flow.method;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.apache.commons.math3.fraction.BigFraction;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The conditions hold exactly for algebraic coefficients, of which the doubles are the nearest. */
class GaussTableauTest {

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4})
  void everyCoefficientIsTheNearestDouble(int s) {
    ExactCollocation exact = new ExactCollocation(s);
    Tableau tableau = GaussTableau.of(s);
    assertEquals(s, tableau.stages());
    assertEquals(2 * s, tableau.order());
    for (int i = 0; i < s; i++) {
      exact.assertNearestToWeight(tableau.b(i), i);
      double sum = 0;
      for (int j = 0; j < s; j++) {
        exact.assertNearestToCoefficient(tableau.a(i, j), i, j);
        sum += Math.abs(tableau.a(i, j));
      }
      assertTrue(sum < 1, "the error bounds of drifts need Σ_j |a_ij| ≤ 1");
    }
  }

  /** B(2s): Σ_i b_i c_i^{k−1} = 1/k for k to 2s, and no further. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4})
  void quadratureIsExactToDegreeTwiceTheStages(int s) {
    ExactCollocation g = new ExactCollocation(s);
    for (int k = 1; k <= 2 * s + 1; k++) {
      BigFraction sum = g.trace(g.multiply(g.b, ExactCollocation.monomial(k - 1)));
      assertEquals(k <= 2 * s, sum.equals(new BigFraction(1, k)), "k = " + k);
    }
  }

  /** C(s): Σ_j a_ij c_j^{k−1} = c_i^k / k for k to s. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4})
  void stagesIntegratePolynomialsOfLowDegree(int s) {
    ExactCollocation g = new ExactCollocation(s);
    for (int k = 1; k <= s; k++) {
      BigFraction[] power = ExactCollocation.monomial(k - 1);
      BigFraction[] sums =
          Arrays.stream(g.a)
              .map(row -> g.trace(g.multiply(row, power)))
              .toArray(BigFraction[]::new);
      assertArrayEquals(
          scaled(new BigFraction(1, k), g.reduce(ExactCollocation.monomial(k))), sums);
    }
  }

  /** D(s): Σ_i b_i c_i^{k−1} a_ij = b_j (1 − c_j^k) / k for k to s. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4})
  void theAdjointConditionsHold(int s) {
    ExactCollocation g = new ExactCollocation(s);
    for (int k = 1; k <= s; k++) {
      BigFraction[] weights = g.multiply(g.b, ExactCollocation.monomial(k - 1));
      BigFraction[] sums =
          Arrays.stream(ExactCollocation.transpose(g.timesFirst(weights, g.a)))
              .map(g::trace)
              .toArray(BigFraction[]::new);
      BigFraction[] polynomial = ExactCollocation.monomial(k);
      polynomial[k] = BigFraction.MINUS_ONE;
      polynomial[0] = BigFraction.ONE;
      BigFraction[] expected = scaled(new BigFraction(1, k), g.multiply(g.b, polynomial));
      assertArrayEquals(expected, sums);
    }
  }

  /** b_i a_ij + b_j a_ji = b_i b_j for all i and j. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4})
  void quadraticInvariantsAreKept(int s) {
    ExactCollocation g = new ExactCollocation(s);
    BigFraction[][] here = g.timesFirst(g.b, g.a);
    BigFraction[][] mirrored = ExactCollocation.transpose(here);
    for (int m = 0; m < s; m++) {
      for (int n = 0; n < s; n++) {
        assertEquals(g.b[m].multiply(g.b[n]), here[m][n].add(mirrored[m][n]), m + ", " + n);
      }
    }
  }

  private static BigFraction[] scaled(BigFraction c, BigFraction[] f) {
    return Arrays.stream(f).map(c::multiply).toArray(BigFraction[]::new);
  }
}
