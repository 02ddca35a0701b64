package deeplinear.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import deeplinear.flow.Dynamics;
import deeplinear.flow.GradientFlow;
import deeplinear.network.Architecture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class GraphIdentitiesTest {

  private static final Dynamics FLOW = GradientFlow.INSTANCE;

  /** What is added to a layered graph. */
  private enum Change {
    SAME,
    SKIP,
    BACK,
    SECOND_TARGET;

    FormalGraph of(Architecture widths) {
      FormalGraph graph = FormalGraph.layered(widths);
      return switch (this) {
        case SAME -> graph;
        case SKIP -> graph.withEdge(2, 0);
        case BACK -> graph.withEdge(0, 1);
        case SECOND_TARGET -> graph.withTarget(graph.architecture().depth() - 1, 0);
      };
    }
  }

  private static Proof layerwise(Change change, Dynamics law) {
    return Proof.from(2, widths -> GraphIdentities.layerwise(change.of(widths), law));
  }

  private static Proof pattern(int shallowest, Change change) {
    return Proof.from(shallowest, widths -> GraphIdentities.outsidePattern(change.of(widths)));
  }

  @Test
  void theMatrixEquationHasTheBlocksOfTheLayers() {
    Proof proof =
        Proof.from(1, widths -> GraphIdentities.layerwise(FormalGraph.layered(widths), FLOW));
    assertTrue(proof.holds(), () -> proof.atom("").detail());
    assertFalse(layerwise(Change.SKIP, FLOW).holds());
    assertFalse(layerwise(Change.BACK, FLOW).holds());
    assertFalse(layerwise(Change.SECOND_TARGET, FLOW).holds());
  }

  @ParameterizedTest
  @EnumSource
  void theMatrixEquationHasTheBlocksOfNoOtherLaw(FaultyLaw law) {
    assertFalse(layerwise(Change.SAME, law).holds());
  }

  @Test
  void theMatrixEquationIsGradientFlowInAllEntries() {
    assertTrue(Proof.from(1, widths -> GraphIdentities.gradient(widths.depth())).holds());
  }

  @Test
  void theBlockPatternIsInvariant_unlessSomethingElseIsAdded() {
    assertTrue(pattern(1, Change.SAME).holds());
    assertFalse(pattern(2, Change.SKIP).holds());
    assertFalse(pattern(2, Change.BACK).holds());
    assertFalse(pattern(1, Change.SECOND_TARGET).holds());
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
