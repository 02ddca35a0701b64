package deeplinear.network;

import static deeplinear.fixture.Exact.q;
import static deeplinear.fixture.Rejection.assertRejected;
import static org.junit.jupiter.api.Assertions.assertEquals;

import deeplinear.algebra.Jet;
import deeplinear.algebra.JetAlgebra;
import deeplinear.algebra.RationalAlgebra;
import deeplinear.algebra.RationalMatrix;
import deeplinear.fixture.Exact;
import deeplinear.fixture.RandomExact;
import java.util.List;
import org.apache.commons.math3.fraction.BigFraction;
import org.junit.jupiter.api.Test;

class TargetTest {

  private static final RationalAlgebra Q = RationalAlgebra.INSTANCE;

  @Test
  void whitenedLossByHand() {
    Whitened<RationalMatrix> target =
        new Whitened<>(Q, RationalMatrix.of(new long[][] {{3, 1}, {0, 2}}));
    RationalMatrix w = RationalMatrix.of(new long[][] {{1, 2}, {0, -1}});
    assertEquals("[[2, -1], [0, 3]]", target.residual(w).toString());
    assertEquals(q(7, 1), target.loss(w).toScalar());
  }

  @Test
  void rawLossByHand() {
    RationalMatrix x = RationalMatrix.of(new long[][] {{1, 2}});
    RationalMatrix y = RationalMatrix.of(new long[][] {{3, 1}});
    SecondMoments<RationalMatrix> target = SecondMoments.of(Q, x, y);
    RationalMatrix w = RationalMatrix.of(new long[][] {{2}});
    // ½((3 − 2)² + (1 − 4)²) = 5 and (3 − 2) · 1 + (1 − 4) · 2 = −5
    assertEquals(q(5, 1), target.loss(w).toScalar());
    assertEquals(q(-5, 1), target.residual(w).toScalar());
    assertEquals(q(5, 1), target.matrix().toScalar());
    assertEquals(q(5, 1), target.moment().toScalar());
    assertEquals(q(10, 1), target.energy().toScalar());
  }

  /** L(W + tD) = L(W) − t⟨R, D⟩ + ½t² D²L[D, D], with singular second moments, too. */
  @Test
  void curvatureIsTheSecondDerivativeOfTheLoss() {
    RandomExact draw = new RandomExact(125);
    JetAlgebra<RationalMatrix> jets = new JetAlgebra<>(Q, 2);
    for (int i = 0; i < 20; i++) {
      RationalMatrix x = draw.matrix(1 + i % 3, 1 + i % 4);
      RationalMatrix y = draw.matrix(1 + i % 2, 1 + i % 4);
      RationalMatrix w = draw.matrix(y.rows(), x.rows());
      RationalMatrix d = draw.matrix(y.rows(), x.rows());
      SecondMoments<RationalMatrix> raw = SecondMoments.of(Q, x, y);
      for (Target<RationalMatrix> target : List.of(raw, new Whitened<>(Q, raw.matrix()))) {
        Jet<RationalMatrix> loss =
            target.map(jets, m -> jets.jet(List.of(m))).loss(jets.line(w, d));
        assertEquals(Q.scale(BigFraction.TWO, loss.coefficient(2)), target.curvature(d));
      }
    }
  }

  @Test
  void whitenedLossIsHalfTheSquaredDistance() {
    RandomExact draw = new RandomExact(120);
    for (int i = 0; i < 30; i++) {
      RationalMatrix sigma = draw.matrix(1 + i % 4, 1 + i % 3);
      RationalMatrix w = draw.matrix(1 + i % 4, 1 + i % 3);
      Whitened<RationalMatrix> target = new Whitened<>(Q, sigma);
      assertEquals(Exact.halfSquare(Exact.difference(sigma, w)), target.loss(w).toScalar());
      assertEquals(Exact.difference(sigma, w), target.residual(w));
      assertEquals(sigma.columns(), target.inputs());
      assertEquals(sigma.rows(), target.outputs());
    }
  }

  /** With 1 to 5 samples for 1 to 3 inputs, singular second moments included. */
  @Test
  void rawLossIsHalfTheSquaredErrorOnTheData() {
    RandomExact draw = new RandomExact(121);
    for (int i = 0; i < 30; i++) {
      RationalMatrix x = draw.matrix(1 + i % 3, 1 + i % 5);
      RationalMatrix y = draw.matrix(1 + i % 4, 1 + i % 5);
      RationalMatrix w = draw.matrix(1 + i % 4, 1 + i % 3);
      SecondMoments<RationalMatrix> target = SecondMoments.of(Q, x, y);
      RationalMatrix error = Exact.difference(y, Exact.product(w, x));
      assertEquals(Exact.halfSquare(error), target.loss(w).toScalar());
      assertEquals(Exact.product(error, Exact.transpose(x)), target.residual(w));
      assertEquals(x.rows(), target.inputs());
      assertEquals(y.rows(), target.outputs());
    }
  }

  @Test
  void orthonormalDataDifferFromWhitenedByAConstant() {
    RandomExact draw = new RandomExact(122);
    RationalMatrix y = draw.matrix(3, 2);
    SecondMoments<RationalMatrix> raw = SecondMoments.of(Q, RationalMatrix.identity(2), y);
    Whitened<RationalMatrix> whitened = new Whitened<>(Q, y);
    RationalMatrix w = draw.matrix(3, 2);
    assertEquals(whitened.loss(w), raw.loss(w));
    assertEquals(whitened.residual(w), raw.residual(w));
  }

  @Test
  void residualIsMinusTheDerivativeOfTheLossInEveryCoordinate() {
    RandomExact draw = new RandomExact(123);
    Instance whitened = draw.whitened(Architecture.of(3, 2));
    Instance raw = draw.raw(Architecture.of(3, 2), 2);
    JetAlgebra<RationalMatrix> jets = new JetAlgebra<>(Q, 1);
    for (Instance instance : List.of(whitened, raw)) {
      RationalMatrix w = draw.matrix(2, 3);
      RationalMatrix residual = instance.target().residual(w);
      for (int k = 0; k < 6; k++) {
        int at = k;
        RationalMatrix unit =
            Exact.build(2, 3, (i, j) -> 3 * i + j == at ? BigFraction.ONE : BigFraction.ZERO);
        Jet<RationalMatrix> loss = instance.target(jets).loss(jets.line(w, unit));
        assertEquals(residual.entry(k / 3, k % 3).negate(), loss.coefficient(1).toScalar());
      }
    }
  }

  @Test
  void dataThatDoNotFitAreRejected() {
    assertRejected(() -> SecondMoments.of(Q, Q.zeros(2, 3), Q.zeros(2, 4)), "3 samples", "4");
    RationalMatrix energy = Q.zeros(1, 1);
    assertRejected(() -> SecondMoments.exact(Q.zeros(2, 3), Q.zeros(3, 3), Q.zeros(1, 2)), "1 × 2");
    assertRejected(
        () -> SecondMoments.exact(Q.zeros(2, 3), Q.zeros(2, 2), energy), "3 × 3", "2 × 2");
    assertRejected(
        () -> SecondMoments.exact(Q.zeros(2, 3), Q.zeros(3, 2), energy), "3 × 3", "3 × 2");
    assertRejected(
        () -> SecondMoments.exact(Q.zeros(2, 3), Q.zeros(2, 3), energy), "3 × 3", "2 × 3");
  }
}
