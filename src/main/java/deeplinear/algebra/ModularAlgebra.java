package deeplinear.algebra;

import java.util.Arrays;
import java.util.Locale;
import java.util.random.RandomGenerator;
import org.apache.commons.math3.fraction.BigFraction;

/**
 * Arithmetic in the prime field of order p &lt; 2^61. Ranks are at most the rational ones. What a
 * vanishing residue says of the rationals depends on how p or the matrices were chosen: see {@link
 * ResidueAlgebra} for a random p, and random points of the field for a fixed one.
 */
public final class ModularAlgebra implements ExactAlgebra<ModularMatrix> {

  /** The field of order 2^61 − 1. */
  public static final ModularAlgebra MERSENNE = new ModularAlgebra((1L << 61) - 1);

  private final PrimeField field;

  private ModularAlgebra(long p) {
    field = new PrimeField(p);
  }

  /**
   * The field of order p.
   *
   * @param p a prime from 41 to 2^61
   * @throws IllegalArgumentException if p is anything else
   */
  public static ModularAlgebra modulo(long p) {
    if (p < 41 || p >= 1L << 61 || p % 2 == 0 || !RandomPrime.isPrime(p)) {
      throw new IllegalArgumentException(
          String.format(Locale.ROOT, "a prime from 41 to 2^61 is expected, not %d", p));
    }
    return new ModularAlgebra(p);
  }

  /** The order p of the field. */
  public long modulus() {
    return field.modulus();
  }

  /** Whether p does not divide the denominator. */
  boolean hasImage(RationalMatrix exact) {
    return field.of(exact.denominator()) != 0;
  }

  /** A matrix of independent entries, all residues equally likely. */
  public ModularMatrix random(int rows, int columns, RandomGenerator random) {
    return matrix(
        rows, columns, random.longs((long) rows * columns, 0, modulus()).map(field::of).toArray());
  }

  private ModularMatrix matrix(int rows, int columns, long[] entries) {
    return new ModularMatrix(field, rows, columns, entries);
  }

  @Override
  public String name() {
    return "modular";
  }

  /**
   * {@inheritDoc}
   *
   * @throws ArithmeticException if the common denominator is divisible by p
   */
  @Override
  public ModularMatrix lift(RationalMatrix exact) {
    long scale = field.inverse(field.of(exact.denominator()));
    return matrix(
        exact.rows(),
        exact.columns(),
        Arrays.stream(exact.numerators().toArray())
            .mapToLong(x -> field.multiply(scale, field.of(x)))
            .toArray());
  }

  @Override
  public int rows(ModularMatrix a) {
    return a.rows;
  }

  @Override
  public int columns(ModularMatrix a) {
    return a.columns;
  }

  @Override
  public ModularMatrix add(ModularMatrix a, ModularMatrix b) {
    Shapes.requireEqual("add", a.rows, a.columns, b.rows, b.columns);
    requireOneField(a, b);
    long[] x = new long[a.entries.length];
    Arrays.setAll(x, i -> field.add(a.entries[i], b.entries[i]));
    return matrix(a.rows, a.columns, x);
  }

  @Override
  public ModularMatrix subtract(ModularMatrix a, ModularMatrix b) {
    Shapes.requireEqual("subtract", a.rows, a.columns, b.rows, b.columns);
    requireOneField(a, b);
    long[] x = new long[a.entries.length];
    Arrays.setAll(x, i -> field.subtract(a.entries[i], b.entries[i]));
    return matrix(a.rows, a.columns, x);
  }

  @Override
  public ModularMatrix multiply(ModularMatrix a, ModularMatrix b) {
    Shapes.requireChained(a.rows, a.columns, b.rows, b.columns);
    requireOneField(a, b);
    long[] x = new long[a.rows * b.columns];
    for (int i = 0; i < a.rows; i++) {
      for (int j = 0; j < b.columns; j++) {
        x[i * b.columns + j] = dot(a.columns, a.entries, i * a.columns, b.entries, j, b.columns);
      }
    }
    return matrix(a.rows, b.columns, x);
  }

  /** Σ_k x[from + k] y[start + k step], with a reduction for every few terms. */
  private long dot(int n, long[] x, int from, long[] y, int start, int step) {
    long sum = 0;
    for (int first = 0; first < n; first += PrimeField.TERMS) {
      long high = 0;
      long low = 0;
      for (int k = first; k < Math.min(n, first + PrimeField.TERMS); k++) {
        long p = x[from + k];
        long q = y[start + k * step];
        long product = p * q;
        low += product;
        high += Math.multiplyHigh(p, q) + (Long.compareUnsigned(low, product) < 0 ? 1 : 0);
      }
      sum = field.add(sum, field.reduce(high, low));
    }
    return sum;
  }

