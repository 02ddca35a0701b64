package deeplinear.quantity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import deeplinear.algebra.BallAlgebra;
import deeplinear.algebra.BallMatrix;
import deeplinear.algebra.RationalAlgebra;
import deeplinear.algebra.RationalMatrix;
import deeplinear.algebra.RealAlgebra;
import deeplinear.algebra.RealMatrix;
import deeplinear.fixture.RandomExact;
import deeplinear.flow.GradientFlow;
import deeplinear.flow.enclosure.WeightBall;
import deeplinear.network.Instance;
import deeplinear.network.Target;
import deeplinear.network.Weights;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.DoubleSupplier;
import org.apache.commons.math3.fraction.BigFraction;
import org.junit.jupiter.api.Test;

/** What is true of all states within an error, against exact states at the very edge. */
class ErrorBoundsTest {

  private static final RealAlgebra R = RealAlgebra.INSTANCE;
  private static final RationalAlgebra Q = RationalAlgebra.INSTANCE;

  /** Directions must end inside, whatever their own norm is rounded to. */
  private static final double INSIDE = 1 - 1e-12;

  private static Instance draw(RandomExact draw, int k) {
    var architecture = draw.architecture(draw.integer(1, 4), k % 3 == 0 ? 1 : 4);
    return k % 2 == 0
        ? draw.whitened(architecture)
        : draw.raw(architecture, draw.integer(1, architecture.inputs() + 1));
  }

  private static Weights<RealMatrix> build(Weights<?> shape, DoubleSupplier entry) {
    return Weights.build(
        R,
        shape.depth(),
        i -> {
          var widths = shape.architecture();
          double[] entries = new double[widths.width(i) * widths.width(i - 1)];
          Arrays.setAll(entries, j -> entry.getAsDouble());
          return RealMatrix.of(widths.width(i), widths.width(i - 1), entries);
        });
  }

  /** The exact weights at the distance {@code length} from the center in a direction. */
  private static Weights<RationalMatrix> moved(
      Weights<RealMatrix> center, Weights<RealMatrix> direction, double length) {
    double norm = Math.sqrt(direction.normSquared().toScalar());
    double factor = norm == 0 ? 0 : length * INSIDE / norm;
    return Weights.build(
        Q,
        center.depth(),
        i -> {
          RealMatrix c = center.layer(i);
          double[] step =
              Arrays.stream(direction.layer(i).toArray()).map(x -> factor * x).toArray();
          return Q.add(
              RationalMatrix.ofDoubles(c.rows(), c.columns(), c.toArray()),
              RationalMatrix.ofDoubles(c.rows(), c.columns(), step));
        });
  }

  /** Random, towards and away from steepest descent, along the weights, in each layer alone. */
  private static List<Weights<RealMatrix>> directions(
      Target<RealMatrix> target, Weights<RealMatrix> w, Random random) {
    Weights<RealMatrix> descent = GradientFlow.INSTANCE.velocity(target, w);
    List<Weights<RealMatrix>> all =
        new ArrayList<>(List.of(build(w, random::nextGaussian), descent, w));
    for (int layer = 1; layer <= w.depth(); layer++) {
      int only = layer;
      all.add(
          Weights.build(
              R,
              w.depth(),
              i -> i == only ? w.layer(i) : R.zeros(w.layer(i).rows(), w.layer(i).columns())));
    }
    for (Weights<RealMatrix> direction : List.copyOf(all)) {
      all.add(direction.scale(BigFraction.MINUS_ONE));
    }
    return all;
  }

  private static List<Polynomial> polynomials(int depth) {
    List<Polynomial> all = new ArrayList<>();
    for (Quantity quantity : Quantities.all(depth)) {
      if (quantity instanceof Polynomial polynomial) {
        all.add(polynomial);
        all.add(polynomial.gram());
        all.add(polynomial.normSquared());
      }
    }
    return all;
  }

  @Test
  void everyStateWithinTheErrorHasItsValueWithinTheBound() {
    RandomExact draw = new RandomExact(930);
    Random random = new Random(931);
    for (int k = 0; k < 40; k++) {
      Instance instance = draw(draw, k);
      double e = k % 5 == 0 ? 0 : Math.pow(10, -random.nextInt(14));
      Weights<RealMatrix> center = instance.weights(R);
      State state = State.of(instance.target(BallAlgebra.INSTANCE), new WeightBall(center, e));
      List<Polynomial> quantities = polynomials(center.depth());
      List<BallMatrix> bounds = quantities.stream().map(q -> q.measure(state).ball()).toList();
      for (Weights<RealMatrix> direction : directions(instance.target(R), center, random)) {
        Weights<RationalMatrix> other = moved(center, direction, e);
        for (int i = 0; i < bounds.size(); i++) {
          RationalMatrix value = quantities.get(i).of(instance.target(), other);
          int at = i;
          assertTrue(bounds.get(i).contains(value), () -> quantities.get(at) + " with error " + e);
        }
      }
    }
  }

