package deeplinear.flow.enclosure;

import deeplinear.algebra.Interval;
import deeplinear.algebra.IntervalAlgebra;
import deeplinear.algebra.IntervalMatrix;
import deeplinear.algebra.Jet;
import deeplinear.algebra.Rationals;
import deeplinear.flow.Dynamics;
import deeplinear.flow.TaylorSeries;
import deeplinear.network.Instance;
import deeplinear.network.Target;
import deeplinear.network.Weights;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.apache.commons.math3.fraction.BigFraction;

/**
 * A validated step of the flow. Picard's operator proves that the solution exists and stays in
 * {@code box} on [0, step]; Taylor's theorem with the remainder evaluated on the box then encloses
 * its end. Nothing is estimated: all arithmetic is outward rounded.
 *
 * @param step the length of the time interval
 * @param box contains the solution at all times in [0, step]
 * @param end contains the solution at the time {@code step}
 */
public record Enclosure(double step, Weights<IntervalMatrix> box, Weights<IntervalMatrix> end) {

  private static final IntervalAlgebra I = IntervalAlgebra.INSTANCE;
  private static final int TAYLOR_ORDER = 6;
  private static final int PICARD_ITERATIONS = 8;
  private static final int HALVINGS = 40;

  /**
   * A step from {@code start} towards the target of an instance, of the given length or shorter by
   * a power of two; empty if no step could be validated, which happens for huge or overflowing
   * weights.
   */
  public static Optional<Enclosure> of(
      Instance instance, Weights<IntervalMatrix> start, Dynamics dynamics, double step) {
    Target<IntervalMatrix> target = instance.target(I);
    double length = step;
    for (int i = 0; i < HALVINGS; i++, length /= 2) {
      Optional<Weights<IntervalMatrix>> box = box(target, start, dynamics, length);
      if (box.isPresent()) {
        return Optional.of(
            new Enclosure(
                length, box.get(), end(target, start, box.get(), dynamics, length, TAYLOR_ORDER)));
      }
    }
    return Optional.empty();
  }

  /** A box B with start + [0, t] F(B) inside B, found by iteration and inflation. */
  static Optional<Weights<IntervalMatrix>> box(
      Target<IntervalMatrix> target,
      Weights<IntervalMatrix> start,
      Dynamics dynamics,
      double length) {
    Interval time = new Interval(0, length);
    Weights<IntervalMatrix> box = start;
    for (int i = 0; i < PICARD_ITERATIONS; i++) {
      Weights<IntervalMatrix> candidate = inflate(box);
      Weights<IntervalMatrix> velocity = dynamics.velocity(target, candidate);
      box = map(velocity, v -> v.map(time::multiply)).plus(start);
      if (containsInInterior(candidate, box)) {
        return Optional.of(box);
      }
    }
    return Optional.empty();
  }

  /** The Taylor polynomial at {@code start}, with the remainder evaluated on {@code box}. */
  static Weights<IntervalMatrix> end(
      Target<IntervalMatrix> target,
      Weights<IntervalMatrix> start,
      Weights<IntervalMatrix> box,
      Dynamics dynamics,
      double length,
      int order) {
    Weights<Jet<IntervalMatrix>> atStart = TaylorSeries.of(target, start, dynamics, order);
    Weights<Jet<IntervalMatrix>> onBox = TaylorSeries.of(target, box, dynamics, order + 1);
    BigFraction t = Rationals.exactly(length);
    return Weights.build(
        I,
        start.depth(),
        i -> {
          IntervalMatrix sum = onBox.layer(i).coefficient(order + 1);
          for (int k = order; k >= 0; k--) {
            sum = I.add(atStart.layer(i).coefficient(k), I.scale(t, sum));
          }
          return sum.zip(box.layer(i), Interval::intersect);
        });
  }

  /** Wider by a tenth on both sides, and by the smallest normal number where the width is zero. */
  private static Weights<IntervalMatrix> inflate(Weights<IntervalMatrix> box) {
    return map(box, x -> x.map(e -> e.widen(e.width() / 10 + Double.MIN_NORMAL)));
  }

  private static boolean containsInInterior(
      Weights<IntervalMatrix> outer, Weights<IntervalMatrix> inner) {
    for (int i = 1; i <= outer.depth(); i++) {
      if (!outer.layer(i).containsInInterior(inner.layer(i))) {
        return false;
      }
    }
    return true;
  }

  private static Weights<IntervalMatrix> map(
      Weights<IntervalMatrix> weights, UnaryOperator<IntervalMatrix> function) {
    return Weights.build(I, weights.depth(), i -> function.apply(weights.layer(i)));
  }
}
