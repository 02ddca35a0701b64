package deeplinear.algebra;

import java.util.List;
import java.util.Locale;
import java.util.function.BinaryOperator;
import java.util.function.IntFunction;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.apache.commons.math3.fraction.BigFraction;

/** An immutable matrix of intervals: the set of all real matrices with entries in them. */
public final class IntervalMatrix {

  private final int rows;
  private final int columns;
  private final double[] low;
  private final double[] high;

  /** Keeps the arrays: low ≤ high, entry by entry, row by row. */
  private IntervalMatrix(int rows, int columns, double[] low, double[] high) {
    this.rows = rows;
    this.columns = columns;
    this.low = low;
    this.high = high;
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
    return build(rows, columns, entriesByRow::get);
  }

  /** The matrix of exact zeros. */
  static IntervalMatrix zeros(int rows, int columns) {
    return new IntervalMatrix(
        rows, columns, new double[rows * columns], new double[rows * columns]);
  }

  /** The matrix whose intervals are points. */
  public static IntervalMatrix point(RealMatrix a) {
    double[] x = a.toArray();
    return build(a.rows(), a.columns(), i -> Interval.point(x[i]));
  }

  private static IntervalMatrix build(int rows, int columns, IntFunction<Interval> entry) {
    double[] low = new double[rows * columns];
    double[] high = new double[rows * columns];
    for (int i = 0; i < low.length; i++) {
      Interval x = entry.apply(i);
      low[i] = x.low();
      high[i] = x.high();
    }
    return new IntervalMatrix(rows, columns, low, high);
  }

  private Interval at(int i) {
    return new Interval(low[i], high[i]);
  }

  private IntStream indices() {
    return IntStream.range(0, low.length);
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
    return at(row * columns + column);
  }

  /** The value of a 1 × 1 matrix. */
  public Interval toScalar() {
    Shapes.requireEqual("read as a scalar", rows, columns, 1, 1);
    return at(0);
  }

  /** All entries, row by row. */
  public List<Interval> entries() {
    return indices().mapToObj(this::at).toList();
  }

  /** Whether every entry of the rational matrix, of the same shape, lies in its interval. */
  public boolean contains(RationalMatrix a) {
    Shapes.requireEqual("compare", rows, columns, a.rows(), a.columns());
    List<BigFraction> values = a.entries();
    return indices().allMatch(i -> at(i).contains(values.get(i)));
  }

  /** Whether all entries are bounded. */
  public boolean isBounded() {
    return indices().allMatch(i -> at(i).isBounded());
  }

  /**
   * A member near the middle.
   *
   * @throws IllegalArgumentException if an entry is unbounded
   */
  public RealMatrix midpoint() {
    return RealMatrix.of(rows, columns, indices().mapToDouble(i -> at(i).midpoint()).toArray());
  }

  /** At least the Frobenius norm of every member. */
  public double norm() {
    return IntervalAlgebra.INSTANCE.normSquared(this).toScalar().sqrt().high();
  }

  /** The matrix whose entries are the images of this one's. */
  public IntervalMatrix map(UnaryOperator<Interval> function) {
    return build(rows, columns, i -> function.apply(at(i)));
  }

  /** The matrix that combines the entries of two matrices of one shape. */
  public IntervalMatrix zip(IntervalMatrix other, BinaryOperator<Interval> function) {
    Shapes.requireEqual("combine", rows, columns, other.rows, other.columns);
    return build(rows, columns, i -> function.apply(at(i), other.at(i)));
  }

  /** The sum, entry by entry as {@link Interval#add}. */
  IntervalMatrix plus(IntervalMatrix other) {
    Shapes.requireEqual("combine", rows, columns, other.rows, other.columns);
    double[] sumLow = new double[low.length];
    double[] sumHigh = new double[low.length];
    for (int i = 0; i < low.length; i++) {
      sumLow[i] = down(low[i] + other.low[i]);
      sumHigh[i] = up(high[i] + other.high[i]);
    }
    return new IntervalMatrix(rows, columns, sumLow, sumHigh);
  }

  /** The difference, entry by entry as the sum with {@link Interval#negate}. */
  IntervalMatrix minus(IntervalMatrix other) {
    Shapes.requireEqual("combine", rows, columns, other.rows, other.columns);
    double[] differenceLow = new double[low.length];
    double[] differenceHigh = new double[low.length];
    for (int i = 0; i < low.length; i++) {
      differenceLow[i] = down(low[i] - other.high[i]);
      differenceHigh[i] = up(high[i] - other.low[i]);
    }
    return new IntervalMatrix(rows, columns, differenceLow, differenceHigh);
  }

  /** The transpose. */
  IntervalMatrix transposed() {
    double[] swappedLow = new double[low.length];
    double[] swappedHigh = new double[low.length];
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < columns; j++) {
        swappedLow[j * rows + i] = low[i * columns + j];
        swappedHigh[j * rows + i] = high[i * columns + j];
      }
    }
    return new IntervalMatrix(columns, rows, swappedLow, swappedHigh);
  }

  /**
   * The product with a matrix of as many rows as this one has columns. Each entry is the sum of
   * {@link Interval#multiply products} as {@link Interval#add} adds them, without an object for
   * every term; terms that are exactly 0 are left out, and so is the addition of the first to 0.
   */
  IntervalMatrix times(IntervalMatrix other) {
    Shapes.requireChained(rows, columns, other.rows, other.columns);
    int n = other.columns;
    double[] sumLow = new double[rows * n];
    double[] sumHigh = new double[rows * n];
    for (int i = 0; i < rows; i++) {
      for (int k = 0; k < columns; k++) {
        double xLow = low[i * columns + k];
        double xHigh = high[i * columns + k];
        if (xLow == 0 && xHigh == 0) {
          continue;
        }
        boolean isPoint = xLow == xHigh;
        for (int j = 0; j < n; j++) {
          double yLow = other.low[k * n + j];
          double yHigh = other.high[k * n + j];
          if (yLow == 0 && yHigh == 0) {
            continue;
          }
          double a = xLow * yLow;
          double d = xHigh * yHigh;
          double smallest = Math.min(a, d);
          double largest = Math.max(a, d);
          if (!isPoint) {
            double b = xLow * yHigh;
            double c = xHigh * yLow;
            smallest = Math.min(smallest, Math.min(b, c));
            largest = Math.max(largest, Math.max(b, c));
          }
          int at = i * n + j;
          boolean first = sumLow[at] == 0 && sumHigh[at] == 0;
          sumLow[at] = first ? down(smallest) : down(sumLow[at] + down(smallest));
          sumHigh[at] = first ? up(largest) : up(sumHigh[at] + up(largest));
        }
      }
    }
    return new IntervalMatrix(rows, n, sumLow, sumHigh);
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
    return indices().allMatch(i -> at(i).containsInInterior(other.at(i)));
  }
}
