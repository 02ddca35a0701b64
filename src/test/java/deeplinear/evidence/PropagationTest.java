package deeplinear.evidence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import deeplinear.algebra.RealAlgebra;
import deeplinear.algebra.RealMatrix;
import deeplinear.fixture.RandomExact;
import deeplinear.network.Target;
import deeplinear.network.Weights;
import deeplinear.network.Whitened;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PropagationTest {

  private static final RealAlgebra R = RealAlgebra.INSTANCE;
  private static final double ULP = Math.ulp(1.0);

  private static RealMatrix real(int rows, int columns, double... entries) {
    return RealMatrix.of(rows, columns, entries);
  }

  private static Weights<RealMatrix> scalars(double... layers) {
    return new Weights<>(R, Arrays.stream(layers).mapToObj(x -> real(1, 1, x)).toList());
  }

  /** Weights moved by exactly {@code e} in a random direction. */
  private static Weights<RealMatrix> moved(Weights<RealMatrix> weights, double e, Random random) {
    Weights<RealMatrix> direction =
        Weights.build(
            R,
            weights.depth(),
            i -> {
              int rows = weights.layer(i).rows();
              int columns = weights.layer(i).columns();
              double[] entries = new double[rows * columns];
              Arrays.setAll(entries, k -> random.nextGaussian());
              return RealMatrix.of(rows, columns, entries);
            });
    double scale = e / Math.sqrt(direction.normSquared().toScalar());
    return Weights.build(
        R,
        weights.depth(),
        i ->
            R.add(
                weights.layer(i),
                RealMatrix.of(
                    weights.layer(i).rows(),
                    weights.layer(i).columns(),
                    Arrays.stream(direction.layer(i).toArray()).map(x -> scale * x).toArray())));
  }

  @Test
  void perturbationsStayWithinAllBounds() {
    RandomExact draw = new RandomExact(800);
    Random random = new Random(801);
    for (int k = 0; k < 60; k++) {
      var instance = draw.whitened(draw.architecture(draw.integer(1, 4), 3));
      Weights<RealMatrix> w = instance.weights(R);
      Target<RealMatrix> target = instance.target(R);
      for (double e : new double[] {1e-9, 1e-3, 1}) {
        Weights<RealMatrix> other = moved(w, e, random);
        double change = R.subtract(other.endToEnd(), w.endToEnd()).norm();
        assertTrue(change <= Propagation.endToEnd(w, e));
        double loss = Math.abs(target.loss(other).toScalar() - target.loss(w).toScalar());
        assertTrue(loss <= Propagation.loss(target, w, e).value());
        for (int i = 1; i < w.depth(); i++) {
          double imbalance = R.subtract(other.imbalance(i), w.imbalance(i)).norm();
          assertTrue(imbalance <= Propagation.imbalance(w, i, e).value());
        }
      }
    }
  }

  @Test
  void boundsAreReachedAtWidthOneUpToTheSplitAmongTheLayers() {
    double e = 0x1p-10;
    assertSharp(e, Propagation.endToEnd(scalars(3), e), 1);
    double part = e / Math.sqrt(2);
    assertSharp((2 + part) * (2 + part) - 4, Propagation.endToEnd(scalars(2, 2), e), Math.sqrt(2));
    Whitened<RealMatrix> target = new Whitened<>(R, real(1, 1, 5));
    assertSharp(((2 + e) * (2 + e) - 4) / 2, Propagation.loss(target, scalars(3), e).value(), 1);
    assertSharp(
        (2 + part) * (2 + part) - (2 - part) * (2 - part),
        Propagation.imbalance(scalars(2, 2), 1, e).value(),
        Math.sqrt(2));
  }

  /** The bound lies between the largest true change and a multiple of it. */
  private static void assertSharp(double change, double bound, double factor) {
    assertTrue(bound >= change, () -> bound + " < " + change);
    assertTrue(bound <= change * factor * 1.001, () -> bound + " ≫ " + change);
  }

  @Test
  void formulasByHand() {
    double e = 0.25;
    assertEquals(
        2.25 * 3.25 * 4.25 - 24 + 3 * ULP * 2.25 * 3.25 * 4.25,
        Propagation.endToEnd(scalars(2, 3, 4), e));
    assertEquals(
        2 * (2 + 3) * e + 2 * e * e + 4 * ULP * (4 + 9),
        Propagation.imbalance(scalars(2, 3, 4), 1, e).value());
    assertEquals(
        2 * (3 + 4) * e + 2 * e * e + 4 * ULP * (9 + 16),
        Propagation.imbalance(scalars(2, 3, 4), 2, e).value());
    // R = 7 − 2 = 5 and d = e + the rounding of W and Σ.
    double d = e + ULP * 2.25 + ULP * 7;
    assertEquals(
        5 * d + d * d / 2 + 3 * ULP * 25,
        Propagation.loss(new Whitened<>(R, real(1, 1, 7)), scalars(2), e).value(),
        4 * Math.ulp(2.0));
  }

  @Test
  void roundingCountsTheTermsOfEverySum() {
    Weights<RealMatrix> w =
        new Weights<>(R, Arrays.asList(real(2, 3, 1, 0, 0, 0, 0, 0), real(1, 2, 1, 0)));
    assertEquals(5 * ULP, Propagation.endToEnd(w, 0));
    assertEquals((3 + 1 + 2) * ULP * 2, Propagation.imbalance(w, 1, 0).value());
    Whitened<RealMatrix> target = new Whitened<>(R, real(1, 3, 2, 0, 0));
    double d = 5 * ULP + 2 * ULP;
    assertEquals(d + d * d / 2 + 5 * ULP, Propagation.loss(target, w, 0).value(), Math.ulp(d));
  }

  @Test
  void anErrorThatIsNotFiniteIsPassedOn() {
    Whitened<RealMatrix> target = new Whitened<>(R, real(1, 1, 7));
    for (double bad : new double[] {Double.NaN, Double.POSITIVE_INFINITY}) {
      assertEquals(Double.POSITIVE_INFINITY, Propagation.loss(target, scalars(2, 1), bad).value());
      assertEquals(Double.POSITIVE_INFINITY, Propagation.imbalance(scalars(2, 1), 1, bad).value());
    }
  }
}
