package deeplinear.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import deeplinear.algebra.RationalAlgebra;
import deeplinear.algebra.RationalMatrix;
import deeplinear.algebra.formal.BlockMatrix;
import deeplinear.algebra.formal.FormalMatrix;
import deeplinear.algebra.formal.Letter;
import deeplinear.algebra.formal.Substitution;
import deeplinear.fixture.RandomExact;
import deeplinear.flow.AdjacencyFlow;
import deeplinear.flow.Dynamics;
import deeplinear.flow.GradientFlow;
import deeplinear.flow.WeightDecay;
import deeplinear.landscape.Hessian;
import deeplinear.network.Adjacency;
import deeplinear.network.Architecture;
import deeplinear.network.SecondMoments;
import deeplinear.network.Target;
import deeplinear.network.Weights;
import deeplinear.network.Whitened;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.math3.fraction.BigFraction;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The definitions over letters, with matrices for the letters, are the definitions over them. */
class FormalNetworkTest {

  private static final RationalAlgebra Q = RationalAlgebra.INSTANCE;
  private static final int SAMPLES = 3;

  /** Random matrices for W, V, Σ, X, Y and G, of random widths. */
  private static final class Case {
    final Architecture formal;
    final Architecture actual;
    final Weights<RationalMatrix> w;
    final Weights<RationalMatrix> v;
    final RationalMatrix sigma;
    final RationalMatrix x;
    final RationalMatrix y;
    final Substitution values;

    Case(int depth) {
      RandomExact draw = new RandomExact(70 + depth);
      formal = FormalWidths.DISTINCT.architecture(depth);
      actual = draw.architecture(depth, 3);
      w = draw.weights(actual);
      v = draw.weights(actual);
      sigma = draw.matrix(actual.outputs(), actual.inputs());
      x = draw.matrix(actual.inputs(), SAMPLES);
      y = draw.matrix(actual.outputs(), SAMPLES);
      Map<Integer, Integer> widths = new HashMap<>();
      widths.put(formal.nodes() + 1, SAMPLES);
      Map<Letter, RationalMatrix> letters = new HashMap<>();
      for (int i = 0; i <= depth; i++) {
        widths.put(formal.width(i), actual.width(i));
      }
      for (int i = 1; i <= depth; i++) {
        letters.put(letter("W_" + i, formal.width(i), formal.width(i - 1)), w.layer(i));
        letters.put(letter("V_" + i, formal.width(i), formal.width(i - 1)), v.layer(i));
      }
      letters.put(letter("Σ", formal.outputs(), formal.inputs()), sigma);
      letters.put(letter("G", formal.outputs(), formal.inputs()), sigma);
      letters.put(letter("X", formal.inputs(), formal.nodes() + 1), x);
      letters.put(letter("Y", formal.outputs(), formal.nodes() + 1), y);
      values = new Substitution(widths, letters);
    }

    private static Letter letter(String name, int rows, int columns) {
      return Letter.matrix(name, rows, columns);
    }

    void assertSame(FormalNetwork network, Target<RationalMatrix> target) {
      for (Dynamics law : List.of(GradientFlow.INSTANCE, new WeightDecay(new BigFraction(2, 5)))) {
        Weights<RationalMatrix> expected = law.velocity(target, w);
        Weights<FormalMatrix> velocity = law.velocity(network.target(), network.weights());
        for (int i = 1; i <= w.depth(); i++) {
          assertEquals(expected.layer(i), values.of(velocity.layer(i)));
        }
      }
      assertEquals(target.loss(w), values.of(network.target().loss(network.weights())));
      assertEquals(
          Hessian.form(target, w, v),
          values.of(Hessian.form(network.target(), network.weights(), network.direction())));
      for (int i = 1; i < w.depth(); i++) {
        assertEquals(w.imbalance(i), values.of(network.weights().imbalance(i)));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4})
  void lossVelocityHessianAndImbalanceAreThoseOfTheMatrices(int depth) {
    Case c = new Case(depth);
    c.assertSame(FormalNetwork.whitened(c.formal), new Whitened<>(Q, c.sigma));
    c.assertSame(FormalNetwork.raw(c.formal), SecondMoments.of(Q, c.x, c.y));
  }

  /** The tangent of a loss has its residual everywhere, and is linear. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4})
  void theTangentOfALossIsLinear(int depth) {
    Case c = new Case(depth);
    FormalNetwork network = FormalNetwork.anyLoss(c.formal);
    FormalMatrix map = network.weights().endToEnd();
    assertEquals(c.sigma, c.values.of(network.target().residual(map)));
    RationalMatrix inner = Q.inner(c.sigma, c.w.endToEnd());
    assertEquals(Q.scale(BigFraction.MINUS_ONE, inner), c.values.of(network.target().loss(map)));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4})
  void theMatrixEquationIsThatOfTheMatrices(int depth) {
    Case c = new Case(depth);
    RationalMatrix velocity =
        new AdjacencyFlow<>(Q, Adjacency.embed(Q, c.actual, c.sigma), depth)
            .velocity(Adjacency.of(c.w));
    BlockMatrix<FormalMatrix> formal = FormalGraph.layered(c.formal).velocity();
    for (int i = 0; i <= depth; i++) {
      for (int j = 0; j <= depth; j++) {
        assertEquals(Adjacency.block(Q, c.actual, velocity, i, j), c.values.of(formal.block(i, j)));
      }
    }
    assertFalse(Q.isZero(velocity));
  }
}
