package deeplinear.algebra;

import java.util.Arrays;
import org.apache.commons.math3.fraction.BigFraction;

/**
 * Arithmetic in the prime field of order p = 2^61 − 1. A polynomial identity of degree d that fails
 * over the rationals still holds at a random point of the field with probability at most d / p
 * (Schwartz–Zippel). Ranks are at most the rational ones.
 */
public final class ModularAlgebra implements ExactAlgebra<ModularMatrix> {

  /** The only instance; the algebra has no state. */
  public static final ModularAlgebra INSTANCE = new ModularAlgebra();

  private ModularAlgebra() {}

  /** The order of the field. */
  public static long modulus() {
    return PrimeField.P;
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
    long scale = PrimeField.inverse(PrimeField.residue(exact.denominator()));
    return new ModularMatrix(
        exact.rows(),
        exact.columns(),
        Arrays.stream(exact.numerators().toArray())
            .mapToLong(x -> PrimeField.multiply(scale, PrimeField.residue(x)))
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
    long[] x = new long[a.entries.length];
    Arrays.setAll(x, i -> PrimeField.add(a.entries[i], b.entries[i]));
    return new ModularMatrix(a.rows, a.columns, x);
  }

  @Override
  public ModularMatrix subtract(ModularMatrix a, ModularMatrix b) {
    Shapes.requireEqual("subtract", a.rows, a.columns, b.rows, b.columns);
    long[] x = new long[a.entries.length];
    Arrays.setAll(x, i -> PrimeField.subtract(a.entries[i], b.entries[i]));
    return new ModularMatrix(a.rows, a.columns, x);
  }

  @Override
  public ModularMatrix multiply(ModularMatrix a, ModularMatrix b) {
    Shapes.requireChained(a.rows, a.columns, b.rows, b.columns);
    long[] x = new long[a.rows * b.columns];
    for (int i = 0; i < a.rows; i++) {
      for (int k = 0; k < a.columns; k++) {
        long factor = a.at(i, k);
        for (int j = 0; j < b.columns; j++) {
          int at = i * b.columns + j;
          x[at] = PrimeField.add(x[at], PrimeField.multiply(factor, b.at(k, j)));
        }
      }
    }
    return new ModularMatrix(a.rows, b.columns, x);
  }

  @Override
  public ModularMatrix transpose(ModularMatrix a) {
    long[] x = new long[a.entries.length];
    Arrays.setAll(x, i -> a.at(i % a.rows, i / a.rows));
    return new ModularMatrix(a.columns, a.rows, x);
  }

  @Override
  public ModularMatrix scale(BigFraction c, ModularMatrix a) {
    long factor = lift(RationalMatrix.scalar(c)).entries[0];
    return new ModularMatrix(
        a.rows,
        a.columns,
        Arrays.stream(a.entries).map(x -> PrimeField.multiply(factor, x)).toArray());
  }

  @Override
  public ModularMatrix trace(ModularMatrix a) {
    Shapes.requireSquare(a.rows, a.columns);
    long sum = 0;
    for (int i = 0; i < a.rows; i++) {
      sum = PrimeField.add(sum, a.at(i, i));
    }
    return new ModularMatrix(1, 1, new long[] {sum});
  }

  @Override
  public ModularMatrix block(ModularMatrix a, int row, int column, int rows, int columns) {
    Shapes.requireInside(a.rows, a.columns, row, column, rows, columns);
    long[] x = new long[rows * columns];
    Arrays.setAll(x, i -> a.at(row + i / columns, column + i % columns));
    return new ModularMatrix(rows, columns, x);
  }

  @Override
  public ModularMatrix insert(ModularMatrix a, int row, int column, ModularMatrix block) {
    Shapes.requireInside(a.rows, a.columns, row, column, block.rows, block.columns);
    long[] x = a.entries.clone();
    for (int i = 0; i < block.entries.length; i++) {
      x[(row + i / block.columns) * a.columns + column + i % block.columns] = block.entries[i];
    }
    return new ModularMatrix(a.rows, a.columns, x);
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
      if (x[i][i] != 1) {
        throw new ArithmeticException("the matrix is singular modulo " + PrimeField.P);
      }
    }
    long[] flat = Arrays.stream(x).flatMapToLong(Arrays::stream).toArray();
    return block(new ModularMatrix(n, 2 * n, flat), 0, n, n, n);
  }

  private static long[][] rowsOf(ModularMatrix a) {
    long[][] x = new long[a.rows][];
    Arrays.setAll(x, i -> Arrays.copyOfRange(a.entries, i * a.columns, (i + 1) * a.columns));
    return x;
  }

  /** Brings x to reduced row echelon form and returns the number of pivots. Modifies x. */
  private static int eliminate(long[][] x) {
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
      long inverse = PrimeField.inverse(row[column]);
      Arrays.setAll(row, j -> PrimeField.multiply(inverse, row[j]));
      for (int i = 0; i < x.length; i++) {
        if (i != rank && x[i][column] != 0) {
          long[] other = x[i];
          long factor = other[column];
          Arrays.setAll(
              other, j -> PrimeField.subtract(other[j], PrimeField.multiply(factor, row[j])));
        }
      }
      rank++;
    }
    return rank;
  }
}
