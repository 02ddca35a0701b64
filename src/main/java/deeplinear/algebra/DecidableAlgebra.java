package deeplinear.algebra;

/**
 * An algebra in which equality is decidable, so that a claim checked in it needs no tolerance.
 *
 * @param <M> the matrix type
 */
public interface DecidableAlgebra<M> extends Algebra<M> {

  /** Whether {@code a} is zero. */
  boolean isZero(M a);

  /** Whether {@code a} and {@code b}, of one shape, are equal. */
  default boolean areEqual(M a, M b) {
    return isZero(subtract(a, b));
  }
}
