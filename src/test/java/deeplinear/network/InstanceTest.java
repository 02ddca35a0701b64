package deeplinear.network;

import static deeplinear.fixture.Rejection.assertRejected;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import deeplinear.algebra.RationalAlgebra;
import deeplinear.algebra.RationalMatrix;
import deeplinear.algebra.RealAlgebra;
import deeplinear.algebra.RealMatrix;
import deeplinear.fixture.RandomExact;
import org.junit.jupiter.api.Test;

class InstanceTest {

  private static final RationalAlgebra Q = RationalAlgebra.INSTANCE;
  private static final Architecture ARCHITECTURE = Architecture.of(3, 4, 2);

  @Test
  void targetsThatDoNotFitAreNamed() {
    Weights<RationalMatrix> weights = new RandomExact(130).weights(ARCHITECTURE);
    assertRejected(
        () -> Instance.whitened(Q.zeros(3, 2), weights), "3 × 2", "3-4-2", "2 outputs", "3 inputs");
    assertRejected(() -> Instance.whitened(Q.zeros(2, 4), weights), "2 × 4");
    assertRejected(() -> Instance.whitened(Q.zeros(1, 3), weights), "1 × 3");
    SecondMoments<RationalMatrix> data = SecondMoments.of(Q, Q.zeros(2, 5), Q.zeros(2, 5));
    assertRejected(() -> new Instance(data, weights), "2 × 2");
  }

  @Test
  void partsAreKept() {
    RandomExact draw = new RandomExact(131);
    Weights<RationalMatrix> weights = draw.weights(ARCHITECTURE);
    RationalMatrix sigma = draw.matrix(2, 3);
    Instance instance = Instance.whitened(sigma, weights);
    assertEquals(ARCHITECTURE, instance.architecture());
    assertEquals(sigma, instance.target().matrix());
    assertEquals(weights, instance.weights());
    assertSame(instance, instance.instance());
    assertTrue(instance.isWhitened());
    assertFalse(draw.raw(ARCHITECTURE, 2).isWhitened());
  }

  @Test
  void whitenedTargetsAreLifted() {
    Instance instance = new RandomExact(132).whitened(ARCHITECTURE);
    Target<RealMatrix> target = instance.target(RealAlgebra.INSTANCE);
    assertInstanceOf(Whitened.class, target);
    assertEquals(RealAlgebra.INSTANCE, target.algebra());
    assertArrayEquals(instance.target().matrix().toDoubles(), target.matrix().toArray());
  }

  @Test
  void rawTargetsAreLiftedWithMomentAndEnergy() {
    Instance instance = new RandomExact(133).raw(ARCHITECTURE, 4);
    Target<RationalMatrix> exact = instance.target();
    Target<RealMatrix> lifted = instance.target(RealAlgebra.INSTANCE);
    assertFalse(lifted.isWhitened());
    assertArrayEquals(exact.matrix().toDoubles(), lifted.matrix().toArray());
    assertArrayEquals(exact.moment().toDoubles(), lifted.moment().toArray());
    assertArrayEquals(exact.energy().toDoubles(), lifted.energy().toArray());
  }

  @Test
  void weightsAreLifted() {
    Instance instance = new RandomExact(134).whitened(ARCHITECTURE);
    Weights<RealMatrix> weights = instance.weights(RealAlgebra.INSTANCE);
    assertEquals(ARCHITECTURE, weights.architecture());
    for (int i = 1; i <= 2; i++) {
      assertArrayEquals(instance.weights().layer(i).toDoubles(), weights.layer(i).toArray());
    }
  }
}
