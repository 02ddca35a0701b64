package deeplinear.properties;

import static org.junit.jupiter.api.Assertions.assertTrue;

import deeplinear.algebra.Interval;
import deeplinear.algebra.IntervalAlgebra;
import deeplinear.algebra.IntervalMatrix;
import deeplinear.algebra.RationalMatrix;
import deeplinear.algebra.Rationals;
import deeplinear.algebra.RealAlgebra;
import deeplinear.algebra.RealMatrix;
import deeplinear.flow.GradientFlow;
import deeplinear.flow.TimeScale;
import deeplinear.flow.enclosure.EnclosedTrajectory;
import deeplinear.flow.enclosure.EnclosedTrajectory.Piece;
import deeplinear.flow.enclosure.EnclosureLimits;
import deeplinear.flow.kernel.StateVector;
import deeplinear.flow.trajectory.Accuracy;
import deeplinear.flow.trajectory.AdaptiveIntegrator;
import deeplinear.flow.trajectory.EstimatedTrajectory;
import deeplinear.flow.trajectory.Steering;
import deeplinear.network.Instance;
import deeplinear.network.Weights;
import deeplinear.solution.Riccati;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Enclosures contain what other methods know of a trajectory, up to what these may be wrong. */
class EnclosureProperties extends Corpus {

  private static final int TRIES = 60;
  private static final double TIME_SCALES = 4;

  /** A coarse enclosure, in which a fault of the remainder or of the growth would show. */
  private static final EnclosureLimits LIMITS = new EnclosureLimits(5, 1e-8, 1e-2, 60);

  private static final RealAlgebra R = RealAlgebra.INSTANCE;

  @Provide
  Arbitrary<Instance> convergent() {
    return arbitrary(Instances.convergent(1, 4));
  }

  @Provide
  Arbitrary<Instance> lambdaBalanced() {
    return arbitrary(Instances.lambdaBalanced());
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
    Weights<RealMatrix> start = instance.weights(R);
    Riccati riccati =
        new Riccati(
            R.lift(instance.target().matrix()),
            start.layer(1),
            start.layer(2),
            Rationals.toDouble(c.entry(0, 0)));
    for (Piece piece : enclose(instance).pieces()) {
      IntervalMatrix w = piece.ball().box().endToEnd();
      RealMatrix gram = riccati.gram(piece.to());
      double error = riccati.error(piece.to());
      for (int i = 0; i < w.rows(); i++) {
        for (int j = 0; j < w.columns(); j++) {
          double u = gram.entry(w.columns() + i, j);
          assertTrue(w.entry(i, j).widen(error).contains(u), () -> "at " + piece.to());
        }
      }
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

  @Provide
  Arbitrary<Instance> shallow() {
    return arbitrary(Instances.convergent(1, 1));
  }
}
