package deeplinear.algebra;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;
import java.util.function.UnaryOperator;
import org.apache.commons.math3.fraction.BigFraction;

/**
 * An immutable matrix of rationals: integer numerators over one common positive denominator, in
 * lowest terms, so that equal matrices have equal fields. One denominator for all entries keeps
 * products and eliminations in integers, with a single reduction at the end.
 */
public final class RationalMatrix {

  private final int rows;
  private final int columns;
  private final Integers numerators;
  private final BigInteger denominator;

  private RationalMatrix(int rows, int columns, Integers numerators, BigInteger denominator) {
    this.rows = rows;
    this.columns = columns;
    this.numerators = numerators;
    this.denominator = denominator;
  }

  /** The matrix of numerators, row by row, over a denominator ≠ 0, in lowest terms. */
  static RationalMatrix reduced(
      int rows, int columns, Integers numerators, BigInteger denominator) {
    if (denominator.equals(BigInteger.ONE)) {
      return new RationalMatrix(rows, columns, numerators, denominator);
    }
    BigInteger gcd = numerators.gcd(denominator.abs());
    BigInteger divisor = denominator.signum() < 0 ? gcd.negate() : gcd;
    return divisor.equals(BigInteger.ONE)
        ? new RationalMatrix(rows, columns, numerators, denominator)
        : new RationalMatrix(
            rows, columns, numerators.dividedBy(divisor), denominator.divide(divisor));
  }

  /** The matrix with the given entries; all rows must have {@code columns} of them. */
  public static RationalMatrix of(int rows, int columns, List<BigFraction> entriesByRow) {
    requireCount(rows, columns, entriesByRow.size());
    BigInteger common = BigInteger.ONE;
    for (BigFraction x : entriesByRow) {
      BigInteger d = x.getDenominator();
      if (!d.equals(BigInteger.ONE) && !d.equals(common)) {
        common = common.divide(common.gcd(d)).multiply(d);
      }
    }
    BigInteger[] numerators = new BigInteger[rows * columns];
    for (int i = 0; i < numerators.length; i++) {
      BigFraction x = entriesByRow.get(i);
      numerators[i] =
          x.getDenominator().equals(common)
              ? x.getNumerator()
              : x.getNumerator().multiply(common.divide(x.getDenominator()));
    }
    return reduced(rows, columns, Integers.of(numerators), common);
  }

