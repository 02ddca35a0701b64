package deeplinear.flow.enclosure;

import static deeplinear.fixture.Exact.q;
import static deeplinear.fixture.Rejection.assertRejected;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import deeplinear.algebra.Interval;
import deeplinear.algebra.IntervalAlgebra;
import deeplinear.algebra.IntervalMatrix;
import deeplinear.algebra.RationalAlgebra;
import deeplinear.algebra.RationalMatrix;
import deeplinear.algebra.RealAlgebra;
import deeplinear.algebra.RealMatrix;
import deeplinear.fixture.Exact;
import deeplinear.fixture.Exponential;
import deeplinear.fixture.RandomExact;
import deeplinear.flow.GradientFlow;
import deeplinear.flow.TimeScale;
import deeplinear.flow.WeightDecay;
import deeplinear.flow.enclosure.EnclosedTrajectory.End;
import deeplinear.flow.enclosure.EnclosedTrajectory.Piece;
import deeplinear.flow.kernel.StateVector;
import deeplinear.flow.trajectory.Accuracy;
import deeplinear.flow.trajectory.AdaptiveIntegrator;
import deeplinear.flow.trajectory.EstimatedTrajectory;
import deeplinear.flow.trajectory.Steering;
import deeplinear.network.Architecture;
import deeplinear.network.Instance;
import deeplinear.network.Weights;
import java.util.List;
import org.apache.commons.math3.fraction.BigFraction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EnclosedTrajectoryTest {

  private static final RationalAlgebra Q = RationalAlgebra.INSTANCE;

  /** A low order with a remainder that can be seen. */
  private static final EnclosureLimits COARSE = new EnclosureLimits(2, 1e-4, 1, 10_000);

  private static EnclosedTrajectory enclose(
      Instance instance, double horizon, EnclosureLimits limits) {
    return EnclosedTrajectory.of(instance, GradientFlow.INSTANCE, horizon, limits);
  }

  private static Instance scalars(BigFraction sigma, BigFraction weight, int depth) {
    Weights<RationalMatrix> weights = Weights.build(Q, depth, i -> RationalMatrix.scalar(weight));
    return Instance.whitened(RationalMatrix.scalar(sigma), weights);
  }

  /** e^{−x} for x ≥ 0 between rationals. */
  private static Exponential decay(BigFraction x) {
    int parts = Math.max(1, (int) Math.ceil(x.doubleValue()));
    Exponential part = Exponential.ofMinus(x.divide(q(parts, 1)));
    return new Exponential(part.low().pow(parts), part.high().pow(parts));
  }

  @Test
  void depthOneIsEnclosedForLong() {
    for (EnclosureLimits limits : List.of(EnclosureLimits.DEFAULT, COARSE)) {
      Instance instance = new RandomExact(310).whitened(Architecture.of(2, 2));
      RationalMatrix limit = instance.target().matrix();
      RationalMatrix deviation = Exact.difference(instance.weights().layer(1), limit);
      EnclosedTrajectory trajectory = enclose(instance, 6, limits);
      assertEquals(End.REACHED_HORIZON, trajectory.end());
      assertTrue(trajectory.time() >= 6 && trajectory.time() < 9);
      for (Piece piece : trajectory.pieces()) {
        Exponential e = decay(Exact.of(piece.to()));
        for (BigFraction factor : List.of(e.low(), e.high())) {
          RationalMatrix w = Exact.sum(limit, Exact.scaled(factor, deviation));
          assertTrue(piece.ball().contains(new Weights<>(Q, List.of(w))), () -> "at " + piece.to());
        }
      }
      // All trajectories come together, so that only the last steps count.
      assertTrue(trajectory.last().radius() < 100 * limits.local());
    }
  }

  /** u = w² solves u̇ = 2u(s − u); the interval must hold √u for both bounds of e^{−2st}. */
  private static void assertContainsLogistic(
      Interval interval, BigFraction s, BigFraction w, BigFraction time) {
    Exponential e = decay(s.multiply(time).multiply(2));
    BigFraction factor = s.divide(w.multiply(w)).subtract(BigFraction.ONE);
    for (BigFraction power : List.of(e.low(), e.high())) {
      BigFraction u = s.divide(factor.multiply(power).add(BigFraction.ONE));
      BigFraction low = Exact.of(interval.low());
      BigFraction high = Exact.of(interval.high());
      assertTrue(low.multiply(low).compareTo(u) <= 0, () -> u + " below " + interval);
      assertTrue(high.multiply(high).compareTo(u) >= 0, () -> u + " above " + interval);
    }
  }

  @ParameterizedTest
  @CsvSource({"2, 1, 2", "3, 1, 4", "1, 5, 4", "2, 1, 16"})
  void logisticGrowthIsEnclosedForLong(int sigma, int numerator, int denominator) {
    BigFraction s = q(sigma, 1);
    BigFraction w = q(numerator, denominator);
    for (EnclosureLimits limits : List.of(EnclosureLimits.DEFAULT, COARSE)) {
      EnclosedTrajectory trajectory = enclose(scalars(s, w, 2), 3, limits);
      assertEquals(End.REACHED_HORIZON, trajectory.end());
      for (Piece piece : trajectory.pieces()) {
        for (int layer = 1; layer <= 2; layer++) {
          Interval end = piece.ball().box().layer(layer).toScalar();
          Interval box = piece.box().layer(layer).toScalar();
          assertContainsLogistic(end, s, w, Exact.of(piece.to()));
          assertContainsLogistic(box, s, w, Exact.of(piece.from()));
          assertContainsLogistic(box, s, w, Exact.of((piece.from() + piece.to()) / 2));
        }
      }
      assertTrue(trajectory.last().radius() < 1e4 * limits.local());
    }
  }

  /** Near the saddle at 0 neighbors part; the ball must grow with them. */
  @Test
  void everyTrajectoryFromABallIsEnclosed() {
    BigFraction s = q(1, 1);
    BigFraction w = q(1, 8);
    Instance instance = scalars(s, w, 2);
    double offset = 1e-4;
    WeightBall start = new WeightBall(instance.weights(RealAlgebra.INSTANCE), 1.4143 * offset);
    EnclosedTrajectory trajectory =
        EnclosedTrajectory.of(
            instance,
            start,
            GradientFlow.INSTANCE,
            1,
            new EnclosureLimits(8, 1e-10, 1, 1000),
            ball -> false);
    assertEquals(End.REACHED_HORIZON, trajectory.end());
    for (Piece piece : trajectory.pieces()) {
      for (double side : new double[] {-offset, 0, offset}) {
        BigFraction from = w.add(Exact.of(side));
        // The ball, not the box: √2 |w(t) − c| ≤ radius for layers that stay equal.
        double reach = piece.ball().radius() / Math.sqrt(2) * (1 + 1e-9);
        double center = piece.ball().center().layer(1).toScalar();
        Interval interval = new Interval(center - reach, center + reach);
        assertContainsLogistic(interval, s, from, Exact.of(piece.to()));
      }
    }
    // Truly they part by e^{st} and a little less.
    double growth = trajectory.last().radius() / start.radius();
    assertTrue(growth > 2 && growth < 3.5, () -> "grown by " + growth);
  }

  @Test
  void theNumericalRunIsEnclosedUpToItsError() {
    RandomExact draw = new RandomExact(311);
    for (Architecture architecture :
        List.of(Architecture.of(2, 3, 2), Architecture.of(1, 2, 2, 1), Architecture.of(3, 1, 2))) {
      Instance instance = draw.whitened(architecture);
      EnclosedTrajectory trajectory =
          enclose(instance, 30 * TimeScale.of(instance), EnclosureLimits.DEFAULT);
      assertEquals(End.REACHED_HORIZON, trajectory.end());
      double[] times = trajectory.pieces().stream().mapToDouble(Piece::to).toArray();
      EstimatedTrajectory run =
          EstimatedTrajectory.of(
              new AdaptiveIntegrator(Steering.ACCURATE),
              GradientFlow.INSTANCE.field(instance),
              StateVector.pack(instance.weights(RealAlgebra.INSTANCE)),
              times,
              Accuracy.DEFAULT);
      for (int i = 0; i < times.length; i++) {
        WeightBall ball = trajectory.pieces().get(i).ball();
        double distance =
            StateVector.distance(
                StateVector.pack(ball.center()), run.trajectory().samples().get(i + 1).state());
        double allowed = ball.radius() + run.errors()[i + 1];
        assertTrue(distance <= allowed, () -> distance + " > " + allowed);
        assertTrue(ball.radius() < 1e-9, () -> "radius " + ball.radius());
      }
    }
  }

  @Test
  void piecesFollowOneAnother() {
    Instance instance = new RandomExact(312).whitened(Architecture.of(2, 2, 2));
    EnclosedTrajectory trajectory = enclose(instance, 1, EnclosureLimits.DEFAULT);
    double time = 0;
    WeightBall before = trajectory.start();
    for (Piece piece : trajectory.pieces()) {
      assertEquals(time, piece.from());
      double step = piece.to() - piece.from();
      assertEquals(1.0, Math.scalb(step, -Math.getExponent(step)), "a power of two");
      for (int i = 1; i <= 2; i++) {
        assertContains(piece.box().layer(i), before.center().layer(i));
        assertContains(piece.box().layer(i), piece.ball().center().layer(i));
      }
      time = piece.to();
      before = piece.ball();
    }
    assertEquals(time, trajectory.time());
    assertEquals(before, trajectory.last());
  }

  private static void assertContains(IntervalMatrix box, RealMatrix a) {
    for (int i = 0; i < a.rows(); i++) {
      for (int j = 0; j < a.columns(); j++) {
        assertTrue(box.entry(i, j).contains(a.entry(i, j)));
      }
    }
  }

  /** Ẇ = Σ − (5/2) W, another law. */
  @Test
  void otherLawsAreEnclosed() {
    Instance instance = scalars(q(1, 1), q(3, 1), 1);
    EnclosedTrajectory trajectory =
        EnclosedTrajectory.of(instance, new WeightDecay(q(3, 2)), 2, EnclosureLimits.DEFAULT);
    for (Piece piece : trajectory.pieces()) {
      Exponential e = decay(Exact.of(piece.to()).multiply(q(5, 2)));
      for (BigFraction power : List.of(e.low(), e.high())) {
        RationalMatrix w = RationalMatrix.scalar(q(2, 5).add(q(13, 5).multiply(power)));
        assertTrue(piece.ball().contains(new Weights<>(Q, List.of(w))));
      }
    }
  }

  @Test
  void everyEndIsAValue() {
    Instance instance = new RandomExact(313).whitened(Architecture.of(2, 2, 2));
    assertEquals(End.STEP_LIMIT, enclose(instance, 1, new EnclosureLimits(8, 1e-10, 1, 1)).end());
    EnclosedTrajectory none = enclose(instance, 1, new EnclosureLimits(8, 1e-300, 1, 10));
    assertEquals(End.STEP_TOO_SMALL, none.end());
    assertEquals(0, none.time());
    assertEquals(none.start(), none.last());
    assertEquals(End.TOO_WIDE, enclose(instance, 1, new EnclosureLimits(4, 1e-6, 1e-9, 10)).end());
    EnclosedTrajectory found =
        EnclosedTrajectory.of(
            instance,
            none.start(),
            GradientFlow.INSTANCE,
            1,
            EnclosureLimits.DEFAULT,
            ball -> ball.radius() > 0);
    assertEquals(End.STOPPED, found.end());
    assertTrue(found.pieces().size() <= 1);
    Instance huge = scalars(q(1, 1), Exact.of(1e200), 3);
    assertEquals(End.STEP_TOO_SMALL, enclose(huge, 1, EnclosureLimits.DEFAULT).end());
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY})
  void horizonsArePositive(double bad) {
    Instance instance = scalars(q(1, 1), q(1, 1), 1);
    assertRejected(() -> enclose(instance, bad, EnclosureLimits.DEFAULT), String.valueOf(bad));
  }

  @Test
  void limitsArePositive() {
    assertRejected(() -> new EnclosureLimits(0, 1, 1, 1), "0");
    assertRejected(() -> new EnclosureLimits(1, Double.NaN, 1, 1), "NaN");
    assertRejected(() -> new EnclosureLimits(1, 1, -2, 1), "-2");
    assertRejected(() -> new EnclosureLimits(1, 1, 1, 0), "0");
  }

  @Test
  void ballsAreRound() {
    Weights<RationalMatrix> origin = Weights.build(Q, 2, i -> RationalMatrix.zeros(1, 1));
    WeightBall ball = new WeightBall(Weights.lift(origin, RealAlgebra.INSTANCE), 5);
    assertTrue(ball.contains(scalars(q(1, 1), q(7, 2), 2).weights()));
    assertEquals(false, ball.contains(scalars(q(1, 1), q(18, 5), 2).weights()));
    assertTrue(ball.box().layer(2).toScalar().contains(5));
    WeightBall around =
        WeightBall.around(
            Weights.build(
                IntervalAlgebra.INSTANCE,
                2,
                i -> IntervalMatrix.of(1, 1, List.of(new Interval(2, 2 * i + 2)))));
    assertEquals(3, around.center().layer(1).toScalar());
    assertEquals(Math.sqrt(5), around.radius(), 1e-14);
    assertTrue(around.radius() > Math.sqrt(5));
  }
}
