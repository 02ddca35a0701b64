package deeplinear.algebra;

import static java.lang.Double.MAX_VALUE;
import static java.lang.Double.MIN_VALUE;
import static java.lang.Double.NEGATIVE_INFINITY;
import static java.lang.Double.POSITIVE_INFINITY;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigInteger;
import org.apache.commons.math3.fraction.BigFraction;
import org.junit.jupiter.api.Test;

/** Where doubles end: overflow, underflow and infinite endpoints. */
class IntervalLimitsTest {

  private static final Interval UNIT = new Interval(0, 1);

  @Test
  void overflowWidensToInfinity() {
    Interval max = Interval.point(MAX_VALUE);
    assertEquals(new Interval(MAX_VALUE, POSITIVE_INFINITY), max.add(max));
    assertEquals(new Interval(NEGATIVE_INFINITY, -MAX_VALUE), max.negate().add(max.negate()));
    assertEquals(new Interval(MAX_VALUE, POSITIVE_INFINITY), max.multiply(max));
    assertEquals(new Interval(NEGATIVE_INFINITY, -MAX_VALUE), max.multiply(max.negate()));
    assertEquals(new Interval(MAX_VALUE, POSITIVE_INFINITY), Interval.enclosing(pow10(400)));
    assertEquals(
        new Interval(NEGATIVE_INFINITY, -MAX_VALUE), Interval.enclosing(pow10(400).negate()));
  }

  @Test
  void underflowKeepsTheSignOpen() {
    assertEquals(
        new Interval(-MIN_VALUE, MIN_VALUE),
        Interval.point(1e-200).multiply(Interval.point(1e-200)));
    assertEquals(new Interval(-MIN_VALUE, MIN_VALUE), Interval.enclosing(pow10(400).reciprocal()));
    assertEquals(
        new Interval(-MIN_VALUE, MIN_VALUE), Interval.enclosing(pow10(400).reciprocal().negate()));
  }

  private static BigFraction pow10(int exponent) {
    return new BigFraction(BigInteger.TEN.pow(exponent));
  }

  @Test
  void infiniteEndpointsPropagate() {
    Interval half = new Interval(1, POSITIVE_INFINITY);
    assertEquals(
        new Interval(Math.nextDown(2.0), POSITIVE_INFINITY), half.multiply(new Interval(2, 3)));
    assertEquals(
        new Interval(NEGATIVE_INFINITY, Math.nextUp(-2.0)), half.multiply(new Interval(-3, -2)));
    assertEquals(Interval.LINE, half.multiply(new Interval(-1, 1)));
    assertEquals(Interval.LINE, half.add(Interval.LINE));
    assertEquals(new Interval(Math.nextDown(0.0), POSITIVE_INFINITY), half.add(Interval.point(-1)));
    assertEquals(new Interval(NEGATIVE_INFINITY, -1), half.negate());
    assertEquals(Interval.LINE, UNIT.multiply(Interval.LINE));
  }
}
