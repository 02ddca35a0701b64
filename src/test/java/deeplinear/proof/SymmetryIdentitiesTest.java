package deeplinear.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import deeplinear.algebra.formal.FormalMatrix;
import deeplinear.flow.Dynamics;
import deeplinear.flow.GradientFlow;
import deeplinear.flow.WeightDecay;
import deeplinear.network.Architecture;
import deeplinear.network.Weights;
import java.util.List;
import java.util.function.BiFunction;
import org.apache.commons.math3.fraction.BigFraction;
import org.junit.jupiter.api.Test;

class SymmetryIdentitiesTest {

  private static final Dynamics FLOW = GradientFlow.INSTANCE;
  private static final Dynamics DECAY = new WeightDecay(BigFraction.ONE);

  private static boolean holds(
      Dynamics law, BiFunction<Architecture, Dynamics, List<FormalMatrix>> differences) {
    return Proof.at(1, 5, widths -> differences.apply(widths, law)).holds();
  }

  @Test
  void lossGradientAndHessianFollowTheGauge_unlikeTheDecay() {
    assertTrue(holds(FLOW, SymmetryIdentities::gauge));
    assertFalse(holds(DECAY, SymmetryIdentities::gauge));
  }

  @Test
  void orthogonalChangesOfBasisCommuteWithTheFlow_unlikeOtherOnes() {
    assertTrue(holds(FLOW, SymmetryIdentities::orthogonal));
    assertTrue(holds(DECAY, SymmetryIdentities::orthogonal));
    assertFalse(holds(FaultyLaw.TRANSPOSED_RESIDUAL, SymmetryIdentities::orthogonal));
    assertFalse(holds(FLOW, SymmetryIdentitiesTest::general));
  }

  /** The velocity at PW minus P times that at W, for invertible P_i at the hidden nodes. */
  private static List<FormalMatrix> general(Architecture widths, Dynamics law) {
    FormalGauge gauge = FormalGauge.hidden(widths);
    FormalNetwork network = FormalNetwork.whitened(gauge.algebra(), widths);
    Weights<FormalMatrix> image = law.velocity(network.target(), gauge.of(network.weights()));
    Weights<FormalMatrix> moved = gauge.of(law.velocity(network.target(), network.weights()));
    return image.plus(moved.scale(BigFraction.MINUS_ONE)).layers();
  }

  @Test
  void transposingTheNetworkTransposesTheFlow() {
    assertTrue(holds(FLOW, SymmetryIdentities::transposition));
    assertFalse(holds(FaultyLaw.FIRST_LAYER_CLIMBS, SymmetryIdentities::transposition));
  }

  @Test
  void scalingTheWeightsScalesTheFlow_unlikeTheDecay() {
    assertTrue(holds(FLOW, SymmetryIdentities::scaling));
    assertFalse(holds(DECAY, SymmetryIdentities::scaling));
  }

  @Test
  void allPartsAreCompared() {
    Architecture widths = FormalWidths.DISTINCT.architecture(3);
    assertEquals(5, SymmetryIdentities.gauge(widths, FLOW).size());
    assertEquals(3, SymmetryIdentities.orthogonal(widths, FLOW).size());
    assertEquals(3, SymmetryIdentities.transposition(widths, FLOW).size());
    assertEquals(3, SymmetryIdentities.scaling(widths, FLOW).size());
  }

  @Test
  void theRelationsAreConfluent() {
    Architecture widths = FormalWidths.DISTINCT.architecture(8);
    assertEquals(List.of(), FormalGauge.hidden(widths).algebra().relations().unresolved());
    assertEquals(List.of(), FormalGauge.orthogonal(widths).algebra().relations().unresolved());
  }
}
