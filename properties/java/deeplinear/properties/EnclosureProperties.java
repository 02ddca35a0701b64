package deeplinear.properties;

import static deeplinear.properties.SubjectShrinkable.arbitrary;
import static org.junit.jupiter.api.Assertions.assertTrue;

import deeplinear.algebra.Interval;
import deeplinear.algebra.IntervalAlgebra;
import deeplinear.algebra.IntervalMatrix;
import deeplinear.algebra.RationalAlgebra;
import deeplinear.algebra.RationalMatrix;
import deeplinear.algebra.RealAlgebra;
import deeplinear.algebra.RealMatrix;
import deeplinear.fixture.Exact;
import deeplinear.flow.GradientFlow;
import deeplinear.flow.TimeScale;
import deeplinear.flow.enclosure.EnclosedTrajectory;
import deeplinear.flow.enclosure.EnclosedTrajectory.Piece;
import deeplinear.flow.enclosure.EnclosureLimits;
import deeplinear.flow.enclosure.WeightBall;
import deeplinear.flow.kernel.StateVector;
import deeplinear.flow.trajectory.Accuracy;
import deeplinear.flow.trajectory.AdaptiveIntegrator;
import deeplinear.flow.trajectory.EstimatedTrajectory;
import deeplinear.flow.trajectory.Steering;
import deeplinear.network.Instance;
import deeplinear.network.Weights;
import deeplinear.sample.ConvergentStarts;
import deeplinear.sample.LambdaBalancedStarts;
import deeplinear.sample.Size;
import deeplinear.solution.ConvergenceCertificate;
import deeplinear.solution.Riccati;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.apache.commons.math3.fraction.BigFraction;

/** Enclosures contain what other methods know of a trajectory, up to what these may be wrong. */
class EnclosureProperties extends Corpus {

  private static final int TRIES = 60;
  private static final double TIME_SCALES = 4;

  /** A coarse enclosure, in which a fault of the remainder or of the growth would show. */
  private static final EnclosureLimits LIMITS = new EnclosureLimits(5, 1e-8, 1e-2, 60);

  /** The same for balls that are wide from the start. */
  private static final EnclosureLimits WIDE = new EnclosureLimits(5, 1e-8, 1, 60);

  /** More ulps than the closed forms lose: a dozen operations, and powers up to the sixth. */
  private static final int ROUNDINGS = 64;

  private static final RealAlgebra R = RealAlgebra.INSTANCE;

  @Provide
  Arbitrary<Instance> convergent() {
    return arbitrary(ConvergentStarts.moderate(Size.SMALL, 1, 4));
  }

  @Provide
  Arbitrary<Instance> lambdaBalanced() {
    return arbitrary(LambdaBalancedStarts.small());
  }

  private static EnclosedTrajectory enclose(Instance instance) {
    EnclosedTrajectory trajectory =
        EnclosedTrajectory.of(
            instance, GradientFlow.INSTANCE, TIME_SCALES * TimeScale.of(instance), LIMITS);
    assertTrue(trajectory.time() > 0, () -> "no step: " + trajectory.end());
    return trajectory;
  }

  @Property(tries = TRIES)
  void numericalRunIsEnclosedUpToItsError(@ForAll("convergent") Instance instance) {
    EnclosedTrajectory trajectory = enclose(instance);
    EstimatedTrajectory run =
        EstimatedTrajectory.of(
            new AdaptiveIntegrator(Steering.ACCURATE),
            GradientFlow.INSTANCE.field(instance),
            StateVector.pack(instance.weights(R)),
            trajectory.pieces().stream().mapToDouble(Piece::to).toArray(),
            Accuracy.DEFAULT);
    for (int i = 0; i < trajectory.pieces().size(); i++) {
      Piece piece = trajectory.pieces().get(i);
      double distance =
          StateVector.distance(
              StateVector.pack(piece.ball().center()),
              run.trajectory().samples().get(i + 1).state());
      double allowed = piece.ball().radius() + run.errors()[i + 1];
      assertTrue(distance <= allowed, () -> distance + " > " + allowed + " at " + piece.to());
    }
  }

  @Property(tries = TRIES)
  void riccatiSolutionIsEnclosed_whenLambdaBalanced(@ForAll("lambdaBalanced") Instance instance) {
    RationalMatrix c = instance.weights().imbalance(1);
    IntervalAlgebra algebra = IntervalAlgebra.INSTANCE;
    Weights<IntervalMatrix> start = instance.weights(algebra);
    Riccati riccati =
        new Riccati(
            instance.target(algebra).matrix(),
            start.layer(1),
            start.layer(2),
            Interval.enclosing(c.entry(0, 0)));
    for (Piece piece : enclose(instance).pieces()) {
      IntervalMatrix w = piece.ball().box().endToEnd();
      IntervalMatrix gram = riccati.gram(piece.to());
      // Both contain W; an empty intersection is rejected.
      algebra.block(gram, w.columns(), 0, w.rows(), w.columns()).zip(w, Interval::intersect);
    }
  }

  /** Ẇ = Σ − W: between the bounds of e^{−t} in intervals. */
  @Property(tries = TRIES)
  void exponentialDecayIsEnclosed_atDepthOne(@ForAll("shallow") Instance instance) {
    IntervalAlgebra algebra = IntervalAlgebra.INSTANCE;
    IntervalMatrix limit = algebra.lift(instance.target().matrix());
    IntervalMatrix deviation = algebra.subtract(instance.weights(algebra).layer(1), limit);
    for (Piece piece : enclose(instance).pieces()) {
      IntervalMatrix exact =
          deviation.zip(limit, (d, s) -> s.add(d.multiply(Interval.point(-piece.to()).exp())));
      IntervalMatrix ball = piece.ball().box().layer(1);
      // Both contain the solution; an empty intersection is rejected.
      exact.zip(ball, Interval::intersect);
    }
  }

