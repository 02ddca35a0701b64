package deeplinear.algebra;

import org.apache.commons.math3.fraction.BigFraction;

/** Orthogonal matrices from skew-symmetric ones. */
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
    return of(RationalAlgebra.INSTANCE, skew);
  }

  /**
   * The same over any numbers, where I − K can be singular.
   *
   * @param skew K, n × n with Kᵀ = −K
   * @throws IllegalArgumentException if K is not skew-symmetric
   * @throws ArithmeticException if I − K is singular
   */
  public static <M> M of(ExactAlgebra<M> algebra, M skew) {
    if (!algebra.areEqual(algebra.transpose(skew), algebra.scale(BigFraction.MINUS_ONE, skew))) {
      throw new IllegalArgumentException(
          "a skew-symmetric matrix is expected, but this is " + skew);
    }
    M identity = algebra.identity(algebra.rows(skew));
    return algebra.multiply(
        algebra.inverse(algebra.subtract(identity, skew)), algebra.add(identity, skew));
  }
}
