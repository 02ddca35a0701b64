package deeplinear.algebra;

import static deeplinear.fixture.Exact.q;
import static deeplinear.fixture.Rejection.assertRejected;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import deeplinear.fixture.RandomExact;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RationalAlgebraTest {

  private static final int CASES = 60;
  private static final RationalAlgebra Q = RationalAlgebra.INSTANCE;

  @ParameterizedTest
  @EnumSource(Operation.class)
  void everyOperationIsTheDefinition(Operation operation) {
    RandomExact draw = new RandomExact(1);
    int nonzero = 0;
    for (int i = 0; i < CASES; i++) {
      List<RationalMatrix> x = operation.operands(draw);
      RationalMatrix expected = operation.expected(x);
      assertEquals(expected, operation.apply(Q, x), () -> operation + " of " + x);
      nonzero += Q.isZero(expected) ? 0 : 1;
    }
    assertTrue(nonzero > CASES / 3, "most cases were zero or empty");
  }

  @Test
  void sumsOverDifferentDenominatorsAreReduced() {
    RationalMatrix sum = Q.add(RationalMatrix.scalar(q(1, 6)), RationalMatrix.scalar(q(1, 10)));
    assertEquals("[[4/15]]", sum.toString());
    RationalMatrix difference =
        Q.subtract(RationalMatrix.scalar(q(1, 6)), RationalMatrix.scalar(q(1, 10)));
    assertEquals("[[1/15]]", difference.toString());
  }

  @Test
  void productsOfMatricesThatDoNotCommuteAreOrdered() {
    RationalMatrix a = RationalMatrix.of(new long[][] {{1, 2}, {3, 4}});
    RationalMatrix b = RationalMatrix.of(new long[][] {{0, 1}, {1, 1}});
    assertEquals(RationalMatrix.of(new long[][] {{2, 3}, {4, 7}}), Q.multiply(a, b));
    assertEquals(RationalMatrix.of(new long[][] {{3, 4}, {4, 6}}), Q.multiply(b, a));
  }

  @Test
  void powersCountTheirFactors() {
    RationalMatrix a = RationalMatrix.of(new long[][] {{1, 1}, {0, 1}});
    assertEquals(Q.identity(2), Q.power(a, 0));
    assertEquals(a, Q.power(a, 1));
    assertEquals(RationalMatrix.of(new long[][] {{1, 5}, {0, 1}}), Q.power(a, 5));
  }

  @Test
  void zeroIsTheOnlyMatrixThatIsZero() {
    assertTrue(Q.isZero(RationalMatrix.zeros(2, 3)));
    assertTrue(Q.isZero(RationalMatrix.zeros(0, 3)));
    assertFalse(Q.isZero(RationalMatrix.of(new long[][] {{0, 0}, {0, -1}})));
    assertFalse(Q.isZero(RationalMatrix.of(new long[][] {{1, -1}})));
  }

  @Test
  void equalityIsThatOfAllEntries() {
    RationalMatrix a = RationalMatrix.of(new long[][] {{1, 2}});
    assertTrue(Q.areEqual(a, RationalMatrix.of(new long[][] {{1, 2}})));
    assertFalse(Q.areEqual(a, RationalMatrix.of(new long[][] {{1, 3}})));
    assertFalse(Q.areEqual(a, RationalMatrix.of(new long[][] {{2, 2}})));
  }

  @Test
  void linearSystemsAreSolvedWhereTheyCanBe() {
    RandomExact draw = new RandomExact(160);
    for (int i = 0; i < 40; i++) {
      int rank = i % 3;
      RationalMatrix a = draw.ofRank(2 + i % 2, 2 + i % 3, rank);
      RationalMatrix b = Q.multiply(a, draw.matrix(a.columns(), 1 + i % 2));
      RationalMatrix x = Q.solve(a, b).orElseThrow();
      assertEquals(b, Q.multiply(a, x));
      RationalMatrix outside = Q.kernel(Q.transpose(a));
      if (outside.columns() > 0) {
        assertEquals(Optional.empty(), Q.solve(a, outside));
      }
    }
    RationalMatrix square = RationalMatrix.of(new long[][] {{0, 2}, {1, 3}});
    assertEquals(Optional.of(Q.inverse(square)), Q.solve(square, Q.identity(2)));
    assertRejected(() -> Q.solve(square, Q.identity(1)), "2 rows", "1");
    assertRejected(() -> Q.solve(square, Q.identity(3)), "2 rows", "3");
  }

  @Test
  void liftIsTheMatrixItself() {
    RationalMatrix a = RationalMatrix.scalar(q(2, 3));
    assertEquals(a, Q.lift(a));
    assertEquals("rational", Q.name());
  }

  @Test
  void argumentsAreNotModified() {
    RationalMatrix a = RationalMatrix.of(new long[][] {{1, 2}, {3, 4}});
    Q.scale(q(1, 2), a);
    Q.insert(a, 0, 0, RationalMatrix.scalar(q(1, 3)));
    Q.inverse(a);
    Q.add(a, a);
    assertEquals("[[1, 2], [3, 4]]", a.toString());
  }
}
