package deeplinear.network;

import static deeplinear.fixture.Rejection.assertRejected;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import deeplinear.algebra.RationalAlgebra;
import deeplinear.algebra.RationalMatrix;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class WeightsShapeTest {

  private static final RationalAlgebra Q = RationalAlgebra.INSTANCE;

  @Test
  void layersThatDoNotFitAreNamed() {
    List<RationalMatrix> layers = List.of(Q.zeros(3, 2), Q.zeros(4, 3), Q.zeros(1, 5));
    assertRejected(() -> new Weights<>(Q, layers), "W_3 is 1 × 5", "W_2 is 4 × 3", "5 ≠ 4");
    List<RationalMatrix> reversed = List.of(Q.zeros(2, 3), Q.zeros(3, 4));
    assertRejected(() -> new Weights<>(Q, reversed), "W_2 is 3 × 4", "W_1 is 2 × 3", "4 ≠ 2");
  }

  @Test
  void theLimitsOfArchitecturesHold() {
    assertRejected(() -> new Weights<>(Q, List.of()), "depth -1");
    assertRejected(() -> new Weights<>(Q, List.of(Q.zeros(0, 2))), "d_1 = 0");
  }

  @Test
  void layersAreCopiedAndImmutable() {
    List<RationalMatrix> layers = new ArrayList<>(List.of(Q.zeros(1, 2)));
    Weights<RationalMatrix> w = new Weights<>(Q, layers);
    layers.set(0, Q.zeros(5, 5));
    assertEquals(Q.zeros(1, 2), w.layer(1));
    assertThrows(UnsupportedOperationException.class, () -> w.layers().clear());
  }
}
