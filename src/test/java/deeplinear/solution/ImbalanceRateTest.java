package deeplinear.solution;

import static org.junit.jupiter.api.Assertions.assertEquals;

import deeplinear.algebra.RealMatrix;
import org.junit.jupiter.api.Test;

class ImbalanceRateTest {

  /** Eigenvalues 5, 3, −2, −7 in no order. */
  private static final RealMatrix FOUR =
      RealMatrix.of(4, 4, new double[] {3, 0, 0, 0, 0, -7, 0, 0, 0, 0, 5, 0, 0, 0, 0, -2});

  private static void assertRate(double expected, RealMatrix imbalance, int outputs, int inputs) {
    double rounding = imbalance.rows() * Math.ulp(1.0) * imbalance.norm();
    assertEquals(expected, ImbalanceRate.of(imbalance, outputs, inputs), rounding);
  }

  @Test
  void theOutputsChooseTheEigenvalueOfTheImbalance() {
    assertRate(5, FOUR, 1, 9);
    assertRate(3, FOUR, 2, 9);
  }

  @Test
  void theInputsChooseTheEigenvalueOfItsNegative() {
    assertRate(7, FOUR, 9, 1);
    assertRate(2, FOUR, 9, 2);
  }

  @Test
  void bothEndsAddUp() {
    assertRate(5 + 2, FOUR, 1, 2);
    assertRate(3 + 7, FOUR, 2, 1);
  }

  @Test
  void negativePartsAreCut() {
    assertRate(0, FOUR, 3, 3);
    assertRate(0, FOUR, 4, 4);
    assertRate(7, FOUR, 3, 1);
    assertRate(5, FOUR, 1, 3);
  }

  @Test
  void eigenvaluesThatDoNotExistCountNothing() {
    assertRate(0, FOUR, 5, 5);
    RealMatrix one = RealMatrix.of(1, 1, new double[] {4});
    assertRate(4, one, 1, 1);
    assertRate(0, one, 2, 1);
    RealMatrix minus = RealMatrix.of(1, 1, new double[] {-4});
    assertRate(4, minus, 1, 1);
    assertRate(0, minus, 1, 2);
  }

  @Test
  void eigenvaluesAreNotDiagonalEntries() {
    RealMatrix mixed = RealMatrix.of(2, 2, new double[] {2, 1, 1, 2});
    assertRate(3, mixed, 1, 1);
    assertRate(1, mixed, 2, 1);
    RealMatrix swap = RealMatrix.of(2, 2, new double[] {0, 1, 1, 0});
    assertRate(2, swap, 1, 1);
    assertRate(0, swap, 2, 2);
  }
}
