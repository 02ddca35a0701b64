package deeplinear.algebra;

/**
 * An algebra of matrices over a field with decidable equality: ranks and inverses are exact, too.
 *
 * @param <M> the matrix type
 */
public interface ExactAlgebra<M> extends DecidableAlgebra<M> {

  /** The rank of {@code a}. */
  int rank(M a);

  /**
   * The inverse of the square matrix {@code a}.
   *
   * @throws ArithmeticException if {@code a} is singular
   */
  M inverse(M a);
}
