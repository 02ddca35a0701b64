package deeplinear.landscape;

import deeplinear.algebra.RationalAlgebra;
import deeplinear.algebra.RationalMatrix;
import java.util.List;
import java.util.Locale;
import org.apache.commons.math3.fraction.BigFraction;

/**
 * A target whose singular value decomposition is known exactly, Σ = U diag(s) Vᵀ.
 *
 * @param left U, orthogonal of order d_h
 * @param values s_1 ≥ … ≥ s_p &gt; 0, p ≤ min(d_0, d_h)
 * @param right V, orthogonal of order d_0
 */
public record SpectralTarget(RationalMatrix left, List<BigFraction> values, RationalMatrix right) {

  private static final RationalAlgebra Q = RationalAlgebra.INSTANCE;

  /**
   * Checks orthogonality and order.
   *
   * @throws IllegalArgumentException if U or V is not orthogonal, or the values are not positive
   *     and descending, or there are too many of them
   */
  public SpectralTarget {
    values = List.copyOf(values);
    for (RationalMatrix basis : List.of(left, right)) {
      if (basis.rows() != basis.columns()
          || !Q.multiply(Q.transpose(basis), basis).equals(Q.identity(basis.columns()))) {
        throw new IllegalArgumentException("an orthogonal matrix is expected, not " + basis);
      }
    }
    for (int k = 0; k < values.size(); k++) {
      if (values.get(k).compareTo(BigFraction.ZERO) <= 0
          || (k > 0 && values.get(k).compareTo(values.get(k - 1)) > 0)) {
        throw new IllegalArgumentException(
            "singular values are positive and descend, but these are " + values);
      }
    }
    if (values.size() > Math.min(left.rows(), right.rows())) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "a %d × %d target has no %d singular values",
              left.rows(),
              right.rows(),
              values.size()));
    }
  }

  /** The target diag(s), d_h × d_0, in the standard bases. */
  public static SpectralTarget diagonal(int outputs, int inputs, List<BigFraction> values) {
    return new SpectralTarget(Q.identity(outputs), values, Q.identity(inputs));
  }

  /** p, the rank of Σ. */
  public int rank() {
    return values.size();
  }

  /** Σ, d_h × d_0. */
  public RationalMatrix matrix() {
    RationalMatrix middle = RationalMatrix.diagonal(left.rows(), right.rows(), values);
    return Q.multiply(Q.multiply(left, middle), Q.transpose(right));
  }

  /** u_k as a column, 1 ≤ k ≤ d_h. */
  public RationalMatrix leftVector(int k) {
    return Q.block(left, 0, k - 1, left.rows(), 1);
  }

  /** v_k as a column, 1 ≤ k ≤ d_0. */
  public RationalMatrix rightVector(int k) {
    return Q.block(right, 0, k - 1, right.rows(), 1);
  }
}
