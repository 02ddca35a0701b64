package deeplinear.algebra;

import static deeplinear.fixture.Exact.q;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import deeplinear.fixture.RandomExact;
import java.math.BigInteger;
import org.apache.commons.math3.fraction.BigFraction;
import org.junit.jupiter.api.Test;

class ModularEliminationTest {

  private static final ModularAlgebra F = ModularAlgebra.MERSENNE;

  @Test
  void rankIsTheConstructedOne() {
    RandomExact draw = new RandomExact(3);
    for (int m = 0; m <= 4; m++) {
      for (int n = 0; n <= 4; n++) {
        for (int r = 0; r <= Math.min(m, n); r++) {
          assertEquals(r, F.rank(F.lift(draw.ofRank(m, n, r))), m + " × " + n);
        }
      }
    }
  }

  @Test
  void rankMayDropModuloThePrime() {
    BigFraction p = new BigFraction(BigInteger.valueOf(F.modulus()));
    RationalMatrix a = RationalMatrix.diagonal(2, 2, java.util.List.of(p, BigFraction.ONE));
    assertEquals(2, RationalAlgebra.INSTANCE.rank(a));
    assertEquals(1, F.rank(F.lift(a)));
  }

  @Test
  void inverseTimesMatrixIsTheIdentity() {
    RandomExact draw = new RandomExact(4);
    for (int n = 0; n <= 5; n++) {
      ModularMatrix a = F.lift(draw.unimodular(n));
      RationalMatrix one = RationalMatrix.identity(n);
      ModularAlgebraTest.assertResidues(one, F.multiply(F.inverse(a), a));
      ModularAlgebraTest.assertResidues(one, F.multiply(a, F.inverse(a)));
    }
  }

  @Test
  void inverseByHand() {
    ModularMatrix a = F.lift(RationalMatrix.of(new long[][] {{0, 2}, {3, 0}}));
    RationalMatrix expected =
        RationalMatrix.of(
            2, 2, java.util.List.of(BigFraction.ZERO, q(1, 3), q(1, 2), BigFraction.ZERO));
    ModularAlgebraTest.assertResidues(expected, F.inverse(a));
  }

  @Test
  void singularMatricesHaveNoInverse() {
    ModularMatrix singular = F.lift(RationalMatrix.of(new long[][] {{1, 2}, {2, 4}}));
    assertThrows(ArithmeticException.class, () -> F.inverse(singular));
    assertThrows(ArithmeticException.class, () -> F.inverse(F.zeros(1, 1)));
  }

  @Test
  void onlySquareMatricesAreInverted() {
    assertThrows(IllegalArgumentException.class, () -> F.inverse(F.zeros(1, 2)));
  }
}
