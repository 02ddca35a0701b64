package deeplinear.algebra;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.math3.fraction.BigFraction;

/**
 * Outward-rounded interval arithmetic: the result of every operation contains the results on all
 * members of its arguments. What an interval excludes is thereby proved.
 */
public final class IntervalAlgebra implements Algebra<IntervalMatrix> {

  /** The only instance; the algebra has no state. */
  public static final IntervalAlgebra INSTANCE = new IntervalAlgebra();

  private IntervalAlgebra() {}

  @Override
  public String name() {
    return "interval";
  }

  @Override
  public IntervalMatrix lift(RationalMatrix exact) {
    return IntervalMatrix.of(
        exact.rows(), exact.columns(), exact.entries().stream().map(Interval::enclosing).toList());
  }

  @Override
  public IntervalMatrix zeros(int rows, int columns) {
    return IntervalMatrix.zeros(rows, columns);
  }

  @Override
  public int rows(IntervalMatrix a) {
    return a.rows();
  }

  @Override
  public int columns(IntervalMatrix a) {
    return a.columns();
  }

  @Override
  public IntervalMatrix add(IntervalMatrix a, IntervalMatrix b) {
    return a.plus(b);
  }

  @Override
  public IntervalMatrix subtract(IntervalMatrix a, IntervalMatrix b) {
    return a.minus(b);
  }

  @Override
  public IntervalMatrix multiply(IntervalMatrix a, IntervalMatrix b) {
    return a.times(b);
  }

  @Override
  public IntervalMatrix transpose(IntervalMatrix a) {
    return a.transposed();
  }

  @Override
  public IntervalMatrix scale(BigFraction c, IntervalMatrix a) {
    Interval factor = Interval.enclosing(c);
    return a.map(factor::multiply);
  }

  @Override
  public IntervalMatrix trace(IntervalMatrix a) {
    Shapes.requireSquare(a.rows(), a.columns());
    Interval sum =
        IntStream.range(0, a.rows())
            .mapToObj(i -> a.entry(i, i))
            .reduce(Interval.ZERO, Interval::add);
    return IntervalMatrix.of(1, 1, List.of(sum));
  }

  @Override
  public IntervalMatrix block(IntervalMatrix a, int row, int column, int rows, int columns) {
    Shapes.requireInside(a.rows(), a.columns(), row, column, rows, columns);
    return IntervalMatrix.of(
        rows,
        columns,
        IntStream.range(0, rows * columns)
            .mapToObj(i -> a.entry(row + i / columns, column + i % columns))
            .toList());
  }

  @Override
  public IntervalMatrix insert(IntervalMatrix a, int row, int column, IntervalMatrix block) {
    Shapes.requireInside(a.rows(), a.columns(), row, column, block.rows(), block.columns());
    List<Interval> x = new ArrayList<>(a.entries());
    for (int i = 0; i < block.rows(); i++) {
      for (int j = 0; j < block.columns(); j++) {
        x.set((row + i) * a.columns() + column + j, block.entry(i, j));
      }
    }
    return IntervalMatrix.of(a.rows(), a.columns(), x);
  }

  @Override
  public IntervalMatrix inner(IntervalMatrix a, IntervalMatrix b) {
    Shapes.requireEqual("take the inner product of", a.rows(), a.columns(), b.rows(), b.columns());
    Interval sum = Interval.ZERO;
    for (int i = 0; i < a.rows(); i++) {
      for (int j = 0; j < a.columns(); j++) {
        sum = sum.add(a.entry(i, j).multiply(b.entry(i, j)));
      }
    }
    return IntervalMatrix.of(1, 1, List.of(sum));
  }

  /** ‖a‖_F², entry by entry from squares, hence with a nonnegative and tight lower end. */
  @Override
  public IntervalMatrix normSquared(IntervalMatrix a) {
    Interval sum = a.entries().stream().map(Interval::square).reduce(Interval.ZERO, Interval::add);
    return IntervalMatrix.of(1, 1, List.of(new Interval(Math.max(0, sum.low()), sum.high())));
  }
}
