package deeplinear.algebra;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
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
    BigInteger signed = sign < 0 ? factorB.negate() : factorB;
    BigInteger[] x = a.copyOfNumerators();
    BigInteger[] y = b.copyOfNumerators();
    for (int i = 0; i < x.length; i++) {
      x[i] = x[i].multiply(factorA).add(y[i].multiply(signed));
    }
    return RationalMatrix.reduced(a.rows(), a.columns(), x, a.denominator().multiply(factorA));
  }

  @Override
  public RationalMatrix multiply(RationalMatrix a, RationalMatrix b) {
    Shapes.requireChained(a.rows(), a.columns(), b.rows(), b.columns());
    BigInteger[] product = new BigInteger[a.rows() * b.columns()];
    for (int i = 0; i < a.rows(); i++) {
      for (int j = 0; j < b.columns(); j++) {
        BigInteger sum = BigInteger.ZERO;
        for (int k = 0; k < a.columns(); k++) {
          BigInteger x = a.numerator(i, k);
          BigInteger y = b.numerator(k, j);
          if (x.signum() != 0 && y.signum() != 0) {
            sum = sum.add(x.multiply(y));
          }
        }
        product[i * b.columns() + j] = sum;
      }
    }
    return RationalMatrix.reduced(
        a.rows(), b.columns(), product, a.denominator().multiply(b.denominator()));
  }

  @Override
  public RationalMatrix transpose(RationalMatrix a) {
    BigInteger[] x = new BigInteger[a.rows() * a.columns()];
    for (int i = 0; i < a.rows(); i++) {
      for (int j = 0; j < a.columns(); j++) {
        x[j * a.rows() + i] = a.numerator(i, j);
      }
    }
    return RationalMatrix.reduced(a.columns(), a.rows(), x, a.denominator());
  }

  @Override
  public RationalMatrix scale(BigFraction c, RationalMatrix a) {
    BigInteger[] x = a.copyOfNumerators();
    Arrays.setAll(x, i -> x[i].multiply(c.getNumerator()));
    return RationalMatrix.reduced(
        a.rows(), a.columns(), x, a.denominator().multiply(c.getDenominator()));
  }

  @Override
  public RationalMatrix trace(RationalMatrix a) {
    Shapes.requireSquare(a.rows(), a.columns());
    BigInteger sum = BigInteger.ZERO;
    for (int i = 0; i < a.rows(); i++) {
      sum = sum.add(a.numerator(i, i));
    }
    return RationalMatrix.reduced(1, 1, new BigInteger[] {sum}, a.denominator());
  }

  @Override
  public RationalMatrix block(RationalMatrix a, int row, int column, int rows, int columns) {
    Shapes.requireInside(a.rows(), a.columns(), row, column, rows, columns);
    BigInteger[] x = new BigInteger[rows * columns];
    Arrays.setAll(x, i -> a.numerator(row + i / columns, column + i % columns));
    return RationalMatrix.reduced(rows, columns, x, a.denominator());
  }

  @Override
  public RationalMatrix insert(RationalMatrix a, int row, int column, RationalMatrix block) {
    Shapes.requireInside(a.rows(), a.columns(), row, column, block.rows(), block.columns());
    BigInteger[] x = a.copyOfNumerators();
    Arrays.setAll(x, i -> x[i].multiply(block.denominator()));
    for (int i = 0; i < block.rows(); i++) {
      for (int j = 0; j < block.columns(); j++) {
        x[(row + i) * a.columns() + column + j] = block.numerator(i, j).multiply(a.denominator());
      }
    }
    return RationalMatrix.reduced(
        a.rows(), a.columns(), x, a.denominator().multiply(block.denominator()));
  }

  @Override
  public boolean isZero(RationalMatrix a) {
    return Arrays.stream(a.copyOfNumerators()).allMatch(x -> x.signum() == 0);
  }

  @Override
  public int rank(RationalMatrix a) {
    return Elimination.of(a).rank();
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

  /** A basis of the right kernel {x : a x = 0}, as the columns of an n × (n − rank) matrix. */
  public RationalMatrix kernel(RationalMatrix a) {
    return Elimination.of(a).kernel();
  }

  /** The columns, from 0 and ascending, that are independent of those before them. */
  public List<Integer> pivotColumns(RationalMatrix a) {
    return List.copyOf(Elimination.of(a).pivotColumns());
  }
}
