package deeplinear.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import deeplinear.algebra.formal.FormalMatrix;
import deeplinear.flow.Dynamics;
import deeplinear.flow.GradientFlow;
import deeplinear.flow.WeightDecay;
import deeplinear.landscape.Hessian;
import deeplinear.network.Architecture;
import deeplinear.network.Weights;
import deeplinear.network.Whitened;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.apache.commons.math3.fraction.BigFraction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LossIdentitiesTest {

  private static final Dynamics FLOW = GradientFlow.INSTANCE;
  private static final Dynamics DECAY = new WeightDecay(new BigFraction(1, 3));

  /** The three kinds of data. */
  enum Data {
    WHITENED(FormalNetwork::whitened),
    RAW(FormalNetwork::raw),
    ANY_LOSS(FormalNetwork::anyLoss);

    @SuppressWarnings("ImmutableEnumChecker") // The constructors capture nothing.
    private final Function<Architecture, FormalNetwork> network;

    Data(Function<Architecture, FormalNetwork> network) {
      this.network = network;
    }

    Proof proof(Dynamics law, BiFunction<FormalNetwork, Dynamics, List<FormalMatrix>> differences) {
      return proof(1, law, differences);
    }

    Proof proof(
        int shallowest,
        Dynamics law,
        BiFunction<FormalNetwork, Dynamics, List<FormalMatrix>> differences) {
      return Proof.from(shallowest, widths -> differences.apply(network.apply(widths), law));
    }

    Proof hessianForm() {
      return Proof.from(1, widths -> LossIdentities.hessianForm(network.apply(widths)));
    }
  }

  private static void assertFails(Proof proof) {
    assertFalse(proof.holds());
  }

  private static void assertHolds(Proof proof) {
    assertTrue(proof.holds(), () -> proof.atom("").detail());
  }

  @ParameterizedTest
  @EnumSource
  void theFlowIsMinusTheGradient_andNoOtherLawIs(Data data) {
    assertHolds(data.proof(FLOW, LossIdentities::gradient));
    assertFails(data.proof(DECAY, LossIdentities::gradient));
    for (Dynamics law : FaultyLaw.values()) {
      assertFails(data.proof(2, law, LossIdentities::gradient));
    }
  }

  @ParameterizedTest
  @EnumSource
  void theLossFallsByTheSquaredGradient_andUnderNoOtherLaw(Data data) {
    assertHolds(data.proof(FLOW, LossIdentities::descent));
    assertFails(data.proof(DECAY, LossIdentities::descent));
    for (Dynamics law : FaultyLaw.values()) {
      assertFails(data.proof(2, law, LossIdentities::descent));
    }
  }

  @ParameterizedTest
  @EnumSource
  void residualAndMapAnnihilateEachOtherAtCriticalPoints_butNotWhereOtherLawsRest(Data data) {
    assertHolds(data.proof(FLOW, LossIdentities::criticalMap));
    assertFails(data.proof(DECAY, LossIdentities::criticalMap));
    for (Dynamics law : FaultyLaw.values()) {
      assertFails(data.proof(2, law, LossIdentities::criticalMap));
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"WHITENED", "RAW"})
  void theFieldHasTwoDegreesOnly_butDecayAddsOne(Data data) {
    assertHolds(data.proof(FLOW, LossIdentities::otherDegrees));
    assertFails(data.proof(DECAY, LossIdentities::otherDegrees));
    FormalNetwork network = data.network.apply(FormalWidths.DISTINCT.architecture(4));
    assertEquals("[3, 7]", network.degrees(FLOW).toString());
    assertEquals("[1, 3, 7]", network.degrees(DECAY).toString());
    assertEquals("[]", network.degrees(FaultyLaw.REST).toString());
  }

  @ParameterizedTest
  @EnumSource
  void theHessianFormIsTheSecondDerivative(Data data) {
    assertHolds(data.hessianForm());
  }

  @Test
  void theHessianFormIsNotThatOfItsNeighbors() {
    Function<FormalNetwork, Weights<FormalMatrix>> direction = FormalNetwork::direction;
    assertFails(forms(n -> Hessian.form(n.target(), n.weights(), reversedSign(n))));
    assertFails(
        forms(
            n ->
                Hessian.form(
                    new Whitened<>(FormalNetwork.F, n.target().matrix()),
                    n.weights(),
                    direction.apply(n))));
    assertFails(
        forms(
            n ->
                FormalNetwork.F.scale(
                    BigFraction.TWO, Hessian.form(n.target(), n.weights(), direction.apply(n)))));
    assertHolds(forms(n -> Hessian.form(n.target(), n.weights(), direction.apply(n))));
  }

  /** −V_1, V_2, …: the form is even in V as a whole only. */
  private static Weights<FormalMatrix> reversedSign(FormalNetwork network) {
    Weights<FormalMatrix> v = network.direction();
    return Weights.build(
        v.algebra(),
        v.depth(),
        i -> i == 1 ? v.algebra().scale(BigFraction.MINUS_ONE, v.layer(1)) : v.layer(i));
  }

  private static Proof forms(Function<FormalNetwork, FormalMatrix> form) {
    return Proof.at(
        2,
        4,
        widths -> {
          FormalNetwork network = FormalNetwork.raw(widths);
          FormalMatrix second =
              FormalLine.of(network, network.direction(), 2).loss().coefficient(2);
          return List.of(
              FormalNetwork.F.subtract(
                  FormalNetwork.F.scale(BigFraction.TWO, second), form.apply(network)));
        });
  }
}
