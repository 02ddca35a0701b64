package deeplinear.algebra;

import static deeplinear.fixture.Exact.q;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import deeplinear.fixture.RandomExact;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RealAlgebraTest {

  private static final int CASES = 60;
  private static final RealAlgebra R = RealAlgebra.INSTANCE;

  /** Each rounding changes a term by a factor 1 + δ with |δ| ≤ ε/2: n ε covers n of them. */
  @ParameterizedTest
  @EnumSource(Operation.class)
  void everyOperationIsTheRationalOneUpToRounding(Operation operation) {
    RandomExact draw = new RandomExact(5);
    for (int i = 0; i < CASES; i++) {
      List<RationalMatrix> x = operation.operands(draw);
      RealMatrix result = operation.apply(R, x.stream().map(R::lift).toList());
      RationalMatrix expected = operation.expected(x);
      double[] scale = operation.magnitude(x).toDoubles();
      assertEquals(expected.rows(), R.rows(result));
      assertEquals(expected.columns(), R.columns(result));
      double[] actual = result.toArray();
      for (int k = 0; k < scale.length; k++) {
        double bound = Operation.roundings(x) * Math.ulp(1.0) * scale[k];
        assertEquals(expected.toDoubles()[k], actual[k], bound, () -> operation + " of " + x);
      }
    }
  }

  @Test
  void liftRoundsToNearest() {
    RealMatrix a = R.lift(RationalMatrix.of(1, 2, List.of(q(1, 3), q(-1, 10))));
    assertArrayEquals(new double[] {1.0 / 3, -0.1}, a.toArray());
    assertEquals("real", R.name());
  }

  @Test
  void nanIsNotSwallowed() {
    RealMatrix nan = RealMatrix.of(1, 2, new double[] {Double.NaN, 1});
    RealMatrix zero = R.zeros(1, 2);
    assertTrue(Double.isNaN(nan.norm()));
    assertTrue(Double.isNaN(R.inner(nan, zero).toScalar()));
    assertTrue(Double.isNaN(R.add(nan, zero).entry(0, 0)));
    assertTrue(Double.isNaN(R.scale(q(0, 1), nan).entry(0, 0)));
    assertTrue(Double.isNaN(R.multiply(nan, R.zeros(2, 1)).toScalar()));
  }

  @Test
  void infinitiesAreNotSwallowed() {
    RealMatrix a = RealMatrix.of(1, 1, new double[] {Double.NEGATIVE_INFINITY});
    assertEquals(Double.POSITIVE_INFINITY, a.norm());
    assertEquals(Double.NEGATIVE_INFINITY, R.add(a, R.identity(1)).toScalar());
  }

  @Test
  void argumentsAreNotModified() {
    double[] entries = {1, 2, 3, 4};
    RealMatrix a = RealMatrix.of(2, 2, entries);
    R.scale(q(1, 2), a);
    R.insert(a, 0, 0, R.identity(1));
    R.insert(a, 0, 0, R.zeros(2, 2));
    R.normSquared(a);
    R.add(a, a);
    assertArrayEquals(entries, a.toArray());
  }
}
