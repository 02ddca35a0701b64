package deeplinear.algebra;

/**
 * How long the fractions of a matrix can be: entries are at most 2^bits in absolute value, and
 * integers when multiplied by d^degree, where d is the base of a {@link HeightAlgebra}.
 *
 * @param rows number of rows
 * @param columns number of columns
 * @param bits at least 0
 * @param degree at least 0
 */
record Height(int rows, int columns, long bits, long degree) {

  Height plus(Height other) {
    return new Height(
        rows, columns, Math.max(bits, other.bits) + 1, Math.max(degree, other.degree));
  }

  /** The height of sums of so many products of entries. */
  Height times(Height other, int newRows, int newColumns, long terms) {
    return new Height(newRows, newColumns, bits + other.bits + log2(terms), degree + other.degree);
  }

  Height shaped(int newRows, int newColumns) {
    return new Height(newRows, newColumns, bits, degree);
  }

  /** The smallest b with n ≤ 2^b. */
  static long log2(long n) {
    return n <= 1 ? 0 : Long.SIZE - Long.numberOfLeadingZeros(n - 1);
  }
}
