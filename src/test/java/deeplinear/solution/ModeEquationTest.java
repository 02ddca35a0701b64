package deeplinear.solution;

import static deeplinear.fixture.Exact.q;
import static deeplinear.fixture.Rejection.assertRejected;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import deeplinear.algebra.Interval;
import deeplinear.algebra.Rationals;
import deeplinear.fixture.Exact;
import java.math.BigDecimal;
import java.util.Random;
import org.apache.commons.math3.fraction.BigFraction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ModeEquationTest {

  /** Enclosures of times are narrower than this part of the time, whatever the ends. */
  private static final double RELATIVE_WIDTH = 1e-12;

  private static Interval time(int depth, double limit, double from, double to) {
    return new ModeEquation(depth, Exact.of(limit)).time(Exact.of(from), Exact.of(to));
  }

  /** The expected value is a double that is wrong by a few ulps. */
  private static void assertTime(double expected, Interval time) {
    double slack = 8 * Math.ulp(expected);
    assertTrue(time.widen(slack).contains(expected), () -> expected + " is not in " + time);
    assertNarrow(time);
  }

  private static void assertNarrow(Interval time) {
    assertTrue(time.width() <= RELATIVE_WIDTH * time.magnitude(), () -> "too wide: " + time);
  }

  @Test
  void timesByHand() {
    assertTime(Math.log(2), time(1, 1, 0.5, 0.75));
    // The odds u / (s − u) grow from 1/3 to 3 as e^{2st}.
    assertTime(Math.log(3), time(2, 1, 0.25, 0.75));
    assertTime(Math.log(3) / 4, time(2, 4, 1, 3));
    // −2/√u from −8 to −4, and (1 + √u)/(1 − √u) from 5/3 to 3.
    assertTime(1 + Math.log(1.8) / 4, time(4, 1, 1.0 / 16, 0.25));
    // With u = 4v, s = 4: time shrinks by 4^{2 − 2/h} = 8.
    assertTime((1 + Math.log(1.8) / 4) / 8, time(4, 4, 0.25, 1));
    // From above: ln of (s − u) from −2 to −1, and at depth 2 of u/(u − s) from 2 to 3, s = 2.
    assertTime(Math.log(2), time(1, 1, 3, 2));
    assertTime(Math.log(1.5) / 4, time(2, 2, 4, 3));
  }

  @Test
  void velocityByHand() {
    assertVelocity(4, 1, 1);
    assertVelocity(2 * 3 * (5 - 3), 2, 3);
    assertVelocity(-2 * 7 * 2, 2, 7);
    assertVelocity(4 * 8 * (5 - 4), 4, 4);
    assertVelocity(0, 3, 5);
    assertVelocity(0, 3, 0);
  }

  /** For s = 5. */
  private static void assertVelocity(double expected, int depth, double u) {
    Interval velocity = new ModeEquation(depth, q(5, 1)).velocity(Interval.point(u));
    assertTrue(velocity.contains(expected), () -> expected + " is not in " + velocity);
    assertTrue(velocity.width() <= 1e-12, velocity::toString);
  }

  @ParameterizedTest
  @CsvSource({"0.125, 0.5, 1", "0.5, 7, 8", "27, 9, 8"})
  void depthThreeIsPartialFractions(double from, double to, double limit) {
    assertEquals(
        partialFractions(to, limit) - partialFractions(from, limit),
        time(3, limit, from, to).midpoint(),
        1e-13);
  }

  /** An antiderivative of 1/(x²(c³ − x³)) at x = u^{1/3}, c = s^{1/3}. */
  private static double partialFractions(double u, double s) {
    double x = Math.cbrt(u);
    double c = Math.cbrt(s);
    double logarithms = Math.log(x * x + c * x + c * c) / 2 - Math.log(Math.abs(c - x));
    double angle = Math.sqrt(3) * Math.atan((2 * x + c) / (Math.sqrt(3) * c));
    return (-1 / x + (logarithms - angle) / (3 * c)) / s;
  }

  /** x from 1e-3 to 1e3 times the root of the limit, the second as near to it as 1e-8. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 7, 12})
  void timesContainTheFineOnes_fromFarToNearTheLimit(int depth) {
    Random random = new Random(800 + depth);
    for (int n = 0; n < 30; n++) {
      double limit = Math.exp(random.nextGaussian());
      double root = Math.pow(limit, 1.0 / depth);
      double side = random.nextInt(3) == 0 ? -1 : 1;
      double a = root * away(random, side, 4);
      double b = root * away(random, side, 8);
      BigDecimal fine =
          FineTime.of(depth, new BigDecimal(limit), new BigDecimal(a), new BigDecimal(b));
      Interval time =
          new ModeEquation(depth, Exact.of(limit))
              .time(Exact.of(a).pow(depth), Exact.of(b).pow(depth));
      assertTrue(
          new BigDecimal(time.low()).compareTo(fine) < 0
              && fine.compareTo(new BigDecimal(time.high())) < 0,
          () -> fine + " is not in " + time);
      assertNarrow(time);
    }
  }

  /** 1 − ε below, 1/(1 − ε) above the limit, with ε from 1 − 1e-3 down to 10^{−digits}. */
  private static double away(Random random, double side, int digits) {
    double small = Math.pow(10, -digits * random.nextDouble());
    double x = random.nextBoolean() ? 1 - 0.999 * small : Math.pow(10, -3 * random.nextDouble());
    return Math.pow(Math.min(x, 1 - Math.pow(10, -digits)), side);
  }

  /** Over all depths, scales and distances that doubles allow. */
  @Test
  void timesAddUpAndAreNarrow() {
    Random random = new Random(801);
    for (int n = 0; n < 3000; n++) {
      int depth = 1 + random.nextInt(12);
      double limit = Math.pow(10, 12 * random.nextDouble() - 6);
      double side = random.nextInt(3) == 0 ? -1 : 1;
      BigFraction[] u = new BigFraction[3];
      for (int i = 0; i < 3; i++) {
        u[i] = Exact.of(limit * away(random, side, 15));
      }
      if (u[0].equals(u[1]) || u[1].equals(u[2]) || u[0].equals(u[2])) {
        continue;
      }
      ModeEquation equation = new ModeEquation(depth, Exact.of(limit));
      Interval both = equation.time(u[0], u[1]).add(equation.time(u[1], u[2]));
      Interval direct = equation.time(u[0], u[2]);
      // Both contain the time; an empty intersection is rejected.
      both.intersect(direct);
      assertNarrow(direct);
      assertEquals(direct.negate(), equation.time(u[2], u[0]));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 7})
  void aModeThatFollowsItsEquationIsThereAtTheTime(int depth) {
    ModeEquation equation = new ModeEquation(depth, q(2, 1));
    for (double[] ends : new double[][] {{0.25, 1.5}, {5, 2.5}}) {
      Interval time = equation.time(Exact.of(ends[0]), Exact.of(ends[1]));
      FineSolution mode =
          FineSolution.of(
              (t, u, velocity) ->
                  velocity[0] = depth * Math.pow(u[0], 2 - 2.0 / depth) * (2 - u[0]),
              new double[] {ends[0]},
              time.midpoint());
      double speed = equation.velocity(Interval.point(ends[1])).magnitude();
      double error = mode.error() + 2 * time.width() * speed;
      assertEquals(ends[1], mode.end()[0], error);
      assertEquals(0, error, ends[1] * 1e-7, "too blunt to see an error");
    }
  }

  /** From u to the time and back. */
  @Test
  void theStateAtATimeIsEnclosed() {
    Random random = new Random(802);
    double widest = 0;
    for (int n = 0; n < 100; n++) {
      int depth = 1 + random.nextInt(6);
      double limit = Math.exp(random.nextGaussian());
      double side = random.nextInt(3) == 0 ? -1 : 1;
      double a = limit * away(random, side, 1);
      double b = limit * away(random, side, 6);
      ModeEquation equation = new ModeEquation(depth, Exact.of(limit));
      double from = side * Math.min(side * a, side * b);
      double to = side * Math.max(side * a, side * b);
      if (from == to) {
        continue;
      }
      Interval time = equation.time(Exact.of(from), Exact.of(to));
      Interval before = equation.at(Exact.of(from), Math.max(0, time.low()));
      Interval after = equation.at(Exact.of(from), time.high());
      assertTrue(before.hull(after).contains(to), () -> before + " " + after + " and " + to);
      widest = Math.max(widest, after.width() / to);
      // Much earlier it is not there.
      Interval early = equation.at(Exact.of(from), time.low() * (1 - 1e-6));
      assertTrue(time.low() < 1e-3 || !early.contains(to), () -> "vacuous " + early);
    }
    assertTrue(widest < 1e-11, "too wide: " + widest);
  }

  @Test
  void atTimeZeroAndAtTheLimitNothingMoves() {
    ModeEquation equation = new ModeEquation(3, q(2, 1));
    assertEquals(Interval.point(0.5), equation.at(q(1, 2), 0));
    assertEquals(Interval.point(2), equation.at(q(2, 1), 7));
    assertTrue(equation.at(q(1, 2), 1e9).contains(2));
    assertTrue(equation.at(q(1, 2), 1e9).width() < 1e-14);
  }

  @Test
  void endsArePositiveAndOnOneSideOfTheLimit() {
    ModeEquation equation = new ModeEquation(3, q(2, 1));
    for (double bad : new double[] {0, -1, 2, 3}) {
      BigFraction u = Rationals.exactly(bad);
      assertRejected(() -> equation.time(u, q(1, 1)), "one side of 2", Rationals.format(u));
      assertRejected(() -> equation.time(q(1, 1), u), "one side of 2", Rationals.format(u));
    }
    assertRejected(() -> equation.at(q(0, 1), 1), "positive start", "not 0 and 1.0");
    assertRejected(() -> equation.at(q(1, 1), -1), "not 1 and -1.0");
    assertRejected(() -> equation.at(q(1, 1), Double.NaN), "not 1 and NaN");
  }

  @Test
  void depthIsAtLeastOneAndTheLimitPositive() {
    assertRejected(() -> new ModeEquation(0, q(1, 1)), "not 0 and 1");
    assertRejected(() -> new ModeEquation(1, q(0, 1)), "not 1 and 0");
    assertRejected(() -> new ModeEquation(1, q(-1, 2)), "not 1 and -1/2");
  }
}
