package deeplinear.algebra;

import static deeplinear.fixture.Exact.q;
import static deeplinear.fixture.Rejection.assertRejected;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.List;
import java.util.Random;
import org.apache.commons.math3.fraction.BigFraction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RationalsTest {

  @Test
  void formatAndParseAreInverse() {
    Random random = new Random(20);
    for (int i = 0; i < 200; i++) {
      BigFraction x =
          new BigFraction(
              new BigInteger(1 + i, random).multiply(BigInteger.valueOf(i % 2 == 0 ? 1 : -1)),
              new BigInteger(1 + i, random).add(BigInteger.ONE));
      assertEquals(x, Rationals.parse(Rationals.format(x)));
    }
  }

  @Test
  void formatIsInLowestTermsWithTheSignInFront() {
    assertEquals("-3/4", Rationals.format(q(6, -8)));
    assertEquals("-2", Rationals.format(q(-4, 2)));
    assertEquals("0", Rationals.format(q(0, 5)));
  }

  @Test
  void parseReadsIntegersAndFractions() {
    assertEquals(q(-3, 4), Rationals.parse("-6/8"));
    assertEquals(q(12, 1), Rationals.parse("12"));
    assertEquals(q(0, 1), Rationals.parse("0/7"));
    assertEquals(q(3, 2), Rationals.parse("-3/-2"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "", "/", "1/", "/2", "1/0", "0/0", "1.5", "1e3", "1/2/3", " 1", "1 /2", "NaN", "x"
      })
  void parseRejectsAnythingElseByName(String text) {
    assertRejected(() -> Rationals.parse(text), "\"" + text + "\"");
  }

  @Test
  void doublesAreDyadicRationals() {
    assertEquals(q(-3, 8), Rationals.exactly(-0.375));
    assertEquals(q(3602879701896397L, 1L << 55), Rationals.exactly(0.1));
    assertEquals(
        new BigFraction(BigInteger.ONE, BigInteger.TWO.pow(1074)),
        Rationals.exactly(Double.MIN_VALUE));
    assertEquals(new BigFraction(BigInteger.ONE.shiftLeft(1000)), Rationals.exactly(0x1p1000));
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
  void onlyFiniteDoublesAreRational(double x) {
    assertRejected(() -> Rationals.exactly(x), "finite number", String.valueOf(x));
  }

  @Test
  void decimalsOfEitherScaleAreExact() {
    assertEquals(q(5, 4), Rationals.exactly(new BigDecimal("1.25")));
    assertEquals(q(1200, 1), Rationals.exactly(new BigDecimal("1.2E+3")));
    assertEquals(q(7, 1), Rationals.exactly(new BigDecimal("7")));
  }

  @Test
  void fractionIsNumeratorOverDenominator() {
    assertEquals("-2/3", Rationals.format(Rationals.fraction(-4, 6)));
  }

  /** 200 digits decide every rounding to 53 bits here: the quotients have at most 160 bits. */
  @Test
  void doublesAreNearest() {
    Random random = new Random(21);
    for (int i = 0; i < 3000; i++) {
      BigInteger n = new BigInteger(1 + random.nextInt(80), random);
      BigInteger d = new BigInteger(1 + random.nextInt(80), random).add(BigInteger.ONE);
      double expected =
          new BigDecimal(n).divide(new BigDecimal(d), new MathContext(200)).doubleValue();
      assertEquals(expected, Rationals.toDouble(n, d), () -> n + "/" + d);
      assertEquals(0.0 - expected, Rationals.toDouble(new BigFraction(n.negate(), d)) + 0.0);
    }
  }

  @Test
  void integersOfMoreThan53BitsAreNotRoundedBeforeDividing() {
    BigInteger n = BigInteger.ONE.shiftLeft(53).add(BigInteger.ONE);
    assertEquals(3002399751580331.0, Rationals.toDouble(n, BigInteger.valueOf(3)));
    assertEquals(
        Math.nextDown(1.0),
        Rationals.toDouble(n.subtract(BigInteger.TWO), n.subtract(BigInteger.ONE)));
    assertEquals(1.0 / 3002399751580331.0, Rationals.toDouble(BigInteger.valueOf(3), n));
  }

  @Test
  void extremesAreRoundedToTheEndsOfTheRange() {
    BigInteger huge = BigInteger.TEN.pow(500);
    assertEquals(Double.POSITIVE_INFINITY, Rationals.toDouble(huge, BigInteger.ONE));
    assertEquals(Double.NEGATIVE_INFINITY, Rationals.toDouble(huge.negate(), BigInteger.ONE));
    assertEquals(0, Rationals.toDouble(BigInteger.ONE, huge));
    assertEquals(1, Rationals.toDouble(huge.add(BigInteger.ONE), huge));
    for (double x : List.of(Double.MIN_VALUE, 3 * Double.MIN_VALUE, Double.MAX_VALUE, 1e-310)) {
      assertEquals(x, Rationals.toDouble(Rationals.exactly(x)));
    }
  }
}
