package deeplinear.algebra;

import static deeplinear.fixture.Rejection.assertRejected;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import deeplinear.fixture.Exact;
import deeplinear.fixture.RandomExact;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.math3.fraction.BigFraction;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InertiaTest {

  /** Below this share of the largest eigenvalue, rounding might decide the sign of another. */
  private static final double SEPARATION = Math.sqrt(Math.ulp(1.0));

  private static RationalMatrix matrix(String rows) {
    return RationalMatrix.of(
        Arrays.stream(rows.split(";"))
            .map(row -> Arrays.stream(row.trim().split(" ")).mapToLong(Long::parseLong).toArray())
            .toArray(long[][]::new));
  }

  @ParameterizedTest
  @CsvSource({
    "5, 1, 0, 0",
    "0, 0, 1, 0",
    "-2, 0, 0, 1",
    "0 1; 1 0, 1, 0, 1",
    "0 -3; -3 0, 1, 0, 1",
    "0 0; 0 0, 0, 2, 0",
    "0 0; 0 -1, 0, 1, 1",
    "1 2; 2 1, 1, 0, 1",
    "1 1; 1 1, 1, 1, 0",
    "-1 1; 1 -1, 0, 1, 1",
    "-2 1; 1 -2, 0, 0, 2",
    "0 0 1; 0 0 0; 1 0 0, 1, 1, 1",
    "0 0 0; 0 0 2; 0 2 0, 1, 1, 1",
    "0 0 0 0; 0 0 0 0; 0 0 0 -1; 0 0 -1 5, 1, 2, 1",
    "0 0 0 0; 0 0 0 0; 0 0 0 -1; 0 0 -1 0, 1, 2, 1",
    "0 1 1; 1 0 1; 1 1 0, 1, 0, 2",
    "0 -1 -1; -1 0 -1; -1 -1 0, 2, 0, 1",
    "0 0 0 1; 0 0 1 0; 0 1 0 0; 1 0 0 0, 2, 0, 2",
    "-1 0 0 0; 0 0 2 0; 0 2 0 0; 0 0 0 7, 2, 0, 2",
    "0 2 0 0; 2 0 0 0; 0 0 0 0; 0 0 0 -3, 1, 1, 2"
  })
  void inertiaByHand(String rows, int positive, int zero, int negative) {
    assertEquals(new Inertia(positive, zero, negative), Inertia.of(matrix(rows)));
  }

  @Test
  void componentsAreNamed() {
    Inertia inertia = Inertia.of(matrix("3 0 0 0; 0 -1 0 0; 0 0 -1 0; 0 0 0 0"));
    assertEquals(1, inertia.positive());
    assertEquals(1, inertia.zero());
    assertEquals(2, inertia.negative());
    assertEquals(new Inertia(0, 0, 0), Inertia.of(RationalMatrix.zeros(0, 0)));
  }

  @Test
  void inertiaCountsTheSignsOfEigenvalues() {
    RandomExact draw = new RandomExact(40);
    int compared = 0;
    for (int i = 0; i < 150; i++) {
      int n = 1 + i % 6;
      RationalMatrix a = i % 2 == 0 ? draw.symmetric(n) : withoutDiagonal(draw.symmetric(n));
      double[] eigenvalues = eigenvalues(a);
      double largest = Arrays.stream(eigenvalues).map(Math::abs).max().orElseThrow();
      double smallest = Arrays.stream(eigenvalues).map(Math::abs).min().orElseThrow();
      if (smallest > SEPARATION * largest) {
        int positive = (int) Arrays.stream(eigenvalues).filter(x -> x > 0).count();
        assertEquals(new Inertia(positive, 0, n - positive), Inertia.of(a), a::toString);
        compared++;
      }
    }
    assertTrue(compared > 90, "too few well separated matrices");
  }

  private static RationalMatrix withoutDiagonal(RationalMatrix a) {
    return Exact.build(
        a.rows(), a.rows(), (i, j) -> i.equals(j) ? BigFraction.ZERO : a.entry(i, j));
  }

  private static double[] eigenvalues(RationalMatrix a) {
    double[][] x = new double[a.rows()][a.rows()];
    for (int i = 0; i < a.rows(); i++) {
      for (int j = 0; j < a.rows(); j++) {
        x[i][j] = a.entry(i, j).doubleValue();
      }
    }
    return new EigenDecomposition(new Array2DRowRealMatrix(x)).getRealEigenvalues();
  }

  @Test
  void inertiaIsInvariantUnderCongruence() {
    RandomExact draw = new RandomExact(41);
    for (int i = 0; i < 100; i++) {
      int n = 1 + i % 6;
      List<BigFraction> diagonal = new ArrayList<>();
      int[] signs = new int[3];
      for (int k = 0; k < n; k++) {
        int sign = draw.integer(-1, 1);
        diagonal.add(new BigFraction(sign * draw.integer(1, 9)));
        signs[sign + 1]++;
      }
      RationalMatrix d = RationalMatrix.diagonal(n, n, diagonal);
      RationalMatrix p = draw.unimodular(n);
      RationalMatrix a = Exact.product(Exact.product(Exact.transpose(p), d), p);
      assertEquals(new Inertia(signs[2], signs[1], signs[0]), Inertia.of(a), a::toString);
    }
  }

  @Test
  void onlySymmetricMatricesHaveInertia() {
    assertThrows(IllegalArgumentException.class, () -> Inertia.of(matrix("1 2; 3 4")));
    assertRejected(() -> Inertia.of(matrix("1 2")), "1 × 2");
  }
}
