package deeplinear.algebra;

import java.util.stream.IntStream;
import org.apache.commons.math3.fraction.BigFraction;

/**
 * Matrices of every shape over one kind of number. Each mathematical object of the project is
 * written once against this interface and can then be evaluated in floating point, in rationals, in
 * a prime field, in intervals or on truncated power series.
 *
 * <p>Matrices are immutable: no operation modifies its arguments. A scalar is a 1 × 1 matrix.
 * Shapes with a zero dimension are legal. Operations on shapes that do not fit throw {@link
 * IllegalArgumentException} naming both shapes.
 *
 * @param <M> the matrix type
 */
public interface Algebra<M> {

  /** The name of the numbers, for reports: {@code "rational"}, {@code "interval"} … */
  String name();

  /**
   * The image of an exact matrix: itself, nearest, enclosing or residue, as the numbers require.
   */
  M lift(RationalMatrix exact);

  /** Number of rows of {@code a}. */
  int rows(M a);

  /** Number of columns of {@code a}. */
  int columns(M a);

  /** {@code a + b}, both of one shape. */
  M add(M a, M b);

  /** {@code a − b}, both of one shape. */
  M subtract(M a, M b);

  /** {@code a b}, where {@code a} is m × k and {@code b} is k × n. */
  M multiply(M a, M b);

  /** {@code aᵀ}. */
  M transpose(M a);

  /** {@code c a} for a rational {@code c}. */
  M scale(BigFraction c, M a);

  /** The trace of the square matrix {@code a}, as a 1 × 1 matrix. */
  M trace(M a);

  /** The {@code rows × columns} submatrix of {@code a} whose upper left entry is (row, column). */
  M block(M a, int row, int column, int rows, int columns);

  /** A copy of {@code a} in which {@code block} replaces the entries from (row, column) on. */
  M insert(M a, int row, int column, M block);

  /** The zero matrix. */
  default M zeros(int rows, int columns) {
    return lift(RationalMatrix.zeros(rows, columns));
  }

  /** The identity matrix of order n. */
  default M identity(int n) {
    return lift(RationalMatrix.identity(n));
  }

  /** {@code a^k} for a square {@code a} and k ≥ 0; {@code a^0} is the identity. */
  default M power(M a, int k) {
    Shapes.requireSquare(rows(a), columns(a));
    if (k < 0) {
      throw new IllegalArgumentException("an exponent k ≥ 0 is expected, not " + k);
    }
    return IntStream.range(0, k)
        .mapToObj(i -> a)
        .reduce(this::multiply)
        .orElseGet(() -> identity(rows(a)));
  }

  /**
   * The inner product ⟨a, b⟩ = tr(aᵀ b) = Σ a_ij b_ij of two matrices of one shape, as a 1 × 1
   * matrix. Where matrices have entries, it takes one product for each.
   */
  default M inner(M a, M b) {
    return trace(multiply(transpose(a), b));
  }

  /** The squared Frobenius norm of {@code a}, as a 1 × 1 matrix. */
  default M normSquared(M a) {
    return inner(a, a);
  }
}
