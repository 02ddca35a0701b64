package deeplinear.network;

import static deeplinear.fixture.Exact.q;
import static deeplinear.fixture.Rejection.assertRejected;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import deeplinear.algebra.RationalAlgebra;
import deeplinear.algebra.RationalMatrix;
import deeplinear.algebra.RealAlgebra;
import deeplinear.fixture.Exact;
import deeplinear.fixture.RandomExact;
import java.util.List;
import java.util.Optional;
import org.apache.commons.math3.fraction.BigFraction;
import org.junit.jupiter.api.Test;

class SecondMomentsTest {

  private static final RationalAlgebra Q = RationalAlgebra.INSTANCE;

  private static RationalMatrix matrix(long[]... rows) {
    return RationalMatrix.of(rows);
  }

  private static RationalMatrix one(long x) {
    return matrix(new long[] {x});
  }

  /** With 1 to 5 samples of 1 to 3 inputs; a smaller energy than the least fits no data. */
  @Test
  void theMomentsOfDataAreAccepted() {
    RandomExact draw = new RandomExact(140);
    for (int i = 0; i < 45; i++) {
      RationalMatrix x = draw.matrix(1 + i % 3, 1 + i % 5);
      RationalMatrix y = draw.matrix(1 + i % 4, 1 + i % 5);
      SecondMoments<RationalMatrix> target = SecondMoments.of(Q, x, y);
      assertEquals(target, SecondMoments.exact(target.matrix(), target.moment(), target.energy()));
      BigFraction least = SecondMoments.leastEnergy(target.matrix(), target.moment()).orElseThrow();
      assertEquals(true, least.compareTo(target.energy().toScalar()) <= 0);
      RationalMatrix less = RationalMatrix.scalar(least.subtract(q(1, 1000)));
      assertRejected(() -> SecondMoments.exact(target.matrix(), target.moment(), less), "‖Y‖² ≥ ");
    }
  }

  /** Y = W X is fitted without loss, so no data with these moments have a smaller energy. */
  @Test
  void theLeastEnergyIsThatOfDataThatAreFitted() {
    RandomExact draw = new RandomExact(141);
    for (int i = 0; i < 30; i++) {
      RationalMatrix x = draw.matrix(1 + i % 3, 1 + i % 4);
      RationalMatrix y = Exact.product(draw.matrix(2, 1 + i % 3), x);
      SecondMoments<RationalMatrix> target = SecondMoments.of(Q, x, y);
      assertEquals(
          Optional.of(target.energy().toScalar()),
          SecondMoments.leastEnergy(target.matrix(), target.moment()));
    }
  }

  @Test
  void momentsOfNoDataAreRejected() {
    RationalMatrix energy = one(100);
    RationalMatrix row = matrix(new long[] {1, 1});
    for (RationalMatrix moment :
        List.of(
            matrix(new long[] {1, 0}, new long[] {0, 0}),
            matrix(new long[] {1, 0}, new long[] {1, 1}),
            matrix(new long[] {1, 0}, new long[] {0, -1}),
            matrix(new long[] {1, 2}, new long[] {2, 1}))) {
      assertEquals(Optional.empty(), SecondMoments.leastEnergy(row, moment));
      assertRejected(
          () -> SecondMoments.exact(row, moment, energy), "no data", "[[1, 1]]", moment.toString());
    }
    assertRejected(() -> SecondMoments.exact(one(3), one(2), one(4)), "‖Y‖² ≥ 9/2", "cannot be 4");
    assertEquals(one(5), SecondMoments.exact(one(3), one(2), one(5)).energy());
    assertRejected(() -> SecondMoments.exact(one(0), one(0), one(-1)), "‖Y‖² ≥ 0", "cannot be -1");
  }

  @Test
  void everyMomentCounts() {
    SecondMoments<RationalMatrix> target = SecondMoments.exact(one(1), one(2), one(3));
    assertEquals(target, SecondMoments.exact(one(1), one(2), one(3)));
    assertEquals(target.hashCode(), SecondMoments.exact(one(1), one(2), one(3)).hashCode());
    assertNotEquals(target, SecondMoments.exact(one(0), one(2), one(3)));
    assertNotEquals(target, SecondMoments.exact(one(1), one(1), one(3)));
    assertNotEquals(target, SecondMoments.exact(one(1), one(2), one(4)));
    assertNotEquals(target.hashCode(), SecondMoments.exact(one(1), one(2), one(4)).hashCode());
    RealAlgebra r = RealAlgebra.INSTANCE;
    assertNotEquals(target, target.map(r, r::lift));
    assertEquals("Y Xᵀ = [[1]], X Xᵀ = [[2]], ‖Y‖² = [[3]]", target.toString());
  }

  /** Whitened data are data with M = I that are fitted without loss. */
  @Test
  void whitenedTargetsHaveSecondMomentsToo() {
    RandomExact draw = new RandomExact(142);
    RationalMatrix w = draw.matrix(3, 2);
    Target<RationalMatrix> whitened = new Whitened<>(Q, draw.matrix(3, 2));
    Target<RationalMatrix> same =
        SecondMoments.exact(whitened.matrix(), whitened.moment(), whitened.energy());
    assertEquals(whitened.loss(w), same.loss(w));
    assertEquals(whitened.residual(w), same.residual(w));
    assertEquals(List.of(true, false), List.of(whitened.isWhitened(), same.isWhitened()));
  }
}
