package deeplinear.algebra;

import static deeplinear.algebra.Agreement.assertStandsFor;
import static org.junit.jupiter.api.Assertions.assertEquals;

import deeplinear.fixture.RandomExact;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DegenerateShapesTest {

  private static final RationalMatrix ZERO = RationalMatrix.of(new long[][] {{0}});

  @ParameterizedTest
  @MethodSource("deeplinear.algebra.Agreement#algebras")
  <M> void emptyInnerDimensionsGiveZeros(Algebra<M> algebra) {
    M product = algebra.multiply(algebra.zeros(2, 0), algebra.zeros(0, 3));
    assertStandsFor(RationalMatrix.of(new long[][] {{0, 0, 0}, {0, 0, 0}}), product);
  }

  @ParameterizedTest
  @MethodSource("deeplinear.algebra.Agreement#algebras")
  <M> void emptyMatricesKeepTheirShape(Algebra<M> algebra) {
    M wide = algebra.zeros(0, 3);
    assertEquals(0, algebra.rows(wide));
    assertEquals(3, algebra.columns(wide));
    assertEquals(3, algebra.rows(algebra.transpose(wide)));
    assertEquals(0, algebra.columns(algebra.transpose(wide)));
    assertEquals(3, algebra.columns(algebra.add(wide, wide)));
    assertEquals(3, algebra.columns(algebra.subtract(wide, wide)));
    assertEquals(2, algebra.columns(algebra.multiply(wide, algebra.zeros(3, 2))));
    assertEquals(0, algebra.rows(algebra.multiply(wide, algebra.zeros(3, 2))));
    assertEquals(0, algebra.columns(algebra.multiply(algebra.zeros(2, 3), algebra.zeros(3, 0))));
    assertEquals(3, algebra.columns(algebra.block(algebra.zeros(2, 3), 2, 0, 0, 3)));
  }

  @ParameterizedTest
  @MethodSource("deeplinear.algebra.Agreement#algebras")
  <M> void sumsOverNothingAreZero(Algebra<M> algebra) {
    assertStandsFor(ZERO, algebra.trace(algebra.zeros(0, 0)));
    assertStandsFor(ZERO, algebra.normSquared(algebra.zeros(0, 3)));
    assertStandsFor(ZERO, algebra.inner(algebra.zeros(3, 0), algebra.zeros(3, 0)));
  }

  @ParameterizedTest
  @MethodSource("deeplinear.algebra.Agreement#algebras")
  <M> void productsOfNoFactorAreTheIdentity(Algebra<M> algebra) {
    RationalMatrix one = RationalMatrix.of(new long[][] {{1, 0}, {0, 1}});
    assertStandsFor(one, algebra.power(algebra.lift(new RandomExact(13).matrix(2, 2)), 0));
    assertEquals(0, algebra.rows(algebra.power(algebra.zeros(0, 0), 2)));
    assertEquals(0, algebra.rows(algebra.identity(0)));
  }

  @ParameterizedTest
  @MethodSource("deeplinear.algebra.Agreement#algebras")
  <M> void rowsTimesColumnsAreScalars(Algebra<M> algebra) {
    M row = algebra.lift(RationalMatrix.of(new long[][] {{1, 2, 3}}));
    M column = algebra.lift(RationalMatrix.of(new long[][] {{4}, {5}, {6}}));
    M difference =
        algebra.subtract(
            algebra.multiply(row, column), algebra.lift(RationalMatrix.of(new long[][] {{30}})));
    M two = algebra.lift(RationalMatrix.of(new long[][] {{2}}));
    assertEquals(1, algebra.rows(difference));
    assertEquals(1, algebra.columns(difference));
    assertNear(2, difference, algebra, two);
    M outer = algebra.multiply(column, row);
    assertEquals(3, algebra.rows(outer));
    assertEquals(3, algebra.columns(outer));
    assertNear(12, algebra.block(outer, 0, 2, 1, 1), algebra, two);
  }

  /**
   * Small integers are exact everywhere but in intervals and balls, which must still contain them.
   */
  private static <M> void assertNear(int expected, M actual, Algebra<M> algebra, M sample) {
    RationalMatrix exact = RationalMatrix.of(new long[][] {{expected}});
    if (sample instanceof IntervalMatrix) {
      assertEquals(true, ((IntervalMatrix) actual).contains(exact), algebra.name());
    } else if (sample instanceof BallMatrix) {
      assertEquals(true, ((BallMatrix) actual).contains(exact), algebra.name());
    } else {
      assertStandsFor(exact, actual);
    }
  }
}