  /** All distances fall like e^{−t}; the ball knows that, up to what each step may lose. */
  @Property(tries = TRIES)
  void wideBallsShrinkLikeTheExponential_atDepthOne(@ForAll("shallow") Instance instance) {
    WeightBall start = new WeightBall(instance.weights(R), 0.5);
    EnclosedTrajectory trajectory =
        EnclosedTrajectory.of(
            instance, start, GradientFlow.INSTANCE, TIME_SCALES, WIDE, ball -> false);
    assertTrue(trajectory.time() > 0, () -> "no step: " + trajectory.end());
    double lost = 0;
    for (Piece piece : trajectory.pieces()) {
      WeightBall ball = piece.ball();
      double distance = start.radius() * Math.exp(-piece.to());
      lost += WIDE.local() * (2 + ball.center().layer(1).norm());
      assertTrue(ball.radius() >= distance * (1 - ROUNDINGS * Math.ulp(1.0)), ball::toString);
      assertTrue(ball.radius() <= distance + lost, ball::toString);
    }
  }

  private static Instance scalars(BigFraction sigma, BigFraction weight, int depth) {
    return Instance.whitened(
        RationalMatrix.scalar(sigma),
        Weights.build(RationalAlgebra.INSTANCE, depth, i -> RationalMatrix.scalar(weight)));
  }

  /**
   * Of w_1 = w_2 = w, u = w² solves u̇ = 2u(s − u). From a wide ball near the saddle 0 solutions
   * part like e^{st}; later they come together.
   */
  @Property
  void solutionsFromTheRimOfABallAreEnclosed_whenLogistic(
      @ForAll @IntRange(min = 2, max = 16) int weight,
      @ForAll @IntRange(min = 1, max = 8) int sigma,
      @ForAll @IntRange(min = 4, max = 10) int exponent,
      @ForAll boolean inner) {
    double s = sigma / 4.0;
    double middle = weight / 16.0;
    Instance instance = scalars(Exact.of(s), Exact.of(middle), 2);
    WeightBall start = new WeightBall(instance.weights(R), Math.scalb(middle, -exponent));
    // Just inside the rim, by more than w is rounded.
    double offset = start.radius() * Math.sqrt(0.5) * (1 - 0x1p-40);
    double w = inner ? middle - offset : middle + offset;
    EnclosedTrajectory trajectory =
        EnclosedTrajectory.of(
            instance, start, GradientFlow.INSTANCE, TIME_SCALES / s, WIDE, ball -> false);
    assertTrue(trajectory.time() > 0, () -> "no step: " + trajectory.end());
    for (Piece piece : trajectory.pieces()) {
      double u = s / (1 + (s / (w * w) - 1) * Math.exp(-2 * s * piece.to()));
      Weights<RealMatrix> center = piece.ball().center();
      double distance =
          Math.hypot(
              Math.sqrt(u) - center.layer(1).toScalar(), Math.sqrt(u) - center.layer(2).toScalar());
      double allowed = piece.ball().radius() + ROUNDINGS * Math.ulp(Math.sqrt(u) + s);
      assertTrue(distance <= allowed, () -> distance + " > " + allowed + " at " + piece.to());
    }
  }

  /**
   * Where all weights of a chain of units equal v, ‖∇L‖² = 2μL for μ = h v^{2h−2}. From the inner
   * corner of a box the ball reaches furthest down towards the origin, where the curvature is felt
   * most.
   */
  @Property
  void certifiedRateHoldsOnItsBall_towardsTheOrigin(
      @ForAll @IntRange(min = 2, max = 4) int depth,
      @ForAll @IntRange(min = 4, max = 12) int weight,
      @ForAll @IntRange(min = 1, max = 8) int offset,
      @ForAll @IntRange(min = 8, max = 30) int exponent) {
    double w = weight / 8.0;
    double power = Math.pow(w, depth);
    double sigma = power * (1 + offset / 64.0);
    double half = Math.scalb(w, -exponent);
    Interval entry = new Interval(w - half, w + half);
    ConvergenceCertificate certificate =
        ConvergenceCertificate.of(
                IntervalMatrix.of(1, 1, List.of(Interval.point(sigma))),
                Collections.nCopies(depth, IntervalMatrix.of(1, 1, List.of(entry))))
            .orElseThrow();
    double v = w - half - certificate.radius() / Math.sqrt(depth);
    double rate = depth * Math.pow(v, 2 * depth - 2);
    assertTrue(
        certificate.rate() <= rate * (1 + ROUNDINGS * Math.ulp(1.0)),
        () -> certificate + " but only " + rate);
    BigFraction farthest = Exact.of(sigma).subtract(Exact.of(w - half).pow(depth));
    BigFraction loss = farthest.multiply(farthest).multiply(BigFraction.ONE_HALF);
    assertTrue(Exact.of(certificate.loss()).compareTo(loss) >= 0, certificate::toString);
  }

  @Provide
  Arbitrary<Instance> shallow() {
    return arbitrary(ConvergentStarts.moderate(Size.SMALL, 1, 1));
  }
}
