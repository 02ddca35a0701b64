package deeplinear.algebra;

import static deeplinear.fixture.Exact.q;

import deeplinear.fixture.Exact;
import deeplinear.fixture.RandomExact;
import java.util.List;
import java.util.function.Function;
import org.apache.commons.math3.fraction.BigFraction;

/** Every operation of {@link Algebra} with an oracle that uses none of them. */
enum Operation {
  LIFT(Shape.ONE, x -> Exact.build(x.get(0).rows(), x.get(0).columns(), x.get(0)::entry)) {
    @Override
    <M> M apply(Algebra<M> algebra, List<M> x) {
      return x.get(0);
    }
  },
  ADD(Shape.EQUAL, x -> Exact.sum(x.get(0), x.get(1))) {
    @Override
    <M> M apply(Algebra<M> algebra, List<M> x) {
      return algebra.add(x.get(0), x.get(1));
    }
  },
  SUBTRACT(Shape.EQUAL, x -> Exact.difference(x.get(0), x.get(1))) {
    @Override
    <M> M apply(Algebra<M> algebra, List<M> x) {
      return algebra.subtract(x.get(0), x.get(1));
    }

    @Override
    RationalMatrix magnitude(List<RationalMatrix> x) {
      return ADD.magnitude(x);
    }
  },
  MULTIPLY(Shape.CHAINED, x -> Exact.product(x.get(0), x.get(1))) {
    @Override
    <M> M apply(Algebra<M> algebra, List<M> x) {
      return algebra.multiply(x.get(0), x.get(1));
    }
  },
  TRANSPOSE(Shape.ONE, x -> Exact.transpose(x.get(0))) {
    @Override
    <M> M apply(Algebra<M> algebra, List<M> x) {
      return algebra.transpose(x.get(0));
    }
  },
  SCALE(Shape.ONE, x -> Exact.scaled(q(-5, 7), x.get(0))) {
    @Override
    <M> M apply(Algebra<M> algebra, List<M> x) {
      return algebra.scale(q(-5, 7), x.get(0));
    }
  },
  TRACE(Shape.SQUARE, x -> innerProduct(x.get(0), RationalMatrix.identity(x.get(0).rows()))) {
    @Override
    <M> M apply(Algebra<M> algebra, List<M> x) {
      return algebra.trace(x.get(0));
    }
  },
  POWER(Shape.SQUARE, x -> Exact.product(x.get(0), Exact.product(x.get(0), x.get(0)))) {
    @Override
    <M> M apply(Algebra<M> algebra, List<M> x) {
      return algebra.power(x.get(0), 3);
    }
  },
  INNER(Shape.EQUAL, x -> innerProduct(x.get(0), x.get(1))) {
    @Override
    <M> M apply(Algebra<M> algebra, List<M> x) {
      return algebra.inner(x.get(0), x.get(1));
    }
  },
  NORM_SQUARED(Shape.ONE, x -> innerProduct(x.get(0), x.get(0))) {
    @Override
    <M> M apply(Algebra<M> algebra, List<M> x) {
      return algebra.normSquared(x.get(0));
    }
  };

  /** How the shapes of the operands depend on each other. */
  private enum Shape {
    ONE,
    EQUAL,
    CHAINED,
    SQUARE
  }

  private final Shape shape;

  @SuppressWarnings("ImmutableEnumChecker") // The oracles capture nothing.
  private final Function<List<RationalMatrix>, RationalMatrix> oracle;

  Operation(Shape shape, Function<List<RationalMatrix>, RationalMatrix> oracle) {
    this.shape = shape;
    this.oracle = oracle;
  }

  abstract <M> M apply(Algebra<M> algebra, List<M> x);

  RationalMatrix expected(List<RationalMatrix> x) {
    return oracle.apply(x);
  }

  /** The operation with every term replaced by its absolute value, so that nothing cancels. */
  RationalMatrix magnitude(List<RationalMatrix> x) {
    return Exact.abs(expected(x.stream().map(Exact::abs).toList()));
  }

  private static RationalMatrix innerProduct(RationalMatrix a, RationalMatrix b) {
    BigFraction sum = BigFraction.ZERO;
    for (int i = 0; i < a.entries().size(); i++) {
      sum = sum.add(a.entries().get(i).multiply(b.entries().get(i)));
    }
    return RationalMatrix.of(1, 1, List.of(sum));
  }

  /** Operands that fit, zero dimensions included. */
  List<RationalMatrix> operands(RandomExact draw) {
    int m = draw.integer(0, 4);
    int n = draw.integer(0, 4);
    return switch (shape) {
      case ONE -> List.of(draw.matrix(m, n));
      case EQUAL -> List.of(draw.matrix(m, n), draw.matrix(m, n));
      case CHAINED -> List.of(draw.matrix(m, n), draw.matrix(n, draw.integer(0, 4)));
      case SQUARE -> List.of(draw.matrix(n, n));
    };
  }

  /**
   * More roundings than any term of any entry of a result goes through: at most 3 conversions, 2
   * products, 3n or mn sums, and 2 for a root that is squared again.
   */
  static int roundings(List<RationalMatrix> x) {
    int m = x.get(0).rows();
    int n = x.get(0).columns();
    return 7 + 3 * n + m * n;
  }
}
