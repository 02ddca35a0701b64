package deeplinear.flow;

import static deeplinear.fixture.Exact.q;
import static org.junit.jupiter.api.Assertions.assertEquals;

import deeplinear.algebra.Jet;
import deeplinear.algebra.RationalAlgebra;
import deeplinear.algebra.RationalMatrix;
import deeplinear.fixture.Exact;
import deeplinear.fixture.RandomExact;
import deeplinear.network.Adjacency;
import deeplinear.network.Architecture;
import deeplinear.network.Graph;
import deeplinear.network.Instance;
import deeplinear.network.Weights;
import java.math.BigInteger;
import java.util.List;
import org.apache.commons.math3.fraction.BigFraction;
import org.junit.jupiter.api.Test;

class TaylorSeriesTest {

  private static final RationalAlgebra Q = RationalAlgebra.INSTANCE;
  private static final GradientFlow FLOW = GradientFlow.INSTANCE;

  private static RationalMatrix coefficient(Weights<Jet<RationalMatrix>> series, int layer, int k) {
    return series.layer(layer).coefficient(k);
  }

  @Test
  void depthOneIsAnExponential() {
    Instance instance = new RandomExact(280).whitened(Architecture.of(3, 2));
    Weights<Jet<RationalMatrix>> series = TaylorSeries.of(instance, FLOW, Q, 7);
    RationalMatrix start = instance.weights().layer(1);
    RationalMatrix deviation = Exact.difference(start, instance.target().matrix());
    assertEquals(start, coefficient(series, 1, 0));
    BigInteger factorial = BigInteger.ONE;
    for (int k = 1; k <= 7; k++) {
      factorial = factorial.multiply(BigInteger.valueOf(-k));
      BigFraction factor = new BigFraction(BigInteger.ONE, factorial);
      assertEquals(Exact.scaled(factor, deviation), coefficient(series, 1, k), "order " + k);
    }
    assertEquals(7, series.layer(1).order());
  }

  @Test
  void rawDataDecayWithTheirMoment() {
    Instance instance = new RandomExact(281).raw(Architecture.of(1, 1), 2);
    BigFraction start = instance.weights().layer(1).toScalar();
    BigFraction v = FLOW.velocity(instance.target(), instance.weights()).layer(1).toScalar();
    RationalMatrix zero = Q.zeros(1, 1);
    RationalMatrix one = Q.identity(1);
    BigFraction m =
        instance
            .target()
            .residual(zero)
            .toScalar()
            .subtract(instance.target().residual(one).toScalar());
    Weights<Jet<RationalMatrix>> series = TaylorSeries.of(instance, FLOW, Q, 3);
    assertEquals(start, coefficient(series, 1, 0).toScalar());
    assertEquals(v, coefficient(series, 1, 1).toScalar());
    assertEquals(v.multiply(m).multiply(q(-1, 2)), coefficient(series, 1, 2).toScalar());
    assertEquals(v.multiply(m).multiply(m).multiply(q(1, 6)), coefficient(series, 1, 3).toScalar());
  }

  /**
   * For w_1 = 1, w_2 = ½, σ = 2, differentiated by hand from ẇ_1 = (σ − w_1w_2) w_2 and its twin.
   */
  @Test
  void scalarDepthTwoByHand() {
    Weights<RationalMatrix> start =
        new Weights<>(Q, List.of(RationalMatrix.identity(1), RationalMatrix.scalar(q(1, 2))));
    Instance instance = Instance.whitened(RationalMatrix.scalar(q(2, 1)), start);
    Weights<Jet<RationalMatrix>> series = TaylorSeries.of(instance, FLOW, Q, 3);
    assertEquals("[[[1]], [[3/4]], [[21/32]], [[-167/128]]]", text(series.layer(1)));
    assertEquals("[[[1/2]], [[3/2]], [[-3/8]], [[-1/2]]]", text(series.layer(2)));
  }

  private static String text(Jet<RationalMatrix> jet) {
    return jet.coefficients().toString();
  }

  @Test
  void graphsAndLayersExpandAlike() {
    RandomExact draw = new RandomExact(282);
    for (int depth = 1; depth <= 4; depth++) {
      Instance instance = draw.whitened(draw.architecture(depth, 2));
      Weights<Jet<RationalMatrix>> layers = TaylorSeries.of(instance, FLOW, Q, 4);
      Jet<RationalMatrix> graph = TaylorSeries.of(Graph.of(instance), Q, 4);
      for (int k = 0; k <= 4; k++) {
        int order = k;
        Weights<RationalMatrix> coefficients =
            Weights.build(Q, depth, i -> coefficient(layers, i, order));
        assertEquals(Adjacency.of(coefficients), graph.coefficient(k), "order " + k);
      }
    }
  }

  @Test
  void otherStartsAndOtherDynamicsAreExpanded() {
    RandomExact draw = new RandomExact(283);
    Instance instance = draw.whitened(Architecture.of(2, 2));
    Weights<RationalMatrix> start = draw.weights(Architecture.of(2, 2));
    WeightDecay decay = new WeightDecay(q(1, 3));
    Weights<Jet<RationalMatrix>> series = TaylorSeries.of(instance.target(), start, decay, 2);
    // Ẇ = Σ − (1 + κ) W, hence Ẅ = −(1 + κ) Ẇ
    RationalMatrix first =
        Exact.difference(instance.target().matrix(), Exact.scaled(q(4, 3), start.layer(1)));
    assertEquals(start.layer(1), coefficient(series, 1, 0));
    assertEquals(first, coefficient(series, 1, 1));
    assertEquals(Exact.scaled(q(-2, 3), first), coefficient(series, 1, 2));
  }

  @Test
  void orderZeroIsTheStart() {
    Instance instance = new RandomExact(284).whitened(Architecture.of(2, 1, 2));
    Weights<Jet<RationalMatrix>> series = TaylorSeries.of(instance, FLOW, Q, 0);
    assertEquals(0, series.layer(1).order());
    assertEquals(instance.weights().layer(2), coefficient(series, 2, 0));
  }
}
