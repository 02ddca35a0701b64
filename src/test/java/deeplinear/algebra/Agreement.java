package deeplinear.algebra;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;

/** What it means that a matrix of any algebra stands for an exact one without further rounding. */
final class Agreement {

  private Agreement() {}

  static Stream<Algebra<?>> algebras() {
    return Stream.of(
        RationalAlgebra.INSTANCE,
        ModularAlgebra.MERSENNE,
        IntervalAlgebra.INSTANCE,
        BallAlgebra.INSTANCE,
        RealAlgebra.INSTANCE,
        new JetAlgebra<>(RationalAlgebra.INSTANCE, 2));
  }

  static void assertStandsFor(RationalMatrix expected, Object actual) {
    if (actual instanceof RationalMatrix exact) {
      assertEquals(expected, exact);
    } else if (actual instanceof ModularMatrix residues) {
      ModularAlgebraTest.assertResidues(expected, residues);
    } else if (actual instanceof RealMatrix real) {
      assertEquals(expected.rows(), real.rows());
      assertEquals(expected.columns(), real.columns());
      assertArrayEquals(expected.toDoubles(), real.toArray());
    } else if (actual instanceof IntervalMatrix intervals) {
      assertTrue(intervals.contains(expected));
      double[] nearest = expected.toDoubles();
      for (int k = 0; k < nearest.length; k++) {
        double slack = 4 * Math.ulp(nearest[k]);
        assertTrue(intervals.entries().get(k).width() <= slack, "wider than a rounding");
      }
    } else if (actual instanceof BallMatrix ball) {
      assertTrue(ball.contains(expected));
      assertTrue(ball.radius() <= 2 * Math.ulp(ball.scale()), "wider than a rounding");
    } else if (actual instanceof Jet<?> jet) {
      assertEquals(2, jet.order());
      assertStandsFor(expected, jet.coefficient(0));
      assertStandsFor(
          RationalMatrix.zeros(expected.rows(), expected.columns()), jet.coefficient(2));
    } else {
      Assertions.fail("not a matrix: " + actual);
    }
  }
}
