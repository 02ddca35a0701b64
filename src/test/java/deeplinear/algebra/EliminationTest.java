package deeplinear.algebra;

import static deeplinear.fixture.Rejection.assertRejected;
import static deeplinear.fixture.Rejection.assertThrown;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import deeplinear.fixture.Exact;
import deeplinear.fixture.RandomExact;
import java.util.List;
import org.apache.commons.math3.fraction.BigFraction;
import org.apache.commons.math3.linear.FieldLUDecomposition;
import org.junit.jupiter.api.Test;

class EliminationTest {

  private static final RationalAlgebra Q = RationalAlgebra.INSTANCE;

  @Test
  void rankIsTheConstructedOne() {
    RandomExact draw = new RandomExact(30);
    for (int m = 0; m <= 5; m++) {
      for (int n = 0; n <= 5; n++) {
        for (int r = 0; r <= Math.min(m, n); r++) {
          assertEquals(r, Q.rank(draw.ofRank(m, n, r)), m + " × " + n);
        }
      }
    }
  }

  @Test
  void inverseIsThatOfCommonsMath() {
    RandomExact draw = new RandomExact(31);
    int regular = 0;
    for (int i = 0; i < 60; i++) {
      RationalMatrix a = draw.matrix(1 + i % 5, 1 + i % 5);
      FieldLUDecomposition<BigFraction> lu = new FieldLUDecomposition<>(Exact.field(a));
      if (lu.getSolver().isNonSingular()) {
        assertEquals(lu.getSolver().getInverse(), Exact.field(Q.inverse(a)));
        assertEquals(a.rows(), Q.rank(a));
        regular++;
      } else {
        assertTrue(Q.rank(a) < a.rows());
      }
    }
    assertTrue(regular > 30, "too few regular matrices");
  }

  @Test
  void inverseNeedsRowExchanges() {
    RationalMatrix a = RationalMatrix.of(new long[][] {{0, 2, 0}, {0, 0, 3}, {5, 0, 0}});
    assertEquals("[[0, 0, 1/5], [1/2, 0, 0], [0, 1/3, 0]]", Q.inverse(a).toString());
    assertEquals(Q.identity(0), Q.inverse(Q.identity(0)));
  }

  @Test
  void singularMatricesHaveNoInverse() {
    RandomExact draw = new RandomExact(32);
    for (int n = 1; n <= 4; n++) {
      RationalMatrix singular = draw.ofRank(n, n, n - 1);
      assertThrown(ArithmeticException.class, () -> Q.inverse(singular), singular.toString());
    }
  }

  @Test
  void onlySquareMatricesAreInverted() {
    assertRejected(() -> Q.inverse(Q.zeros(2, 3)), "2 × 3");
  }

  @Test
  void reducedRowEchelonFormByHand() {
    RationalMatrix a =
        RationalMatrix.of(new long[][] {{0, 0, 2, 4}, {1, 3, 1, 5}, {2, 6, 0, 6}, {1, 3, 3, 9}});
    Elimination elimination = Elimination.of(a);
    assertEquals(List.of(0, 2), elimination.pivotColumns());
    assertEquals(2, elimination.rank());
    assertEquals(
        "[[1, 3, 0, 3], [0, 0, 1, 2], [0, 0, 0, 0], [0, 0, 0, 0]]",
        elimination.reducedRowEchelon().toString());
  }

  @Test
  void kernelByHand() {
    RationalMatrix a = RationalMatrix.of(new long[][] {{0, 0, 2, 4}, {1, 3, 1, 5}});
    assertEquals("[[-3, -3], [1, 0], [0, -2], [0, 1]]", Q.kernel(a).toString());
  }

  /** The columns are annihilated, and the identity in the free rows makes them independent. */
  @Test
  void kernelHasFullDimensionAndIsAnnihilated() {
    RandomExact draw = new RandomExact(33);
    for (int m = 1; m <= 4; m++) {
      for (int n = 1; n <= 5; n++) {
        for (int r = 0; r <= Math.min(m, n); r++) {
          RationalMatrix a = draw.ofRank(m, n, r);
          RationalMatrix kernel = Q.kernel(a);
          assertEquals(n, kernel.rows());
          assertEquals(n - r, kernel.columns());
          assertEquals(RationalMatrix.zeros(m, n - r), Exact.product(a, kernel));
          if (r < n) {
            RationalMatrix gram = Exact.product(Exact.transpose(kernel), kernel);
            assertTrue(new FieldLUDecomposition<>(Exact.field(gram)).getSolver().isNonSingular());
          }
        }
      }
    }
  }

  @Test
  void kernelOfNoEquationsIsEverything() {
    assertEquals(RationalMatrix.identity(3), Q.kernel(Q.zeros(0, 3)));
    assertEquals(RationalMatrix.identity(2), Q.kernel(Q.zeros(2, 2)));
    assertEquals(Q.zeros(2, 0), Q.kernel(Q.identity(2)));
    assertEquals(Q.zeros(0, 0), Q.kernel(Q.zeros(3, 0)));
  }
}
