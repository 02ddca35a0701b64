package deeplinear.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import deeplinear.algebra.RationalAlgebra;
import deeplinear.algebra.RationalMatrix;
import deeplinear.fixture.Exact;
import deeplinear.fixture.RandomExact;
import java.util.List;
import org.apache.commons.math3.fraction.BigFraction;
import org.junit.jupiter.api.Test;

class AdjacencyTest {

  private static final RationalAlgebra Q = RationalAlgebra.INSTANCE;

  @Test
  void layersLieBelowTheDiagonal() {
    Weights<RationalMatrix> weights =
        new Weights<>(
            Q,
            List.of(
                RationalMatrix.of(new long[][] {{1, 2}}),
                RationalMatrix.of(new long[][] {{3}, {4}})));
    assertEquals(
        RationalMatrix.of(
            new long[][] {
              {0, 0, 0, 0, 0},
              {0, 0, 0, 0, 0},
              {1, 2, 0, 0, 0},
              {0, 0, 3, 0, 0},
              {0, 0, 4, 0, 0}
            }),
        Adjacency.of(weights));
  }

  @Test
  void targetsLieInTheLowerLeftCorner() {
    RationalMatrix sigma = RationalMatrix.of(new long[][] {{5, 6, 7}});
    assertEquals(
        RationalMatrix.of(
            new long[][] {
              {0, 0, 0, 0, 0, 0},
              {0, 0, 0, 0, 0, 0},
              {0, 0, 0, 0, 0, 0},
              {0, 0, 0, 0, 0, 0},
              {0, 0, 0, 0, 0, 0},
              {5, 6, 7, 0, 0, 0}
            }),
        Adjacency.embed(Q, Architecture.of(3, 2, 1), sigma));
  }

  @Test
  void theirPowerHoldsTheEndToEndMap() {
    Architecture architecture = Architecture.of(2, 3, 1, 2);
    Weights<RationalMatrix> weights = new RandomExact(110).weights(architecture);
    RationalMatrix a = Adjacency.of(weights);
    RationalMatrix cube = Exact.product(a, Exact.product(a, a));
    assertEquals(
        Exact.product(weights.layer(3), Exact.product(weights.layer(2), weights.layer(1))),
        Adjacency.block(Q, architecture, cube, 3, 0));
  }

  @Test
  void blocksAreThoseOfTheWidths() {
    Architecture architecture = Architecture.of(2, 3, 1);
    RationalMatrix a = new RandomExact(111).matrix(6, 6);
    int[] offsets = {0, 2, 5};
    for (int i = 0; i <= 2; i++) {
      for (int j = 0; j <= 2; j++) {
        int row = offsets[i];
        int column = offsets[j];
        assertEquals(
            Exact.build(
                architecture.width(i),
                architecture.width(j),
                (r, c) -> a.entry(row + r, column + c)),
            Adjacency.block(Q, architecture, a, i, j));
      }
    }
  }

  @Test
  void weightsAreReadFromTheirBlocksOnly() {
    Weights<RationalMatrix> weights = new RandomExact(112).weights(Architecture.of(2, 1, 3));
    RationalMatrix a = Adjacency.of(weights);
    assertEquals(weights, Adjacency.weights(Q, weights.architecture(), a));
    RationalMatrix noise =
        Exact.build(
            6,
            6,
            (i, j) -> a.entry(i, j).equals(BigFraction.ZERO) ? BigFraction.TWO : a.entry(i, j));
    Weights<RationalMatrix> read = Adjacency.weights(Q, weights.architecture(), noise);
    assertEquals(noise.entry(2, 1), read.layer(1).entry(0, 1));
    assertEquals(noise.entry(5, 2), read.layer(2).entry(2, 0));
    assertEquals(weights.architecture(), read.architecture());
  }

  @Test
  void targetsThatDoNotFitAreRejected() {
    RationalMatrix tall = Q.zeros(4, 1);
    Architecture architecture = Architecture.of(2, 1);
    assertThrows(IllegalArgumentException.class, () -> Adjacency.embed(Q, architecture, tall));
  }
}
