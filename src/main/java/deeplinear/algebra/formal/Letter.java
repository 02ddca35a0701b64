package deeplinear.algebra.formal;

import java.util.Comparator;
import java.util.Locale;

/**
 * A name that stands for an arbitrary matrix, or for its transpose. The shape is formal: equal
 * numbers stand for equal widths, and say nothing else. The width 1 alone means one, and only
 * scalars have it.
 *
 * @param name the name of the matrix
 * @param rows the formal number of rows, after transposition
 * @param columns the formal number of columns, after transposition
 * @param transposed whether the transpose of the named matrix is meant
 */
public record Letter(String name, int rows, int columns, boolean transposed)
    implements Comparable<Letter> {

  /** Shorter names first, so that W_2 precedes W_10. */
  private static final Comparator<Letter> ORDER =
      Comparator.<Letter>comparingInt(x -> x.name().length())
          .thenComparing(Letter::name)
          .thenComparing(Letter::transposed)
          .thenComparingInt(Letter::rows)
          .thenComparingInt(Letter::columns);

  /**
   * Checks the shape.
   *
   * @throws IllegalArgumentException if a width is not positive, or only one of them is 1
   */
  public Letter {
    if (rows < 1 || columns < 1 || (rows == 1) != (columns == 1)) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "a letter is 1 × 1, or both of its formal widths are at least 2, but %s is %d × %d",
              name,
              rows,
              columns));
    }
    if (transposed && rows == 1) {
      throw new IllegalArgumentException("the scalar " + name + " is its own transpose");
    }
  }

  /** An arbitrary matrix of a formal shape. */
  public static Letter matrix(String name, int rows, int columns) {
    return new Letter(name, rows, columns, false);
  }

  /** An arbitrary number. */
  public static Letter scalar(String name) {
    return new Letter(name, 1, 1, false);
  }

  /** Whether a number is meant. */
  public boolean isScalar() {
    return rows == 1;
  }

  /** The letter of the transpose; a scalar is its own. */
  public Letter transpose() {
    return isScalar() ? this : new Letter(name, columns, rows, !transposed);
  }

  @Override
  public int compareTo(Letter other) {
    return equals(other) ? 0 : ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return transposed ? name + "ᵀ" : name;
  }
}
