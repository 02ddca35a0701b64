package deeplinear.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import deeplinear.algebra.RationalAlgebra;
import deeplinear.algebra.RationalMatrix;
import deeplinear.algebra.RealAlgebra;
import deeplinear.algebra.RealMatrix;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToLongFunction;
import java.util.stream.IntStream;
import org.apache.commons.math3.fraction.BigFraction;
import org.junit.jupiter.api.Test;

class DataSetTest {

  private static final RealAlgebra R = RealAlgebra.INSTANCE;

  private static DataSet data(long[][] x, long[][] y) {
    List<String> names = List.of("a", "b", "c");
    return new DataSet(
        "d",
        names.subList(0, x.length),
        names.subList(0, y.length),
        RationalMatrix.of(x),
        RationalMatrix.of(y));
  }

  @Test
  void rawTargetIsThatOfTheSamples() {
    SecondMoments<RationalMatrix> raw = data(new long[][] {{1, 2}}, new long[][] {{3, 4}}).raw();
    assertEquals("[[11]]", raw.matrix().toString());
    assertEquals("[[5]]", raw.moment().toString());
    assertEquals("[[25]]", raw.energy().toString());
  }

  @Test
  void whitenedTargetTimesTheRootOfTheMomentIsTheCorrelation() {
    DataSet data =
        data(
            new long[][] {{1, 2, 0, 5}, {0, 3, 1, -1}}, new long[][] {{1, -1, 2, 1}, {0, 1, 4, 4}});
    Whitening whitening = data.whitened();
    assertFalse(whitening.isRestricted());
    // Σ Σᵀ = Y Xᵀ M^{-1} X Yᵀ, whatever root was taken; here M = [[30, 1], [1, 11]], det 329.
    RealMatrix sigma = R.lift(whitening.sigma());
    RealMatrix product = R.multiply(sigma, R.transpose(sigma));
    RationalMatrix correlation = data.raw().matrix();
    RationalMatrix adjugate = RationalMatrix.of(new long[][] {{11, -1}, {-1, 30}});
    RealMatrix expected =
        R.multiply(
            R.multiply(R.lift(correlation), R.lift(adjugate)), R.transpose(R.lift(correlation)));
    for (int i = 0; i < 2; i++) {
      for (int j = 0; j < 2; j++) {
        assertEquals(expected.entry(i, j) / 329, product.entry(i, j), 1e-13);
      }
    }
  }

  @Test
  void symmetricRootIsTaken() {
    Whitening whitening = data(new long[][] {{3, 0}, {0, 2}}, new long[][] {{5, 7}}).whitened();
    RealMatrix sigma = R.lift(whitening.sigma());
    assertEquals(5, sigma.entry(0, 0), 1e-14);
    assertEquals(7, sigma.entry(0, 1), 1e-14);
  }

  @Test
  void singularMomentIsRestrictedToItsRange() {
    Whitening whitening =
        data(new long[][] {{1, 2, 3}, {2, 4, 6}, {0, 0, 0}}, new long[][] {{1, 0, 1}}).whitened();
    assertTrue(whitening.isRestricted());
    assertEquals(3, whitening.inputs());
    assertEquals(1, whitening.rank());
    // Y Xᵀ = 4 (1, 2, 0) and M = 14 (1, 2, 0)ᵀ(1, 2, 0), so |Σ| = 4 / √14.
    assertEquals(4 / Math.sqrt(14), Math.abs(R.lift(whitening.sigma()).toScalar()), 1e-14);
  }

  @Test
  void inputsThatAllVanishAreRefused() {
    DataException e =
        assertThrows(
            DataException.class,
            () -> data(new long[][] {{0, 0}}, new long[][] {{1, 2}}).whitened());
    assertEquals("d: all inputs are zero, so there is nothing to whiten", e.getMessage());
  }

  /** With a product of that order this would need ten thousand million numbers. */
  @Test
  void targetsOfManySamplesNeedNoMatrixOfTheirNumber() {
    int samples = 100_000;
    long[][] x = new long[2][samples];
    long[][] y = new long[1][samples];
    for (int n = 0; n < samples; n++) {
      x[0][n] = n;
      x[1][n] = 1;
      y[0][n] = 2L * n;
    }
    SecondMoments<RationalMatrix> raw = data(x, y).raw();
    long sum = samples * (samples - 1L) / 2;
    long squares = sum * (2L * samples - 1) / 3;
    assertEquals(RationalMatrix.of(new long[][] {{squares, sum}, {sum, samples}}), raw.moment());
    assertEquals(RationalMatrix.of(new long[][] {{2 * squares, 2 * sum}}), raw.matrix());
    assertEquals(RationalMatrix.of(new long[][] {{4 * squares}}), raw.energy());
  }

  @Test
  void fewIntegersThatOccurOftenMayBeClasses() {
    assertEquals(List.of("a"), possible(k -> k % 3, 15));
    assertEquals(List.of(), possible(k -> k % 3, 14));
    assertEquals(List.of(), possible(k -> k % 2, 40));
    assertEquals(List.of("a"), possible(k -> -k % 20, 100));
    assertEquals(List.of(), possible(k -> k % 21, 400));
    RationalMatrix y =
        RationalMatrix.of(new long[][] {IntStream.range(0, 30).mapToLong(k -> k % 3).toArray()});
    RationalMatrix halves = RationalAlgebra.INSTANCE.scale(BigFraction.ONE_HALF, y);
    assertEquals(
        List.of("b"),
        new DataSet("d", List.of("x"), List.of("h", "b"), y, stack(halves, y)).possibleClasses());
  }

  private static RationalMatrix stack(RationalMatrix first, RationalMatrix second) {
    List<BigFraction> entries = new ArrayList<>(first.entries());
    entries.addAll(second.entries());
    return RationalMatrix.of(2, first.columns(), entries);
  }

  private static List<String> possible(IntToLongFunction value, int samples) {
    long[] y = IntStream.range(0, samples).mapToLong(value).toArray();
    return data(new long[][] {y}, new long[][] {y}).possibleClasses();
  }
}
