package deeplinear.algebra;

import static deeplinear.fixture.Exact.q;
import static deeplinear.fixture.Rejection.assertRejected;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.math.BigInteger;
import java.util.List;
import org.apache.commons.math3.fraction.BigFraction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RationalMatrixTest {

  @Test
  void fieldsAreInLowestTermsOverTheLeastCommonDenominator() {
    RationalMatrix a = RationalMatrix.of(1, 3, List.of(q(1, 6), q(-1, 4), q(2, 1)));
    assertEquals(BigInteger.valueOf(12), a.denominator());
    assertEquals(BigInteger.valueOf(2), a.numerator(0, 0));
    assertEquals(BigInteger.valueOf(-3), a.numerator(0, 1));
    assertEquals(BigInteger.valueOf(24), a.numerator(0, 2));
  }

  @Test
  void reductionDividesByTheCommonFactorAndMakesTheDenominatorPositive() {
    RationalMatrix a = RationalMatrix.reduced(1, 2, integers(6, -9), BigInteger.valueOf(-12));
    assertEquals(BigInteger.valueOf(4), a.denominator());
    assertEquals("[[-1/2, 3/4]]", a.toString());
    assertEquals(RationalMatrix.of(1, 2, List.of(q(-1, 2), q(3, 4))), a);
  }

  @Test
  void reductionStopsBeforeAFactorThatIsNotCommon() {
    RationalMatrix a = RationalMatrix.reduced(1, 3, integers(4, 6, 3), BigInteger.valueOf(8));
    assertEquals("[[1/2, 3/4, 3/8]]", a.toString());
  }

  @Test
  void zeroHasDenominatorOne() {
    RationalMatrix zero = RationalMatrix.reduced(1, 2, integers(0, 0), BigInteger.valueOf(-6));
    assertEquals(BigInteger.ONE, zero.denominator());
    assertEquals(RationalMatrix.zeros(1, 2), zero);
    RationalMatrix empty = RationalMatrix.reduced(0, 2, integers(), BigInteger.valueOf(6));
    assertEquals(RationalMatrix.zeros(0, 2), empty);
  }

  private static Integers integers(long... x) {
    return Integers.of(x);
  }

  @Test
  void equalityIsThatOfShapeAndValues() {
    RationalMatrix a = RationalMatrix.of(new long[][] {{1, 2}, {3, 4}});
    RationalMatrix same = RationalMatrix.of(2, 2, List.of(q(2, 2), q(4, 2), q(6, 2), q(8, 2)));
    assertEquals(a, same);
    assertEquals(a.hashCode(), same.hashCode());
    assertNotEquals(a, RationalMatrix.of(new long[][] {{1, 2}, {3, 5}}));
    assertNotEquals(a, RationalMatrix.of(new long[][] {{1, 2, 3, 4}}));
    assertNotEquals(a, RationalAlgebra.INSTANCE.scale(q(1, 5), a));
    assertNotEquals(RationalMatrix.zeros(0, 2), RationalMatrix.zeros(0, 3));
    assertNotEquals(RationalMatrix.zeros(2, 0), RationalMatrix.zeros(3, 0));
    assertNotEquals(a, (Object) "[[1, 2], [3, 4]]");
  }

  @Test
  void entriesAreReadRowByRow() {
    RationalMatrix a =
        RationalMatrix.of(2, 3, List.of(q(1, 2), q(2, 1), q(3, 1), q(4, 1), q(5, 3), q(6, 1)));
    assertEquals(q(2, 1), a.entry(0, 1));
    assertEquals(q(5, 3), a.entry(1, 1));
    assertEquals(List.of(q(1, 2), q(2, 1), q(3, 1), q(4, 1), q(5, 3), q(6, 1)), a.entries());
    assertArrayEquals(new double[] {0.5, 2, 3, 4, 5.0 / 3, 6}, a.toDoubles());
    assertEquals("[[1/2, 2, 3], [4, 5/3, 6]]", a.toString());
    assertEquals(2, a.rows());
    assertEquals(3, a.columns());
  }

  @Test
  void doublesAreExact() {
    double[] extreme = {Double.MIN_VALUE, Double.MIN_NORMAL, Double.MAX_VALUE, -0.1, -0.0, 3};
    RationalMatrix a = RationalMatrix.ofDoubles(2, 3, extreme);
    assertEquals(new BigFraction(BigInteger.ONE, BigInteger.TWO.pow(1074)), a.entry(0, 0));
    assertEquals(new BigFraction(BigInteger.ONE, BigInteger.TWO.pow(1022)), a.entry(0, 1));
    BigInteger huge = BigInteger.TWO.pow(53).subtract(BigInteger.ONE).shiftLeft(971);
    assertEquals(new BigFraction(huge), a.entry(0, 2));
    assertEquals(q(-3602879701896397L, 1L << 55), a.entry(1, 0));
    assertEquals(BigFraction.ZERO, a.entry(1, 1));
    assertArrayEquals(
        new double[] {Double.MIN_VALUE, Double.MIN_NORMAL, Double.MAX_VALUE, -0.1, 0, 3},
        a.toDoubles());
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
  void entriesThatAreNotFiniteAreRejectedByName(double x) {
    assertRejected(() -> RationalMatrix.ofDoubles(1, 2, new double[] {1, x}), String.valueOf(x));
  }

  @Test
  void valuesBeyondTheRangeOfDoubleBecomeInfinite() {
    BigFraction huge = new BigFraction(BigInteger.TEN.pow(400));
    RationalMatrix a = RationalMatrix.of(1, 3, List.of(huge, huge.negate(), huge.reciprocal()));
    assertArrayEquals(
        new double[] {Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, 0}, a.toDoubles());
  }

  @Test
  void mapActsOnEveryEntry() {
    RationalMatrix a = RationalMatrix.of(new long[][] {{1, -2}, {3, 4}});
    RationalMatrix expected = RationalMatrix.of(2, 2, List.of(q(1, 2), q(-1, 1), q(3, 2), q(2, 1)));
    assertEquals(expected, a.map(x -> x.divide(BigInteger.TWO)));
  }
}
