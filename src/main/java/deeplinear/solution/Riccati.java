package deeplinear.solution;

import deeplinear.algebra.Algebra;
import deeplinear.algebra.EigenEnclosure;
import deeplinear.algebra.Interval;
import deeplinear.algebra.IntervalAlgebra;
import deeplinear.algebra.IntervalMatrix;
import deeplinear.algebra.RealAlgebra;
import deeplinear.algebra.RealMatrix;
import java.util.Arrays;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.DecompositionSolver;
import org.apache.commons.math3.linear.LUDecomposition;

/**
 * The closed solution at depth 2 with C_1 = λI. With Q = [W_1ᵀ; W_2], (d_0 + d_2) × d_1, and F =
 * [[−λ/2 I, Σᵀ], [Σ, λ/2 I]], the Gram matrix P = QQᵀ solves Ṗ = FP + PF − P², so that
 *
 * <p>P(t) = Y M^{−1} Yᵀ with Y = e^{Ft} Q_0, M = I + Q_0ᵀ (∫_0^t e^{2Fs} ds) Q_0
 *
 * <p>for any widths, F singular or not. Source: [BDM22], [D24]. All errors are enclosed:
 *
 * <ul>
 *   <li>F = U(Λ + E)Uᵀ by {@link EigenEnclosure}; with ε ≥ ‖E‖ and μ the largest of Λ and 0,
 *       ‖e^{(Λ+E)t} − e^{Λt}‖ ≤ tε e^{(μ+ε)t}, by Duhamel's formula, and ‖∫ e^{2(Λ+E)s} − e^{2Λs}
 *       ds‖ ≤ t²ε e^{2(μ+ε)t};
 *   <li>for any Z at all, P = YZ + ZᵀYᵀ − ZᵀMZ + (Yᵀ − MZ)ᵀ M^{−1} (Yᵀ − MZ); because M ⪰ I, the
 *       entries of the last term are at most the products of the column norms of Yᵀ − MZ. So an
 *       inverse in floating point is good enough to find Z, and errors of Y and M enter with ‖Z‖ ≤
 *       ‖P‖^{1/2} alone.
 * </ul>
 */
public final class Riccati {

  private static final IntervalAlgebra I = IntervalAlgebra.INSTANCE;

  private final IntervalMatrix start;
  private final EigenEnclosure eigen;

  /**
   * The solution from given weights.
   *
   * @param target Σ, d_2 × d_0
   * @param first W_1, d_1 × d_0
   * @param second W_2, d_2 × d_1
   * @param lambda λ, where W_2ᵀW_2 − W_1W_1ᵀ = λI
   * @throws ArithmeticException if an entry of Σ or λ is unbounded
   */
  public Riccati(
      IntervalMatrix target, IntervalMatrix first, IntervalMatrix second, Interval lambda) {
    start = stack(I, I.transpose(first), second);
    eigen = EigenEnclosure.of(generator(target, lambda));
  }

  /** F, of order d_0 + d_2. */
  private static IntervalMatrix generator(IntervalMatrix target, Interval lambda) {
    int inputs = target.columns();
    int n = inputs + target.rows();
    Interval half = lambda.multiply(Interval.point(0.5));
    IntervalMatrix above = I.identity(inputs).map(half.negate()::multiply);
    IntervalMatrix below = I.identity(target.rows()).map(half::multiply);
    IntervalMatrix f = I.insert(I.zeros(n, n), 0, 0, above);
    f = I.insert(f, inputs, inputs, below);
    f = I.insert(f, inputs, 0, target);
    return I.insert(f, 0, inputs, I.transpose(target));
  }

  /** Q = [W_1ᵀ; W_2] for given weights. */
  public static <M> M stack(Algebra<M> algebra, M firstTransposed, M second) {
    int upper = algebra.rows(firstTransposed);
    M zeros = algebra.zeros(upper + algebra.rows(second), algebra.columns(second));
    return algebra.insert(algebra.insert(zeros, 0, 0, firstTransposed), upper, 0, second);
  }

