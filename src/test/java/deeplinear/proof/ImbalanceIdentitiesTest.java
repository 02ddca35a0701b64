package deeplinear.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import deeplinear.algebra.formal.FormalAlgebra;
import deeplinear.algebra.formal.FormalMatrix;
import deeplinear.flow.Dynamics;
import deeplinear.flow.GradientFlow;
import deeplinear.flow.WeightDecay;
import deeplinear.network.Architecture;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.apache.commons.math3.fraction.BigFraction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ImbalanceIdentitiesTest {

  private static final FormalAlgebra F = FormalAlgebra.FREE;
  private static final Dynamics FLOW = GradientFlow.INSTANCE;
  private static final List<Function<Architecture, FormalNetwork>> NETWORKS =
      List.of(FormalNetwork::whitened, FormalNetwork::raw, FormalNetwork::anyLoss);

  private static boolean isConserved(Function<Architecture, FormalNetwork> network, Dynamics law) {
    return Proof.from(2, widths -> ImbalanceIdentities.velocity(network.apply(widths), law))
        .holds();
  }

  private static boolean isSecondOrder(
      Function<Architecture, FormalNetwork> network, Dynamics law) {
    return Proof.from(2, widths -> ImbalanceIdentities.step(network.apply(widths), law)).holds();
  }

  @Test
  void imbalancesAreConservedAndStepsChangeThemInSecondOrder() {
    for (Function<Architecture, FormalNetwork> network : NETWORKS) {
      assertTrue(isConserved(network, FLOW));
      assertTrue(isSecondOrder(network, FLOW));
    }
  }

  /** Of the gradients of other losses, of which the other laws are none but for their speed. */
  @ParameterizedTest
  @EnumSource(names = {"FIRST_LAYER_CLIMBS", "FIRST_LAYER_RESTS", "DECAY_OF_THE_LAST_LAYER"})
  void otherLawsDoNotConserveThem(FaultyLaw law) {
    for (Function<Architecture, FormalNetwork> network : NETWORKS) {
      assertFalse(isConserved(network, law));
      assertFalse(isSecondOrder(network, law));
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"ASCENT", "HALVED", "TRANSPOSED_RESIDUAL", "REST"})
  void gradientsOfOtherLossesConserveThem(FaultyLaw law) {
    for (Function<Architecture, FormalNetwork> network : NETWORKS) {
      assertTrue(isConserved(network, law));
    }
  }

  /** Ċ_i = −2κ C_i, so that they are not conserved. */
  @Test
  void decayMakesThemDecay() {
    Dynamics decay = new WeightDecay(new BigFraction(1, 3));
    for (Function<Architecture, FormalNetwork> network : NETWORKS) {
      assertFalse(isConserved(network, decay));
      assertTrue(Proof.from(2, widths -> decaying(network.apply(widths), decay)).holds());
    }
  }

  private static List<FormalMatrix> decaying(FormalNetwork network, Dynamics law) {
    List<FormalMatrix> velocity = ImbalanceIdentities.velocity(network, law);
    List<FormalMatrix> differences = new ArrayList<>();
    for (int i = 1; i < network.depth(); i++) {
      FormalMatrix rate = F.scale(new BigFraction(2, 3), network.weights().imbalance(i));
      differences.add(F.add(velocity.get(i - 1), rate));
    }
    return differences;
  }

  @Test
  void thereAreNoneAtDepthOneAndOneForEachHiddenLayer() {
    for (int h = 1; h <= 4; h++) {
      FormalNetwork network = FormalNetwork.raw(FormalWidths.DISTINCT.architecture(h));
      assertEquals(h - 1, ImbalanceIdentities.velocity(network, FLOW).size());
      assertEquals(2 * (h - 1), ImbalanceIdentities.step(network, FLOW).size());
    }
  }
}
