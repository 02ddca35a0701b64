package deeplinear.algebra;

import org.apache.commons.math3.fraction.BigFraction;

/** Rational orthogonal matrices from rational skew-symmetric ones. */
public final class CayleyTransform {

  private CayleyTransform() {}

  /**
   * (I − K)^{-1}(I + K), orthogonal with determinant 1. I − K is never singular, for the
   * eigenvalues of a real skew K are imaginary.
   *
   * @param skew K, n × n with Kᵀ = −K
   * @throws IllegalArgumentException if K is not skew-symmetric
   */
  public static RationalMatrix of(RationalMatrix skew) {
    RationalAlgebra q = RationalAlgebra.INSTANCE;
    if (!q.transpose(skew).equals(q.scale(BigFraction.MINUS_ONE, skew))) {
      throw new IllegalArgumentException(
          "a skew-symmetric matrix is expected, but this is " + skew);
    }
    RationalMatrix identity = q.identity(skew.rows());
    return q.multiply(q.inverse(q.subtract(identity, skew)), q.add(identity, skew));
  }
}
