package deeplinear.algebra;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BinaryOperator;
import java.util.function.IntFunction;
import java.util.function.UnaryOperator;
import org.apache.commons.math3.fraction.BigFraction;

/**
 * Power series in one variable t, truncated after t^K, over another algebra. One formula evaluated
 * here yields its Taylor coefficients: order 1 differentiates along a direction, order 2 gives
 * Hessian forms, and higher orders expand solutions of the flow.
 *
 * @param <M> the matrix type of the coefficients
 */
public final class JetAlgebra<M> implements Algebra<Jet<M>> {

  private final Algebra<M> base;
  private final int order;

  /**
   * Jets over {@code base}.
   *
   * @param base the algebra of the coefficients
   * @param order the truncation order K ≥ 0
   */
  public JetAlgebra(Algebra<M> base, int order) {
    if (order < 0) {
      throw new IllegalArgumentException("the order of a jet is at least 0, not " + order);
    }
    this.base = base;
    this.order = order;
  }

  /** K, the truncation order. */
  public int order() {
    return order;
  }

  @Override
  public String name() {
    return "jets of order " + order + " over " + base.name();
  }

  /** The jet with the given first coefficients; the missing ones are zero, surplus ones are cut. */
  public Jet<M> jet(List<M> first) {
    M zero = base.zeros(base.rows(first.get(0)), base.columns(first.get(0)));
    return build(k -> k < first.size() ? first.get(k) : zero);
  }

  /** The line {@code point + t direction}. */
  public Jet<M> line(M point, M direction) {
    return jet(List.of(point, direction));
  }

  @Override
  public Jet<M> lift(RationalMatrix exact) {
    return jet(List.of(base.lift(exact)));
  }

  @Override
  public Jet<M> zeros(int rows, int columns) {
    return jet(List.of(base.zeros(rows, columns)));
  }

  @Override
  public Jet<M> identity(int n) {
    return jet(List.of(base.identity(n)));
  }

  @Override
  public int rows(Jet<M> a) {
    return base.rows(a.coefficient(0));
  }

  @Override
  public int columns(Jet<M> a) {
    return base.columns(a.coefficient(0));
  }

  @Override
  public Jet<M> add(Jet<M> a, Jet<M> b) {
    return zip(a, b, base::add);
  }

  @Override
  public Jet<M> subtract(Jet<M> a, Jet<M> b) {
    return zip(a, b, base::subtract);
  }

  /** The Cauchy product, truncated. */
  @Override
  public Jet<M> multiply(Jet<M> a, Jet<M> b) {
    return build(k -> cauchy(base, base::multiply, a::coefficient, b::coefficient, k));
  }

  @Override
  public Jet<M> inner(Jet<M> a, Jet<M> b) {
    return build(k -> cauchy(base, base::inner, a::coefficient, b::coefficient, k));
  }

  /**
   * Coefficient k of a product, Σ_{i ≤ k} a_i b_{k−i}, added in ascending order.
   *
   * @param product of two coefficients, bilinear
   */
  static <M> M cauchy(
      Algebra<M> base, BinaryOperator<M> product, IntFunction<M> a, IntFunction<M> b, int k) {
    M sum = product.apply(a.apply(0), b.apply(k));
    for (int i = 1; i <= k; i++) {
      sum = base.add(sum, product.apply(a.apply(i), b.apply(k - i)));
    }
    return sum;
  }

  @Override
  public Jet<M> transpose(Jet<M> a) {
    return map(a, base::transpose);
  }

  @Override
  public Jet<M> scale(BigFraction c, Jet<M> a) {
    return map(a, x -> base.scale(c, x));
  }

  @Override
  public Jet<M> trace(Jet<M> a) {
    return map(a, base::trace);
  }

  @Override
  public Jet<M> block(Jet<M> a, int row, int column, int rows, int columns) {
    return map(a, x -> base.block(x, row, column, rows, columns));
  }

  @Override
  public Jet<M> insert(Jet<M> a, int row, int column, Jet<M> block) {
    return zip(a, block, (x, y) -> base.insert(x, row, column, y));
  }

  private Jet<M> map(Jet<M> a, UnaryOperator<M> function) {
    return build(k -> function.apply(a.coefficient(k)));
  }

  private Jet<M> zip(Jet<M> a, Jet<M> b, BinaryOperator<M> function) {
    return build(k -> function.apply(a.coefficient(k), b.coefficient(k)));
  }

  private Jet<M> build(IntFunction<M> coefficient) {
    List<M> coefficients = new ArrayList<>(order + 1);
    for (int k = 0; k <= order; k++) {
      coefficients.add(coefficient.apply(k));
    }
    return new Jet<>(coefficients);
  }
}
