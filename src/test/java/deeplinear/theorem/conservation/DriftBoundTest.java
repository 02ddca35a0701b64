package deeplinear.theorem.conservation;

import static deeplinear.fixture.Exact.q;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import deeplinear.algebra.RationalAlgebra;
import deeplinear.algebra.RationalMatrix;
import deeplinear.algebra.RealAlgebra;
import deeplinear.evidence.ErrorBound;
import deeplinear.fixture.Exact;
import deeplinear.fixture.RandomExact;
import deeplinear.flow.GradientFlow;
import deeplinear.flow.kernel.StateVector;
import deeplinear.network.Architecture;
import deeplinear.network.Instance;
import deeplinear.network.SecondMoments;
import deeplinear.network.Target;
import deeplinear.network.Weights;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.math3.fraction.BigFraction;
import org.junit.jupiter.api.Test;

class DriftBoundTest {

  private static final double U = 0x1p-53;

  private static PeakNorms seen(Instance instance, double... state) {
    PeakNorms norms = new PeakNorms(GradientFlow.INSTANCE.field(instance), instance.architecture());
    norms.see(state);
    return norms;
  }

  private static Instance scalars(BigFraction sigma, int depth) {
    RationalMatrix one = RationalMatrix.identity(1);
    return Instance.whitened(
        RationalMatrix.scalar(sigma), Weights.build(RationalAlgebra.INSTANCE, depth, i -> one));
  }

  /** w = (2, 3), Σ = 1: V = (3 · 7, 2 · 7), K = 16, λ = 2 · 9 + 7. */
  @Test
  void theBoundByHand() {
    Instance instance = scalars(q(1, 1), 2);
    DriftBound bound = new DriftBound(instance, seen(instance, 2, 3));
    double h = 1.0 / 50;
    double r = h * U * (25 * Math.sqrt(13) + (16 + 2 + 2) * Math.hypot(21, 14));
    double delta = 2 * r / (1 - 0.5);
    double drift = 0;
    for (double[] layer : new double[][] {{2, 21 * h}, {3, 14 * h}}) {
      double w = layer[0];
      double hv = layer[1];
      drift += 2 * hv * (U * 18 * w + U * 4 * hv + delta);
      drift += 6 * U * hv * hv + 2 * (w + hv) * (6 * U * hv + U * U * w);
    }
    double expected = 10 * drift + 9 * 2 * U * 13;
    double actual = bound.of(1, h, 10, 2).value();
    assertEquals(expected, actual, 1e-12 * expected);
    assertEquals(13, bound.scale(1), 1e-14);
  }

  @Test
  void momentsAboveOneCount() {
    RationalMatrix one = RationalMatrix.identity(1);
    Weights<RationalMatrix> w = scalars(q(1, 1), 2).weights();
    double white = of(new Instance(scalars(q(1, 1), 2).target(), w));
    double small = of(new Instance(raw(one, q(1, 4)), w));
    double large = of(new Instance(raw(one, q(2, 1)), w));
    assertEquals(white, small);
    assertTrue(large > white);
  }

  private static SecondMoments<RationalMatrix> raw(RationalMatrix one, BigFraction moment) {
    RationalMatrix energy = RationalMatrix.scalar(moment.reciprocal());
    return SecondMoments.exact(one, RationalMatrix.scalar(moment), energy);
  }

  private static double of(Instance instance) {
    return new DriftBound(instance, seen(instance, 1, 1)).of(1, 0.01, 1, 2).value();
  }

  /** Without contraction the iteration leaves any defect, and NaN bounds nothing. */
  @Test
  void longStepsAndBadNumbersHaveNoBound() {
    Instance instance = scalars(q(1, 1), 2);
    DriftBound bound = new DriftBound(instance, seen(instance, 2, 3));
    assertTrue(bound.of(1, 0.99 / 25, 1, 2).value() < Double.POSITIVE_INFINITY);
    assertEquals(Double.POSITIVE_INFINITY, bound.of(1, 1.01 / 25, 1, 2).value());
    DriftBound bad = new DriftBound(instance, seen(instance, 2, Double.NaN));
    assertEquals(Double.POSITIVE_INFINITY, bad.of(1, 0.01, 1, 2).value());
  }

  /** Layers with a zero layer between them do not move, however large the others are. */
  @Test
  void layersBesideTwoZeroLayersHaveNoDriftButTheirRounding() {
    Instance instance = scalars(q(1, 1), 4);
    DriftBound bound = new DriftBound(instance, seen(instance, 0, 0, 100, 1));
    assertEquals(0, bound.of(1, 1e-14, 16, 2).value());
    ErrorBound rest = bound.of(3, 1e-14, 16, 2);
    // u² w² a step stays of the compensation.
    double floor = 9 * 2 * U * 10_001;
    assertEquals(floor, rest.value(), 64 * U * U * 10_001 + 1e-12 * floor);
  }

  /** The roundings of the computed field stay below K u V, in every layer. */
  @Test
  void theFieldRoundsAsItsPathsSay() {
    RandomExact random = new RandomExact(951);
    for (int k = 0; k < 40; k++) {
      Instance drawn =
          k % 2 == 0
              ? random.whitened(random.architecture(2 + k % 3, 4))
              : random.raw(random.architecture(2 + k % 3, 4), 3);
      Architecture widths = drawn.architecture();
      double[] state = StateVector.pack(drawn.weights(RealAlgebra.INSTANCE));
      double[] velocity = new double[state.length];
      PeakNorms norms = seen(drawn, state);
      norms.velocity(state, velocity);
      assertRounded(drawn, widths, state, velocity, norms);
    }
  }

  private static void assertRounded(
      Instance drawn, Architecture widths, double[] state, double[] velocity, PeakNorms norms) {
    Weights<RationalMatrix> exact = exactly(widths, state);
    Weights<RationalMatrix> flow = GradientFlow.INSTANCE.velocity(roundedTarget(drawn), exact);
    DriftBound bound = new DriftBound(drawn, norms);
    int at = 0;
    for (int layer = 1; layer <= widths.depth(); layer++) {
      List<BigFraction> entries = flow.layer(layer).entries();
      double error = 0;
      for (BigFraction entry : entries) {
        double e = Exact.of(velocity[at++]).subtract(entry).doubleValue();
        error += e * e;
      }
      double most = bound.fieldRounding(layer);
      double found = Math.sqrt(error);
      assertTrue(found <= most, () -> found + " above " + most + " in " + widths);
    }
  }

  private static Target<RationalMatrix> roundedTarget(Instance drawn) {
    return drawn.target().map(RationalAlgebra.INSTANCE, DriftBoundTest::rounded);
  }

  private static RationalMatrix rounded(RationalMatrix a) {
    return RationalMatrix.of(
        a.rows(), a.columns(), Arrays.stream(a.toDoubles()).mapToObj(Exact::of).toList());
  }

  private static Weights<RationalMatrix> exactly(Architecture widths, double[] state) {
    int[] at = {0};
    return Weights.build(
        RationalAlgebra.INSTANCE,
        widths.depth(),
        i -> {
          int from = at[0];
          at[0] += widths.width(i) * widths.width(i - 1);
          return RationalMatrix.of(
              widths.width(i),
              widths.width(i - 1),
              Arrays.stream(state, from, at[0]).mapToObj(Exact::of).toList());
        });
  }
}