  private static void requireCount(int rows, int columns, int given) {
    if (rows < 0 || columns < 0 || given != (long) rows * columns) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "a %d × %d matrix has %d entries, but %d were given",
              rows,
              columns,
              (long) rows * columns,
              given));
    }
  }

  /** The matrix with the given integer rows, which must be equally long. */
  public static RationalMatrix of(long[][] entries) {
    int columns = entries.length == 0 ? 0 : entries[0].length;
    for (long[] row : entries) {
      if (row.length != columns) {
        throw new IllegalArgumentException(
            String.format(
                Locale.ROOT,
                "the rows of a matrix are equally long, unlike those of %d and %d entries",
                columns,
                row.length));
      }
    }
    return new RationalMatrix(
        entries.length,
        columns,
        Integers.of(Arrays.stream(entries).flatMapToLong(Arrays::stream).toArray()),
        BigInteger.ONE);
  }

  /**
   * The exact value of a floating-point matrix, given row by row: a double is a dyadic rational.
   *
   * @throws IllegalArgumentException if an entry is NaN or infinite
   */
  public static RationalMatrix ofDoubles(int rows, int columns, double[] entriesByRow) {
    return of(rows, columns, Arrays.stream(entriesByRow).mapToObj(Rationals::exactly).toList());
  }

  /**
   * The exact matrix of decimals, row by row, over the smallest power of ten that serves them all.
   *
   * @throws IllegalArgumentException if there are not {@code rows} times {@code columns} of them
   */
  public static RationalMatrix ofDecimals(int rows, int columns, List<BigDecimal> entriesByRow) {
    requireCount(rows, columns, entriesByRow.size());
    int scale = entriesByRow.stream().mapToInt(BigDecimal::scale).reduce(0, Math::max);
    BigInteger[] numerators = new BigInteger[entriesByRow.size()];
    for (int i = 0; i < numerators.length; i++) {
      numerators[i] = entriesByRow.get(i).setScale(scale).unscaledValue();
    }
    return reduced(rows, columns, Integers.of(numerators), BigInteger.TEN.pow(scale));
  }

  /** The zero matrix. */
  public static RationalMatrix zeros(int rows, int columns) {
    return scalarOnDiagonal(rows, columns, 0);
  }

  /** The identity of order n. */
  public static RationalMatrix identity(int n) {
    return scalarOnDiagonal(n, n, 1);
  }

  private static RationalMatrix scalarOnDiagonal(int rows, int columns, long value) {
    if (rows < 0 || columns < 0) {
      throw new IllegalArgumentException(
          String.format(Locale.ROOT, "no matrix is %d × %d", rows, columns));
    }
    long[] numerators = new long[rows * columns];
    for (int i = 0; i < Math.min(rows, columns); i++) {
      numerators[i * columns + i] = value;
    }
    return new RationalMatrix(rows, columns, Integers.of(numerators), BigInteger.ONE);
  }

  /** The 1 × 1 matrix holding {@code value}. */
  public static RationalMatrix scalar(BigFraction value) {
    return of(1, 1, List.of(value));
  }

  /** The rows × columns matrix with {@code diagonal} on its main diagonal and zeros elsewhere. */
  public static RationalMatrix diagonal(int rows, int columns, List<BigFraction> diagonal) {
    if (diagonal.size() > Math.min(rows, columns)) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "%d diagonal entries do not fit a %d × %d matrix",
              diagonal.size(),
              rows,
              columns));
    }
    BigFraction[] entries = new BigFraction[rows * columns];
    Arrays.fill(entries, BigFraction.ZERO);
    for (int i = 0; i < diagonal.size(); i++) {
      entries[i * columns + i] = diagonal.get(i);
    }
    return of(rows, columns, Arrays.asList(entries));
  }

  /** Number of rows. */
  public int rows() {
    return rows;
  }

  /** Number of columns. */
  public int columns() {
    return columns;
  }

  /** The entry at (row, column), both from 0, in lowest terms. */
  public BigFraction entry(int row, int column) {
    Shapes.requireInside(rows, columns, row, column, 1, 1);
    return new BigFraction(numerator(row, column), denominator);
  }

  /** All entries, row by row. */
  public List<BigFraction> entries() {
    return Arrays.stream(numerators.toArray()).map(x -> new BigFraction(x, denominator)).toList();
  }

  /** The value of a 1 × 1 matrix. */
  public BigFraction toScalar() {
    Shapes.requireEqual("read as a scalar", rows, columns, 1, 1);
    return entry(0, 0);
  }

  /** The nearest doubles of all entries, row by row; beyond the range of double, infinities. */
  public double[] toDoubles() {
    double[] values = new double[numerators.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = Rationals.toDouble(numerators.get(i), denominator);
    }
    return values;
  }

  /** The matrix whose entries are the images of this one's. */
  public RationalMatrix map(UnaryOperator<BigFraction> function) {
    return of(rows, columns, entries().stream().map(function).toList());
  }

  /** This matrix without row {@code row}. */
  public RationalMatrix withoutRow(int row) {
    RationalAlgebra q = RationalAlgebra.INSTANCE;
    return q.transpose(q.transpose(this).withoutColumn(row));
  }

  /** This matrix without column {@code column}. */
  public RationalMatrix withoutColumn(int column) {
    Shapes.requireInside(rows, columns, 0, column, rows, 1);
    int fewer = columns - 1;
    return reduced(
        rows,
        fewer,
        numerators.select(
            rows * fewer,
            i -> {
              int j = i % fewer;
              return i / fewer * columns + (j < column ? j : j + 1);
            }),
        denominator);
  }

  BigInteger numerator(int row, int column) {
    return numerators.get(row * columns + column);
  }

  /** All numerators, row by row. */
  Integers numerators() {
    return numerators;
  }

  /** The positive common denominator of all entries in lowest terms. */
  public BigInteger denominator() {
    return denominator;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof RationalMatrix that
        && rows == that.rows
        && columns == that.columns
        && denominator.equals(that.denominator)
        && numerators.equals(that.numerators);
  }

  @Override
  public int hashCode() {
    return 31 * (31 * rows + columns) + 17 * denominator.hashCode() + numerators.hashCode();
  }

  /**
   * Rows in brackets with entries as reduced fractions, for example {@code [[1, -3/8], [0, 2]]}.
   */
  @Override
  public String toString() {
    StringJoiner matrix = new StringJoiner(", ", "[", "]");
    for (int i = 0; i < rows; i++) {
      StringJoiner row = new StringJoiner(", ", "[", "]");
      for (int j = 0; j < columns; j++) {
        row.add(Rationals.format(entry(i, j)));
      }
      matrix.add(row.toString());
    }
    return matrix.toString();
  }
}
