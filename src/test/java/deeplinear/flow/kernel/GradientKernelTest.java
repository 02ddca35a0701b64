package deeplinear.flow.kernel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import deeplinear.algebra.RationalAlgebra;
import deeplinear.algebra.RationalMatrix;
import deeplinear.algebra.RealAlgebra;
import deeplinear.fixture.Exact;
import deeplinear.fixture.Majorant;
import deeplinear.fixture.RandomExact;
import deeplinear.flow.GradientFlow;
import deeplinear.flow.WeightDecay;
import deeplinear.network.Architecture;
import deeplinear.network.Instance;
import deeplinear.network.SecondMoments;
import deeplinear.network.Weights;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GradientKernelTest {

  private static final int CASES = 10;
  private static final RationalAlgebra Q = RationalAlgebra.INSTANCE;

  private static double[] velocity(RealField field, Instance instance) {
    double[] state = Majorant.exact(instance.weights());
    double[] velocity = new double[state.length];
    Arrays.fill(velocity, Double.NaN);
    field.velocity(state, velocity);
    return velocity;
  }

  private static void assertIsGradientFlow(Instance instance) {
    double[] expected =
        Majorant.exact(GradientFlow.INSTANCE.velocity(instance.target(), instance.weights()));
    double[] real =
        StateVector.pack(
            GradientFlow.INSTANCE.velocity(
                instance.target(RealAlgebra.INSTANCE), instance.weights(RealAlgebra.INSTANCE)));
    double[] bound = Majorant.roundingBound(instance);
    for (int k = 0; k < expected.length; k++) {
      assertEquals(expected[k], real[k], bound[k], () -> "real flow of " + instance);
    }
    assertNear(expected, new GradientKernel(instance), instance, bound);
    for (Multiplier kind : Multiplier.available()) {
      assertNear(
          expected, new GradientKernel(RealInstance.of(instance), kind.create()), instance, bound);
    }
  }

  private static void assertNear(
      double[] expected, GradientKernel kernel, Instance instance, double[] bound) {
    double[] actual = velocity(kernel, instance);
    for (int k = 0; k < expected.length; k++) {
      assertEquals(
          expected[k],
          actual[k],
          bound[k],
          () -> kernel.multiplication() + ": " + instance.architecture());
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6})
  void kernelIsTheGradientFlowUpToRounding(int depth) {
    RandomExact draw = new RandomExact(250 + depth);
    for (int i = 0; i < CASES; i++) {
      assertIsGradientFlow(draw.whitened(draw.architecture(depth, 5)));
      assertIsGradientFlow(draw.raw(draw.architecture(depth, 5), 1 + i % 4));
    }
  }

  @Test
  void vectorsAndScalarsAreMatrices() {
    RandomExact draw = new RandomExact(260);
    assertIsGradientFlow(draw.whitened(Architecture.of(1, 5)));
    assertIsGradientFlow(draw.whitened(Architecture.of(5, 1)));
    assertIsGradientFlow(draw.whitened(Architecture.of(1, 4, 1, 3)));
    assertIsGradientFlow(draw.raw(Architecture.of(4, 1, 1), 1));
    assertIsGradientFlow(draw.raw(Architecture.of(1, 1), 3));
  }

  @Test
  void depthOneAndDepthSixteen() {
    RandomExact draw = new RandomExact(266);
    assertIsGradientFlow(draw.whitened(Architecture.of(9, 6)));
    assertIsGradientFlow(draw.raw(Architecture.of(6, 9), 4));
    assertIsGradientFlow(draw.whitened(draw.architecture(16, 3)));
    assertIsGradientFlow(draw.raw(draw.architecture(16, 3), 2));
  }

  /** Wide enough for blocks, panels and what is left at their edges, from either end. */
  @Test
  void wideNetworks() {
    RandomExact draw = new RandomExact(267);
    assertIsGradientFlow(draw.whitened(Architecture.of(64, 64, 64)));
    assertIsGradientFlow(draw.whitened(Architecture.of(33, 41, 50)));
    assertIsGradientFlow(draw.raw(Architecture.of(50, 37, 34), 5));
    assertIsGradientFlow(draw.whitened(Architecture.of(1, 64, 17, 3)));
    assertIsGradientFlow(draw.raw(Architecture.of(64, 5, 23, 2), 3));
  }

  /** The products with a large factor differ in order, those of small networks in nothing. */
  @Test
  void smallNetworksAreTheSameBitForBit() {
    Instance instance = new RandomExact(268).raw(Architecture.of(5, 8, 8, 3), 4);
    GradientKernel kernel = new GradientKernel(instance);
    assertEquals("plain Java", kernel.multiplication());
    assertArrayEquals(
        velocity(
            new GradientKernel(RealInstance.of(instance), new PlainMultiplication()), instance),
        velocity(kernel, instance));
  }

  /** X Xᵀ = 5 and Y Xᵀ = 5, in integers that floating point holds exactly. */
  @Test
  void rawDataByHand() {
    RationalMatrix x = RationalMatrix.of(new long[][] {{1, 2}});
    RationalMatrix y = RationalMatrix.of(new long[][] {{3, 1}});
    Weights<RationalMatrix> weights =
        new Weights<>(Q, List.of(RationalMatrix.of(new long[][] {{2}})));
    Instance instance = new Instance(SecondMoments.of(Q, x, y), weights);
    assertArrayEquals(new double[] {-5}, velocity(new GradientKernel(instance), instance));
  }

  @Test
  void scratchIsClearedBetweenEvaluations() {
    RandomExact draw = new RandomExact(262);
    Instance instance = draw.raw(Architecture.of(3, 2, 4, 2), 2);
    GradientKernel kernel = new GradientKernel(instance);
    double[] first = velocity(kernel, instance);
    velocity(kernel, new Instance(instance.target(), draw.weights(instance.architecture())));
    assertArrayEquals(first, velocity(kernel, instance));
  }

  @Test
  void theStateIsNotModified() {
    Instance instance = new RandomExact(263).whitened(Architecture.of(3, 2, 4));
    double[] state = Majorant.exact(instance.weights());
    double[] before = state.clone();
    new GradientKernel(instance).velocity(state, new double[state.length]);
    assertArrayEquals(before, state);
  }

  @Test
  void nanIsNotSwallowed() {
    Instance instance = new RandomExact(264).whitened(Architecture.of(2, 2, 2));
    double[] state = Majorant.exact(instance.weights());
    for (int k = 0; k < state.length; k++) {
      double[] broken = state.clone();
      broken[k] = Double.NaN;
      assertTrue(Double.isNaN(new GradientKernel(instance).speed(broken)));
    }
  }

  @Test
  void otherDynamicsUseTheirOwnLaw() {
    Instance instance = new RandomExact(265).raw(Architecture.of(2, 3, 2), 2);
    WeightDecay decay = new WeightDecay(Exact.q(3, 4));
    double[] flow = velocity(GradientFlow.INSTANCE.field(instance), instance);
    double[] actual = velocity(decay.field(instance), instance);
    double[] weights = Majorant.exact(instance.weights());
    double[] bound = Majorant.roundingBound(instance);
    for (int k = 0; k < actual.length; k++) {
      double expected = flow[k] - 0.75 * weights[k];
      double slack = 2 * bound[k] + 4 * Math.ulp(weights[k]) + 2 * Math.ulp(expected);
      assertEquals(expected, actual[k], slack);
    }
  }
}
