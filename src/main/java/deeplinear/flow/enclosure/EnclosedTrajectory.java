package deeplinear.flow.enclosure;

import deeplinear.algebra.Interval;
import deeplinear.algebra.IntervalAlgebra;
import deeplinear.algebra.IntervalMatrix;
import deeplinear.flow.Dynamics;
import deeplinear.network.Instance;
import deeplinear.network.Target;
import deeplinear.network.Weights;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * A validated enclosure of a whole trajectory. Each step proves by Picard's operator that all
 * trajectories from the current ball stay in a box, encloses the trajectory of the center by its
 * Taylor polynomial with a remainder, and lets the radius grow by e^{λt}, where λ bounds the
 * logarithmic norm on the box. So errors grow as trajectories really part, and are not wrapped.
 *
 * @param start contains the solution at time 0
 * @param pieces the steps, one after another from time 0
 * @param end why there are no more
 */
public record EnclosedTrajectory(WeightBall start, List<Piece> pieces, End end) {

  private static final int HALVINGS = 40;

  /** A longer step is tried after so many of one length, for a trial that fails is not free. */
  private static final int PATIENCE = 4;

  /** Copies the list. */
  public EnclosedTrajectory {
    pieces = List.copyOf(pieces);
  }

  /** Why an enclosure ended. */
  public enum End {
    /** The horizon was reached. */
    REACHED_HORIZON,
    /** What was looked for was found before. */
    STOPPED,
    /** The radius exceeded what was asked. */
    TOO_WIDE,
    /** No step that still advances time could be validated. */
    STEP_TOO_SMALL,
    /** The step limit was used up. */
    STEP_LIMIT
  }

  /**
   * One step. Its times are exact: all steps are powers of two, and no sum of them is rounded.
   *
   * @param from the time at which it begins
   * @param to the time at which it ends
   * @param box contains the solution at all times from {@code from} to {@code to}
   * @param ball contains the solution at the time {@code to}
   */
  public record Piece(double from, double to, Weights<IntervalMatrix> box, WeightBall ball) {}

  /** The trajectory of an instance from time 0 to the first step that ends at or after a time. */
  public static EnclosedTrajectory of(
      Instance instance, Dynamics dynamics, double horizon, EnclosureLimits limits) {
    WeightBall start = WeightBall.around(instance.weights(IntervalAlgebra.INSTANCE));
    return of(instance, start, dynamics, horizon, limits, ball -> false);
  }

  /**
   * All trajectories from a ball towards the target of an instance, from time 0 to the first step
   * that ends at or after a time, or whose ball is what is looked for.
   *
   * @throws IllegalArgumentException if the horizon is not positive and finite
   */
  public static EnclosedTrajectory of(
      Instance instance,
      WeightBall start,
      Dynamics dynamics,
      double horizon,
      EnclosureLimits limits,
      Predicate<WeightBall> isFound) {
    if (!(horizon > 0 && horizon < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("a horizon is positive and finite, unlike " + horizon);
    }
    if (isFound.test(start)) {
      return new EnclosedTrajectory(start, List.of(), End.STOPPED);
    }
    Run run = new Run(instance, dynamics, limits, isFound, start);
    End end = run.to(horizon);
    return new EnclosedTrajectory(start, run.pieces, end);
  }

  /** The ball at the time {@link #time}. */
  public WeightBall last() {
    return pieces.isEmpty() ? start : pieces.get(pieces.size() - 1).ball();
  }

  /** The time up to which the trajectory is enclosed. */
  public double time() {
    return pieces.isEmpty() ? 0 : pieces.get(pieces.size() - 1).to();
  }

  /** Encloses step by step. */
  private static final class Run {

    private final Target<IntervalMatrix> target;
    private final Dynamics dynamics;
    private final EnclosureLimits limits;
    private final Predicate<WeightBall> isFound;
    private final List<Piece> pieces = new ArrayList<>();
    private double time;
    private WeightBall ball;

    Run(
        Instance instance,
        Dynamics dynamics,
        EnclosureLimits limits,
        Predicate<WeightBall> isFound,
        WeightBall start) {
      target = instance.target(IntervalAlgebra.INSTANCE);
      this.dynamics = dynamics;
      this.limits = limits;
      this.isFound = isFound;
      ball = start;
    }

    End to(double horizon) {
      double step = Math.scalb(1.0, Math.getExponent(horizon));
      int sameLength = 0;
      while (time < horizon) {
        if (pieces.size() >= limits.maxSteps()) {
          return End.STEP_LIMIT;
        }
        Optional<Piece> next = Optional.empty();
        for (int i = 0; i < HALVINGS && next.isEmpty(); i++) {
          next = attempt(step);
          step = next.isEmpty() ? step / 2 : step;
          sameLength = next.isEmpty() ? 0 : sameLength + 1;
        }
        if (next.isEmpty()) {
          return End.STEP_TOO_SMALL;
        }
        if (!(next.get().ball().radius() <= limits.widest())) {
          return End.TOO_WIDE;
        }
        pieces.add(next.get());
        time = next.get().to();
        ball = next.get().ball();
        if (isFound.test(ball)) {
          return End.STOPPED;
        }
        if (sameLength == PATIENCE) {
          step *= 2;
          sameLength = 0;
        }
      }
      return End.REACHED_HORIZON;
    }

    /** A step of this length, if it can be validated and loses no more than allowed. */
    private Optional<Piece> attempt(double step) {
      double end = time + step;
      if (end - time != step || end - step != time) {
        return Optional.empty();
      }
      Optional<Weights<IntervalMatrix>> box = Enclosure.box(target, ball.box(), dynamics, step);
      if (box.isEmpty()) {
        return Optional.empty();
      }
      Weights<IntervalMatrix> reached =
          Enclosure.end(target, ball.point(), box.get(), dynamics, step, limits.order());
      if (!reached.layers().stream().allMatch(IntervalMatrix::isBounded)) {
        return Optional.empty();
      }
      WeightBall center = WeightBall.around(reached);
      if (!(center.radius() <= limits.local() * (1 + Math.sqrt(norm(center))))) {
        return Optional.empty();
      }
      double radius = grown(box.get(), step).add(Interval.point(center.radius())).high();
      return Optional.of(new Piece(time, end, box.get(), new WeightBall(center.center(), radius)));
    }

    /** Contains the distance, after a step, of members of the ball from its center. */
    private Interval grown(Weights<IntervalMatrix> box, double step) {
      if (ball.radius() == 0) {
        return Interval.ZERO;
      }
      Interval rate = Interval.point(Expansion.rate(target, box, dynamics));
      return rate.multiply(Interval.point(step)).exp().multiply(Interval.point(ball.radius()));
    }

    private static double norm(WeightBall ball) {
      return ball.center().normSquared().toScalar();
    }
  }
}
