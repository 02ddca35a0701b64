package deeplinear.flow.method;

import static deeplinear.fixture.Rejection.assertRejected;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;

import deeplinear.flow.kernel.RealField;
import org.junit.jupiter.api.Test;

class EqualStepsTest {

  private static final RealField ONE = (state, velocity) -> velocity[0] = 1;

  /** Added one by one, all increments would be lost. */
  @Test
  void smallIncrementsAddUp() {
    for (double sign : new double[] {1, -1}) {
      double[] start = {sign * 0x1p53};
      EqualSteps end = EqualSteps.of(GaussCollocation.of(1), ONE, start, sign * 0.25, 16);
      assertEquals(sign * (0x1p53 + 4), end.state()[0]);
    }
  }

  @Test
  void incrementsLargerThanTheStateKeepTheState() {
    EqualSteps end = EqualSteps.of(GaussCollocation.of(1), ONE, new double[] {1}, 0x1p53, 2);
    // 1 + 2^53 is a tie, rounded down; the 1 returns with the next increment, and is rounded off.
    assertEquals(0x1p54, end.state()[0]);
    EqualSteps more = EqualSteps.of(GaussCollocation.of(1), ONE, new double[] {3}, 0x1p52, 3);
    assertEquals(3 + 3 * 0x1p52 + 1, more.state()[0]);
  }

  @Test
  void noStepsLeaveACopyOfTheStart() {
    double[] start = {1, 2};
    EqualSteps none = EqualSteps.of(ClassicalRungeKutta.INSTANCE, ONE, start, 1, 0);
    assertArrayEquals(start, none.state());
    assertNotSame(start, none.state());
    assertEquals(new EqualSteps(none.state(), 0, StepOutcome.ADVANCED), none);
  }

  @Test
  void badArgumentsAreNamed() {
    double[] start = {1};
    for (double bad : new double[] {Double.NaN, Double.POSITIVE_INFINITY}) {
      assertRejected(
          () -> EqualSteps.of(ClassicalRungeKutta.INSTANCE, ONE, start, bad, 1),
          "finite step",
          Double.toString(bad));
    }
    assertRejected(
        () -> EqualSteps.of(ClassicalRungeKutta.INSTANCE, ONE, start, 1, -1), "from 0 on", "-1");
  }

  @Test
  void tableausAreSquareAndOfPositiveOrder() {
    double[] b = {0.5, 0.5};
    assertRejected(() -> Tableau.of(0, new double[2][2], b), "order 0");
    assertRejected(() -> Tableau.of(1, new double[1][2], b), "1 rows", "2 weights");
    assertRejected(() -> Tableau.of(1, new double[0][0], new double[0]), "0 weights");
    assertRejected(() -> Tableau.of(1, new double[][] {{0, 0}, {0}}, b), "row 1 has 1");
  }

  @Test
  void tableausCopyTheirCoefficients() {
    double[][] a = {{1, 2}, {3, 4}};
    double[] b = {5, 6};
    Tableau tableau = Tableau.of(1, a, b);
    a[1][0] = 0;
    b[1] = 0;
    assertEquals(3, tableau.a(1, 0));
    assertEquals(6, tableau.b(1));
  }
}
