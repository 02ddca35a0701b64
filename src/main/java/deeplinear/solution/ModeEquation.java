package deeplinear.solution;

import static org.apache.commons.math3.fraction.BigFraction.ZERO;

import deeplinear.algebra.Interval;
import deeplinear.algebra.Rationals;
import java.util.Locale;
import org.apache.commons.math3.fraction.BigFraction;

/**
 * One mode of an aligned, balanced network: u̇ = h u^β (s − u), β = 2 − 2/h. Source: [SMG14].
 *
 * <p>Times are enclosed, for every depth and arbitrarily near the limit. With v = u/s, the time is
 * ∫ dv / (h s^β v^β (1 − v)). Below the limit that is the {@link PowerIntegral} with z = v, γ = 1 −
 * β; above it, with z = 1/v, the one with γ = β.
 *
 * @param depth h ≥ 1
 * @param limit s &gt; 0, the singular value towards which u moves
 */
public record ModeEquation(int depth, BigFraction limit) {

  /** Requires h ≥ 1 and a positive s. */
  public ModeEquation {
    if (depth < 1 || limit.compareTo(ZERO) <= 0) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "depth ≥ 1 and a positive limit are expected, not %d and %s",
              depth,
              Rationals.format(limit)));
    }
  }

  /** β = 2 − 2/h. */
  private Interval exponent() {
    return Interval.point(2 * depth - 2).divide(Interval.point(depth));
  }

  /** Contains u̇ at every u ≥ 0 of an interval. */
  public Interval velocity(Interval u) {
    Interval power =
        depth == 1
            ? Interval.point(1)
            : u.high() > 0 ? u.log().multiply(exponent()).exp() : Interval.ZERO;
    return Interval.point(depth)
        .multiply(power)
        .multiply(Interval.enclosing(limit).add(u.negate()));
  }

  /**
   * Contains the time from u = {@code from} to u = {@code to}, both positive and on one side of s;
   * negative if {@code to} comes before {@code from}.
   */
  public Interval time(BigFraction from, BigFraction to) {
    if (!(isPositive(from)
        && isPositive(to)
        && isPositive(from.subtract(limit).multiply(to.subtract(limit))))) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "both values must be positive and on one side of %s, unlike %s and %s",
              Rationals.format(limit),
              Rationals.format(from),
              Rationals.format(to)));
    }
    boolean isBelow = from.compareTo(limit) < 0;
    Interval integral =
        isBelow
            ? new PowerIntegral(2 - depth, depth).between(from.divide(limit), to.divide(limit))
            : new PowerIntegral(2 * depth - 2, depth).between(limit.divide(from), limit.divide(to));
    Interval unit = Interval.enclosing(limit).log().multiply(exponent()).exp();
    return integral.divide(unit.multiply(Interval.point(depth)));
  }

  /**
   * Contains u at a time after it was {@code from} &gt; 0, by bisection with {@link #time}, down to
   * neighboring doubles or to where the enclosed times do not tell any more.
   */
  public Interval at(BigFraction from, double time) {
    if (!isPositive(from) || !(time >= 0)) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "a positive start and a time that is not negative are expected, not %s and %s",
              Rationals.format(from),
              time));
    }
    Interval ends = Interval.enclosing(from);
    if (time == 0 || from.equals(limit)) {
      return ends;
    }
    boolean isRising = from.compareTo(limit) < 0;
    Interval goal = Interval.enclosing(limit);
    double start = isRising ? ends.low() : ends.high();
    double end = isRising ? goal.high() : goal.low();
    double passed = bisect(from, time, start, end, true);
    double ahead = bisect(from, time, end, start, false);
    return new Interval(Math.min(passed, ahead), Math.max(passed, ahead));
  }

  /**
   * Moves {@code known} as near to {@code other} as it is certain that u has passed it, or that u
   * has not reached it, at the time.
   */
  private double bisect(BigFraction from, double time, double known, double other, boolean passed) {
    double certain = known;
    double rest = other;
    while (true) {
      double middle = certain / 2 + rest / 2;
      if (middle == certain || middle == rest) {
        return certain;
      }
      if (passed ? isPassed(from, time, middle) : isAhead(from, time, middle)) {
        certain = middle;
      } else {
        rest = middle;
      }
    }
  }

  private boolean isPassed(BigFraction from, double time, double u) {
    BigFraction to = Rationals.exactly(u);
    return !isPositive(to) || (side(to) == side(from) && time(from, to).high() <= time);
  }

  private boolean isAhead(BigFraction from, double time, double u) {
    BigFraction to = Rationals.exactly(u);
    return isPositive(to) && (side(to) != side(from) || time(from, to).low() >= time);
  }

  private int side(BigFraction u) {
    return Integer.signum(u.compareTo(limit));
  }

  private static boolean isPositive(BigFraction x) {
    return x.compareTo(ZERO) > 0;
  }
}
