package deeplinear.algebra;

import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;
import org.apache.commons.math3.fraction.BigFraction;

/**
 * Power series in one variable t over another algebra, without truncation. Coefficient k of a
 * result asks for no coefficients of the arguments beyond k, so that a series may be defined by an
 * equation with itself, as solutions of differential equations are. Shapes that do not fit are
 * noticed when a coefficient is computed.
 *
 * @param base the algebra of the coefficients
 * @param <M> the matrix type of the coefficients
 */
public record SeriesAlgebra<M>(Algebra<M> base) implements Algebra<Series<M>> {

  @Override
  public String name() {
    return "series over " + base.name();
  }

  @Override
  public Series<M> lift(RationalMatrix exact) {
    return constant(base.lift(exact));
  }

  /** The series c + 0 t + 0 t² + ⋯. */
  public Series<M> constant(M c) {
    M zero = base.zeros(base.rows(c), base.columns(c));
    return new Series<>(k -> k == 0 ? c : zero);
  }

  @Override
  public Series<M> zeros(int rows, int columns) {
    return constant(base.zeros(rows, columns));
  }

  @Override
  public Series<M> identity(int n) {
    return constant(base.identity(n));
  }

  @Override
  public int rows(Series<M> a) {
    return base.rows(a.coefficient(0));
  }

  @Override
  public int columns(Series<M> a) {
    return base.columns(a.coefficient(0));
  }

  @Override
  public Series<M> add(Series<M> a, Series<M> b) {
    return zip(a, b, base::add);
  }

  @Override
  public Series<M> subtract(Series<M> a, Series<M> b) {
    return zip(a, b, base::subtract);
  }

  /** The Cauchy product. */
  @Override
  public Series<M> multiply(Series<M> a, Series<M> b) {
    return new Series<>(
        k -> JetAlgebra.cauchy(base, base::multiply, a::coefficient, b::coefficient, k));
  }

  @Override
  public Series<M> inner(Series<M> a, Series<M> b) {
    return new Series<>(
        k -> JetAlgebra.cauchy(base, base::inner, a::coefficient, b::coefficient, k));
  }

  @Override
  public Series<M> transpose(Series<M> a) {
    return map(a, base::transpose);
  }

  @Override
  public Series<M> scale(BigFraction c, Series<M> a) {
    return map(a, x -> base.scale(c, x));
  }

  @Override
  public Series<M> trace(Series<M> a) {
    return map(a, base::trace);
  }

  @Override
  public Series<M> block(Series<M> a, int row, int column, int rows, int columns) {
    return map(a, x -> base.block(x, row, column, rows, columns));
  }

  @Override
  public Series<M> insert(Series<M> a, int row, int column, Series<M> block) {
    return zip(a, block, (x, y) -> base.insert(x, row, column, y));
  }

  private Series<M> map(Series<M> a, UnaryOperator<M> function) {
    return new Series<>(k -> function.apply(a.coefficient(k)));
  }

  private Series<M> zip(Series<M> a, Series<M> b, BinaryOperator<M> function) {
    return new Series<>(k -> function.apply(a.coefficient(k), b.coefficient(k)));
  }
}
