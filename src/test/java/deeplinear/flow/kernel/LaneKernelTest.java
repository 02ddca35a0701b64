package deeplinear.flow.kernel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import deeplinear.fixture.LaneBatch;
import deeplinear.fixture.LaneKernels;
import deeplinear.flow.kernel.LaneKernel.Residual;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.DoubleStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A network has the same velocity in a lane as alone, bit for bit. */
class LaneKernelTest {

  private static final int WIDEST = 7;

  private static double[] gaussian(Random random, int n) {
    return random.doubles(n).map(x -> random.nextGaussian()).toArray();
  }

  /** A symmetric moment; of raw data if there is one, and turned if asked. */
  private static RealInstance random(Random random, int depth, Residual residual) {
    int[] d = random.ints(depth + 1, 1, WIDEST + 1).toArray();
    if (d[0] > d[depth]) {
      int inputs = d[0];
      d[0] = d[depth];
      d[depth] = inputs;
    }
    int weights = 0;
    for (int j = 1; j <= depth; j++) {
      weights += d[j] * d[j - 1];
    }
    boolean turned = residual == Residual.TURNED;
    int side = d[turned ? depth : 0];
    double[] moment = residual == Residual.WHITENED ? new double[0] : gaussian(random, side * side);
    for (int i = 0; i < (moment.length == 0 ? 0 : side); i++) {
      for (int j = 0; j < i; j++) {
        moment[i * side + j] = moment[j * side + i];
      }
    }
    return new RealInstance(
        d, gaussian(random, d[0] * d[depth]), moment, gaussian(random, weights), turned);
  }

  /** The sign of a zero may depend on padding. */
  private static double[] plainZeros(double[] x) {
    return DoubleStream.of(x).map(e -> e + 0.0).toArray();
  }

  @ParameterizedTest
  @EnumSource(Residual.class)
  void lanesAreTheGradientKernelBitForBit(Residual residual) {
    List<LaneKernel> kernels = LaneKernels.available();
    for (int depth = 1; depth <= 6; depth++) {
      for (int size : new int[] {1, 8, 13, 24, 60}) {
        Random random = new Random(820 + 10 * depth + size);
        List<RealInstance> networks = new ArrayList<>();
        for (int i = 0; i < size; i++) {
          networks.add(random(random, depth, residual));
        }
        for (LaneKernel kernel : kernels) {
          List<double[]> velocities =
              LaneBatch.velocities(kernel, LaneBatch.lanesFor(size), networks);
          for (int i = 0; i < size; i++) {
            RealInstance network = networks.get(i);
            double[] alone = new double[network.weights().length];
            new GradientKernel(network).velocity(network.weights(), alone);
            assertArrayEquals(plainZeros(alone), plainZeros(velocities.get(i)));
            assertTrue(StateVector.norm(alone) > 0, "vacuous");
          }
        }
      }
    }
  }

  /** The transposed network moves as the transposed weights do. */
  @ParameterizedTest
  @EnumSource(Residual.class)
  void transpositionCommutesWithTheFlow(Residual residual) {
    Random random = new Random(880);
    for (int i = 0; i < 60; i++) {
      RealInstance network = random(random, 1 + i % 5, residual);
      RealInstance turned = network.transposed();
      assertEquals(!network.turned(), turned.turned());
      double[] velocity = new double[network.weights().length];
      double[] other = velocity.clone();
      new GradientKernel(network).velocity(network.weights(), velocity);
      new GradientKernel(turned).velocity(turned.weights(), other);
      // Both are sums of products of the same numbers, in another order.
      double slack = 100 * WIDEST * Math.ulp(size(network));
      assertArrayEquals(velocity, RealInstance.transposed(turned.widths(), other), slack);
      RealInstance again = turned.transposed();
      assertArrayEquals(network.weights(), again.weights());
      assertArrayEquals(network.target(), again.target());
      assertArrayEquals(network.widths(), again.widths());
      assertEquals(network.turned(), again.turned());
    }
  }

  /** What no velocity exceeds: (1 + ‖M‖) (1 + ‖Σ‖) Π (1 + ‖W_j‖) ^ 2. */
  private static double size(RealInstance network) {
    double product = 1 + StateVector.norm(network.target());
    product *= 1 + StateVector.norm(network.moment());
    int at = 0;
    for (int j = 1; j < network.widths().length; j++) {
      int size = network.widths()[j] * network.widths()[j - 1];
      double norm =
          StateVector.norm(java.util.Arrays.copyOfRange(network.weights(), at, at + size));
      product *= (1 + norm) * (1 + norm);
      at += size;
    }
    return product;
  }
}
