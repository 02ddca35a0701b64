package deeplinear.algebra;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import deeplinear.fixture.RandomExact;
import java.math.BigInteger;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.apache.commons.math3.fraction.BigFraction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ResidueAlgebraTest {

  private static final RationalAlgebra Q = RationalAlgebra.INSTANCE;
  private static final double COUNT = 60 * Math.pow(2, 54);

  private static ResidueAlgebra algebra(long seed) {
    return ResidueAlgebra.of(List.of(), new SplittableRandom(seed));
  }

  /** Entries are at most 2^bits, and integers times d^degree; d has at most so many bits. */
  private static void assertBounded(RationalMatrix exact, Height height, long baseBits) {
    long denominator = exact.denominator().bitLength() - 1L;
    assertTrue(denominator <= height.degree() * baseBits, () -> exact + " " + height);
    for (BigFraction x : exact.entries()) {
      BigInteger bound = x.getDenominator().shiftLeft((int) height.bits());
      assertTrue(x.getNumerator().abs().compareTo(bound) <= 0, () -> x + " " + height);
    }
  }

  @ParameterizedTest
  @EnumSource(Operation.class)
  void residuesAreTheRationalOnes_andHeightsBoundThem(Operation operation) {
    RandomExact draw = new RandomExact(2);
    for (int i = 0; i < 60; i++) {
      ResidueAlgebra residues = algebra(i);
      HeightAlgebra heights = new HeightAlgebra();
      List<RationalMatrix> x = operation.operands(draw);
      RationalMatrix expected = operation.expected(x);
      Residue result = operation.apply(residues, x.stream().map(residues::lift).toList());
      assertTrue(residues.areEqual(residues.lift(expected), result));
      Height height = operation.apply(heights, x.stream().map(heights::lift).toList());
      assertBounded(expected, height, heights.baseBits());
      assertEquals(height, result.height);
      assertEquals(expected.rows(), residues.rows(result));
      assertEquals(expected.columns(), residues.columns(result));
    }
  }

  @Test
  void ranksAndInversesAreTheRationalOnes_andHeightsBoundThem() {
    RandomExact draw = new RandomExact(3);
    for (int n = 1; n <= 5; n++) {
      for (int i = 0; i < 20; i++) {
        ResidueAlgebra residues = algebra(i);
        HeightAlgebra heights = new HeightAlgebra();
        RationalMatrix a = Q.scale(new BigFraction(2, 3 + i), draw.unimodular(n));
        Residue inverse = residues.inverse(residues.lift(a));
        assertTrue(residues.areEqual(residues.lift(Q.inverse(a)), inverse));
        Height height = heights.inverse(heights.lift(a));
        assertBounded(Q.inverse(a), height, heights.baseBits());
        RationalMatrix singular = draw.ofRank(n, n + 1, n - 1);
        assertEquals(n - 1, residues.rank(residues.lift(singular)));
      }
    }
    ResidueAlgebra residues = algebra(1);
    assertThrows(ArithmeticException.class, () -> residues.inverse(residues.zeros(2, 2)));
  }

  /** In the fixed field of order p this matrix and its powers vanish. */
  @Test
  void multiplesOfAPrimeAreSeen_whereAFixedFieldIsBlind() {
    BigFraction p = new BigFraction(BigInteger.valueOf(ModularAlgebra.MERSENNE.modulus()));
    RationalMatrix a = Q.scale(p, RationalMatrix.of(new long[][] {{1, 1}, {1, 0}}));
    ModularAlgebra blind = ModularAlgebra.MERSENNE;
    assertTrue(blind.isZero(blind.lift(a)));
    for (int seed = 0; seed < 20; seed++) {
      ResidueAlgebra residues = algebra(seed);
      assertFalse(residues.isZero(residues.lift(a)));
      assertFalse(residues.isZero(residues.trace(residues.power(residues.lift(a), 3))));
    }
  }

  /** Sums of equal numbers and determinants of all sorts, where the bounds are close. */
  @Test
  void heightsBoundWhatIsNearlyAsLongAsTheySay() {
    HeightAlgebra heights = new HeightAlgebra();
    RationalMatrix a = RationalMatrix.of(new long[][] {{8, 8}, {-8, 8}});
    Height h = heights.lift(a);
    assertTrue(h.bits() <= 4, h.toString());
    assertBounded(Q.add(a, a), new Height(2, 2, 4, 0), 0);
    Height sum = h;
    RationalMatrix exact = a;
    for (int i = 0; i < 6; i++) {
      sum = heights.add(sum, sum);
      exact = Q.add(exact, exact);
      assertBounded(exact, sum, 0);
    }
    assertTrue(heights.numeratorBits(heights.minor(h, 2)) >= 7, "det = 2^7");
    RationalMatrix small = Q.scale(new BigFraction(1, 1L << 20), a);
    HeightAlgebra fractions = new HeightAlgebra();
    Height minor = fractions.minor(fractions.lift(small), 2);
    assertBounded(
        RationalMatrix.scalar(new BigFraction(BigInteger.TWO.pow(7), BigInteger.TWO.pow(40))),
        minor,
        fractions.baseBits());
    // Over the base 2^17 the numerator of the determinant has 2 · 17 bits of it, and no fewer.
    assertEquals(2, minor.degree());
  }

  @Test
  void theErrorProbabilityIsThatOfAllComparisons() {
    ResidueAlgebra residues = algebra(5);
    assertEquals(0, residues.errorProbability());
    // Entries to 2^3; the base 8 is at most 2^4, and 5/8 is an integer times it.
    Residue a = residues.lift(RationalMatrix.of(new long[][] {{7, -2}}));
    residues.isZero(a);
    assertEquals(3 / COUNT, residues.errorProbability());
    Residue b = residues.lift(RationalMatrix.scalar(new BigFraction(5, 8)));
    residues.isZero(b);
    assertEquals((3 + 4) / COUNT, residues.errorProbability());
    residues.isZero(residues.multiply(b, b));
    assertEquals((3 + 4 + 8) / COUNT, residues.errorProbability());
    assertEquals(
        "modulo the random prime " + residues.modulus() + ": error probability at most 1.4e-17",
        residues.describe());
  }

  @Test
  void thePrimeDividesNoDenominatorOfTheData() {
    long first = RandomPrime.next(new SplittableRandom(9));
    RationalMatrix a =
        RationalMatrix.scalar(new BigFraction(BigInteger.ONE, BigInteger.valueOf(first)));
    RandomGenerator random = new SplittableRandom(9);
    ResidueAlgebra residues = ResidueAlgebra.of(List.of(a), random);
    assertNotEquals(first, residues.modulus());
    assertFalse(residues.isZero(residues.lift(a)));
    assertEquals(first, ResidueAlgebra.of(List.of(), new SplittableRandom(9)).modulus());
  }

  /** As often as the primes are few: among those from 41 to 127, 43 and 47 divide 2021. */
  @Test
  void anotherPrimeIsAnotherField() {
    assertEquals(
        0, ModularAlgebra.modulo(43).lift(RationalMatrix.of(new long[][] {{2021}})).entry(0, 0));
    assertEquals(
        6, ModularAlgebra.modulo(53).lift(RationalMatrix.of(new long[][] {{59}})).entry(0, 0));
    ModularMatrix x = ModularAlgebra.modulo(43).identity(1);
    ModularMatrix y = ModularAlgebra.modulo(47).identity(1);
    assertThrows(IllegalArgumentException.class, () -> ModularAlgebra.MERSENNE.multiply(x, y));
    assertThrows(IllegalArgumentException.class, () -> ModularAlgebra.MERSENNE.add(x, y));
    for (long order : new long[] {-3, 0, 37, 49, 2021, (1L << 61) + 1}) {
      assertThrows(IllegalArgumentException.class, () -> ModularAlgebra.modulo(order));
    }
  }
}
