package deeplinear.algebra;

import static deeplinear.fixture.Exact.q;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import deeplinear.fixture.RandomExact;
import java.math.BigInteger;
import java.util.List;
import org.apache.commons.math3.fraction.BigFraction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ModularAlgebraTest {

  private static final int CASES = 40;
  private static final ModularAlgebra F = ModularAlgebra.MERSENNE;
  private static final BigInteger P = BigInteger.TWO.pow(61).subtract(BigInteger.ONE);

  @ParameterizedTest
  @EnumSource(Operation.class)
  void everyOperationIsTheRationalOneModuloP(Operation operation) {
    RandomExact draw = new RandomExact(2);
    for (int i = 0; i < CASES; i++) {
      List<RationalMatrix> x = operation.operands(draw);
      ModularMatrix result = operation.apply(F, x.stream().map(F::lift).toList());
      assertResidues(operation.expected(x), result);
    }
  }

  static void assertResidues(RationalMatrix expected, ModularMatrix actual) {
    assertEquals(expected.rows(), F.rows(actual));
    assertEquals(expected.columns(), F.columns(actual));
    for (int i = 0; i < expected.rows(); i++) {
      for (int j = 0; j < expected.columns(); j++) {
        assertEquals(residue(expected.entry(i, j)), BigInteger.valueOf(actual.entry(i, j)));
      }
    }
  }

  private static BigInteger residue(BigFraction x) {
    return x.getNumerator().multiply(x.getDenominator().modInverse(P)).mod(P);
  }

  @Test
  void theModulusIsTheMersennePrime() {
    assertEquals(P.longValueExact(), F.modulus());
    assertTrue(P.isProbablePrime(100));
    assertEquals("modular", F.name());
  }

  @Test
  void entriesBeyondTheModulusAreReduced() {
    RationalMatrix large = RationalMatrix.scalar(new BigFraction(P.pow(3).add(BigInteger.TEN)));
    assertEquals(10, F.lift(large).entry(0, 0));
    RationalMatrix negative = RationalMatrix.scalar(q(-1, 1));
    assertEquals(P.longValueExact() - 1, F.lift(negative).entry(0, 0));
  }

  @Test
  void denominatorsDivisibleByTheModulusHaveNoImage() {
    RationalMatrix a = RationalMatrix.scalar(new BigFraction(BigInteger.ONE, P));
    assertThrows(ArithmeticException.class, () -> F.lift(a));
  }

  @Test
  void multiplesOfTheModulusAreZero() {
    RationalMatrix multiple = RationalMatrix.scalar(new BigFraction(P.multiply(BigInteger.TWO)));
    assertTrue(F.isZero(F.lift(multiple)));
    assertFalse(F.isZero(F.lift(RationalMatrix.of(new long[][] {{0, 1}}))));
    assertFalse(F.isZero(F.lift(RationalMatrix.of(new long[][] {{1, -1}}))));
    assertTrue(F.areEqual(F.lift(multiple), F.zeros(1, 1)));
    assertFalse(F.areEqual(F.identity(1), F.zeros(1, 1)));
  }

  @Test
  void argumentsAreNotModified() {
    RationalMatrix exact = RationalMatrix.of(new long[][] {{0, 2}, {3, 4}});
    ModularMatrix a = F.lift(exact);
    F.insert(a, 0, 0, F.identity(2));
    F.rank(a);
    F.inverse(a);
    F.scale(q(3, 1), a);
    assertResidues(exact, a);
  }
}
