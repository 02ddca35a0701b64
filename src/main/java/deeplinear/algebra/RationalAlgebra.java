package deeplinear.algebra;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.commons.math3.fraction.BigFraction;

/** Exact rational arithmetic. Every result is the mathematical one. */
public final class RationalAlgebra implements ExactAlgebra<RationalMatrix> {

  /** The only instance; the algebra has no state. */
  public static final RationalAlgebra INSTANCE = new RationalAlgebra();

  private RationalAlgebra() {}

  @Override
  public String name() {
    return "rational";
  }

  @Override
  public RationalMatrix lift(RationalMatrix exact) {
    return exact;
  }

  @Override
  public int rows(RationalMatrix a) {
    return a.rows();
  }

  @Override
  public int columns(RationalMatrix a) {
    return a.columns();
  }

  @Override
  public RationalMatrix add(RationalMatrix a, RationalMatrix b) {
    Shapes.requireEqual("add", a.rows(), a.columns(), b.rows(), b.columns());
    return combine(a, b, 1);
  }

  @Override
  public RationalMatrix subtract(RationalMatrix a, RationalMatrix b) {
    Shapes.requireEqual("subtract", a.rows(), a.columns(), b.rows(), b.columns());
    return combine(a, b, -1);
  }

  private static RationalMatrix combine(RationalMatrix a, RationalMatrix b, int sign) {
    BigInteger gcd = a.denominator().gcd(b.denominator());
    BigInteger factorA = b.denominator().divide(gcd);
    BigInteger factorB = a.denominator().divide(gcd);
    return RationalMatrix.reduced(
        a.rows(),
        a.columns(),
        Integers.combination(
            factorA, a.numerators(), sign < 0 ? factorB.negate() : factorB, b.numerators()),
        a.denominator().multiply(factorA));
  }

  @Override
  public RationalMatrix multiply(RationalMatrix a, RationalMatrix b) {
    Shapes.requireChained(a.rows(), a.columns(), b.rows(), b.columns());
    return RationalMatrix.reduced(
        a.rows(),
        b.columns(),
        Integers.product(a.rows(), a.columns(), b.columns(), a.numerators(), b.numerators()),
        a.denominator().multiply(b.denominator()));
  }

  @Override
  public RationalMatrix transpose(RationalMatrix a) {
    int m = a.rows();
    int n = a.columns();
    return RationalMatrix.reduced(
        n, m, a.numerators().select(m * n, i -> i % m * n + i / m), a.denominator());
  }

  @Override
  public RationalMatrix scale(BigFraction c, RationalMatrix a) {
    return RationalMatrix.reduced(
        a.rows(),
        a.columns(),
        a.numerators().times(c.getNumerator()),
        a.denominator().multiply(c.getDenominator()));
  }

  @Override
  public RationalMatrix trace(RationalMatrix a) {
    Shapes.requireSquare(a.rows(), a.columns());
    BigInteger sum = BigInteger.ZERO;
    for (int i = 0; i < a.rows(); i++) {
      sum = sum.add(a.numerator(i, i));
    }
    return RationalMatrix.reduced(1, 1, Integers.of(new BigInteger[] {sum}), a.denominator());
  }

  @Override
  public RationalMatrix inner(RationalMatrix a, RationalMatrix b) {
    Shapes.requireEqual("take the inner product of", a.rows(), a.columns(), b.rows(), b.columns());
    return RationalMatrix.reduced(
        1,
        1,
        Integers.product(1, a.rows() * a.columns(), 1, a.numerators(), b.numerators()),
        a.denominator().multiply(b.denominator()));
  }

  @Override
  public RationalMatrix block(RationalMatrix a, int row, int column, int rows, int columns) {
    Shapes.requireInside(a.rows(), a.columns(), row, column, rows, columns);
    return RationalMatrix.reduced(
        rows,
        columns,
        a.numerators()
            .select(rows * columns, i -> (row + i / columns) * a.columns() + column + i % columns),
        a.denominator());
  }

  @Override
  public RationalMatrix insert(RationalMatrix a, int row, int column, RationalMatrix block) {
    Shapes.requireInside(a.rows(), a.columns(), row, column, block.rows(), block.columns());
    BigInteger[] x = a.numerators().times(block.denominator()).toArray();
    BigInteger[] y = block.numerators().times(a.denominator()).toArray();
    for (int i = 0; i < y.length; i++) {
      x[(row + i / block.columns()) * a.columns() + column + i % block.columns()] = y[i];
    }
    return RationalMatrix.reduced(
        a.rows(), a.columns(), Integers.of(x), a.denominator().multiply(block.denominator()));
  }

  @Override
  public boolean isZero(RationalMatrix a) {
    return a.numerators().areZero();
  }

