package deeplinear.algebra;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import deeplinear.fixture.Exact;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Random;
import org.apache.commons.math3.fraction.BigFraction;
import org.junit.jupiter.api.Test;

/** Directed rounding against exact sums and products of the endpoints. */
class IntervalRoundingTest {

  private static final int CASES = 2000;

  /** A double of any sign whose exponent is spread over ±{@code range}. */
  private static double draw(Random random, int range) {
    return Math.scalb(random.nextDouble() - 0.5, random.nextInt(2 * range + 1) - range);
  }

  private static BigDecimal exact(double x) {
    return new BigDecimal(x);
  }

  /** low ≤ exact ≤ high, with at most one double strictly between the endpoints. */
  private static void assertTight(BigDecimal exact, Interval actual) {
    assertTrue(exact(actual.low()).compareTo(exact) <= 0, () -> exact + " below " + actual);
    assertTrue(exact(actual.high()).compareTo(exact) >= 0, () -> exact + " above " + actual);
    assertTrue(Math.nextUp(Math.nextUp(actual.low())) >= actual.high(), actual::toString);
  }

  @Test
  void sumsOfPointsAreEnclosed() {
    Random random = new Random(90);
    for (int i = 0; i < CASES; i++) {
      double a = draw(random, 40);
      double b = draw(random, 40);
      assertTight(exact(a).add(exact(b)), Interval.point(a).add(Interval.point(b)));
    }
  }

  @Test
  void productsOfPointsAreEnclosed() {
    Random random = new Random(91);
    for (int i = 0; i < CASES; i++) {
      double a = draw(random, i % 2 == 0 ? 40 : 520);
      double b = draw(random, i % 2 == 0 ? 40 : 500);
      assertTight(exact(a).multiply(exact(b)), Interval.point(a).multiply(Interval.point(b)));
    }
  }

  @Test
  void squaresOfPointsAreEnclosed() {
    Random random = new Random(92);
    for (int i = 0; i < CASES; i++) {
      double a = draw(random, i % 2 == 0 ? 40 : 500);
      assertTight(exact(a).multiply(exact(a)), Interval.point(a).square());
    }
  }

  @Test
  void rationalsAreEnclosed() {
    Random random = new Random(93);
    for (int i = 0; i < CASES; i++) {
      BigFraction x =
          new BigFraction(
              new BigInteger(1 + random.nextInt(200), random)
                  .subtract(BigInteger.ONE.shiftLeft(60)),
              new BigInteger(1 + random.nextInt(200), random).add(BigInteger.ONE));
      Interval enclosing = Interval.enclosing(x);
      assertTrue(Exact.contains(enclosing, x), () -> x + " " + enclosing);
      assertTrue(Math.nextUp(Math.nextUp(enclosing.low())) >= enclosing.high());
    }
  }

  @Test
  void doublesAreEnclosedByThemselves() {
    Random random = new Random(94);
    for (int i = 0; i < CASES; i++) {
      double x = draw(random, 1000);
      assertEquals(Interval.point(x), Interval.enclosing(Exact.of(x)));
    }
    assertEquals(0, Interval.enclosing(BigFraction.ZERO).high());
    assertEquals(0, Interval.enclosing(BigFraction.ZERO).low());
  }

  @Test
  void wideningAndWidthRoundUp() {
    Random random = new Random(95);
    for (int i = 0; i < CASES; i++) {
      double a = draw(random, 20);
      double b = a + Math.abs(draw(random, 20));
      double by = Math.abs(draw(random, 20));
      Interval interval = new Interval(a, b);
      assertTrue(exact(interval.width()).compareTo(exact(b).subtract(exact(a))) >= 0);
      assertTrue(interval.width() <= Math.nextUp(Math.nextUp(b - a)));
      Interval wide = interval.widen(by);
      assertTrue(exact(wide.low()).compareTo(exact(a).subtract(exact(by))) <= 0);
      assertTrue(exact(wide.high()).compareTo(exact(b).add(exact(by))) >= 0);
      assertTrue(wide.low() >= Math.nextDown(a - by) && wide.high() <= Math.nextUp(b + by));
    }
  }

  @Test
  void wideOperandsEncloseTheResultsAtTheirCorners() {
    Random random = new Random(96);
    for (int i = 0; i < CASES; i++) {
      Interval a = Interval.point(draw(random, 4)).hull(Interval.point(draw(random, 4)));
      Interval b = Interval.point(draw(random, 4)).hull(Interval.point(draw(random, 4)));
      for (double x : new double[] {a.low(), a.high()}) {
        for (double y : new double[] {b.low(), b.high()}) {
          assertContains(a.add(b), exact(x).add(exact(y)));
          assertContains(a.multiply(b), exact(x).multiply(exact(y)));
        }
        assertContains(a.square(), exact(x).multiply(exact(x)));
        assertContains(a.negate(), exact(x).negate());
      }
    }
  }

  private static void assertContains(Interval interval, BigDecimal x) {
    assertTrue(exact(interval.low()).compareTo(x) <= 0, () -> x + " below " + interval);
    assertTrue(exact(interval.high()).compareTo(x) >= 0, () -> x + " above " + interval);
  }
}
