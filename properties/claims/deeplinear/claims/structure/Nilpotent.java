package deeplinear.claims.structure;

import static deeplinear.claim.Hypotheses.CORNER_TARGET;
import static deeplinear.claim.Hypotheses.FORWARD;
import static deeplinear.claim.Hypotheses.NO_SKIPS;

import com.google.auto.service.AutoService;
import deeplinear.algebra.ExactAlgebra;
import deeplinear.algebra.Jet;
import deeplinear.algebra.JetAlgebra;
import deeplinear.algebra.RealAlgebra;
import deeplinear.algebra.RealMatrix;
import deeplinear.claim.Answers;
import deeplinear.claim.Claim;
import deeplinear.claim.ExactArithmetic;
import deeplinear.claim.Laboratory;
import deeplinear.claim.Registered;
import deeplinear.claim.Sheet;
import deeplinear.claim.Substance;
import deeplinear.evidence.Atom;
import deeplinear.evidence.ErrorBound;
import deeplinear.evidence.Grade;
import deeplinear.evidence.Verdict;
import deeplinear.flow.AdjacencyFlow;
import deeplinear.flow.TaylorSeries;
import deeplinear.flow.TimeScale;
import deeplinear.flow.kernel.StateVector;
import deeplinear.flow.trajectory.EstimatedTrajectory;
import deeplinear.flow.trajectory.Problem;
import deeplinear.network.Adjacency;
import deeplinear.network.Architecture;
import deeplinear.network.Graph;
import deeplinear.network.Weights;
import deeplinear.sample.Graphs;
import java.util.ArrayList;
import java.util.List;

/**
 * Powers of the adjacency matrix count paths, and there are none longer than the depth.
 *
 * @param shift added to the index of nilpotency; 0 in the claim
 */
@AutoService(Registered.class)
public record Nilpotent(int shift) implements Claim<Graph> {

  private static final int ORDER = 3;
  private static final double TIME_SCALES = 2;

  /** The dense equation costs n³ for each evaluation: larger graphs are checked exactly only. */
  private static final int MOST_NODES = 14;

  private static final String SERIES = "A(t)^{h+1} = 0 to order " + ORDER;
  private static final String CORNER = "A(t)^h has the single block (h, 0)";
  private static final String INDEX =
      "the index of nilpotency is 1 + the longest nonvanishing product";
  private static final String POWER = "A^{h+1} = 0 at the end of the dense trajectory";
  private static final String AGREE = "dense and layer-wise trajectories agree";

  /** The claim. */
  public Nilpotent() {
    this(0);
  }

  @Override
  public Sheet<Graph> sheet() {
    return Sheet.theorem(
            Graph.class,
            "Along the dense n × n flow, A^{h+1} = 0 and A^h has the single block W at (h, 0); the "
                + "index of nilpotency is one more than the length of the longest nonvanishing product "
                + "of layers.",
            "WA25",
            Grade.NUMERICAL)
        .why("The flow keeps the block-shift pattern, and a path has at most h edges.")
        .checked(
            "Exactly on Taylor coefficients to order 3 and on the index at the start; numerically, for "
                + "at most 14 nodes, on a trajectory of the dense equation, which is compared with the "
                + "layer-wise one.")
        .atoms(SERIES, CORNER, INDEX, POWER, AGREE)
        .cases(Graphs.layered())
        .substance("rank W ≥ 2", Substance::hasRankTwo)
        .given(FORWARD, Graphs.withBackwardEdges(), "1-1")
        .given(NO_SKIPS, Graphs.withSkipConnections(), "1-1-1")
        .given(CORNER_TARGET, Graphs.withDenseTarget(), "1-1")
        .neighbor("the index is the length of the longest product", new Nilpotent(-1));
  }

  @Override
  public List<Problem> asks(Graph graph, Laboratory laboratory) {
    if (graph.architecture().nodes() > MOST_NODES) {
      return List.of();
    }
    double horizon = TIME_SCALES * TimeScale.of(graph);
    return List.of(
        Problem.estimated(
            AdjacencyFlow.field(graph),
            graph.adjacency().toDoubles(),
            new double[] {horizon},
            laboratory.accuracy()),
        Problem.of(graph.instance(), laboratory.law(), laboratory.accuracy(), horizon));
  }

