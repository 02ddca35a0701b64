package deeplinear.algebra;

import java.math.BigInteger;
import org.apache.commons.math3.fraction.BigFraction;

/**
 * Midpoint–radius arithmetic in the Frobenius norm: the result of every operation contains the
 * results on all members of its arguments. Centers are computed in floating point, at the cost of
 * one real operation and a few norms; radii hold what is known of the arguments and all roundings
 * of the center, and are rounded upward.
 *
 * <p>With radii a and b, a product A B has the radius ‖A‖₂ b + a‖B‖₂ + ab, since ‖XY‖_F ≤
 * ‖X‖₂‖Y‖_F. So a product of layers that are all known up to e is known up to at most Π(‖W_i‖ + e)
 * − Π‖W_i‖.
 */
public final class BallAlgebra implements Algebra<BallMatrix> {

  /** The only instance; the algebra has no state. */
  public static final BallAlgebra INSTANCE = new BallAlgebra();

  private static final RealAlgebra R = RealAlgebra.INSTANCE;

  /** u, the largest relative error of one rounding. */
  private static final double UNIT = Math.ulp(1.0) / 2;

  private static final int EXACT_BITS = 53;
  private static final int SMALLEST_EXPONENT = 1000;

  private BallAlgebra() {}

  @Override
  public String name() {
    return "ball";
  }

  /** Of radius 0 if all entries are doubles, else with room for twice their rounding. */
  @Override
  public BallMatrix lift(RationalMatrix exact) {
    BallMatrix nearest = BallMatrix.around(R.lift(exact), 0);
    if (isExact(exact)) {
      return nearest;
    }
    int n = exact.rows() * exact.columns();
    double rounding = Upward.plus(Upward.times(2 * UNIT, nearest.norm()), Upward.underflow(n));
    return BallMatrix.around(nearest.center(), rounding);
  }

  /** Whether the entries are surely doubles. */
  private static boolean isExact(RationalMatrix a) {
    BigInteger denominator = a.denominator();
    if (denominator.bitCount() != 1 || denominator.bitLength() > SMALLEST_EXPONENT) {
      return false;
    }
    for (int i = 0; i < a.rows(); i++) {
      for (int j = 0; j < a.columns(); j++) {
        if (a.numerator(i, j).bitLength() > EXACT_BITS) {
          return false;
        }
      }
    }
    return true;
  }

  @Override
  public int rows(BallMatrix a) {
    return a.center().rows();
  }

  @Override
  public int columns(BallMatrix a) {
    return a.center().columns();
  }

  @Override
  public BallMatrix add(BallMatrix a, BallMatrix b) {
    return sum(R.add(a.center(), b.center()), a, b);
  }

  @Override
  public BallMatrix subtract(BallMatrix a, BallMatrix b) {
    return sum(R.subtract(a.center(), b.center()), a, b);
  }

  /** A sum is wrong by at most u times itself, also where it is subnormal: there it is exact. */
  private static BallMatrix sum(RealMatrix center, BallMatrix a, BallMatrix b) {
    double scale = a.scale() + b.scale();
    double radius = Upward.plus(a.radius(), b.radius());
    BallMatrix rounded = new BallMatrix(center, radius, scale);
    return a.norm() == 0 || b.norm() == 0
        ? rounded
        : rounded.wider(Upward.times(UNIT, rounded.norm()));
  }

  @Override
  public BallMatrix multiply(BallMatrix a, BallMatrix b) {
    RealMatrix center = R.multiply(a.center(), b.center());
    double radius = Upward.times(a.radius(), b.radius());
    if (b.radius() > 0) {
      radius = Upward.plus(radius, Upward.times(a.spectralNorm(), b.radius()));
    }
    if (a.radius() > 0) {
      radius = Upward.plus(radius, Upward.times(a.radius(), b.spectralNorm()));
    }
    double sums = (double) rows(a) * columns(b);
    radius = Upward.plus(radius, rounding(a, b, columns(a), sums));
    return new BallMatrix(center, radius, a.scale() * b.scale());
  }

  /** γ_n‖A‖‖B‖ and underflow for sums of n products each, formed from the centers. */
  private static double rounding(BallMatrix a, BallMatrix b, int n, double sums) {
    double sizes = Upward.times(a.norm(), b.norm());
    return sizes == 0
        ? 0
        : Upward.plus(Upward.times(Upward.gamma(n), sizes), Upward.underflow(n * sums));
  }

  @Override
  public BallMatrix transpose(BallMatrix a) {
    return a.transposed();
  }

  @Override
  public BallMatrix scale(BigFraction c, BallMatrix a) {
    Interval factor = Interval.enclosing(c);
    double width = factor.low() == factor.high() ? 0 : factor.width();
    double size = factor.magnitude();
    double radius = Upward.plus(Upward.times(size, a.radius()), Upward.times(width, a.magnitude()));
    BallMatrix scaled = new BallMatrix(R.scale(c, a.center()), radius, size * a.scale());
    double products = size == 0 || a.norm() == 0 ? 0 : (double) rows(a) * columns(a);
    return scaled.wider(Upward.plus(Upward.times(UNIT, scaled.norm()), Upward.underflow(products)));
  }

  /** |tr A| ≤ √n ‖A‖. */
  @Override
  public BallMatrix trace(BallMatrix a) {
    double root = Upward.root(rows(a));
    double radius =
        Upward.plus(
            Upward.times(root, a.radius()),
            Upward.times(Upward.times(Upward.gamma(rows(a)), root), a.norm()));
    return new BallMatrix(R.trace(a.center()), radius, root * a.scale());
  }

  @Override
  public BallMatrix block(BallMatrix a, int row, int column, int rows, int columns) {
    RealMatrix block = R.block(a.center(), row, column, rows, columns);
    return new BallMatrix(block, a.radius(), a.scale());
  }

  @Override
  public BallMatrix insert(BallMatrix a, int row, int column, BallMatrix block) {
    return new BallMatrix(
        R.insert(a.center(), row, column, block.center()),
        Upward.hypot(a.radius(), block.radius()),
        Math.hypot(a.scale(), block.scale()));
  }

  /** ‖A‖b + a‖B‖ + ab by Cauchy and Schwarz, without a product of matrices. */
  @Override
  public BallMatrix inner(BallMatrix a, BallMatrix b) {
    Shapes.requireEqual("pair", rows(a), columns(a), rows(b), columns(b));
    double[] x = a.center().entries();
    double[] y = b.center().entries();
    int n = rows(a) * columns(a);
    double sum = 0;
    for (int i = 0; i < n; i++) {
      sum += x[i] * y[i];
    }
    double radius =
        Upward.plus(Upward.times(a.magnitude(), b.radius()), Upward.times(a.radius(), b.norm()));
    return new BallMatrix(
        RealMatrix.of(1, 1, new double[] {sum}),
        Upward.plus(radius, rounding(a, b, n, 1)),
        a.scale() * b.scale());
  }
}