  private static void requireOneField(ModularMatrix a, ModularMatrix b) {
    if (a.field.modulus() != b.field.modulus()) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "matrices modulo %d and modulo %d have no sum and no product",
              a.field.modulus(),
              b.field.modulus()));
    }
  }

  @Override
  public ModularMatrix inner(ModularMatrix a, ModularMatrix b) {
    Shapes.requireEqual("take the inner product of", a.rows, a.columns, b.rows, b.columns);
    requireOneField(a, b);
    return matrix(1, 1, new long[] {dot(a.entries.length, a.entries, 0, b.entries, 0, 1)});
  }

  @Override
  public ModularMatrix transpose(ModularMatrix a) {
    long[] x = new long[a.entries.length];
    Arrays.setAll(x, i -> a.at(i % a.rows, i / a.rows));
    return matrix(a.columns, a.rows, x);
  }

  @Override
  public ModularMatrix scale(BigFraction c, ModularMatrix a) {
    long factor = lift(RationalMatrix.scalar(c)).entries[0];
    return matrix(
        a.rows, a.columns, Arrays.stream(a.entries).map(x -> field.multiply(factor, x)).toArray());
  }

  @Override
  public ModularMatrix trace(ModularMatrix a) {
    Shapes.requireSquare(a.rows, a.columns);
    long sum = 0;
    for (int i = 0; i < a.rows; i++) {
      sum = field.add(sum, a.at(i, i));
    }
    return matrix(1, 1, new long[] {sum});
  }

  @Override
  public ModularMatrix block(ModularMatrix a, int row, int column, int rows, int columns) {
    Shapes.requireInside(a.rows, a.columns, row, column, rows, columns);
    long[] x = new long[rows * columns];
    Arrays.setAll(x, i -> a.at(row + i / columns, column + i % columns));
    return matrix(rows, columns, x);
  }

  @Override
  public ModularMatrix insert(ModularMatrix a, int row, int column, ModularMatrix block) {
    Shapes.requireInside(a.rows, a.columns, row, column, block.rows, block.columns);
    requireOneField(a, block);
    long[] x = a.entries.clone();
    for (int i = 0; i < block.entries.length; i++) {
      x[(row + i / block.columns) * a.columns + column + i % block.columns] = block.entries[i];
    }
    return matrix(a.rows, a.columns, x);
  }

  @Override
  public boolean isZero(ModularMatrix a) {
    return Arrays.stream(a.entries).allMatch(x -> x == 0);
  }

  @Override
  public int rank(ModularMatrix a) {
    return eliminate(rowsOf(a));
  }

  @Override
  public ModularMatrix inverse(ModularMatrix a) {
    Shapes.requireSquare(a.rows, a.columns);
    int n = a.rows;
    long[][] x = rowsOf(insert(insert(zeros(n, 2 * n), 0, 0, a), 0, n, identity(n)));
    eliminate(x);
    for (int i = 0; i < n; i++) {
      if (x[i][i] != field.of(1L)) {
        throw new ArithmeticException("the matrix is singular modulo " + field.modulus());
      }
    }
    long[] flat = Arrays.stream(x).flatMapToLong(Arrays::stream).toArray();
    return block(matrix(n, 2 * n, flat), 0, n, n, n);
  }

  private static long[][] rowsOf(ModularMatrix a) {
    long[][] x = new long[a.rows][];
    Arrays.setAll(x, i -> Arrays.copyOfRange(a.entries, i * a.columns, (i + 1) * a.columns));
    return x;
  }

  /** Brings x to reduced row echelon form and returns the number of pivots. Modifies x. */
  private int eliminate(long[][] x) {
    int rank = 0;
    int columns = x.length == 0 ? 0 : x[0].length;
    for (int column = 0; column < columns && rank < x.length; column++) {
      int found = rank;
      while (found < x.length && x[found][column] == 0) {
        found++;
      }
      if (found == x.length) {
        continue;
      }
      long[] row = x[found];
      x[found] = x[rank];
      x[rank] = row;
      long inverse = field.inverse(row[column]);
      Arrays.setAll(row, j -> field.multiply(inverse, row[j]));
      for (int i = 0; i < x.length; i++) {
        if (i != rank && x[i][column] != 0) {
          long[] other = x[i];
          long factor = other[column];
          Arrays.setAll(other, j -> field.subtract(other[j], field.multiply(factor, row[j])));
        }
      }
      rank++;
    }
    return rank;
  }
}
