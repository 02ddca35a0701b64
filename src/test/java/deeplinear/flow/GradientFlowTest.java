package deeplinear.flow;

import static deeplinear.fixture.Exact.q;
import static org.junit.jupiter.api.Assertions.assertEquals;

import deeplinear.algebra.Jet;
import deeplinear.algebra.JetAlgebra;
import deeplinear.algebra.RationalAlgebra;
import deeplinear.algebra.RationalMatrix;
import deeplinear.fixture.Exact;
import deeplinear.fixture.RandomExact;
import deeplinear.flow.kernel.GradientKernel;
import deeplinear.network.Architecture;
import deeplinear.network.Instance;
import deeplinear.network.Weights;
import java.util.List;
import org.apache.commons.math3.fraction.BigFraction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GradientFlowTest {

  private static final RationalAlgebra Q = RationalAlgebra.INSTANCE;
  private static final JetAlgebra<RationalMatrix> JETS = new JetAlgebra<>(Q, 1);

  private static Weights<RationalMatrix> velocity(Instance instance) {
    return GradientFlow.INSTANCE.velocity(instance.target(), instance.weights());
  }

  /** dL/dt along the unit vector of entry (row, column) of layer j. */
  private static BigFraction slope(Instance instance, int j, int row, int column) {
    Weights<Jet<RationalMatrix>> line =
        Weights.build(
            JETS,
            instance.weights().depth(),
            i -> {
              RationalMatrix w = instance.weights().layer(i);
              RationalMatrix unit =
                  Exact.build(
                      w.rows(),
                      w.columns(),
                      (r, c) ->
                          i == j && r == row && c == column ? BigFraction.ONE : BigFraction.ZERO);
              return JETS.line(w, unit);
            });
    return instance.target(JETS).loss(line.endToEnd()).coefficient(1).toScalar();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5})
  void velocityIsMinusTheDerivativeOfTheLossInEveryCoordinate(int depth) {
    RandomExact draw = new RandomExact(200 + depth);
    for (int i = 0; i < 4; i++) {
      Architecture architecture = draw.architecture(depth, 3);
      Instance instance = i % 2 == 0 ? draw.whitened(architecture) : draw.raw(architecture, 2);
      Weights<RationalMatrix> velocity = velocity(instance);
      assertEquals(architecture, velocity.architecture());
      for (int j = 1; j <= depth; j++) {
        for (int r = 0; r < architecture.width(j); r++) {
          for (int c = 0; c < architecture.width(j - 1); c++) {
            assertEquals(slope(instance, j, r, c).negate(), velocity.layer(j).entry(r, c));
          }
        }
      }
    }
  }

  @Test
  void velocityByHandAtDepthTwo() {
    Weights<RationalMatrix> weights =
        new Weights<>(
            Q,
            List.of(
                RationalMatrix.of(new long[][] {{1, 2}, {0, 1}}),
                RationalMatrix.of(new long[][] {{3, -1}})));
    Instance instance = Instance.whitened(RationalMatrix.of(new long[][] {{5, 5}}), weights);
    // W = (3, 5) and R = (2, 0)
    assertEquals("[[6, 0], [-2, 0]]", velocity(instance).layer(1).toString());
    assertEquals("[[2, 0]]", velocity(instance).layer(2).toString());
  }

  @Test
  void scalarVelocitiesAreTheResidualTimesTheOtherLayers() {
    RandomExact draw = new RandomExact(210);
    Instance instance = draw.whitened(Architecture.of(1, 1, 1, 1));
    BigFraction a = instance.weights().layer(1).toScalar();
    BigFraction b = instance.weights().layer(2).toScalar();
    BigFraction c = instance.weights().layer(3).toScalar();
    BigFraction r = instance.target().matrix().toScalar().subtract(a.multiply(b).multiply(c));
    assertEquals(r.multiply(b).multiply(c), velocity(instance).layer(1).toScalar());
    assertEquals(r.multiply(a).multiply(c), velocity(instance).layer(2).toScalar());
    assertEquals(r.multiply(a).multiply(b), velocity(instance).layer(3).toScalar());
  }

  @Test
  void theFieldIsThatOfTheKernel() {
    assertEquals("gradient flow", GradientFlow.INSTANCE.name());
    Instance instance = new RandomExact(211).whitened(Architecture.of(2, 2));
    assertEquals(GradientKernel.class, GradientFlow.INSTANCE.field(instance).getClass());
  }

  @Test
  void weightDecayAddsMinusTheRateTimesTheWeights() {
    RandomExact draw = new RandomExact(212);
    WeightDecay decay = new WeightDecay(q(2, 7));
    for (Instance instance :
        List.of(draw.whitened(Architecture.of(2, 3, 2)), draw.raw(Architecture.of(2, 1, 2), 3))) {
      Weights<RationalMatrix> velocity = decay.velocity(instance.target(), instance.weights());
      for (int j = 1; j <= 2; j++) {
        RationalMatrix pull = Exact.scaled(q(-2, 7), instance.weights().layer(j));
        assertEquals(Exact.sum(velocity(instance).layer(j), pull), velocity.layer(j));
      }
    }
    assertEquals("gradient flow with weight decay 2/7", decay.name());
  }
}
