package deeplinear.algebra;

import org.apache.commons.math3.fraction.BigFraction;

/**
 * A closed interval of reals that is known to contain the value it stands for. Every operation
 * rounds outward: its result contains all results on members of its arguments. Overflow widens to
 * infinite endpoints; an endpoint is never NaN.
 *
 * @param low the lower endpoint, possibly −∞
 * @param high the upper endpoint, possibly +∞
 */
public record Interval(double low, double high) {

  /** The whole real line. */
  public static final Interval LINE =
      new Interval(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);

  /** Integers of so many bits are doubles. */
  private static final int EXACT_BITS = 53;

  /** The point 0. */
  public static final Interval ZERO = new Interval(0, 0);

  /** Requires low ≤ high, which also excludes NaN. */
  public Interval {
    if (!(low <= high)) {
      throw new IllegalArgumentException("an interval needs low ≤ high, not " + low + ", " + high);
    }
  }

  /** The interval of one double, exactly. */
  public static Interval point(double x) {
    return new Interval(x, x);
  }

  /** An interval around a rational: a point if it is a double, else at most 2 ulp wide. */
  public static Interval enclosing(BigFraction x) {
    if (x.getNumerator().bitLength() <= EXACT_BITS
        && x.getDenominator().bitLength() <= EXACT_BITS) {
      long denominator = x.getDenominator().longValue();
      double quotient = x.getNumerator().doubleValue() / denominator;
      boolean isExact = Long.bitCount(denominator) == 1;
      return isExact ? point(quotient) : outward(quotient, quotient);
    }
    double nearest = Rationals.toDouble(x);
    if (Double.isFinite(nearest) && Rationals.exactly(nearest).equals(x)) {
      return point(nearest);
    }
    return outward(nearest, nearest);
  }

  /** Whether x lies in the interval; false for NaN. */
  public boolean contains(double x) {
    return low <= x && x <= high;
  }

  /** Whether the rational x lies in the interval. */
  public boolean contains(BigFraction x) {
    return (low == Double.NEGATIVE_INFINITY || Rationals.exactly(low).compareTo(x) <= 0)
        && (high == Double.POSITIVE_INFINITY || x.compareTo(Rationals.exactly(high)) <= 0);
  }

  /** Whether {@code other} lies in the interior of this interval. */
  public boolean containsInInterior(Interval other) {
    return low < other.low && other.high < high;
  }

  /** {@code this + other}. */
  public Interval add(Interval other) {
    return outward(low + other.low, high + other.high);
  }

  /** {@code −this}, exactly. */
  public Interval negate() {
    return new Interval(-high, -low);
  }

  /** {@code this · other}; an endpoint product 0 · ∞ is NaN and widens to the whole line. */
  public Interval multiply(Interval other) {
    if (equals(ZERO) || other.equals(ZERO)) {
      return ZERO;
    }
    double a = low * other.low;
    double b = low * other.high;
    double c = high * other.low;
    double d = high * other.high;
    return outward(
        Math.min(Math.min(a, b), Math.min(c, d)), Math.max(Math.max(a, b), Math.max(c, d)));
  }

  /** The square, which is never negative. */
  public Interval square() {
    double smallest = contains(0) ? 0 : Math.min(Math.abs(low), Math.abs(high));
    double largest = Math.max(Math.abs(low), Math.abs(high));
    return new Interval(
        Math.max(0, Math.nextDown(smallest * smallest)), Math.nextUp(largest * largest));
  }

  /** {@code this / other}; the whole line if {@code other} contains 0. */
  public Interval divide(Interval other) {
    if (other.contains(0)) {
      return LINE;
    }
    double a = low / other.low;
    double b = low / other.high;
    double c = high / other.low;
    double d = high / other.high;
    return outward(
        Math.min(Math.min(a, b), Math.min(c, d)), Math.max(Math.max(a, b), Math.max(c, d)));
  }

  /**
   * The square root of the members that have one.
   *
   * @throws IllegalArgumentException if no member has one
   */
  public Interval sqrt() {
    if (!(high >= 0)) {
      throw new IllegalArgumentException(this + " has no square root");
    }
    return new Interval(low > 0 ? Math.nextDown(Math.sqrt(low)) : 0, Math.nextUp(Math.sqrt(high)));
  }

  /** The exponential, which is never negative; the library's is wrong by at most one ulp. */
  public Interval exp() {
    return new Interval(
        Math.max(0, Math.nextDown(Math.nextDown(StrictMath.exp(low)))),
        Math.nextUp(Math.nextUp(StrictMath.exp(high))));
  }

  /** e^x − 1, without cancellation near 0; never below −1. */
  public Interval expm1() {
    return new Interval(
        Math.max(-1, Math.nextDown(Math.nextDown(StrictMath.expm1(low)))),
        Math.nextUp(Math.nextUp(StrictMath.expm1(high))));
  }

  /**
   * The logarithm of the members that have one.
   *
   * @throws IllegalArgumentException if no member has one
   */
  public Interval log() {
    if (!(high > 0)) {
      throw new IllegalArgumentException(this + " has no logarithm");
    }
    return new Interval(
        low > 0 ? Math.nextDown(Math.nextDown(StrictMath.log(low))) : Double.NEGATIVE_INFINITY,
        Math.nextUp(Math.nextUp(StrictMath.log(high))));
  }

  /**
   * The logarithm of 1 + x for the members that have one, without cancellation near 0.
   *
   * @throws IllegalArgumentException if no member has one
   */
  public Interval log1p() {
    if (!(high > -1)) {
      throw new IllegalArgumentException("1 + " + this + " has no logarithm");
    }
    return new Interval(
        low > -1 ? Math.nextDown(Math.nextDown(StrictMath.log1p(low))) : Double.NEGATIVE_INFINITY,
        Math.nextUp(Math.nextUp(StrictMath.log1p(high))));
  }

  /** The largest absolute value of a member. */
  public double magnitude() {
    return Math.max(Math.abs(low), Math.abs(high));
  }

  /** Whether both endpoints are finite. */
  public boolean isBounded() {
    return magnitude() < Double.POSITIVE_INFINITY;
  }

  /** A member near the middle of a bounded interval. */
  public double midpoint() {
    if (!isBounded()) {
      throw new IllegalArgumentException(this + " has no middle");
    }
    return Math.min(high, Math.max(low, low / 2 + high / 2));
  }

  /** The smallest interval that contains both. */
  public Interval hull(Interval other) {
    return new Interval(Math.min(low, other.low), Math.max(high, other.high));
  }

  /**
   * What two intervals that enclose the same value have in common.
   *
   * @throws IllegalArgumentException if that is nothing, so that they can't
   */
  public Interval intersect(Interval other) {
    return new Interval(Math.max(low, other.low), Math.min(high, other.high));
  }

  /** The interval widened on both sides by at least {@code by} ≥ 0. */
  public Interval widen(double by) {
    return outward(low - by, high + by);
  }

  /** high − low, rounded up. */
  public double width() {
    return Math.nextUp(high - low);
  }

  /** The neighbours of two sums or products rounded to nearest; NaN means that nothing is known. */
  private static Interval outward(double low, double high) {
    return new Interval(
        Double.isNaN(low) ? Double.NEGATIVE_INFINITY : Math.nextDown(low),
        Double.isNaN(high) ? Double.POSITIVE_INFINITY : Math.nextUp(high));
  }
}
