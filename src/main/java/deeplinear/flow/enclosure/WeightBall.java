package deeplinear.flow.enclosure;

import deeplinear.algebra.Interval;
import deeplinear.algebra.IntervalAlgebra;
import deeplinear.algebra.IntervalMatrix;
import deeplinear.algebra.RationalMatrix;
import deeplinear.algebra.RealAlgebra;
import deeplinear.algebra.RealMatrix;
import deeplinear.network.Weights;

/**
 * All weights W with Σ_i ‖W_i − C_i‖_F² ≤ radius². Unlike a box, a ball is not wrapped into a
 * larger one of its kind when the flow turns it.
 *
 * @param center C
 * @param radius at least 0, possibly infinite
 */
public record WeightBall(Weights<RealMatrix> center, double radius) {

  /** The smallest ball that is known to contain a bounded box. */
  public static WeightBall around(Weights<IntervalMatrix> box) {
    Weights<RealMatrix> center =
        Weights.build(RealAlgebra.INSTANCE, box.depth(), i -> box.layer(i).midpoint());
    return new WeightBall(center, distance(box, center));
  }

  /** At least the distance of every member of the box from {@code center}. */
  private static double distance(Weights<IntervalMatrix> box, Weights<RealMatrix> center) {
    Interval square = distanceSquared(box, center);
    return square.high() == 0 ? 0 : square.sqrt().high();
  }

  private static Interval distanceSquared(Weights<IntervalMatrix> box, Weights<RealMatrix> center) {
    IntervalAlgebra algebra = IntervalAlgebra.INSTANCE;
    return Weights.build(
            algebra,
            box.depth(),
            i -> algebra.subtract(box.layer(i), IntervalMatrix.point(center.layer(i))))
        .normSquared()
        .toScalar();
  }

  /** The center, as a box. */
  Weights<IntervalMatrix> point() {
    return Weights.build(
        IntervalAlgebra.INSTANCE, center.depth(), i -> IntervalMatrix.point(center.layer(i)));
  }

  /** The smallest box around this ball. */
  public Weights<IntervalMatrix> box() {
    return radius == 0
        ? point()
        : Weights.build(
            IntervalAlgebra.INSTANCE,
            center.depth(),
            i -> IntervalMatrix.point(center.layer(i)).map(x -> x.widen(radius)));
  }

  /** Whether the exact weights lie in the ball, up to one rounding of the radius. */
  public boolean contains(Weights<RationalMatrix> weights) {
    Weights<IntervalMatrix> box = Weights.lift(weights, IntervalAlgebra.INSTANCE);
    return distanceSquared(box, center).low() <= Interval.point(radius).square().high();
  }
}
