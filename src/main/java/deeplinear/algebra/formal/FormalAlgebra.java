package deeplinear.algebra.formal;

import deeplinear.algebra.DecidableAlgebra;
import deeplinear.algebra.RationalMatrix;
import deeplinear.algebra.Shapes;
import java.util.List;
import java.util.Locale;
import org.apache.commons.math3.fraction.BigFraction;

/**
 * Polynomials in letters that do not commute. A product joins words, transposition reverses them,
 * and a trace is a word up to rotation and transposition. Rational matrices have no image here
 * except zeros, identities and numbers, and a matrix has no entries: its only block is itself.
 *
 * @param relations equations of the letters, by which every result is reduced
 */
public record FormalAlgebra(Relations relations) implements DecidableAlgebra<FormalMatrix> {

  /** Letters that fulfil no equation. */
  public static final FormalAlgebra FREE = new FormalAlgebra(Relations.NONE);

  @Override
  public String name() {
    return "formal";
  }

  /** The letter as a matrix. */
  public FormalMatrix letter(Letter letter) {
    Term term =
        letter.isScalar()
            ? new Term(List.of(new Cycle(Word.of(letter))), Word.empty(1))
            : new Term(List.of(), Word.of(letter));
    return relations.reduce(FormalMatrix.of(term));
  }

  /** An arbitrary matrix of a formal shape. */
  public FormalMatrix matrix(String name, int rows, int columns) {
    return letter(Letter.matrix(name, rows, columns));
  }

  /**
   * The zero matrix, the identity or the number.
   *
   * @throws IllegalArgumentException if the matrix is none of these
   */
  @Override
  public FormalMatrix lift(RationalMatrix exact) {
    int rows = exact.rows();
    int columns = exact.columns();
    if (exact.entries().stream().allMatch(BigFraction.ZERO::equals)) {
      return zeros(rows, columns);
    }
    if (rows == columns && exact.equals(RationalMatrix.identity(rows))) {
      return identity(rows);
    }
    if (rows == 1 && columns == 1) {
      return scale(exact.toScalar(), identity(1));
    }
    throw new IllegalArgumentException(
        String.format(
            Locale.ROOT,
            "only zeros, identities and numbers are formal matrices, unlike this %d × %d one: %s",
            rows,
            columns,
            exact));
  }

  @Override
  public FormalMatrix zeros(int rows, int columns) {
    return new Sum().matrix(rows, columns);
  }

  @Override
  public FormalMatrix identity(int n) {
    return n == 0 ? zeros(0, 0) : FormalMatrix.of(new Term(List.of(), Word.empty(n)));
  }

  @Override
  public int rows(FormalMatrix a) {
    return a.rows();
  }

  @Override
  public int columns(FormalMatrix a) {
    return a.columns();
  }

  @Override
  public FormalMatrix add(FormalMatrix a, FormalMatrix b) {
    Shapes.requireEqual("add", a.rows(), a.columns(), b.rows(), b.columns());
    return combination(a, b, BigFraction.ONE);
  }

  @Override
  public FormalMatrix subtract(FormalMatrix a, FormalMatrix b) {
    Shapes.requireEqual("subtract", a.rows(), a.columns(), b.rows(), b.columns());
    return combination(a, b, BigFraction.MINUS_ONE);
  }

  private static FormalMatrix combination(FormalMatrix a, FormalMatrix b, BigFraction factor) {
    Sum sum = new Sum();
    sum.add(a, BigFraction.ONE);
    sum.add(b, factor);
    return sum.matrix(a.rows(), a.columns());
  }

  @Override
  public FormalMatrix multiply(FormalMatrix a, FormalMatrix b) {
    Shapes.requireChained(a.rows(), a.columns(), b.rows(), b.columns());
    Sum sum = new Sum();
    a.terms().forEach((s, x) -> b.terms().forEach((t, y) -> sum.add(s.times(t), x.multiply(y))));
    return relations.reduce(sum.matrix(a.rows(), b.columns()));
  }

  @Override
  public FormalMatrix transpose(FormalMatrix a) {
    Sum sum = new Sum();
    a.terms().forEach((term, c) -> sum.add(term.transpose(), c));
    return relations.reduce(sum.matrix(a.columns(), a.rows()));
  }

  @Override
  public FormalMatrix scale(BigFraction c, FormalMatrix a) {
    Sum sum = new Sum();
    sum.add(a, c);
    return sum.matrix(a.rows(), a.columns());
  }

  /** {@code c a} for a 1 × 1 polynomial {@code c}. */
  public FormalMatrix scale(FormalMatrix c, FormalMatrix a) {
    Shapes.requireEqual("scale by", c.rows(), c.columns(), 1, 1);
    Sum sum = new Sum();
    c.terms()
        .forEach(
            (s, x) -> a.terms().forEach((t, y) -> sum.add(t.times(s.numbers()), x.multiply(y))));
    return relations.reduce(sum.matrix(a.rows(), a.columns()));
  }

  @Override
  public FormalMatrix trace(FormalMatrix a) {
    Shapes.requireSquare(a.rows(), a.columns());
    Sum sum = new Sum();
    a.terms().forEach((term, c) -> sum.add(term.trace(), c));
    return relations.reduce(sum.matrix(1, 1));
  }

  /**
   * The matrix itself.
   *
   * @throws IllegalArgumentException if a smaller block is asked for
   */
  @Override
  public FormalMatrix block(FormalMatrix a, int row, int column, int rows, int columns) {
    requireWhole(a, row, column, rows, columns);
    return a;
  }

  /**
   * The inserted matrix.
   *
   * @throws IllegalArgumentException if it is not of the shape of {@code a}
   */
  @Override
  public FormalMatrix insert(FormalMatrix a, int row, int column, FormalMatrix block) {
    requireWhole(a, row, column, block.rows(), block.columns());
    return block;
  }

  private static void requireWhole(FormalMatrix a, int row, int column, int rows, int columns) {
    Shapes.requireInside(a.rows(), a.columns(), row, column, rows, columns);
    if (rows != a.rows() || columns != a.columns()) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "a formal matrix has no entries: its only block is %d × %d, not %d × %d",
              a.rows(),
              a.columns(),
              rows,
              columns));
    }
  }

  @Override
  public boolean isZero(FormalMatrix a) {
    return a.isZero();
  }
}
