package deeplinear.algebra;

import static deeplinear.fixture.Exact.q;
import static deeplinear.fixture.Rejection.assertRejected;
import static java.lang.Double.MAX_VALUE;
import static java.lang.Double.MIN_VALUE;
import static java.lang.Double.NEGATIVE_INFINITY;
import static java.lang.Double.NaN;
import static java.lang.Double.POSITIVE_INFINITY;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import org.apache.commons.math3.fraction.BigFraction;
import org.junit.jupiter.api.Test;

class IntervalTest {

  private static final Interval UNIT = new Interval(0, 1);

  private static void assertAround(double low, double high, Interval actual) {
    assertEquals(Math.nextDown(low), actual.low(), actual::toString);
    assertEquals(Math.nextUp(high), actual.high(), actual::toString);
  }

  @Test
  void endpointsAreOrderedAndNotNan() {
    assertThrows(IllegalArgumentException.class, () -> new Interval(1, 0));
    assertThrows(IllegalArgumentException.class, () -> new Interval(NaN, 1));
    assertThrows(IllegalArgumentException.class, () -> new Interval(0, NaN));
    assertRejected(() -> Interval.point(NaN), "NaN");
    assertEquals(2, new Interval(2, 2).low());
  }

  @Test
  void membershipIncludesTheEndpoints() {
    assertTrue(UNIT.contains(0) && UNIT.contains(1) && UNIT.contains(0.5));
    assertFalse(UNIT.contains(-MIN_VALUE) || UNIT.contains(Math.nextUp(1.0)) || UNIT.contains(NaN));
    assertTrue(UNIT.contains(q(0, 1)) && UNIT.contains(q(1, 1)) && UNIT.contains(q(1, 3)));
    assertFalse(UNIT.contains(q(-1, 1_000_000)) || UNIT.contains(q(1_000_001, 1_000_000)));
    BigFraction huge = new BigFraction(BigInteger.TEN.pow(400));
    assertTrue(Interval.LINE.contains(huge) && Interval.LINE.contains(huge.negate()));
    assertFalse(new Interval(NEGATIVE_INFINITY, 0).contains(huge));
    assertFalse(new Interval(0, POSITIVE_INFINITY).contains(huge.negate()));
  }

  @Test
  void interiorExcludesTheEndpoints() {
    assertTrue(UNIT.containsInInterior(new Interval(0.25, 0.75)));
    assertFalse(UNIT.containsInInterior(new Interval(0, 0.5)));
    assertFalse(UNIT.containsInInterior(new Interval(0.5, 1)));
    assertFalse(UNIT.containsInInterior(new Interval(-1, 0.5)));
    assertFalse(UNIT.containsInInterior(new Interval(0.5, 2)));
    assertFalse(Interval.LINE.containsInInterior(Interval.LINE));
  }

  @Test
  void sumsByHand() {
    assertAround(-1, 9, new Interval(1, 4).add(new Interval(-2, 5)));
    assertEquals(new Interval(-4, -1), new Interval(1, 4).negate());
  }

  @Test
  void productsByHandInEveryCombinationOfSigns() {
    assertAround(6, 20, new Interval(2, 4).multiply(new Interval(3, 5)));
    assertAround(-20, -6, new Interval(2, 4).multiply(new Interval(-5, -3)));
    assertAround(-20, -6, new Interval(-4, -2).multiply(new Interval(3, 5)));
    assertAround(6, 20, new Interval(-4, -2).multiply(new Interval(-5, -3)));
    assertAround(-12, 20, new Interval(2, 4).multiply(new Interval(-3, 5)));
    assertAround(-20, 12, new Interval(-4, -2).multiply(new Interval(-3, 5)));
    assertAround(-12, 20, new Interval(-3, 5).multiply(new Interval(2, 4)));
    assertAround(-35, 21, new Interval(-3, 5).multiply(new Interval(-7, 2)));
    assertAround(-15, 10, new Interval(-3, 2).multiply(new Interval(-2, 5)));
  }

  @Test
  void zeroTimesAnythingIsZero() {
    assertEquals(Interval.ZERO, Interval.ZERO.multiply(Interval.LINE));
    assertEquals(Interval.ZERO, Interval.LINE.multiply(Interval.ZERO));
    assertEquals(Interval.ZERO, Interval.ZERO.multiply(UNIT));
  }

  @Test
  void squaresAreNotNegativeAndUseOneArgument() {
    assertEquals(0, new Interval(-3, 2).square().low());
    assertEquals(Math.nextUp(9.0), new Interval(-3, 2).square().high());
    assertAround(4, 9, new Interval(-3, -2).square());
    assertAround(4, 9, new Interval(2, 3).square());
    assertEquals(0, UNIT.square().low());
    assertEquals(new Interval(0, POSITIVE_INFINITY), Interval.LINE.square());
    assertTrue(Interval.point(1e200).square().low() <= MAX_VALUE);
    assertEquals(POSITIVE_INFINITY, Interval.point(1e200).square().high());
    assertEquals(new Interval(0, MIN_VALUE), Interval.point(1e-200).square());
  }

  @Test
  void hullIsTheSmallestThatContainsBoth() {
    assertEquals(new Interval(-1, 5), new Interval(-1, 0).hull(new Interval(3, 5)));
    assertEquals(new Interval(-1, 5), new Interval(3, 5).hull(new Interval(-1, 0)));
    assertEquals(new Interval(-1, 5), new Interval(-1, 5).hull(UNIT));
    assertEquals(new Interval(-1, 5), UNIT.hull(new Interval(-1, 5)));
  }

  @Test
  void widthIsRoundedUpAndWideningGoesBothWays() {
    assertEquals(Math.nextUp(3.0), new Interval(-1, 2).width());
    assertEquals(POSITIVE_INFINITY, Interval.LINE.width());
    assertTrue(new Interval(-1e-30, 1).width() > 1);
    assertAround(-3, 5, new Interval(-1, 3).widen(2));
    assertTrue(Interval.point(1).widen(MIN_VALUE).containsInInterior(Interval.point(1)));
  }
}
