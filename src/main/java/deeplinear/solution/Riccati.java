package deeplinear.solution;

import deeplinear.algebra.RealAlgebra;
import deeplinear.algebra.RealMatrix;
import deeplinear.algebra.Spectrum;
import deeplinear.algebra.Spectrum.Eigenpairs;
import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.LUDecomposition;

/**
 * The closed solution at depth 2 with C_1 = λI. With Q = [W_1ᵀ; W_2], (d_0 + d_2) × d_1, and F =
 * [[−λ/2 I, Σᵀ], [Σ, λ/2 I]], the Gram matrix P = QQᵀ solves Ṗ = FP + PF − P², so that
 *
 * <p>QQᵀ(t) = e^{Ft} Q_0 [I + Q_0ᵀ (∫_0^t e^{2Fs} ds) Q_0]^{-1} Q_0ᵀ e^{Ft}
 *
 * <p>for any widths, F singular or not. Source: [BDM22], [D24].
 */
public final class Riccati {

  private static final RealAlgebra R = RealAlgebra.INSTANCE;

  /** Rounded operations on the longest way from input to result, generously counted. */
  private static final int PRODUCTS = 16;

  private final RealMatrix start;
  private final Eigenpairs eigen;

  /**
   * The solution from given weights.
   *
   * @param target Σ, d_2 × d_0
   * @param first W_1, d_1 × d_0
   * @param second W_2, d_2 × d_1
   * @param lambda λ, where W_2ᵀW_2 − W_1W_1ᵀ = λI
   */
  public Riccati(RealMatrix target, RealMatrix first, RealMatrix second, double lambda) {
    int inputs = target.columns();
    int outputs = target.rows();
    int n = inputs + outputs;
    start = stack(R.transpose(first), second);
    double[] f = new double[n * n];
    for (int i = 0; i < n; i++) {
      f[i * n + i] = i < inputs ? -lambda / 2 : lambda / 2;
    }
    RealMatrix corner = R.insert(RealMatrix.of(n, n, f), inputs, 0, target);
    eigen = Spectrum.eigenpairs(R.insert(corner, 0, inputs, R.transpose(target)));
  }

  /** Q = [W_1ᵀ; W_2] for given weights. */
  public static RealMatrix stack(RealMatrix firstTransposed, RealMatrix second) {
    int rows = firstTransposed.rows() + second.rows();
    RealMatrix upper = R.insert(R.zeros(rows, second.columns()), 0, 0, firstTransposed);
    return R.insert(upper, firstTransposed.rows(), 0, second);
  }

  /**
   * QQᵀ at time t, of order d_0 + d_2: W_1ᵀW_1 and W_2W_2ᵀ on the diagonal, W = W_2W_1 below it.
   */
  public RealMatrix gram(double t) {
    RealMatrix propagated = R.multiply(function(x -> Math.exp(x * t)), start);
    RealMatrix integral = function(x -> x == 0 ? t : Math.expm1(2 * x * t) / (2 * x));
    RealMatrix inner = R.multiply(R.multiply(R.transpose(start), integral), start);
    RealMatrix inverse = inverse(R.add(R.identity(inner.rows()), inner));
    return R.multiply(R.multiply(propagated, inverse), R.transpose(propagated));
  }

  /**
   * A bound on the rounding error of {@link #gram}, in the Frobenius norm. Each of the few products
   * of order n loses at most nε of its factors' norms; the inverse has norm at most 1, for its
   * argument is I plus a positive semidefinite matrix, so it passes on what that argument lost.
   */
  public double error(double t) {
    double norm = 0;
    for (double x : eigen.values()) {
      norm = Math.max(norm, Math.abs(x));
    }
    int n = start.rows();
    double growth = Math.exp(2 * norm * t);
    double size = start.norm() * start.norm();
    return PRODUCTS * n * n * Math.ulp(1.0) * growth * size * (1 + t * growth * size);
  }

  /** f(F) through the eigenvectors of F. */
  private RealMatrix function(DoubleUnaryOperator f) {
    int n = start.rows();
    double[] diagonal = new double[n * n];
    for (int i = 0; i < n; i++) {
      diagonal[i * n + i] = f.applyAsDouble(eigen.values()[i]);
    }
    RealMatrix v = eigen.vectors();
    return R.multiply(R.multiply(v, RealMatrix.of(n, n, diagonal)), R.transpose(v));
  }

  private static RealMatrix inverse(RealMatrix a) {
    Array2DRowRealMatrix copy = new Array2DRowRealMatrix(a.rows(), a.columns());
    for (int i = 0; i < a.rows(); i++) {
      for (int j = 0; j < a.columns(); j++) {
        copy.setEntry(i, j, a.entry(i, j));
      }
    }
    double[][] rows = new LUDecomposition(copy).getSolver().getInverse().getData();
    return RealMatrix.of(
        a.rows(), a.columns(), Arrays.stream(rows).flatMapToDouble(Arrays::stream).toArray());
  }
}
