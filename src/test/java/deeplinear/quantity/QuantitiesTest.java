package deeplinear.quantity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import deeplinear.algebra.Inertia;
import deeplinear.algebra.Jet;
import deeplinear.algebra.JetAlgebra;
import deeplinear.algebra.RationalAlgebra;
import deeplinear.algebra.RationalMatrix;
import deeplinear.fixture.RandomExact;
import deeplinear.flow.GradientFlow;
import deeplinear.network.Instance;
import deeplinear.network.Weights;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.commons.math3.fraction.BigFraction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QuantitiesTest {

  private static final RationalAlgebra Q = RationalAlgebra.INSTANCE;

  private static RationalMatrix integers(long[]... rows) {
    return RationalMatrix.of(rows);
  }

  /** W_1 = [1 2; 0 1], W_2 = [1 −1] and Σ = [3 0]: W = [1 1] and R = [2 −1]. */
  private static Instance small() {
    return Instance.whitened(
        integers(new long[] {3, 0}),
        new Weights<>(
            Q,
            List.of(integers(new long[] {1, 2}, new long[] {0, 1}), integers(new long[] {1, -1}))));
  }

  private static RationalMatrix value(String name) {
    return ((Polynomial) Quantities.named(name)).of(small());
  }

  @Test
  void valuesAreThoseComputedByHand() {
    assertEquals(integers(new long[] {1, 1}), value("W"));
    assertEquals(integers(new long[] {2, -1}), value("residual"));
    assertEquals(RationalMatrix.scalar(new BigFraction(5, 2)), value("loss"));
    assertEquals(integers(new long[] {1, 2}, new long[] {0, 1}), value("layer(1)"));
    assertEquals(integers(new long[] {1, -1}), value("layer(2)"));
    assertEquals(integers(new long[] {-4, -3}, new long[] {-3, 0}), value("imbalance(1)"));
    assertEquals(integers(new long[] {8}), value("normSquared"));
    assertEquals(integers(new long[] {1}), value("outputCorrelation"));
    assertEquals(integers(new long[] {2, -1}, new long[] {2, -1}), value("inputCorrelation"));
    assertEquals(
        integers(new long[] {1, 0}, new long[] {2, 1}, new long[] {1, -1}), value("stack"));
    assertEquals(
        integers(
            new long[] {0, 0, 0, 0, 0},
            new long[] {0, 0, 0, 0, 0},
            new long[] {1, 2, 0, 0, 0},
            new long[] {0, 1, 0, 0, 0},
            new long[] {0, 0, 1, -1, 0}),
        value("adjacency"));
    assertEquals(integers(new long[] {34}), value("normSquared(imbalance(1))"));
    assertEquals(integers(new long[] {5, 2}, new long[] {2, 1}), value("gram(layer(1))"));
    // ∂L/∂W_1 = −[2 −1; −2 1], ∂L/∂W_2 = −[0 −1].
    assertEquals(integers(new long[] {11}), value("gradientNormSquared"));
  }

  @Test
  void invariantsAreExact() {
    assertEquals(1, Quantities.endToEnd().rank().of(small()));
    assertEquals(2, Quantities.layer(1).rank().of(small()));
    assertEquals(new Inertia(1, 0, 1), Quantities.imbalance(1).inertia().of(small()));
    Inertia hessian = Quantities.hessianInertia().of(small());
    assertEquals(6, hessian.positive() + hessian.zero() + hessian.negative());
    assertEquals("rank(W)", Quantities.named("rank(W)").label().name());
  }

  @Test
  void madeQuantitiesFollowTheirMatrix() {
    RationalMatrix left = integers(new long[] {2});
    RationalMatrix right = integers(new long[] {1}, new long[] {3});
    assertEquals(integers(new long[] {8}), Quantities.endToEnd().between(left, right).of(small()));
    assertEquals(
        integers(new long[] {1, 4}, new long[] {0, 1}), Quantities.layer(1).power(2).of(small()));
  }

  @Test
  void singularValuesAreInTheirInterval() {
    Measured sigma = Quantities.sigma(1).measure(State.exactly(small()));
    assertTrue(sigma.interval().contains(Math.sqrt(2)));
    assertTrue(sigma.interval().width() < 1e-13);
    assertEquals("sigma(1, layer(1))", Quantities.layer(1).sigma(1).label().name());
    assertEquals(
        1,
        Quantities.layer(1).sigma(1).measure(State.exactly(small())).scalar()
            * Quantities.layer(1).sigma(2).measure(State.exactly(small())).scalar(),
        1e-14);
    assertThrows(
        IllegalArgumentException.class, () -> Quantities.sigma(2).measure(State.exactly(small())));
    assertThrows(IllegalArgumentException.class, () -> Quantities.sigma(0));
  }

  @Test
  void theDescentOfTheLossIsMinusItsDerivative() {
    RandomExact draw = new RandomExact(940);
    for (int k = 0; k < 20; k++) {
      var architecture = draw.architecture(draw.integer(1, 4), 3);
      Instance instance = k % 2 == 0 ? draw.whitened(architecture) : draw.raw(architecture, 3);
      Weights<RationalMatrix> direction = draw.weights(architecture);
      assertDescends(
          instance,
          direction,
          Quantities.loss(),
          GradientFlow.INSTANCE.velocity(instance.target(), instance.weights()));
      assertDescends(
          instance,
          direction,
          Quantities.normSquared(),
          Formulas.shrinking(instance.target(), instance.weights()));
    }
  }

  private static void assertDescends(
      Instance instance,
      Weights<RationalMatrix> direction,
      Polynomial quantity,
      Weights<RationalMatrix> descent) {
    JetAlgebra<RationalMatrix> jets = new JetAlgebra<>(Q, 1);
    Weights<Jet<RationalMatrix>> line =
        Weights.build(
            jets,
            direction.depth(),
            i -> jets.line(instance.weights().layer(i), direction.layer(i)));
    RationalMatrix slope = quantity.of(instance.target(jets), line).coefficient(1);
    assertEquals(Q.scale(BigFraction.MINUS_ONE, slope), descent.inner(direction));
  }

  @Test
  void namesAreDistinctAndFound() {
    for (int depth = 1; depth <= 4; depth++) {
      Set<String> names = new HashSet<>();
      for (Quantity quantity : Quantities.all(depth)) {
        Label label = quantity.label();
        assertTrue(names.add(label.name()), label.name());
        assertEquals(label, Quantities.named(label.name()).label());
        assertTrue(!label.formula().isBlank() && !label.meaning().isBlank(), label.name());
      }
    }
    assertEquals("imbalance(2)", Quantities.named(" imbalance( 2 ) ").label().name());
    for (String name :
        List.of("sigma(2, layer(1))", "rank(imbalance(1))", "normSquared(gram(W))")) {
      assertEquals(name, Quantities.named(name).label().name());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "los",
        "loss(1)",
        "imbalance",
        "imbalance(x)",
        "imbalance(99999)",
        "rank(rank(W))",
        "rank()",
        "inertia(sigma(1))",
        "W(W)",
        "loss)",
        "sigma(0)",
        "rank(1, W)"
      })
  void otherNamesAreRejected(String name) {
    assertThrows(IllegalArgumentException.class, () -> Quantities.named(name));
  }

  @Test
  void theStackNeedsDepthTwo() {
    Instance shallow = new RandomExact(941).whitened(new RandomExact(941).architecture(1, 3));
    assertThrows(IllegalArgumentException.class, () -> Quantities.stack().of(shallow));
  }
}
