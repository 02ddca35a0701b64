package deeplinear.flow;

import static deeplinear.fixture.Exact.q;
import static org.junit.jupiter.api.Assertions.assertEquals;

import deeplinear.algebra.RationalAlgebra;
import deeplinear.algebra.RationalMatrix;
import deeplinear.network.Instance;
import deeplinear.network.SecondMoments;
import deeplinear.network.Target;
import deeplinear.network.Weights;
import deeplinear.network.Whitened;
import java.util.Arrays;
import org.apache.commons.math3.fraction.BigFraction;
import org.junit.jupiter.api.Test;

class TimeScaleTest {

  private static final RationalAlgebra Q = RationalAlgebra.INSTANCE;

  private static Weights<RationalMatrix> chain(BigFraction... layers) {
    return new Weights<>(Q, Arrays.stream(layers).map(RationalMatrix::scalar).toList());
  }

  private static Target<RationalMatrix> whitened(BigFraction sigma) {
    return new Whitened<>(Q, RationalMatrix.scalar(sigma));
  }

  private static Target<RationalMatrix> raw(BigFraction x, BigFraction y) {
    return SecondMoments.of(Q, RationalMatrix.scalar(x), RationalMatrix.scalar(y));
  }

  /** The root of the target is rounded once and raised to a power at most 4: a few ulps. */
  private static void assertCurvature(
      double lambda, Target<RationalMatrix> target, Weights<RationalMatrix> weights) {
    double actual = TimeScale.of(new Instance(target, weights));
    assertEquals(1 / lambda, actual, 16 * Math.ulp(1 / lambda));
  }

  @Test
  void curvatureByHand() {
    assertCurvature(1, whitened(q(7, 1)), chain(q(5, 1)));
    // B = 3, ‖R‖ = |4 − 6|: 2 · 3² + 1 · 2 · 3⁰
    assertCurvature(20, whitened(q(4, 1)), chain(q(2, 1), q(3, 1)));
    // B = |−3|, ‖R‖ = |4 + 6|: 2 · 3² + 10
    assertCurvature(28, whitened(q(4, 1)), chain(q(2, 1), q(-3, 1)));
    // B = 3, ‖R‖ = |8 − 6|: 3 · 3⁴ + 2 · 2 · 3
    assertCurvature(255, whitened(q(8, 1)), chain(q(1, 1), q(2, 1), q(3, 1)));
    // B = √100: 2 · 100 + (100 − 1)
    assertCurvature(299, whitened(q(100, 1)), chain(q(1, 1), q(1, 1)));
  }

  @Test
  void momentsAboveOneCount() {
    // M = 4, Y Xᵀ = 2, B = 3, ‖R‖ = |2 − 6 · 4|: 4 · 2 · 9 + 22
    assertCurvature(94, raw(q(2, 1), q(1, 1)), chain(q(2, 1), q(3, 1)));
    // M = ¼ counts as 1, Y Xᵀ = 2, ‖R‖ = |2 − 6/4|: 2 · 9 + ½
    assertCurvature(18.5, raw(q(1, 2), q(4, 1)), chain(q(2, 1), q(3, 1)));
  }

  @Test
  void degenerateScalesAreOne() {
    assertCurvature(1, whitened(q(0, 1)), chain(q(0, 1), q(0, 1)));
    BigFraction huge = new BigFraction(1e200);
    assertCurvature(1, whitened(q(0, 1)), chain(huge, huge));
  }
}