  @Override
  public Verdict judge(Graph graph, Laboratory laboratory, Answers answers) {
    List<Atom> atoms =
        new ArrayList<>(
            exactly(
                graph,
                ExactArithmetic.of(List.of(graph.adjacency(), graph.embedding()), laboratory)));
    if (!answers.solutions().isEmpty()) {
      atoms.add(powerVanishes(graph, answers.trajectory(0)));
      atoms.add(agrees(graph, answers.trajectory(0), answers.trajectory(1)));
    }
    return new Verdict(atoms);
  }

  private <M> List<Atom> exactly(Graph graph, ExactAlgebra<M> algebra) {
    Architecture architecture = graph.architecture();
    int h = architecture.depth();
    JetAlgebra<M> jets = new JetAlgebra<>(algebra, ORDER);
    Jet<M> a = TaylorSeries.of(graph, algebra, ORDER);
    Jet<M> last = jets.power(a, h);
    boolean vanishes = jets.multiply(last, a).coefficients().stream().allMatch(algebra::isZero);
    boolean isCorner =
        last.coefficients().stream().allMatch(c -> isCorner(c, architecture, algebra));
    String arithmetic = ExactArithmetic.describe(algebra);
    return List.of(
        Atom.exact(SERIES, vanishes, arithmetic),
        Atom.exact(CORNER, isCorner, arithmetic),
        index(graph, algebra));
  }

  private static <M> boolean isCorner(M c, Architecture architecture, ExactAlgebra<M> algebra) {
    M corner = Adjacency.block(algebra, architecture, c, architecture.depth(), 0);
    return algebra.areEqual(c, Adjacency.embed(algebra, architecture, corner));
  }

  private <M> Atom index(Graph graph, ExactAlgebra<M> algebra) {
    Weights<M> weights = graph.instance().weights(algebra);
    int h = weights.depth();
    int longest = 0;
    for (int i = 1; i <= h; i++) {
      for (int j = i; j <= h; j++) {
        if (!algebra.isZero(weights.product(j, i))) {
          longest = Math.max(longest, j - i + 1);
        }
      }
    }
    int index = Math.max(1, longest + 1 + shift);
    M a = algebra.lift(graph.adjacency());
    boolean holds =
        algebra.isZero(algebra.power(a, index)) && !algebra.isZero(algebra.power(a, index - 1));
    return Atom.exact(
        INDEX, holds, "longest product: " + longest + ", " + ExactArithmetic.describe(algebra));
  }

  private static Atom powerVanishes(Graph graph, EstimatedTrajectory dense) {
    int n = graph.architecture().nodes();
    int h = graph.architecture().depth();
    RealMatrix a = RealMatrix.of(n, n, dense.last().state());
    double norm = a.norm();
    double scale = Math.pow(norm, h + 1);
    ErrorBound error =
        new ErrorBound(
                Math.pow(norm + dense.lastError(), h + 1) - scale, "(‖A‖ + e)^{h+1} − ‖A‖^{h+1}")
            .plus(ErrorBound.rounding((double) h * n, scale));
    if (norm == 0) {
      return Atom.exact(POWER, true, "A = 0");
    }
    return Atom.equal(POWER, RealAlgebra.INSTANCE.power(a, h + 1).norm(), 0, error, scale);
  }

  private static Atom agrees(Graph graph, EstimatedTrajectory dense, EstimatedTrajectory layered) {
    double[] embedded =
        Adjacency.of(StateVector.unpack(graph.architecture(), layered.last().state())).toArray();
    ErrorBound error =
        new ErrorBound(dense.lastError() + layered.lastError(), "errors of both trajectories");
    double distance = StateVector.distance(embedded, dense.last().state());
    double natural =
        Math.pow(
            graph.instance().target(RealAlgebra.INSTANCE).matrix().norm(),
            1.0 / graph.architecture().depth());
    double scale = Math.max(StateVector.norm(embedded), natural);
    return Atom.equal(AGREE, distance, 0, error, scale);
  }
}
