package deeplinear.algebra;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.apache.commons.math3.fraction.BigFraction;

/** An immutable matrix of intervals: the set of all real matrices with entries in them. */
public final class IntervalMatrix {

  private final int rows;
  private final int columns;
  private final Interval[] entries;

  private IntervalMatrix(int rows, int columns, Interval[] entries) {
    this.rows = rows;
    this.columns = columns;
    this.entries = entries;
  }

  /** The matrix with the given entries, row by row. */
  public static IntervalMatrix of(int rows, int columns, List<Interval> entriesByRow) {
    if (entriesByRow.size() != rows * columns) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "a %d × %d matrix does not have %d entries",
              rows,
              columns,
              entriesByRow.size()));
    }
    return new IntervalMatrix(rows, columns, entriesByRow.toArray(Interval[]::new));
  }

  /** The matrix whose intervals are points. */
  public static IntervalMatrix point(RealMatrix a) {
    return new IntervalMatrix(
        a.rows(),
        a.columns(),
        Arrays.stream(a.toArray()).mapToObj(Interval::point).toArray(Interval[]::new));
  }

  /** Number of rows. */
  public int rows() {
    return rows;
  }

  /** Number of columns. */
  public int columns() {
    return columns;
  }

  /** The entry at (row, column), both from 0. */
  public Interval entry(int row, int column) {
    Shapes.requireInside(rows, columns, row, column, 1, 1);
    return entries[row * columns + column];
  }

  /** The value of a 1 × 1 matrix. */
  public Interval toScalar() {
    Shapes.requireEqual("read as a scalar", rows, columns, 1, 1);
    return entries[0];
  }

  /** All entries, row by row. */
  public List<Interval> entries() {
    return List.of(entries);
  }

  /** Whether every entry of the rational matrix, of the same shape, lies in its interval. */
  public boolean contains(RationalMatrix a) {
    Shapes.requireEqual("compare", rows, columns, a.rows(), a.columns());
    List<BigFraction> values = a.entries();
    return IntStream.range(0, entries.length).allMatch(i -> entries[i].contains(values.get(i)));
  }

  /** Whether all entries are bounded. */
  public boolean isBounded() {
    return Arrays.stream(entries).allMatch(Interval::isBounded);
  }

  /**
   * A member near the middle.
   *
   * @throws IllegalArgumentException if an entry is unbounded
   */
  public RealMatrix midpoint() {
    return RealMatrix.of(
        rows, columns, Arrays.stream(entries).mapToDouble(Interval::midpoint).toArray());
  }

  /** At least the Frobenius norm of every member. */
  public double norm() {
    return IntervalAlgebra.INSTANCE.normSquared(this).toScalar().sqrt().high();
  }

  /** The matrix whose entries are the images of this one's. */
  public IntervalMatrix map(UnaryOperator<Interval> function) {
    return new IntervalMatrix(
        rows, columns, Arrays.stream(entries).map(function).toArray(Interval[]::new));
  }

  /** The matrix that combines the entries of two matrices of one shape. */
  public IntervalMatrix zip(IntervalMatrix other, BinaryOperator<Interval> function) {
    Shapes.requireEqual("combine", rows, columns, other.rows, other.columns);
    Interval[] result = new Interval[entries.length];
    Arrays.setAll(result, i -> function.apply(entries[i], other.entries[i]));
    return new IntervalMatrix(rows, columns, result);
  }

  /**
   * The product with a matrix of as many rows as this one has columns. Each entry is the sum of
   * {@link Interval#multiply products} as {@link Interval#add} adds them, without an object for
   * every term; terms that are exactly 0 are left out, and so is the addition of the first to 0.
   */
  IntervalMatrix times(IntervalMatrix other) {
    Shapes.requireChained(rows, columns, other.rows, other.columns);
    Interval[] product = new Interval[rows * other.columns];
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < other.columns; j++) {
        double low = 0;
        double high = 0;
        for (int k = 0; k < columns; k++) {
          Interval x = entries[i * columns + k];
          Interval y = other.entries[k * other.columns + j];
          if (isZero(x) || isZero(y)) {
            continue;
          }
          double a = x.low() * y.low();
          double b = x.low() * y.high();
          double c = x.high() * y.low();
          double d = x.high() * y.high();
          double termLow = down(Math.min(Math.min(a, b), Math.min(c, d)));
          double termHigh = up(Math.max(Math.max(a, b), Math.max(c, d)));
          boolean first = low == 0 && high == 0;
          low = first ? termLow : down(low + termLow);
          high = first ? termHigh : up(high + termHigh);
        }
        product[i * other.columns + j] = new Interval(low, high);
      }
    }
    return new IntervalMatrix(rows, other.columns, product);
  }

  private static boolean isZero(Interval x) {
    return x.low() == 0 && x.high() == 0;
  }

  /** Below every number that is rounded to x; NaN, from ∞ − ∞ or 0 · ∞, says nothing. */
  private static double down(double x) {
    return Double.isNaN(x) ? Double.NEGATIVE_INFINITY : Math.nextDown(x);
  }

  private static double up(double x) {
    return Double.isNaN(x) ? Double.POSITIVE_INFINITY : Math.nextUp(x);
  }

  /** Whether {@code other} lies entry by entry in the interior of this matrix. */
  public boolean containsInInterior(IntervalMatrix other) {
    Shapes.requireEqual("compare", rows, columns, other.rows, other.columns);
    return IntStream.range(0, entries.length)
        .allMatch(i -> entries[i].containsInInterior(other.entries[i]));
  }
}
