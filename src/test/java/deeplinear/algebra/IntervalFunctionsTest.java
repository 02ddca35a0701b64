package deeplinear.algebra;

import static deeplinear.fixture.Rejection.assertRejected;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import deeplinear.fixture.Exact;
import deeplinear.fixture.Exponential;
import java.util.Random;
import org.apache.commons.math3.fraction.BigFraction;
import org.junit.jupiter.api.Test;

/** Division, square root and exponential against rational bounds. */
class IntervalFunctionsTest {

  private static final int DRAWS = 300;

  private final Random random = new Random(77);

  private double next() {
    return Math.scalb(random.nextDouble() - 0.5, random.nextInt(40) - 20);
  }

  private Interval interval() {
    double a = next();
    double b = random.nextBoolean() ? a : next();
    return new Interval(Math.min(a, b), Math.max(a, b));
  }

  @Test
  void quotientsAreEnclosed() {
    for (int n = 0; n < DRAWS; n++) {
      Interval a = interval();
      Interval b = interval();
      Interval quotient = a.divide(b);
      if (b.contains(0)) {
        assertEquals(Interval.LINE, quotient);
        continue;
      }
      for (double x : new double[] {a.low(), a.high()}) {
        for (double y : new double[] {b.low(), b.high()}) {
          assertTrue(Exact.contains(quotient, Exact.of(x).divide(Exact.of(y))), a + " / " + b);
        }
      }
    }
    assertEquals(Interval.LINE, Interval.LINE.divide(Interval.LINE));
  }

  @Test
  void quotientsOfPointsAreNarrow() {
    Interval third = Interval.point(1).divide(Interval.point(3));
    assertTrue(third.width() <= 3 * Math.ulp(1.0 / 3), third::toString);
  }

  @Test
  void rootsAreEnclosed() {
    for (int n = 0; n < DRAWS; n++) {
      double x = Math.abs(next());
      Interval root = Interval.point(x).sqrt();
      BigFraction low = Exact.of(root.low());
      BigFraction high = Exact.of(root.high());
      assertTrue(low.multiply(low).compareTo(Exact.of(x)) < 0, () -> "√" + x);
      assertTrue(high.multiply(high).compareTo(Exact.of(x)) > 0, () -> "√" + x);
      assertTrue(root.width() <= 3 * Math.ulp(Math.sqrt(x)));
    }
    assertEquals(0, new Interval(-1, 4).sqrt().low());
    assertTrue(new Interval(-1, 4).sqrt().contains(2));
    assertRejected(() -> new Interval(-2, -1).sqrt(), "square root");
  }

  @Test
  void exponentialsAreEnclosed() {
    for (int n = 0; n < DRAWS; n++) {
      double x = 1 - random.nextDouble();
      Interval e = Interval.point(-x).exp();
      Exponential bounds = Exponential.ofMinus(Exact.of(x));
      assertTrue(Exact.of(e.low()).compareTo(bounds.low()) < 0, () -> "exp of −" + x);
      assertTrue(Exact.of(e.high()).compareTo(bounds.high()) > 0, () -> "exp of −" + x);
      assertTrue(e.width() <= 6 * Math.ulp(e.high()));
    }
    assertEquals(0, Interval.point(-1e9).exp().low());
    assertTrue(Interval.point(-1e9).exp().high() > 0);
    assertEquals(Double.POSITIVE_INFINITY, Interval.LINE.exp().high());
    assertEquals(0, Interval.LINE.exp().low());
  }

  @Test
  void middlesAreMembers() {
    for (int n = 0; n < DRAWS; n++) {
      Interval a = interval();
      assertTrue(a.contains(a.midpoint()), a::toString);
      assertTrue(a.contains(a.magnitude()) || a.contains(-a.magnitude()));
    }
    Interval huge = new Interval(-Double.MAX_VALUE, Double.MAX_VALUE);
    assertEquals(0, huge.midpoint());
    assertTrue(huge.isBounded());
    assertFalse(Interval.LINE.isBounded());
    assertRejected(Interval.LINE::midpoint, "no middle");
  }
}
