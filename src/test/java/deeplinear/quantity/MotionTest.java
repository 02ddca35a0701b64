package deeplinear.quantity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import deeplinear.algebra.BallAlgebra;
import deeplinear.algebra.Interval;
import deeplinear.algebra.IntervalAlgebra;
import deeplinear.algebra.IntervalMatrix;
import deeplinear.algebra.RationalAlgebra;
import deeplinear.algebra.RealAlgebra;
import deeplinear.algebra.RealMatrix;
import deeplinear.evidence.ErrorBound;
import deeplinear.fixture.RandomExact;
import deeplinear.flow.AdjacencyFlow;
import deeplinear.flow.GradientFlow;
import deeplinear.flow.TimeScale;
import deeplinear.flow.enclosure.WeightBall;
import deeplinear.flow.kernel.StateVector;
import deeplinear.flow.trajectory.Accuracy;
import deeplinear.flow.trajectory.AdaptiveIntegrator;
import deeplinear.flow.trajectory.EstimatedTrajectory;
import deeplinear.flow.trajectory.Steering;
import deeplinear.network.Architecture;
import deeplinear.network.Graph;
import deeplinear.network.Instance;
import deeplinear.network.Weights;
import deeplinear.solution.Riccati;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the claims about trajectories measure, each in a line or two. */
class MotionTest {

  private static final IntervalAlgebra I = IntervalAlgebra.INSTANCE;

  private static final RealAlgebra R = RealAlgebra.INSTANCE;

  private static Instance instance() {
    return new RandomExact(960).whitened(Architecture.of(2, 3, 2));
  }

  private static EstimatedTrajectory trajectory(Instance instance) {
    double unit = TimeScale.of(instance);
    return EstimatedTrajectory.of(
        new AdaptiveIntegrator(Steering.AUTOMATIC),
        GradientFlow.INSTANCE.field(instance),
        StateVector.pack(instance.weights(R)),
        new double[] {unit, 2 * unit},
        Accuracy.DEFAULT);
  }

  private static Motion layered(Instance instance) {
    return Motion.of(instance, trajectory(instance));
  }

  private static Motion dense(Graph graph) {
    double unit = TimeScale.of(graph.instance());
    return Motion.of(
        graph,
        EstimatedTrajectory.of(
            new AdaptiveIntegrator(Steering.AUTOMATIC),
            AdjacencyFlow.field(graph),
            graph.adjacency().toDoubles(),
            new double[] {unit, 2 * unit},
            Accuracy.DEFAULT));
  }

  private static void assertWithin(double difference, ErrorBound error) {
    assertTrue(difference <= error.value(), () -> difference + " exceeds " + error);
    assertTrue(error.value() < 1e-6, error::toString);
  }

  @Test
  void everySampleHasItsOwnTimeStateAndError() {
    EstimatedTrajectory trajectory = trajectory(instance());
    Motion motion = Motion.of(instance(), trajectory);
    double[] errors = trajectory.errors();
    assertTrue(errors[0] != errors[1] && errors[1] != errors[2]);
    for (int i = 0; i < errors.length; i++) {
      var sample = trajectory.trajectory().samples().get(i);
      assertEquals(sample.time(), motion.times().get(i));
      assertEquals(errors[i], motion.states().get(i).error());
      State same = State.of(motion.start().target(), instance().architecture(), sample.state(), 0);
      assertEquals(0, motion.states().get(i).distance(same).scalar());
    }
    assertEquals(motion.states().get(2), motion.last());
  }

  @Test
  void losses() {
    Motion motion = layered(instance());
    List<Measured> losses = Quantities.loss().along(motion);
    assertEquals(3, losses.size());
    assertEquals(3, motion.times().size());
    assertEquals(0, motion.times().get(0));
    for (int i = 1; i < 3; i++) {
      Measured fall = losses.get(i - 1).minus(losses.get(i));
      assertTrue(fall.interval().low() > 0, fall::toString);
      assertTrue(losses.get(i).error().value() > 0);
    }
  }

