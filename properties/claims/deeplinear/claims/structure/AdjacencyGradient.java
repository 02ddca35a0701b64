package deeplinear.claims.structure;

import static deeplinear.claim.Hypotheses.CORNER_TARGET;
import static deeplinear.claim.Hypotheses.FORWARD;
import static deeplinear.claim.Hypotheses.GRADIENT_FLOW;
import static deeplinear.claim.Hypotheses.NO_SKIPS;
import static org.apache.commons.math3.fraction.BigFraction.ONE_HALF;

import com.google.auto.service.AutoService;
import deeplinear.algebra.ExactAlgebra;
import deeplinear.algebra.Jet;
import deeplinear.algebra.JetAlgebra;
import deeplinear.algebra.RationalAlgebra;
import deeplinear.algebra.RationalMatrix;
import deeplinear.claim.Answers;
import deeplinear.claim.Claim;
import deeplinear.claim.ExactArithmetic;
import deeplinear.claim.Laboratory;
import deeplinear.claim.Registered;
import deeplinear.claim.Sheet;
import deeplinear.claim.Substance;
import deeplinear.evidence.Atom;
import deeplinear.evidence.Grade;
import deeplinear.evidence.Verdict;
import deeplinear.flow.AdjacencyFlow;
import deeplinear.flow.Dynamics;
import deeplinear.flow.WrongLaw;
import deeplinear.network.Adjacency;
import deeplinear.network.Architecture;
import deeplinear.network.Graph;
import deeplinear.network.Instance;
import deeplinear.proof.FormalGraph;
import deeplinear.proof.GraphIdentities;
import deeplinear.proof.Proof;
import deeplinear.sample.Draw;
import deeplinear.sample.Graphs;
import deeplinear.sample.Size;
import java.util.List;
import java.util.Optional;
import org.apache.commons.math3.fraction.BigFraction;

/**
 * The network as a graph: its flow is one matrix equation.
 *
 * @param factor of the right-hand side; 1 in the claim
 */
@AutoService(Registered.class)
public record AdjacencyGradient(BigFraction factor) implements Claim<Graph> {

  private static final String PROVED_LAYERS = "Ȧ equals the layer-wise field, for all widths";
  private static final String PROVED_GRADIENT = "Ȧ is minus the gradient of ½‖E − A^h‖², for all A";
  private static final String LAYERS = "Ȧ equals the layer-wise field";
  private static final String GRADIENT = "⟨Ȧ, V⟩ is minus the derivative of ½‖E − A^h‖² along V";

  /** Directions in which the derivative is compared. */
  private static final int DIRECTIONS = 2;

  /** A false equality passes in one direction with probability at most 1 / (2 · this + 1). */
  private static final int LARGEST = 1 << 20;

  /** The claim. */
  public AdjacencyGradient() {
    this(BigFraction.ONE);
  }

  @Override
  public Sheet<Graph> sheet() {
    return Sheet.theorem(
            Graph.class,
            "Ȧ = Σ_k (Aᵀ)^k (E − A^h) (Aᵀ)^{h−1−k} has exactly the blocks of the layer-wise gradient "
                + "flow, and they are minus the gradient of ½‖E − A^h‖².",
            "WA25",
            Grade.PROVED)
        .why(
            "Paths of length h in the graph are products of h layers, so A^h holds the end-to-end map, "
                + "and the chain rule needs no layers: it allows to state the theory for graphs.")
        .checked(
            "For all widths by formal matrices, at depths 1 to 8; on random graphs exactly: "
                + "all n² entries against the layer-wise field, and the derivative against automatic "
                + "differentiation along two random directions through all weights.")
        .atoms(PROVED_LAYERS, PROVED_GRADIENT, LAYERS, GRADIENT)
        .cases(Graphs.layered().and("beyond", 1, Graphs.layered(Size.BEYOND, 2, 3)))
        .substance("rank W ≥ 2", Substance::hasRankTwo)
        .given(FORWARD, Graphs.withBackwardEdges(), "1-1")
        .given(NO_SKIPS, Graphs.withSkipConnections(), "1-1-1")
        .given(CORNER_TARGET, Graphs.withDenseTarget(), "1-1")
        .given(
            GRADIENT_FLOW,
            Graphs.layered(Size.SMALL, 1, 3),
            lab -> lab.with(WrongLaw.FLIPPED_SIGN),
            "1-1")
        .neighbor("the gradient of ‖E − A^h‖²", new AdjacencyGradient(BigFraction.TWO));
  }

  @Override
  public Optional<Verdict> proof(Dynamics law) {
    Proof layers = Proof.from(1, d -> GraphIdentities.layerwise(FormalGraph.layered(d), law));
    Proof gradient = Proof.from(1, d -> GraphIdentities.gradient(d.depth(), factor));
    return Optional.of(Verdict.of(layers.atom(PROVED_LAYERS), gradient.atom(PROVED_GRADIENT)));
  }

  @Override
  public Verdict judge(Graph graph, Laboratory laboratory, Answers answers) {
    return judge(
        graph,
        laboratory,
        ExactArithmetic.of(List.of(graph.adjacency(), graph.embedding()), laboratory));
  }

  private <M> Verdict judge(Graph graph, Laboratory laboratory, ExactAlgebra<M> algebra) {
    M velocity =
        algebra.scale(
            factor, AdjacencyFlow.of(graph, algebra).velocity(algebra.lift(graph.adjacency())));
    Instance instance = graph.instance();
    M layered =
        Adjacency.of(
            laboratory.law().velocity(instance.target(algebra), instance.weights(algebra)));
    Draw draw = Draw.from(graph);
    boolean isGradient = true;
    for (int n = 0; n < DIRECTIONS; n++) {
      M direction = algebra.lift(direction(graph.architecture(), draw));
      M sum =
          algebra.add(algebra.inner(velocity, direction), derivative(graph, direction, algebra));
      isGradient &= algebra.isZero(sum);
    }
    boolean isLayered = algebra.areEqual(velocity, layered);
    String arithmetic = ExactArithmetic.describe(algebra);
    return Verdict.of(
        Atom.exact(LAYERS, isLayered, arithmetic), Atom.exact(GRADIENT, isGradient, arithmetic));
  }

  /** An n × n matrix of random integers in the blocks of the weights. */
  private static RationalMatrix direction(Architecture d, Draw draw) {
    RationalMatrix direction = RationalMatrix.zeros(d.nodes(), d.nodes());
    for (int i = 1; i <= d.depth(); i++) {
      direction =
          RationalAlgebra.INSTANCE.insert(
              direction,
              d.offset(i),
              d.offset(i - 1),
              draw.integers(d.width(i), d.width(i - 1), LARGEST));
    }
    return direction;
  }

  /** The derivative of ½‖E − A^h‖² along a direction, 1 × 1. */
  private static <M> M derivative(Graph graph, M direction, ExactAlgebra<M> algebra) {
    JetAlgebra<M> jets = new JetAlgebra<>(algebra, 1);
    Jet<M> a = jets.line(algebra.lift(graph.adjacency()), direction);
    Jet<M> power = jets.power(a, graph.architecture().depth());
    Jet<M> residual = jets.subtract(jets.lift(graph.embedding()), power);
    return jets.scale(ONE_HALF, jets.normSquared(residual)).coefficient(1);
  }
}
