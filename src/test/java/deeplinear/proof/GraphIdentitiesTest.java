package deeplinear.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import deeplinear.flow.Dynamics;
import deeplinear.flow.GradientFlow;
import deeplinear.network.Architecture;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class GraphIdentitiesTest {

  private static final Dynamics FLOW = GradientFlow.INSTANCE;
  private static final UnaryOperator<FormalGraph> SAME = graph -> graph;
  private static final UnaryOperator<FormalGraph> SKIP = graph -> graph.withEdge(2, 0);
  private static final UnaryOperator<FormalGraph> BACK = graph -> graph.withEdge(0, 1);
  private static final UnaryOperator<FormalGraph> SECOND_TARGET =
      graph -> graph.withTarget(graph.architecture().depth() - 1, 0);

  private static Proof layerwise(UnaryOperator<FormalGraph> change, Dynamics law) {
    return Proof.from(
        2, widths -> GraphIdentities.layerwise(change.apply(FormalGraph.layered(widths)), law));
  }

  private static Proof pattern(int shallowest, UnaryOperator<FormalGraph> change) {
    return Proof.from(
        shallowest,
        widths -> GraphIdentities.outsidePattern(change.apply(FormalGraph.layered(widths))));
  }

  @Test
  void theMatrixEquationHasTheBlocksOfTheLayers() {
    Proof proof =
        Proof.from(1, widths -> GraphIdentities.layerwise(FormalGraph.layered(widths), FLOW));
    assertTrue(proof.holds(), () -> proof.atom("").detail());
    assertFalse(layerwise(SKIP, FLOW).holds());
    assertFalse(layerwise(BACK, FLOW).holds());
    assertFalse(layerwise(SECOND_TARGET, FLOW).holds());
  }

  @ParameterizedTest
  @EnumSource
  void theMatrixEquationHasTheBlocksOfNoOtherLaw(FaultyLaw law) {
    assertFalse(layerwise(SAME, law).holds());
  }

  @Test
  void theMatrixEquationIsGradientFlowInAllEntries() {
    assertTrue(Proof.from(1, widths -> GraphIdentities.gradient(widths.depth())).holds());
  }

  @Test
  void theBlockPatternIsInvariant_unlessSomethingElseIsAdded() {
    assertTrue(pattern(1, SAME).holds());
    assertFalse(pattern(2, SKIP).holds());
    assertFalse(pattern(2, BACK).holds());
    assertFalse(pattern(1, SECOND_TARGET).holds());
  }

  @Test
  void theMatrixEquationHasTwoDegreesOnly() {
    assertTrue(
        Proof.from(1, widths -> GraphIdentities.otherDegrees(FormalGraph.layered(widths))).holds());
  }

  /** (h + 1)² blocks, of which h are in the pattern. */
  @Test
  void allBlocksAreCompared() {
    Architecture widths = FormalWidths.DISTINCT.architecture(3);
    FormalGraph graph = FormalGraph.layered(widths);
    assertEquals(16, GraphIdentities.layerwise(graph, FLOW).size());
    assertEquals(13, GraphIdentities.outsidePattern(graph).size());
    assertEquals(16, GraphIdentities.otherDegrees(graph).size());
  }
}