  /**
   * Contains QQᵀ at a time, of order d_0 + d_2: W_1ᵀW_1 and W_2W_2ᵀ on the diagonal, W = W_2W_1
   * below it. Unbounded where exponentials overflow.
   *
   * @throws IllegalArgumentException if t is negative or NaN
   */
  public IntervalMatrix gram(double t) {
    if (!(t >= 0)) {
      throw new IllegalArgumentException("a time that is not negative is expected, not " + t);
    }
    IntervalMatrix y = I.multiply(exponential(t), start);
    IntervalMatrix transposed = I.transpose(start);
    IntervalMatrix m =
        I.add(I.identity(start.columns()), I.multiply(I.multiply(transposed, integral(t)), start));
    if (!m.isBounded() || !y.isBounded()) {
      return I.zeros(start.rows(), start.rows()).map(x -> Interval.LINE);
    }
    return quotient(y, m);
  }

  /** Contains e^{Ft}. */
  private IntervalMatrix exponential(double t) {
    Interval time = Interval.point(t);
    Interval error = time.multiply(Interval.point(eigen.defect())).multiply(growth(time));
    return eigen.function(x -> x.multiply(time).exp(), error.high());
  }

  /** Contains ∫_0^t e^{2Fs} ds. */
  private IntervalMatrix integral(double t) {
    Interval time = Interval.point(t);
    Interval doubled = time.multiply(Interval.point(2));
    Interval error =
        time.square().multiply(Interval.point(eigen.defect())).multiply(growth(doubled));
    return eigen.function(
        x ->
            x.contains(0)
                ? time
                : x.multiply(doubled).expm1().divide(x.multiply(Interval.point(2))),
        error.high());
  }

  /** e^{(μ+ε)t}. */
  private Interval growth(Interval time) {
    double largest = eigen.values().stream().mapToDouble(x -> x).reduce(0, Math::max);
    return Interval.point(largest).add(Interval.point(eigen.defect())).multiply(time).exp();
  }

  /** Contains Y M^{−1} Yᵀ for all members with M ⪰ I. */
  private static IntervalMatrix quotient(IntervalMatrix y, IntervalMatrix m) {
    IntervalMatrix z = IntervalMatrix.point(solution(m.midpoint(), y.midpoint()));
    IntervalMatrix mz = I.multiply(m, z);
    IntervalMatrix yz = I.multiply(y, z);
    IntervalMatrix sum = I.subtract(I.add(yz, I.transpose(yz)), I.multiply(I.transpose(z), mz));
    IntervalMatrix rest = I.subtract(I.transpose(y), mz);
    IntervalMatrix norms = I.zeros(1, y.rows());
    for (int i = 0; i < y.rows(); i++) {
      double norm = I.block(rest, 0, i, rest.rows(), 1).norm();
      norms = I.insert(norms, 0, i, I.identity(1).map(one -> Interval.point(norm)));
    }
    IntervalMatrix bounds = I.multiply(I.transpose(norms), norms);
    return sum.zip(bounds, (x, bound) -> x.widen(bound.high()));
  }

  /** Near M^{−1} Yᵀ, in floating point; 0, which is far, if M looks singular. */
  private static RealMatrix solution(RealMatrix m, RealMatrix y) {
    RealAlgebra r = RealAlgebra.INSTANCE;
    DecompositionSolver solver = new LUDecomposition(array(m)).getSolver();
    RealMatrix transposed = r.transpose(y);
    if (!solver.isNonSingular()) {
      return r.zeros(transposed.rows(), transposed.columns());
    }
    double[][] z = solver.solve(array(transposed)).getData();
    return RealMatrix.of(
        transposed.rows(),
        transposed.columns(),
        Arrays.stream(z).flatMapToDouble(Arrays::stream).toArray());
  }

  private static Array2DRowRealMatrix array(RealMatrix a) {
    double[][] rows = new double[a.rows()][a.columns()];
    for (int i = 0; i < a.rows(); i++) {
      for (int j = 0; j < a.columns(); j++) {
        rows[i][j] = a.entry(i, j);
      }
    }
    return new Array2DRowRealMatrix(rows, false);
  }
}
