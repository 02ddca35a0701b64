package deeplinear.flow.kernel;

import static deeplinear.fixture.Rejection.assertRejected;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import deeplinear.algebra.RealAlgebra;
import deeplinear.algebra.RealMatrix;
import deeplinear.fixture.RandomExact;
import deeplinear.network.Architecture;
import deeplinear.network.Weights;
import java.util.List;
import org.junit.jupiter.api.Test;

class StateVectorTest {

  @Test
  void layersFollowEachOtherRowByRow() {
    RealMatrix first = RealMatrix.of(2, 3, new double[] {1, 2, 3, 4, 5, 6});
    RealMatrix second = RealMatrix.of(1, 2, new double[] {7, 8});
    Weights<RealMatrix> weights = new Weights<>(RealAlgebra.INSTANCE, List.of(first, second));
    assertArrayEquals(new double[] {1, 2, 3, 4, 5, 6, 7, 8}, StateVector.pack(weights));
  }

  @Test
  void unpackIsTheInverseOfPack() {
    Architecture architecture = Architecture.of(2, 3, 1, 4);
    double[] state = new double[architecture.weights()];
    for (int k = 0; k < state.length; k++) {
      state[k] = k + 1;
    }
    Weights<RealMatrix> weights = StateVector.unpack(architecture, state);
    assertEquals(architecture, weights.architecture());
    assertEquals(4, weights.layer(1).entry(1, 1));
    assertEquals(9, weights.layer(2).entry(0, 2));
    assertEquals(10, weights.layer(3).entry(0, 0));
    assertArrayEquals(state, StateVector.pack(weights));
    Weights<RealMatrix> random =
        new RandomExact(270).whitened(architecture).weights(RealAlgebra.INSTANCE);
    Weights<RealMatrix> back = StateVector.unpack(architecture, StateVector.pack(random));
    for (int i = 1; i <= 3; i++) {
      assertArrayEquals(random.layer(i).toArray(), back.layer(i).toArray());
    }
  }

  @Test
  void statesOfAnotherLengthAreRejected() {
    Architecture architecture = Architecture.of(2, 3);
    assertRejected(() -> StateVector.unpack(architecture, new double[5]), "2-3", "6", "5");
    assertRejected(() -> StateVector.unpack(architecture, new double[7]), "7");
  }

  @Test
  void normsAreEuclidean() {
    assertEquals(13, StateVector.norm(new double[] {3, -4, 12}));
    assertEquals(13, StateVector.distance(new double[] {1, -3, 12}, new double[] {-2, 1, 0}));
    assertEquals(0, StateVector.norm(new double[0]));
    assertTrue(Double.isNaN(StateVector.norm(new double[] {1, Double.NaN})));
    assertTrue(Double.isNaN(StateVector.distance(new double[] {1}, new double[] {Double.NaN})));
  }

  @Test
  void speedIsTheNormOfTheVelocity() {
    RealField field =
        (state, velocity) -> {
          velocity[0] = 3 * state[0];
          velocity[1] = -4 * state[1];
        };
    double[] state = {1, 1};
    assertEquals(5, field.speed(state));
    assertArrayEquals(new double[] {1, 1}, state);
  }
}
