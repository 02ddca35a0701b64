package deeplinear.algebra;

/**
 * An algebra in which equality is decidable, so that a claim checked in it needs no tolerance.
 *
 * @param <M> the matrix type
 */
public interface ExactAlgebra<M> extends Algebra<M> {

  /** Whether every entry of {@code a} is zero. */
  boolean isZero(M a);

  /** The rank of {@code a}. */
  int rank(M a);

  /**
   * The inverse of the square matrix {@code a}.
   *
   * @throws ArithmeticException if {@code a} is singular
   */
  M inverse(M a);

  /** Whether {@code a} and {@code b}, of one shape, have equal entries. */
  default boolean areEqual(M a, M b) {
    return isZero(subtract(a, b));
  }
}
