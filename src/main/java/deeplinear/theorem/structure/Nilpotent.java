package deeplinear.theorem.structure;

import deeplinear.algebra.ExactAlgebra;
import deeplinear.algebra.Jet;
import deeplinear.algebra.JetAlgebra;
import deeplinear.algebra.RealAlgebra;
import deeplinear.algebra.RealMatrix;
import deeplinear.evidence.Atom;
import deeplinear.evidence.ErrorBound;
import deeplinear.evidence.Grade;
import deeplinear.evidence.Verdict;
import deeplinear.flow.AdjacencyFlow;
import deeplinear.flow.TaylorSeries;
import deeplinear.flow.TimeScale;
import deeplinear.flow.kernel.StateVector;
import deeplinear.flow.trajectory.EstimatedTrajectory;
import deeplinear.network.Adjacency;
import deeplinear.network.Architecture;
import deeplinear.network.Graph;
import deeplinear.network.Instance;
import deeplinear.network.Weights;
import deeplinear.theorem.ExactArithmetic;
import deeplinear.theorem.Hypothesis;
import deeplinear.theorem.Laboratory;
import deeplinear.theorem.Statement;
import deeplinear.theorem.Theorem;
import java.util.List;

/** {@code structure/nilpotent}. */
public final class Nilpotent implements Theorem<Graph> {

  private static final int ORDER = 3;
  private static final double TIME_SCALES = 2;

  @Override
  public Statement statement() {
    return Statement.theorem(
        "structure/nilpotent",
        "Along the dense n × n flow, A^{h+1} = 0 and A^h has the single block W at (h, 0); the index "
            + "of nilpotency is one more than the length of the longest nonvanishing product of layers.",
        "Exactly on Taylor coefficients to order 3 and on the index at the start; numerically on a "
            + "trajectory of the dense equation, which is compared with the layer-wise one.",
        Grade.NUMERICAL,
        "WA25",
        "skip connections: A strictly block lower triangular loses nilpotency");
  }

  @Override
  public Class<Graph> subject() {
    return Graph.class;
  }

  @Override
  public List<Hypothesis<? super Graph>> hypotheses() {
    return List.of(
        GraphHypotheses.FORWARD, GraphHypotheses.NO_SKIPS, GraphHypotheses.CORNER_TARGET);
  }

  @Override
  public Verdict check(Graph graph, Laboratory laboratory) {
    ExactAlgebra<?> algebra = ExactArithmetic.of(List.of(graph.adjacency(), graph.embedding()));
    EstimatedTrajectory dense = denseTrajectory(graph, laboratory);
    return Verdict.of(
        powerOfSeriesVanishes(graph, algebra),
        lastPowerIsCorner(graph, algebra),
        index(graph, algebra),
        powerVanishes(graph, dense),
        agreesWithLayers(graph, dense, laboratory));
  }

  private static <M> Atom powerOfSeriesVanishes(Graph graph, ExactAlgebra<M> algebra) {
    int h = graph.architecture().depth();
    Jet<M> a = TaylorSeries.of(graph, algebra, ORDER);
    Jet<M> power = new JetAlgebra<>(algebra, ORDER).power(a, h + 1);
    return Atom.exact(
        "A(t)^{h+1} = 0 to order " + ORDER,
        power.coefficients().stream().allMatch(algebra::isZero),
        ExactArithmetic.describe(algebra));
  }

  private static <M> Atom lastPowerIsCorner(Graph graph, ExactAlgebra<M> algebra) {
    Architecture architecture = graph.architecture();
    int h = architecture.depth();
    Jet<M> a = TaylorSeries.of(graph, algebra, ORDER);
    boolean holds =
        new JetAlgebra<>(algebra, ORDER)
            .power(a, h).coefficients().stream()
                .allMatch(
                    c -> {
                      M corner = Adjacency.block(algebra, architecture, c, h, 0);
                      return algebra.areEqual(c, Adjacency.embed(algebra, architecture, corner));
                    });
    return Atom.exact(
        "A(t)^h has the single block (h, 0)", holds, ExactArithmetic.describe(algebra));
  }

  private static <M> Atom index(Graph graph, ExactAlgebra<M> algebra) {
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
    M a = algebra.lift(graph.adjacency());
    boolean holds =
        algebra.isZero(algebra.power(a, longest + 1)) && !algebra.isZero(algebra.power(a, longest));
    return Atom.exact(
        "the index of nilpotency is 1 + the longest nonvanishing product",
        holds,
        "longest product: " + longest + ", " + ExactArithmetic.describe(algebra));
  }

  private static EstimatedTrajectory denseTrajectory(Graph graph, Laboratory laboratory) {
    return EstimatedTrajectory.of(
        laboratory.integrator(),
        AdjacencyFlow.field(graph),
        graph.adjacency().toDoubles(),
        new double[] {horizon(graph)},
        laboratory.accuracy());
  }

  private static double horizon(Graph graph) {
    return TIME_SCALES * TimeScale.of(graph);
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
    String name = "A^{h+1} = 0 at the end of the dense trajectory";
    if (norm == 0) {
      return Atom.exact(name, true, "A = 0");
    }
    double power = RealAlgebra.INSTANCE.power(a, h + 1).norm();
    return Atom.equal(name, power, 0, error, scale);
  }

  private static Atom agreesWithLayers(
      Graph graph, EstimatedTrajectory dense, Laboratory laboratory) {
    Instance instance = graph.instance();
    EstimatedTrajectory layered =
        EstimatedTrajectory.of(
            laboratory.integrator(),
            laboratory.dynamics().field(instance),
            StateVector.pack(instance.weights(RealAlgebra.INSTANCE)),
            new double[] {horizon(graph)},
            laboratory.accuracy());
    double[] embedded =
        Adjacency.of(StateVector.unpack(graph.architecture(), layered.last().state())).toArray();
    ErrorBound error =
        new ErrorBound(dense.lastError() + layered.lastError(), "errors of both trajectories");
    double distance = StateVector.distance(embedded, dense.last().state());
    double natural =
        Math.pow(
            instance.target(RealAlgebra.INSTANCE).matrix().norm(),
            1.0 / instance.weights().depth());
    double scale = Math.max(StateVector.norm(embedded), natural);
    return Atom.equal("dense and layer-wise trajectories agree", distance, 0, error, scale);
  }
}
