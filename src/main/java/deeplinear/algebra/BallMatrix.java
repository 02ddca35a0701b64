package deeplinear.algebra;

import java.util.List;
import java.util.Locale;
import org.apache.commons.math3.fraction.BigFraction;

/**
 * All real matrices A with ‖A − center‖_F ≤ radius. Unlike a box of intervals, a ball of radius r
 * does not grow to r√(mn) where nothing but a norm is known.
 */
public final class BallMatrix {

  private final RealMatrix center;
  private final double radius;
  private final double scale;
  private final double norm;

  /**
   * The ball around a matrix; a center that is not finite tells nothing, so that the radius becomes
   * infinite.
   *
   * @param radius at least 0; NaN counts as infinite
   * @param scale the size of the terms before they cancelled
   */
  public BallMatrix(RealMatrix center, double radius, double scale) {
    this(center, radius, scale, frobenius(center));
  }

  private BallMatrix(RealMatrix center, double radius, double scale, double norm) {
    if (radius < 0) {
      throw new IllegalArgumentException("a radius is at least 0, unlike " + radius);
    }
    this.center = center;
    this.norm = norm;
    this.scale = scale;
    this.radius =
        radius < Double.POSITIVE_INFINITY && norm < Double.POSITIVE_INFINITY
            ? radius
            : Double.POSITIVE_INFINITY;
  }

  /** The ball around a matrix whose terms did not cancel: its scale is its norm. */
  public static BallMatrix around(RealMatrix center, double radius) {
    double norm = frobenius(center);
    return new BallMatrix(center, radius, norm, norm);
  }

  /** At least ‖a‖_F: the squares and their sum have at most one rounding for each entry and one. */
  private static double frobenius(RealMatrix a) {
    double[] x = a.entries();
    int n = a.rows() * a.columns();
    double squares = 0;
    boolean isZero = true;
    for (int i = 0; i < n; i++) {
      squares += x[i] * x[i];
      isZero &= x[i] == 0;
    }
    if (isZero) {
      return 0;
    }
    double norm = Upward.root(Upward.plus(Upward.sum(squares, n), Upward.underflow(n)));
    return Double.isNaN(norm) ? Double.POSITIVE_INFINITY : norm;
  }

  /** The same matrices, of which is known that they are nearer to the center. */
  public BallMatrix within(double smaller) {
    return new BallMatrix(center, Math.min(radius, smaller), scale, norm);
  }

  /** The ball around the same center whose radius is larger by at least this. */
  BallMatrix wider(double by) {
    return new BallMatrix(center, Upward.plus(radius, by), scale, norm);
  }

  /** The center alone. */
  public BallMatrix point() {
    return new BallMatrix(center, 0, scale, norm);
  }

  /** The transposed matrices. */
  BallMatrix transposed() {
    RealMatrix flipped = RealAlgebra.INSTANCE.transpose(center);
    return new BallMatrix(flipped, radius, scale, norm);
  }

  /** The center. */
  public RealMatrix center() {
    return center;
  }

  /** The radius, +∞ if nothing is known. */
  public double radius() {
    return radius;
  }

  /**
   * What the norm of the center would be, had no terms canceled: sums of norms for sums and
   * differences, products of norms for products. A size to compare with, not a bound.
   */
  public double scale() {
    return scale;
  }

  /** At least ‖center‖_F. */
  public double norm() {
    return norm;
  }

  /** At least the Frobenius norm of every member. */
  public double magnitude() {
    return Upward.plus(norm, radius);
  }

  /**
   * The Frobenius norms of all members, 1 × 1: norms differ by at most the norm of a difference.
   * The center is {@link #norm()}, which exceeds the norm of the center by less than 2γ_{n+8} of
   * itself and the underflow, for n entries.
   */
  public BallMatrix frobeniusNorm() {
    double n = (double) center.rows() * center.columns();
    double rounding =
        norm == 0
            ? 0
            : Upward.plus(
                Upward.times(2 * Upward.gamma(n + 8), norm), Upward.root(Upward.underflow(4 * n)));
    RealMatrix value = RealMatrix.of(1, 1, new double[] {norm});
    return new BallMatrix(value, Upward.plus(radius, rounding), scale);
  }

  /** At least the largest singular value of the center, for ‖A‖₂² ≤ ‖A‖₁ ‖A‖_∞. */
  double spectralNorm() {
    double[] x = center.entries();
    int m = center.rows();
    int n = center.columns();
    double[] columns = new double[n];
    double largestRow = 0;
    for (int i = 0; i < m; i++) {
      double row = 0;
      for (int j = 0; j < n; j++) {
        double size = Math.abs(x[i * n + j]);
        row += size;
        columns[j] += size;
      }
      largestRow = Math.max(largestRow, row);
    }
    double largestColumn = 0;
    for (double column : columns) {
      largestColumn = Math.max(largestColumn, column);
    }
    double product = Upward.times(Upward.sum(largestRow, n), Upward.sum(largestColumn, m));
    return Math.min(norm, Upward.root(product));
  }

  /** An interval that contains the value of every member of 1 × 1 matrices. */
  public Interval toInterval() {
    return radius < Double.POSITIVE_INFINITY
        ? Interval.point(center.toScalar()).widen(radius)
        : Interval.LINE;
  }

  /** Whether a rational matrix of this shape is a member, decided exactly. */
  public boolean contains(RationalMatrix a) {
    Shapes.requireEqual("compare", center.rows(), center.columns(), a.rows(), a.columns());
    if (radius == Double.POSITIVE_INFINITY) {
      return true;
    }
    BigFraction sum = BigFraction.ZERO;
    List<BigFraction> entries = a.entries();
    for (int i = 0; i < entries.size(); i++) {
      BigFraction difference = entries.get(i).subtract(Rationals.exactly(center.entries()[i]));
      sum = sum.add(difference.multiply(difference));
    }
    BigFraction r = Rationals.exactly(radius);
    return sum.compareTo(r.multiply(r)) <= 0;
  }

  /** The center, and the radius. */
  @Override
  public String toString() {
    return String.format(Locale.ROOT, "%s ± %.2e", center, radius);
  }
}