  @Test
  void driftOfImbalances() {
    Motion motion = layered(instance());
    Polynomial imbalance = Quantities.imbalance(1);
    Measured drift =
        imbalance.measure(motion.last()).minus(imbalance.measure(motion.start())).norm();
    assertWithin(drift.scalar(), drift.error());
  }

  @Test
  void distancesOfTrajectories() {
    Instance instance = instance();
    Motion layers = layered(instance);
    Motion matrix = dense(Graph.of(instance));
    Measured distance = layers.last().adjacency().distance(matrix.last());
    assertWithin(distance.scalar(), distance.error());
    Measured atStart = layers.start().adjacency().distance(matrix.start());
    assertWithin(atStart.scalar(), atStart.error());
    assertThrows(IllegalArgumentException.class, () -> layers.last().distance(matrix.last()));
  }

  @Test
  void powersOfDenseStates() {
    Motion matrix = dense(Graph.of(instance()));
    Measured vanishing = Quantities.layer(1).power(3).measure(matrix.last()).norm();
    assertWithin(vanishing.scalar(), vanishing.error());
    Measured corner = Quantities.layer(1).power(2).measure(matrix.last()).norm();
    assertTrue(corner.interval().low() > 0);
  }

  /** Balanced: W_1 = W_2ᵀ. */
  @Test
  void gramMatricesAgainstClosedForms() {
    var first = new RandomExact(961).matrix(3, 2);
    Instance instance =
        Instance.whitened(
            new RandomExact(962).matrix(2, 2),
            new Weights<>(
                RationalAlgebra.INSTANCE,
                List.of(first, RationalAlgebra.INSTANCE.transpose(first))));
    Riccati riccati =
        new Riccati(
            instance.target(I).matrix(), I.lift(first), I.transpose(I.lift(first)), Interval.ZERO);
    Motion motion = layered(instance);
    double time = motion.times().get(2);
    Measured closed =
        Measured.given(
            riccati.gram(time).midpoint(),
            new ErrorBound(
                I.subtract(riccati.gram(time), IntervalMatrix.point(riccati.gram(time).midpoint()))
                    .norm(),
                "closed form"));
    Measured defect = Quantities.stack().gram().measure(motion.last()).minus(closed).norm();
    assertWithin(defect.scalar(), defect.error());
  }

  @Test
  void distancesAreThoseOfTheCentersUpToBothErrors() {
    Instance one = instance();
    var target = one.target(BallAlgebra.INSTANCE);
    var center = one.weights(R);
    double[] moved = StateVector.pack(center);
    moved[3] += 4;
    State near = State.of(target, new WeightBall(center, 0.5));
    State far = State.of(target, one.architecture(), moved, 0.25);
    assertEquals(4, near.distance(far).scalar(), 1e-12);
    assertEquals(0.75, near.distance(far).error().value(), 1e-12);
    assertEquals(0.5, near.adjacency().error());
    assertEquals(0.5, near.adjacency().weights().layer(1).radius());
  }

  @Test
  void layersAreKnownUpToTheError() {
    Instance instance = instance();
    State wide =
        State.of(instance.target(BallAlgebra.INSTANCE), new WeightBall(instance.weights(R), 0.5));
    assertThrows(
        IllegalArgumentException.class, () -> new State(wide.target(), wide.weights(), 0.25));
  }

  @Test
  void givenValuesKeepTheirError() {
    Measured given =
        Measured.given(RealMatrix.of(1, 1, new double[] {2}), new ErrorBound(0.5, "told"));
    assertEquals(2, given.scalar());
    assertEquals(0.5, given.error().value());
    assertEquals("told", given.error().derivation());
    assertTrue(given.interval().contains(2.5) && !given.interval().contains(2.51));
  }
}
