package deeplinear.flow.method;

import static deeplinear.fixture.Exact.q;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.math3.fraction.BigFraction;
import org.junit.jupiter.api.Test;

/** The eight conditions of order 4 in rationals. */
class ClassicalRungeKuttaTableauTest {

  private static final BigFraction[] B = {q(1, 6), q(1, 3), q(1, 3), q(1, 6)};
  private static final BigFraction[][] A = {
    {q(0, 1), q(0, 1), q(0, 1), q(0, 1)},
    {q(1, 2), q(0, 1), q(0, 1), q(0, 1)},
    {q(0, 1), q(1, 2), q(0, 1), q(0, 1)},
    {q(0, 1), q(0, 1), q(1, 1), q(0, 1)}
  };
  private static final BigFraction[] ONE = {q(1, 1), q(1, 1), q(1, 1), q(1, 1)};

  private static BigFraction dot(BigFraction[] x, BigFraction[] y) {
    return IntStream.range(0, x.length)
        .mapToObj(i -> x[i].multiply(y[i]))
        .reduce(BigFraction.ZERO, BigFraction::add);
  }

  private static BigFraction[] timesA(BigFraction[] x) {
    return Arrays.stream(A).map(row -> dot(row, x)).toArray(BigFraction[]::new);
  }

  private static BigFraction[] times(BigFraction[] x, BigFraction[] y) {
    return IntStream.range(0, x.length)
        .mapToObj(i -> x[i].multiply(y[i]))
        .toArray(BigFraction[]::new);
  }

  @Test
  void everyTreeUpToOrderFourHasItsDensity() {
    BigFraction[] c = timesA(ONE);
    BigFraction[] c2 = times(c, c);
    List<BigFraction[]> trees =
        List.of(
            ONE,
            c,
            c2,
            timesA(c),
            times(c2, c),
            times(c, timesA(c)),
            timesA(c2),
            timesA(timesA(c)));
    int[] densities = {1, 2, 3, 6, 4, 8, 12, 24};
    for (int i = 0; i < densities.length; i++) {
      assertEquals(q(1, densities[i]), dot(B, trees.get(i)), "tree " + i);
    }
  }

  @Test
  void theDoublesAreTheNearest() {
    Tableau tableau = ClassicalRungeKutta.INSTANCE.tableau();
    for (int i = 0; i < B.length; i++) {
      // Quotients of integers are rounded once.
      assertEquals(B[i].getNumeratorAsLong() / (double) B[i].getDenominatorAsLong(), tableau.b(i));
      for (int j = 0; j < B.length; j++) {
        assertEquals(A[i][j].doubleValue(), tableau.a(i, j));
      }
    }
    assertEquals(ClassicalRungeKutta.ORDER, tableau.order());
  }
}
