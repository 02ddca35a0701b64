package deeplinear.algebra;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import deeplinear.fixture.Exact;
import java.util.Random;
import org.apache.commons.math3.fraction.BigFraction;
import org.junit.jupiter.api.Test;

class UpwardTest {

  private static void assertAtLeast(BigFraction exact, double bound) {
    assertTrue(Exact.of(bound).compareTo(exact) >= 0, () -> bound + " is below " + exact);
  }

  @Test
  void noResultIsBelowTheTrueOne() {
    Random random = new Random(71);
    for (int k = 0; k < 2000; k++) {
      double a = Math.scalb(random.nextDouble(), random.nextInt(400) - 200);
      double b = Math.scalb(random.nextDouble(), random.nextInt(400) - 200);
      BigFraction x = Exact.of(a);
      BigFraction y = Exact.of(b);
      assertAtLeast(x.add(y), Upward.plus(a, b));
      assertAtLeast(x.multiply(y), Upward.times(a, b));
      assertAtLeast(x, Exact.of(Upward.root(a)));
      assertAtLeast(x.multiply(x).add(y.multiply(y)), Exact.of(Upward.hypot(a, b)));
    }
  }

  /** A root is compared by its square. */
  private static void assertAtLeast(BigFraction exact, BigFraction root) {
    assertTrue(root.multiply(root).compareTo(exact) >= 0);
  }

  @Test
  void zerosStayExact() {
    assertEquals(0, Upward.plus(0, 0));
    assertEquals(3, Upward.plus(3, 0));
    assertEquals(0, Upward.times(0, Double.POSITIVE_INFINITY));
    assertEquals(0, Upward.root(0));
    assertEquals(5, Upward.hypot(0, 5));
    assertEquals(0, Upward.underflow(0));
    assertEquals(0, Upward.gamma(0));
  }

  @Test
  void productsBelowTheSmallestNumberAreNotLost() {
    assertEquals(Double.MIN_VALUE, Upward.times(1e-200, 1e-200));
  }

  @Test
  void sumsOfManyRoundingsAreCovered() {
    BigFraction unit = Exact.of(Math.ulp(1.0) / 2);
    for (int n : new int[] {1, 2, 1000, 1 << 24}) {
      BigFraction nu = unit.multiply(n);
      assertAtLeast(nu.divide(BigFraction.ONE.subtract(nu)), Upward.gamma(n));
      assertTrue(Upward.gamma(n) <= 1.000001 * n * Math.ulp(0.5));
    }
    double thirds = 0;
    for (int i = 0; i < 1000; i++) {
      thirds += 1.0 / 3;
    }
    assertAtLeast(Exact.of(1.0 / 3).multiply(1000), Upward.sum(thirds, 1000));
    assertEquals(Double.POSITIVE_INFINITY, Upward.gamma(1e16));
  }
}
