package deeplinear.algebra;

import static deeplinear.fixture.Rejection.assertRejected;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ShapeErrorsTest {

  @ParameterizedTest
  @MethodSource("deeplinear.algebra.Agreement#algebras")
  <M> void sumsNeedEqualShapes(Algebra<M> algebra) {
    M a = algebra.zeros(2, 3);
    assertRejected(() -> algebra.add(a, algebra.zeros(3, 2)), "2 × 3", "3 × 2");
    assertRejected(() -> algebra.add(a, algebra.zeros(2, 4)), "2 × 3", "2 × 4");
    assertRejected(() -> algebra.add(a, algebra.zeros(1, 3)), "2 × 3", "1 × 3");
    assertRejected(() -> algebra.subtract(a, algebra.zeros(3, 2)), "2 × 3", "3 × 2");
    assertRejected(() -> algebra.subtract(a, algebra.zeros(1, 6)), "2 × 3", "1 × 6");
  }

  @ParameterizedTest
  @MethodSource("deeplinear.algebra.Agreement#algebras")
  <M> void productsNeedEqualInnerDimensions(Algebra<M> algebra) {
    M a = algebra.zeros(2, 3);
    assertRejected(() -> algebra.multiply(a, algebra.zeros(2, 3)), "2 × 3", "3 ≠ 2");
    assertRejected(() -> algebra.multiply(a, algebra.zeros(5, 4)), "2 × 3", "5 × 4", "3 ≠ 5");
    assertRejected(() -> algebra.inner(a, algebra.zeros(3, 2)), "3 × 2");
  }

  @ParameterizedTest
  @MethodSource("deeplinear.algebra.Agreement#algebras")
  <M> void tracesAndPowersNeedSquares(Algebra<M> algebra) {
    assertRejected(() -> algebra.trace(algebra.zeros(2, 3)), "2 × 3");
    assertRejected(() -> algebra.power(algebra.zeros(2, 3), 2), "2 × 3");
  }

  @ParameterizedTest
  @MethodSource("deeplinear.algebra.Agreement#algebras")
  <M> void blocksLieInside(Algebra<M> algebra) {
    M a = algebra.zeros(2, 3);
    assertRejected(() -> algebra.block(a, 1, 0, 2, 1), "2 × 1", "(1, 0)", "2 × 3");
    assertRejected(() -> algebra.block(a, 0, 2, 1, 2), "1 × 2", "(0, 2)", "2 × 3");
    assertRejected(() -> algebra.block(a, -1, 0, 1, 1), "(-1, 0)");
    assertRejected(() -> algebra.block(a, 0, -1, 1, 1), "(0, -1)");
    assertRejected(() -> algebra.block(a, 1, 1, -1, 1), "-1 × 1");
    assertRejected(() -> algebra.block(a, 1, 1, 1, -1), "1 × -1");
    assertRejected(() -> algebra.block(a, 3, 0, 0, 0), "(3, 0)");
    assertRejected(() -> algebra.insert(a, 1, 0, algebra.zeros(2, 1)), "2 × 1", "(1, 0)");
    assertRejected(() -> algebra.insert(a, 0, 1, algebra.zeros(1, 3)), "1 × 3", "(0, 1)");
    assertRejected(() -> algebra.insert(a, -1, 0, algebra.zeros(1, 1)), "(-1, 0)");
  }
}
