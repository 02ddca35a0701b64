package deeplinear.solution;

import static deeplinear.fixture.Rejection.assertRejected;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ModeEquationTest {

  /** Equality within the promised relative error of the time. */
  private static void assertTime(double expected, double time) {
    assertEquals(expected, time, ModeEquation.RELATIVE_ERROR * Math.abs(expected));
  }

  @Test
  void timesByHand() {
    assertTime(Math.log(2), new ModeEquation(1, 1).time(0.5, 0.75));
    // The odds u / (s − u) grow from 1/3 to 3 as e^{2st}.
    assertTime(Math.log(3), new ModeEquation(2, 1).time(0.25, 0.75));
    assertTime(Math.log(3) / 4, new ModeEquation(2, 4).time(1, 3));
    // −2/√u from −8 to −4, and (1 + √u)/(1 − √u) from 5/3 to 3.
    assertTime(1 + Math.log(1.8) / 4, new ModeEquation(4, 1).time(1.0 / 16, 0.25));
    // With u = 4v, s = 4: time shrinks by 4^{2 − 2/h} = 8.
    assertTime((1 + Math.log(1.8) / 4) / 8, new ModeEquation(4, 4).time(0.25, 1));
  }

  @Test
  void velocityByHand() {
    assertEquals(4.0, new ModeEquation(1, 5).velocity(1));
    assertEquals(2 * 3 * (5 - 3), new ModeEquation(2, 5).velocity(3));
    assertEquals(-2 * 7 * 2, new ModeEquation(2, 5).velocity(7));
    assertEquals(4 * 8 * (5 - 4), new ModeEquation(4, 5).velocity(4), 4 * Math.ulp(32.0));
    assertEquals(0, new ModeEquation(3, 5).velocity(5));
  }

  @ParameterizedTest
  @CsvSource({"1, 0.1, 1.9, 2", "2, 0.1, 1.9, 2", "4, 0.1, 1.9, 2", "1, 9, 3, 2", "2, 9, 3, 2"})
  void closedFormsAgreeWithQuadrature(int depth, double from, double to, double limit) {
    ModeEquation equation = new ModeEquation(depth, limit);
    assertTime(equation.quadrature(from, to), equation.time(from, to));
    assertTime(-equation.quadrature(from, to), equation.time(to, from));
  }

  @Test
  void depthFourAgreesWithQuadratureAboveTheLimit() {
    ModeEquation equation = new ModeEquation(4, 2);
    assertTime(equation.quadrature(9, 3), equation.time(9, 3));
  }

  @ParameterizedTest
  @CsvSource({"0.125, 0.5, 1", "0.5, 7, 8", "27, 9, 8"})
  void depthThreeIsPartialFractions(double from, double to, double limit) {
    assertTime(
        partialFractions(to, limit) - partialFractions(from, limit),
        new ModeEquation(3, limit).time(from, to));
  }

  /** An antiderivative of 1/(x²(c³ − x³)) at x = u^{1/3}, c = s^{1/3}. */
  private static double partialFractions(double u, double s) {
    double x = Math.cbrt(u);
    double c = Math.cbrt(s);
    double logarithms = Math.log(x * x + c * x + c * c) / 2 - Math.log(Math.abs(c - x));
    double angle = Math.sqrt(3) * Math.atan((2 * x + c) / (Math.sqrt(3) * c));
    return (-1 / x + (logarithms - angle) / (3 * c)) / s;
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 7})
  void aModeThatFollowsItsEquationIsThereAtTheTime(int depth) {
    ModeEquation equation = new ModeEquation(depth, 2);
    for (double[] ends : new double[][] {{0.25, 1.5}, {5, 2.5}}) {
      double time = equation.time(ends[0], ends[1]);
      FineSolution mode =
          FineSolution.of(
              (t, u, velocity) ->
                  velocity[0] = depth * Math.pow(u[0], 2 - 2.0 / depth) * (2 - u[0]),
              new double[] {ends[0]},
              time);
      double error =
          mode.error() + ModeEquation.RELATIVE_ERROR * time * Math.abs(equation.velocity(ends[1]));
      assertEquals(ends[1], mode.end()[0], error);
      assertEquals(0, error, ends[1] * 1e-3, "too blunt to see an error");
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 6})
  void theWayBackTakesMinusTheTime(int depth) {
    ModeEquation equation = new ModeEquation(depth, 3);
    double there = equation.time(0.5, 2.5);
    assertTime(-there, equation.time(2.5, 0.5));
    assertTime(there, equation.time(0.5, 1) + equation.time(1, 2.5));
    assertEquals(0.0, equation.time(1.5, 1.5));
  }

  @Test
  void endsArePositiveAndOnOneSideOfTheLimit() {
    ModeEquation equation = new ModeEquation(3, 2);
    for (double bad : new double[] {0, -1, 2, 3, Double.NaN}) {
      assertRejected(() -> equation.time(bad, 1), "one side of 2.0", String.valueOf(bad));
      assertRejected(() -> equation.time(1, bad), "one side of 2.0", String.valueOf(bad));
    }
  }

  @Test
  void depthIsAtLeastOneAndTheLimitPositiveAndFinite() {
    assertRejected(() -> new ModeEquation(0, 1), "not 0 and 1.0");
    for (double bad : new double[] {0, -1, Double.NaN, Double.POSITIVE_INFINITY}) {
      assertRejected(() -> new ModeEquation(1, bad), "not 1 and " + bad);
    }
  }
}