  @Override
  public int rank(RationalMatrix a) {
    return Elimination.rank(a);
  }

  @Override
  public RationalMatrix inverse(RationalMatrix a) {
    Shapes.requireSquare(a.rows(), a.columns());
    int n = a.rows();
    RationalMatrix augmented = insert(insert(zeros(n, 2 * n), 0, 0, a), 0, n, identity(n));
    Elimination elimination = Elimination.of(augmented);
    if (!elimination.pivotColumns().equals(IntStream.range(0, n).boxed().toList())) {
      throw new ArithmeticException("the matrix is singular: " + a);
    }
    return block(elimination.reducedRowEchelon(), 0, n, n, n);
  }

  /** Some x with a x = b; empty if there is none. */
  public Optional<RationalMatrix> solve(RationalMatrix a, RationalMatrix b) {
    if (a.rows() != b.rows()) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT, "in a x = b, a has %d rows, so b cannot have %d", a.rows(), b.rows()));
    }
    int n = a.columns();
    RationalMatrix augmented = zeros(a.rows(), n + b.columns());
    Elimination elimination = Elimination.of(insert(insert(augmented, 0, 0, a), 0, n, b));
    List<Integer> pivots = elimination.pivotColumns();
    if (pivots.stream().anyMatch(column -> column >= n)) {
      return Optional.empty();
    }
    RationalMatrix rows = elimination.reducedRowEchelon();
    RationalMatrix x = zeros(n, b.columns());
    for (int i = 0; i < pivots.size(); i++) {
      x = insert(x, pivots.get(i), 0, block(rows, i, n, 1, b.columns()));
    }
    return Optional.of(x);
  }

  /** A basis of the right kernel {x : a x = 0}, as the columns of an n × (n − rank) matrix. */
  public RationalMatrix kernel(RationalMatrix a) {
    return Elimination.of(a).kernel();
  }

  /** The columns, from 0 and ascending, that are independent of those before them. */
  public List<Integer> pivotColumns(RationalMatrix a) {
    return List.copyOf(Elimination.of(a).pivotColumns());
  }

  /** The Kronecker product a ⊗ b: its entry in row (i, k) and column (j, l) is a_ij b_kl. */
  public RationalMatrix kronecker(RationalMatrix a, RationalMatrix b) {
    int columns = a.columns() * b.columns();
    BigInteger[] x = new BigInteger[a.rows() * b.rows() * columns];
    Arrays.setAll(
        x,
        n -> {
          int row = n / columns;
          int column = n % columns;
          return a.numerator(row / b.rows(), column / b.columns())
              .multiply(b.numerator(row % b.rows(), column % b.columns()));
        });
    return RationalMatrix.reduced(
        a.rows() * b.rows(), columns, Integers.of(x), a.denominator().multiply(b.denominator()));
  }

  /** The matrix whose column n is column {@code order[n]} of {@code a}. */
  public RationalMatrix withColumns(RationalMatrix a, int... order) {
    BigInteger[] x = new BigInteger[a.rows() * order.length];
    Arrays.setAll(x, n -> a.numerator(n / order.length, order[n % order.length]));
    return RationalMatrix.reduced(a.rows(), order.length, Integers.of(x), a.denominator());
  }

  /** The matrix made of blocks, given row by row; those of a row are equally high. */
  public RationalMatrix ofBlocks(List<List<RationalMatrix>> blocks) {
    BigInteger common = BigInteger.ONE;
    for (List<RationalMatrix> row : blocks) {
      for (RationalMatrix block : row) {
        BigInteger d = block.denominator();
        common = common.divide(common.gcd(d)).multiply(d);
      }
    }
    int rows = blocks.stream().mapToInt(row -> row.get(0).rows()).sum();
    int columns = blocks.get(0).stream().mapToInt(RationalMatrix::columns).sum();
    BigInteger[] x = new BigInteger[rows * columns];
    int top = 0;
    for (List<RationalMatrix> row : blocks) {
      int left = 0;
      for (RationalMatrix block : row) {
        Shapes.requireInside(rows, columns, top, left, row.get(0).rows(), block.columns());
        Shapes.requireEqual(
            "join", block.rows(), block.columns(), row.get(0).rows(), block.columns());
        BigInteger factor = common.divide(block.denominator());
        for (int n = 0; n < block.rows() * block.columns(); n++) {
          int r = n / block.columns();
          int c = n % block.columns();
          x[(top + r) * columns + left + c] = block.numerator(r, c).multiply(factor);
        }
        left += block.columns();
      }
      Shapes.requireEqual("join", rows, left, rows, columns);
      top += row.get(0).rows();
    }
    return RationalMatrix.reduced(rows, columns, Integers.of(x), common);
  }
}
