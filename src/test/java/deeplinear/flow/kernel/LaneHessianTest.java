package deeplinear.flow.kernel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import deeplinear.algebra.Jet;
import deeplinear.algebra.JetAlgebra;
import deeplinear.algebra.RationalAlgebra;
import deeplinear.algebra.RationalMatrix;
import deeplinear.fixture.Exact;
import deeplinear.fixture.LaneKinds;
import deeplinear.fixture.Majorant;
import deeplinear.fixture.RandomExact;
import deeplinear.flow.GradientFlow;
import deeplinear.landscape.Hessian;
import deeplinear.network.Architecture;
import deeplinear.network.Instance;
import deeplinear.network.SecondMoments;
import deeplinear.network.Weights;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LaneHessianTest {

  private static final RationalAlgebra Q = RationalAlgebra.INSTANCE;
  private static final int LANES = 8;

  static List<Supplier<LaneKernel>> kernels() {
    return LaneKinds.kernels();
  }

  /** Small integers, so that all products and sums are exact in floating point. */
  private static RationalMatrix integers(RandomExact draw, int rows, int columns) {
    return Exact.build(rows, columns, (i, j) -> Exact.q(draw.integer(-3, 3), 1));
  }

  private static Instance whole(RandomExact draw, boolean whitened, Architecture a) {
    Weights<RationalMatrix> weights =
        Weights.build(Q, a.depth(), i -> integers(draw, a.width(i), a.width(i - 1)));
    return whitened
        ? Instance.whitened(integers(draw, a.outputs(), a.inputs()), weights)
        : new Instance(
            SecondMoments.of(Q, integers(draw, a.inputs(), 3), integers(draw, a.outputs(), 3)),
            weights);
  }

  /** Column c of J is the derivative of the field along the unit vector c, by jets of order 1. */
  private static double[] exactColumn(Instance instance, int column) {
    JetAlgebra<RationalMatrix> jets = new JetAlgebra<>(Q, 1);
    int[] from = {0};
    Weights<Jet<RationalMatrix>> line =
        Weights.build(
            jets,
            instance.weights().depth(),
            i -> {
              RationalMatrix w = instance.weights().layer(i);
              int first = from[0];
              from[0] += w.rows() * w.columns();
              return jets.line(
                  w,
                  Exact.build(
                      w.rows(),
                      w.columns(),
                      (r, c) -> Exact.q(first + r * w.columns() + c == column ? 1 : 0, 1)));
            });
    Weights<Jet<RationalMatrix>> velocity =
        GradientFlow.INSTANCE.velocity(instance.target(jets), line);
    return Majorant.exact(
        Weights.build(Q, velocity.depth(), i -> velocity.layer(i).coefficient(1)));
  }

  private static double[] exact(Instance instance) {
    int n = instance.architecture().weights();
    double[] jacobian = new double[n * n];
    for (int c = 0; c < n; c++) {
      double[] column = exactColumn(instance, c);
      for (int r = 0; r < n; r++) {
        jacobian[r * n + c] = column[r];
      }
    }
    return jacobian;
  }

  /** The kernel's Jacobian of one lane; the others hold other points of a network of that shape. */
  private static double[] inLane(LaneKernel kernel, int[] shape, Instance instance, int lane) {
    kernel.shape(shape, LANES, LaneKernel.Residual.of(RealInstance.of(instance)));
    int n = kernel.dimension();
    double[] states = new double[n * LANES];
    for (int e = 0; e < states.length; e++) {
      states[e] = Math.sin(e);
    }
    Arrays.fill(kernel.target(), 0.5);
    Arrays.fill(kernel.moment(), 0.25);
    RealInstance real = RealInstance.of(instance);
    int[] d = real.widths();
    int h = d.length - 1;
    for (int e = lane; e < states.length; e += LANES) {
      states[e] = 0;
    }
    for (int e = lane; e < kernel.target().length; e += LANES) {
      kernel.target()[e] = 0;
    }
    for (int e = lane; e < kernel.moment().length; e += LANES) {
      kernel.moment()[e] = 0;
    }
    int[] places = places(d, shape, kernel);
    for (int e = 0; e < places.length; e++) {
      states[places[e] * LANES + lane] = real.weights()[e];
    }
    place(real.target(), d[h], d[0], kernel.target(), lane, shape[0]);
    if (real.moment().length > 0) {
      place(real.moment(), d[0], d[0], kernel.moment(), lane, shape[0]);
    }
    kernel.pad(lane, d);
    double[] jacobians = new double[n * n * LANES];
    Arrays.fill(jacobians, Double.NaN);
    kernel.jacobian(states, jacobians);
    double[] own = new double[n * n];
    for (int r = 0; r < n; r++) {
      for (int c = 0; c < n; c++) {
        own[r * n + c] = jacobians[(Math.max(r, c) * n + Math.min(r, c)) * LANES + lane] + 0.0;
      }
    }
    return own;
  }

  /** Where the weights of a smaller network are among those of the shape. */
  private static int[] places(int[] d, int[] shape, LaneKernel kernel) {
    List<Integer> places = new ArrayList<>();
    for (int j = 1; j < d.length; j++) {
      for (int a = 0; a < d[j]; a++) {
        for (int b = 0; b < d[j - 1]; b++) {
          places.add(kernel.offset(j) + a * shape[j - 1] + b);
        }
      }
    }
    return places.stream().mapToInt(p -> p).toArray();
  }

  private static void place(double[] a, int m, int n, double[] to, int lane, int columns) {
    for (int i = 0; i < m; i++) {
      for (int j = 0; j < n; j++) {
        to[(i * columns + j) * LANES + lane] = a[i * n + j];
      }
    }
  }

  @ParameterizedTest
  @MethodSource("kernels")
  void jacobianIsTheDerivativeOfTheField(Supplier<LaneKernel> kind) {
    LaneKernel kernel = kind.get();
    RandomExact draw = new RandomExact(270);
    for (int i = 0; i < 24; i++) {
      Instance instance = whole(draw, i % 2 == 0, draw.architecture(1 + i % 5, 3));
      int[] shape = RealInstance.of(instance).widths();
      assertArrayEquals(
          exact(instance), inLane(kernel, shape, instance, i % LANES), () -> "J of " + instance);
    }
  }

  @ParameterizedTest
  @MethodSource("kernels")
  void jacobianIsMinusTheHessian(Supplier<LaneKernel> kind) {
    RandomExact draw = new RandomExact(271);
    for (int depth = 1; depth <= 4; depth++) {
      Instance instance = whole(draw, true, draw.architecture(depth, 4));
      double[] hessian = Hessian.matrix(instance).toDoubles();
      double[] actual = inLane(kind.get(), RealInstance.of(instance).widths(), instance, depth);
      for (int e = 0; e < hessian.length; e++) {
        assertEquals(0.0 - hessian[e], actual[e]);
      }
    }
  }

  /** Padding changes no bit, and its own rows are zeros: its dead neurons would be saddles. */
  @ParameterizedTest
  @MethodSource("kernels")
  void paddingIsZero(Supplier<LaneKernel> kind) {
    LaneKernel kernel = kind.get();
    RandomExact draw = new RandomExact(272);
    for (int i = 0; i < 12; i++) {
      Architecture architecture = draw.architecture(1 + i % 4, 3);
      Instance instance =
          i % 2 == 0 ? draw.whitened(architecture) : draw.raw(architecture, 1 + i % 3);
      int[] d = RealInstance.of(instance).widths();
      double[] alone = inLane(LaneKinds.kernels().get(0).get(), d, instance, 3);
      int[] shape = Arrays.stream(d).map(w -> w + draw.integer(0, 2)).toArray();
      double[] padded = inLane(kernel, shape, instance, i % LANES);
      int n = kernel.dimension();
      int[] places = places(d, shape, kernel);
      double[] expected = new double[n * n];
      for (int r = 0; r < places.length; r++) {
        for (int c = 0; c < places.length; c++) {
          expected[places[r] * n + places[c]] = alone[r * places.length + c];
        }
      }
      assertArrayEquals(expected, padded, () -> "padded " + instance);
    }
  }

  /** Without {@link LaneKernel#pad} a hidden neuron without weights is a part of the network. */
  @Test
  void deadNeuronsHaveNegativeCurvature() {
    LaneKernel kernel = LaneKinds.kernels().get(0).get();
    kernel.shape(new int[] {1, 1, 1}, LANES, LaneKernel.Residual.WHITENED);
    Arrays.fill(kernel.target(), 2);
    double[] jacobians = new double[4 * LANES];
    kernel.jacobian(new double[2 * LANES], jacobians);
    assertEquals(2, jacobians[2 * LANES], "residual times nothing between");
    kernel.pad(0, new int[] {1, 0, 1});
    kernel.jacobian(new double[2 * LANES], jacobians);
    assertEquals(0, jacobians[2 * LANES]);
    assertEquals(2, jacobians[2 * LANES + 1]);
  }

  @Test
  void aSingleLaneHasTheSameBits() {
    RandomExact draw = new RandomExact(273);
    for (int i = 0; i < 6; i++) {
      Architecture architecture = draw.architecture(1 + i % 3, 4);
      Instance instance = i % 2 == 0 ? draw.whitened(architecture) : draw.raw(architecture, 2);
      int n = architecture.weights();
      double[] expected =
          inLane(LaneKinds.kernels().get(0).get(), RealInstance.of(instance).widths(), instance, 0);
      double[] jacobian = new double[n * n];
      new GradientKernel(instance).jacobian(RealInstance.of(instance).weights(), jacobian);
      for (int r = 0; r < n; r++) {
        for (int c = 0; c <= r; c++) {
          assertEquals(expected[r * n + c], jacobian[r * n + c] + 0.0);
        }
      }
    }
    assertTrue(
        LaneField.of(new GradientKernel(draw.whitened(Architecture.of(1, 1))), 1)
            instanceof LaneGradient);
  }

  /** Raw data of a network that is turned around: the same entries, in the order of its weights. */
  @Test
  void turningPermutesTheJacobian() {
    RandomExact draw = new RandomExact(273);
    for (int i = 0; i < 20; i++) {
      Instance instance = whole(draw, i % 3 == 0, draw.architecture(1 + i % 4, 3));
      RealInstance given = RealInstance.of(instance);
      RealInstance turned = given.transposed();
      int n = given.weights().length;
      double[] order = new double[n];
      for (int e = 0; e < n; e++) {
        order[e] = e;
      }
      double[] places = RealInstance.transposed(given.widths(), order);
      double[] jacobian = new double[n * n];
      double[] other = new double[n * n];
      new GradientKernel(given).jacobian(given.weights(), jacobian);
      new GradientKernel(turned).jacobian(turned.weights(), other);
      for (int r = 0; r < n; r++) {
        for (int c = 0; c <= r; c++) {
          int row = (int) Math.max(places[r], places[c]);
          int column = (int) Math.min(places[r], places[c]);
          assertEquals(jacobian[row * n + column], other[r * n + c]);
        }
      }
    }
  }
}
