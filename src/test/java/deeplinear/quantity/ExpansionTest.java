package deeplinear.quantity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import deeplinear.algebra.RationalAlgebra;
import deeplinear.algebra.RationalMatrix;
import deeplinear.claim.ExactArithmetic;
import deeplinear.claim.Laboratory;
import deeplinear.fixture.RandomExact;
import deeplinear.flow.GradientFlow;
import deeplinear.flow.WeightDecay;
import deeplinear.network.Architecture;
import deeplinear.network.Instance;
import deeplinear.network.Weights;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.math3.fraction.BigFraction;
import org.junit.jupiter.api.Test;

class ExpansionTest {

  private static final RationalAlgebra Q = RationalAlgebra.INSTANCE;

  private static RationalMatrix number(int numerator, int denominator) {
    return RationalMatrix.scalar(new BigFraction(numerator, denominator));
  }

  private static Coefficients<RationalMatrix> series(int... coefficients) {
    return new Coefficients<>(Q, Arrays.stream(coefficients).mapToObj(c -> number(c, 1)).toList());
  }

  @Test
  void imbalancesAreConstantUnderTheFlowAndNotUnderDecay() {
    Instance instance = new RandomExact(950).raw(Architecture.of(2, 3, 2, 2), 3);
    WeightDecay decay = new WeightDecay(BigFraction.ONE_HALF);
    for (int i = 1; i <= 2; i++) {
      Polynomial imbalance = Quantities.imbalance(i);
      assertTrue(imbalance.series(instance, GradientFlow.INSTANCE, Q, 3).isConstant());
      assertTrue(
          imbalance
              .series(
                  instance,
                  GradientFlow.INSTANCE,
                  ExactArithmetic.of(List.of(), Laboratory.STANDARD),
                  6)
              .isConstant());
      assertFalse(imbalance.series(instance, decay, Q, 1).isConstant());
    }
    assertFalse(Quantities.loss().series(instance, GradientFlow.INSTANCE, Q, 1).isConstant());
  }

  @Test
  void theLossFallsByTheSquaredSpeed() {
    Instance instance = new RandomExact(951).whitened(Architecture.of(2, 2, 2));
    var flow = Expansion.of(instance, GradientFlow.INSTANCE, Q, 4);
    Coefficients<RationalMatrix> fall = flow.of(Quantities.loss()).derivative();
    Coefficients<RationalMatrix> speed = flow.of(Quantities.gradientNormSquared());
    assertEquals(3, fall.plus(speed).order());
    assertTrue(fall.plus(speed).isZero());
    assertFalse(fall.isZero());
  }

  /** ẇ = 1 − w from w(0) = 0 has w = t − t²/2 + t³/6 − … */
  @Test
  void coefficientsAreThoseOfTheSolution() {
    Instance instance = Instance.whitened(number(1, 1), new Weights<>(Q, List.of(number(0, 1))));
    assertEquals(
        List.of(number(0, 1), number(1, 1), number(-1, 2), number(1, 6)),
        Quantities.endToEnd().series(instance, GradientFlow.INSTANCE, Q, 3).coefficients());
  }

  @Test
  void seriesAreComparedCoefficientByCoefficient() {
    assertEquals(series(2, 6), series(1, 2, 3).derivative());
    assertEquals(series(5, 7), series(1, 2, 3).plus(series(4, 5)));
    assertTrue(series(7, 0, 0).isConstant());
    assertFalse(series(7, 0, 1).isConstant());
    assertFalse(series(7, 1, 0).isConstant());
    assertTrue(series(0, 0).isZero());
    assertFalse(series(1, 0).isZero());
  }

  @Test
  void nothingIsSaidOfNothing() {
    assertThrows(IllegalArgumentException.class, () -> series(1).isConstant());
    assertThrows(IllegalArgumentException.class, () -> series(1).derivative());
    assertThrows(IllegalArgumentException.class, () -> series());
  }
}
