package deeplinear.quantity;

import deeplinear.algebra.Algebra;
import deeplinear.algebra.RationalMatrix;

/** What is made of one matrix. */
final class Operations {

  private Operations() {}

  static <M> M normSquared(Algebra<M> algebra, M x) {
    return algebra.normSquared(x);
  }

  static <M> M gram(Algebra<M> algebra, M x) {
    return algebra.multiply(x, algebra.transpose(x));
  }

  /** x^exponent. */
  record Power(int exponent) {

    <M> M of(Algebra<M> algebra, M x) {
      return algebra.power(x, exponent);
    }
  }

  /** left · x · right. */
  record Between(RationalMatrix left, RationalMatrix right) {

    <M> M of(Algebra<M> algebra, M x) {
      return algebra.multiply(algebra.multiply(algebra.lift(left), x), algebra.lift(right));
    }
  }
}
