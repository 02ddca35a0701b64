package deeplinear.claims.structure;

import static deeplinear.claim.Hypotheses.CORNER_TARGET;
import static deeplinear.claim.Hypotheses.FORWARD;
import static deeplinear.claim.Hypotheses.NO_SKIPS;

import com.google.auto.service.AutoService;
import deeplinear.algebra.RationalAlgebra;
import deeplinear.algebra.RationalMatrix;
import deeplinear.algebra.Rationals;
import deeplinear.claim.Answers;
import deeplinear.claim.Claim;
import deeplinear.claim.Laboratory;
import deeplinear.claim.Registered;
import deeplinear.claim.Sheet;
import deeplinear.claim.Substance;
import deeplinear.evidence.Atom;
import deeplinear.evidence.Grade;
import deeplinear.evidence.Verdict;
import deeplinear.flow.AdjacencyFlow;
import deeplinear.flow.Dynamics;
import deeplinear.network.Adjacency;
import deeplinear.network.Graph;
import deeplinear.proof.FormalGraph;
import deeplinear.proof.GraphIdentities;
import deeplinear.proof.Proof;
import deeplinear.sample.Graphs;
import deeplinear.sample.Size;
import java.util.Optional;

/**
 * Networks stay networks.
 *
 * @param hasSkip whether an edge skips a layer, which is wrong
 */
@AutoService(Registered.class)
public record BlockShiftInvariant(boolean hasSkip) implements Claim<Graph> {

  private static final RationalAlgebra Q = RationalAlgebra.INSTANCE;
  private static final String PROVED = "Ȧ has no other blocks than (i, i−1), for all widths";
  private static final String PATTERN = "Ȧ has no other blocks than (i, i−1)";

  /** The claim. */
  public BlockShiftInvariant() {
    this(false);
  }

  @Override
  public Sheet<Graph> sheet() {
    return Sheet.theorem(
            Graph.class,
            "If A has no other blocks than (i, i−1), neither has Ȧ: the dense equation keeps the layers.",
            "WA25",
            Grade.PROVED)
        .why(
            "A term (Aᵀ)^k E (Aᵀ)^{h−1−k} walks back k layers from the output and h − 1 − k layers from "
                + "the input, so it connects neighbors.")
        .checked(
            "For all widths by formal matrices, at depths 1 to 8; on random graphs in rationals.")
        .atoms(PROVED, PATTERN)
        .cases(Graphs.layered().and("beyond", 1, Graphs.layered(Size.BEYOND, 2, 3)))
        .substance("the flow moves, and all widths are at least 2", Substance::movesDeeply)
        .given(FORWARD, Graphs.withBackwardEdges(), "1-1")
        .given(NO_SKIPS, Graphs.withSkipConnections(), "1-1-1")
        .given(CORNER_TARGET, Graphs.withDenseTarget(), "1-1")
        .neighbor("an edge may skip a layer", new BlockShiftInvariant(true));
  }

  @Override
  public Optional<Verdict> proof(Dynamics law) {
    Proof proof =
        hasSkip
            ? Proof.from(
                2, d -> GraphIdentities.outsidePattern(FormalGraph.layered(d).withEdge(2, 0)))
            : Proof.from(1, d -> GraphIdentities.outsidePattern(FormalGraph.layered(d)));
    return Optional.of(Verdict.of(proof.atom(PROVED)));
  }

  /** A, in the neighbor with an edge from the input to layer 2. */
  private RationalMatrix adjacency(Graph graph) {
    return hasSkip && graph.architecture().depth() >= 2
        ? Q.insert(graph.adjacency(), graph.architecture().offset(2), 0, RationalMatrix.identity(1))
        : graph.adjacency();
  }

  @Override
  public Verdict judge(Graph graph, Laboratory laboratory, Answers answers) {
    RationalMatrix velocity = AdjacencyFlow.of(graph, Q).velocity(adjacency(graph));
    RationalMatrix kept = Adjacency.of(Adjacency.weights(Q, graph.architecture(), velocity));
    RationalMatrix outside = Q.subtract(velocity, kept);
    double size = Math.sqrt(Rationals.toDouble(Q.normSquared(velocity).toScalar()));
    double rest = Math.sqrt(Rationals.toDouble(Q.normSquared(outside).toScalar()));
    double defect =
        Q.isZero(outside) ? 0 : Math.max(Double.MIN_NORMAL, rest / Math.max(size, rest));
    return Verdict.of(Atom.exact(PATTERN, defect, "‖Ȧ‖ = " + size));
  }
}
