package deeplinear.algebra;

import static deeplinear.fixture.Exact.q;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import deeplinear.fixture.Exact;
import deeplinear.fixture.RandomExact;
import java.util.List;
import java.util.Random;
import org.apache.commons.math3.fraction.BigFraction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class IntervalAlgebraTest {

  private static final int CASES = 60;
  private static final IntervalAlgebra I = IntervalAlgebra.INSTANCE;

  @ParameterizedTest
  @EnumSource(Operation.class)
  void everyOperationContainsTheRationalOneTightly(Operation operation) {
    RandomExact draw = new RandomExact(6);
    for (int i = 0; i < CASES; i++) {
      List<RationalMatrix> x = operation.operands(draw);
      IntervalMatrix result = operation.apply(I, x.stream().map(I::lift).toList());
      List<BigFraction> expected = operation.expected(x).entries();
      assertEquals(operation.expected(x).rows(), I.rows(result));
      assertEquals(operation.expected(x).columns(), I.columns(result));
      double[] scale = operation.magnitude(x).toDoubles();
      for (int k = 0; k < scale.length; k++) {
        Interval entry = result.entries().get(k);
        assertTrue(Exact.contains(entry, expected.get(k)), () -> operation + " of " + x);
        assertTrue(entry.width() <= widthBound(Operation.roundings(x), scale[k]), entry::toString);
      }
    }
  }

  /** A rounding widens a term by at most two ulps on either side, and by 2 ulp(0) at zero. */
  private static double widthBound(int roundings, double scale) {
    return 4 * roundings * (Math.ulp(1.0) * scale + Double.MIN_VALUE);
  }

  @Test
  void normSquaredUsesSquaresAndIsNotNegative() {
    IntervalMatrix a = IntervalMatrix.of(1, 2, List.of(new Interval(-1, 2), new Interval(-3, 1)));
    Interval norm = I.normSquared(a).toScalar();
    assertEquals(0, norm.low());
    assertTrue(norm.high() >= 13 && norm.high() <= 13 + 8 * Math.ulp(13.0));
    IntervalMatrix b = IntervalMatrix.of(1, 2, List.of(new Interval(-1, 2), new Interval(3, 4)));
    assertEquals(9, I.normSquared(b).toScalar().low(), 4 * Math.ulp(9.0));
    assertEquals(0, I.normSquared(I.zeros(0, 2)).toScalar().low());
  }

  /** Fractions just above 1 times doubles just below 2: the rounding of the factor counts most. */
  @Test
  void scalingByARationalEnclosesItsOwnRounding() {
    Random random = new Random(7);
    for (int i = 0; i < 1000; i++) {
      BigFraction factor = q(1_000_003 + random.nextInt(1000), 1_000_003);
      double x = 2 - random.nextDouble() / 1000;
      IntervalMatrix a = IntervalMatrix.of(1, 1, List.of(Interval.point(x)));
      Interval scaled = I.scale(factor, a).toScalar();
      assertTrue(Exact.contains(scaled, factor.multiply(Exact.of(x))), scaled::toString);
    }
  }

  @Test
  void wideFactorsGiveAllProducts() {
    IntervalMatrix a = IntervalMatrix.of(1, 1, List.of(new Interval(-2, 3)));
    IntervalMatrix b = IntervalMatrix.of(1, 1, List.of(new Interval(-5, 7)));
    Interval product = I.multiply(a, b).toScalar();
    assertTrue(product.contains(-15) && product.contains(21));
    assertFalse(product.contains(Math.nextDown(Math.nextDown(Math.nextDown(-15.0)))));
    Interval difference = I.subtract(a, b).toScalar();
    assertTrue(difference.contains(-9) && difference.contains(8));
    assertFalse(difference.contains(-9.1) || difference.contains(8.1));
  }

  @Test
  void liftOfDoublesIsAPointAndOfOtherRationalsIsNot() {
    assertEquals(Interval.point(0.375), I.lift(RationalMatrix.scalar(q(3, 8))).toScalar());
    Interval third = I.lift(RationalMatrix.scalar(q(1, 3))).toScalar();
    assertTrue(third.low() < third.high());
    assertEquals("interval", I.name());
  }

  @Test
  void shapesOfMatricesAreChecked() {
    List<Interval> three = List.of(Interval.ZERO, Interval.ZERO, Interval.ZERO);
    assertThrows(IllegalArgumentException.class, () -> IntervalMatrix.of(2, 2, three));
    IntervalMatrix a = I.zeros(1, 2);
    assertThrows(IllegalArgumentException.class, () -> a.containsInInterior(I.zeros(2, 1)));
    assertThrows(IllegalArgumentException.class, a::toScalar);
    assertThrows(IllegalArgumentException.class, () -> a.entry(1, 0));
    RationalMatrix column = RationalMatrix.zeros(2, 1);
    assertThrows(IllegalArgumentException.class, () -> a.contains(column));
  }

  @Test
  void containmentIsThatOfAllEntries() {
    IntervalMatrix a = IntervalMatrix.of(1, 2, List.of(new Interval(0, 1), new Interval(2, 3)));
    assertTrue(a.contains(RationalMatrix.of(new long[][] {{1, 2}})));
    assertFalse(a.contains(RationalMatrix.of(new long[][] {{2, 2}})));
    assertFalse(a.contains(RationalMatrix.of(new long[][] {{1, 1}})));
    IntervalMatrix inner =
        IntervalMatrix.of(1, 2, List.of(Interval.point(0.5), Interval.point(2.5)));
    IntervalMatrix edge = IntervalMatrix.of(1, 2, List.of(Interval.point(0.5), Interval.point(3)));
    assertTrue(a.containsInInterior(inner));
    assertFalse(a.containsInInterior(edge));
    assertFalse(inner.containsInInterior(a));
  }
}