  /** The largest change along all directions, as a part of the bound. */
  private static double reached(Polynomial quantity, Instance instance, double e) {
    Weights<RealMatrix> center = instance.weights(R);
    State state = State.of(instance.target(BallAlgebra.INSTANCE), new WeightBall(center, e));
    BallMatrix bound = quantity.measure(state).ball();
    double largest = 0;
    for (Weights<RealMatrix> direction : directions(instance.target(R), center, new Random(932))) {
      RationalMatrix value = quantity.of(instance.target(), moved(center, direction, e));
      RealMatrix change = R.subtract(R.lift(value), bound.center());
      largest = Math.max(largest, change.norm());
    }
    return largest / bound.radius();
  }

  /** Half the error would not do. */
  @Test
  void boundsOfNumbersAreAttainedInTheDirectionOfTheGradient() {
    RandomExact draw = new RandomExact(933);
    int seen = 0;
    for (int k = 0; k < 40; k++) {
      Instance instance = draw(draw, k);
      Weights<RealMatrix> w = instance.weights(R);
      if (GradientFlow.INSTANCE.velocity(instance.target(R), w).normSquared().toScalar() > 1) {
        double reached = reached(Quantities.loss(), instance, 1e-7);
        assertTrue(reached > 0.95, () -> instance.architecture() + ": " + reached);
        seen++;
      }
      if (w.normSquared().toScalar() > 1) {
        assertTrue(reached(Quantities.normSquared(), instance, 1e-7) > 0.95);
      }
    }
    assertTrue(seen >= 20, "only " + seen);
  }

  /** Layers of one entry attain them up to √2, √h for all at once. */
  @Test
  void boundsOfMatricesAreNearlyAttained() {
    RandomExact draw = new RandomExact(934);
    int seen = 0;
    for (int k = 0; k < 40; k++) {
      Instance instance = draw.whitened(draw.architecture(draw.integer(2, 4), 1));
      Weights<RealMatrix> w = instance.weights(R);
      if (w.layers().stream().allMatch(layer -> layer.norm() > 0.1)) {
        for (int i = 1; i < w.depth(); i++) {
          assertTrue(reached(Quantities.imbalance(i), instance, 1e-7) > 0.49);
        }
        assertTrue(reached(Quantities.endToEnd(), instance, 1e-7) > 1.0 / (w.depth() + 0.01));
        assertTrue(reached(Quantities.adjacency(), instance, 1e-7) > 0.999);
        seen++;
      }
    }
    assertTrue(seen >= 20, "only " + seen);
  }

  /** There the formula alone would give ‖R‖ times the error of W. */
  @Test
  void theLossIsKnownToSecondOrderAtCriticalPoints() {
    var weights =
        new Weights<>(Q, List.of(RationalMatrix.identity(2), Q.zeros(2, 2), Q.zeros(2, 2)));
    Instance instance = Instance.whitened(RationalMatrix.identity(2), weights);
    double e = 1e-6;
    State state =
        State.of(instance.target(BallAlgebra.INSTANCE), new WeightBall(instance.weights(R), e));
    double bound = Quantities.loss().measure(state).error().value();
    assertTrue(bound > 0 && bound < 10 * e * e, () -> "bound " + bound);
  }

  @Test
  void anInfiniteErrorIsPassedOn() {
    Instance instance = draw(new RandomExact(935), 1);
    for (double bad : new double[] {Double.NaN, Double.POSITIVE_INFINITY}) {
      State state =
          State.of(instance.target(BallAlgebra.INSTANCE), new WeightBall(instance.weights(R), bad));
      for (Polynomial quantity : polynomials(instance.architecture().depth())) {
        assertEquals(Double.POSITIVE_INFINITY, quantity.measure(state).error().value());
      }
    }
  }

  @Test
  void startsAreKnownUpToRounding() {
    RandomExact draw = new RandomExact(936);
    for (int k = 0; k < 40; k++) {
      Instance instance = draw(draw, k);
      State start = State.exactly(instance);
      for (Polynomial quantity : polynomials(instance.architecture().depth())) {
        Measured measured = quantity.measure(start);
        assertTrue(measured.ball().contains(quantity.of(instance)), quantity::toString);
        assertTrue(measured.error().value() <= 1e-12 * measured.scale(), quantity::toString);
      }
    }
  }
}
