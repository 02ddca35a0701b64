package deeplinear.network;

import static deeplinear.fixture.Exact.q;
import static deeplinear.fixture.Rejection.assertRejected;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import deeplinear.algebra.RationalAlgebra;
import deeplinear.algebra.RationalMatrix;
import deeplinear.algebra.RealAlgebra;
import deeplinear.algebra.RealMatrix;
import deeplinear.fixture.Exact;
import deeplinear.fixture.RandomExact;
import java.util.List;
import org.junit.jupiter.api.Test;

class WeightsTest {

  private static final RationalAlgebra Q = RationalAlgebra.INSTANCE;
  private static final Architecture ARCHITECTURE = Architecture.of(2, 3, 1, 4, 2);
  private static final Weights<RationalMatrix> W = new RandomExact(100).weights(ARCHITECTURE);

  private static RationalMatrix matrix(long[]... rows) {
    return RationalMatrix.of(rows);
  }

  @Test
  void layersCountFromOne() {
    assertEquals(4, W.depth());
    assertEquals(ARCHITECTURE, W.architecture());
    for (int i = 1; i <= 4; i++) {
      assertEquals(W.layers().get(i - 1), W.layer(i));
      assertEquals(ARCHITECTURE.width(i), W.layer(i).rows());
    }
    assertRejected(() -> W.layer(0), "1 to 4", "not 0");
    assertRejected(() -> W.layer(5), "1 to 4", "not 5");
  }

  @Test
  void productsByHand() {
    Weights<RationalMatrix> w =
        new Weights<>(
            Q,
            List.of(
                matrix(new long[] {1, 2}, new long[] {0, 1}),
                matrix(new long[] {1, 0}, new long[] {3, 1}),
                matrix(new long[] {0, 1}, new long[] {1, 0})));
    assertEquals("[[1, 2], [3, 7]]", w.product(2, 1).toString());
    assertEquals("[[3, 1], [1, 0]]", w.product(3, 2).toString());
    assertEquals("[[3, 7], [1, 2]]", w.product(3, 1).toString());
    assertEquals("[[3, 7], [1, 2]]", w.endToEnd().toString());
  }

  @Test
  void productsMultiplyLaterLayersFromTheLeft() {
    for (int i = 1; i <= 4; i++) {
      RationalMatrix expected = RationalMatrix.identity(ARCHITECTURE.width(i - 1));
      assertEquals(expected, W.product(i - 1, i), "empty product at " + i);
      for (int j = i; j <= 4; j++) {
        expected = Exact.product(W.layer(j), expected);
        assertEquals(expected, W.product(j, i), j + ":" + i);
      }
    }
    assertEquals(RationalMatrix.identity(2), W.product(4, 5));
    assertEquals(W.product(4, 1), W.endToEnd());
  }

  @Test
  void productsOutsideTheNetworkAreRejected() {
    assertThrows(IllegalArgumentException.class, () -> W.product(5, 1));
    assertThrows(IllegalArgumentException.class, () -> W.product(2, 0));
  }

  @Test
  void imbalanceByHand() {
    Weights<RationalMatrix> w =
        new Weights<>(
            Q,
            List.of(
                matrix(new long[] {1}, new long[] {2}),
                matrix(new long[] {1, 1}, new long[] {0, 3}, new long[] {1, 0}),
                matrix(new long[] {1, 2, 3})));
    // W_2ᵀW_2 − W_1W_1ᵀ = [[2, 1], [1, 10]] − [[1, 2], [2, 4]]
    assertEquals("[[1, -1], [-1, 6]]", w.imbalance(1).toString());
    // W_3ᵀW_3 − W_2W_2ᵀ = [[1, 2, 3], [2, 4, 6], [3, 6, 9]] − [[2, 3, 1], [3, 9, 0], [1, 0, 1]]
    assertEquals("[[-1, -1, 2], [-1, -5, 6], [2, 6, 8]]", w.imbalance(2).toString());
    assertThrows(IllegalArgumentException.class, () -> w.imbalance(3));
    assertThrows(IllegalArgumentException.class, () -> w.imbalance(0));
  }

  @Test
  void linearOperationsActLayerByLayer() {
    Weights<RationalMatrix> v = new RandomExact(101).weights(ARCHITECTURE);
    for (int i = 1; i <= 4; i++) {
      assertEquals(Exact.sum(W.layer(i), v.layer(i)), W.plus(v).layer(i));
      assertEquals(Exact.scaled(q(-2, 3), W.layer(i)), W.scale(q(-2, 3)).layer(i));
    }
  }

  @Test
  void innerProductSumsOverAllLayers() {
    Weights<RationalMatrix> a =
        new Weights<>(Q, List.of(matrix(new long[] {1, 2}), matrix(new long[] {3})));
    Weights<RationalMatrix> b =
        new Weights<>(Q, List.of(matrix(new long[] {5, 7}), matrix(new long[] {-4})));
    assertEquals(q(5 + 14 - 12, 1), a.inner(b).toScalar());
    assertEquals(q(1 + 4 + 9, 1), a.normSquared().toScalar());
  }

  @Test
  void liftedWeightsAreTheImages() {
    Weights<RealMatrix> real = Weights.lift(W, RealAlgebra.INSTANCE);
    for (int i = 1; i <= 4; i++) {
      assertArrayEquals(W.layer(i).toDoubles(), real.layer(i).toArray());
    }
    assertEquals(ARCHITECTURE, real.architecture());
    assertEquals(RealAlgebra.INSTANCE, real.algebra());
  }

  @Test
  void operationsLeaveTheirOperandsAlone() {
    Weights<RationalMatrix> before = new RandomExact(100).weights(ARCHITECTURE);
    W.plus(W);
    W.scale(q(3, 1));
    W.endToEnd();
    assertEquals(before, W);
  }
}
