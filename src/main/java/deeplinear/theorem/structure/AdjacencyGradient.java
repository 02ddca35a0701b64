package deeplinear.theorem.structure;

import static org.apache.commons.math3.fraction.BigFraction.ONE_HALF;

import deeplinear.algebra.ExactAlgebra;
import deeplinear.algebra.Jet;
import deeplinear.algebra.JetAlgebra;
import deeplinear.algebra.RationalMatrix;
import deeplinear.evidence.Atom;
import deeplinear.evidence.Grade;
import deeplinear.evidence.Verdict;
import deeplinear.flow.AdjacencyFlow;
import deeplinear.network.Adjacency;
import deeplinear.network.Architecture;
import deeplinear.network.Graph;
import deeplinear.network.Instance;
import deeplinear.theorem.ExactArithmetic;
import deeplinear.theorem.Hypothesis;
import deeplinear.theorem.Laboratory;
import deeplinear.theorem.Statement;
import deeplinear.theorem.Theorem;
import java.util.List;
import org.apache.commons.math3.fraction.BigFraction;

/** {@code structure/adjacency-gradient}. */
public final class AdjacencyGradient implements Theorem<Graph> {

  @Override
  public Statement statement() {
    return Statement.theorem(
        "structure/adjacency-gradient",
        "Ȧ = Σ_k (Aᵀ)^k (E − A^h) (Aᵀ)^{h−1−k} has exactly the blocks of the layer-wise gradient flow, "
            + "and they are minus the gradient of ½‖E − A^h‖².",
        "All n² entries against the layer-wise field, and each weight's derivative against automatic "
            + "differentiation.",
        Grade.EXACT,
        "WA25",
        "E with a second block: Ȧ leaves the block pattern");
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
    return check(
        graph, laboratory, ExactArithmetic.of(List.of(graph.adjacency(), graph.embedding())));
  }

  private static <M> Verdict check(Graph graph, Laboratory laboratory, ExactAlgebra<M> algebra) {
    M velocity = AdjacencyFlow.of(graph, algebra).velocity(algebra.lift(graph.adjacency()));
    Instance instance = graph.instance();
    M layered =
        Adjacency.of(
            laboratory.dynamics().velocity(instance.target(algebra), instance.weights(algebra)));
    return Verdict.of(
        Atom.exact(
            "Ȧ equals the layer-wise field",
            algebra.areEqual(velocity, layered),
            ExactArithmetic.describe(algebra)),
        Atom.exact(
            "Ȧ equals minus the derivative of ½‖E − A^h‖² in every weight",
            isGradient(graph, velocity, algebra),
            ExactArithmetic.describe(algebra)));
  }

  private static <M> boolean isGradient(Graph graph, M velocity, ExactAlgebra<M> algebra) {
    Architecture architecture = graph.architecture();
    for (int i = 1; i <= architecture.depth(); i++) {
      for (int r = 0; r < architecture.width(i); r++) {
        for (int c = 0; c < architecture.width(i - 1); c++) {
          int row = architecture.offset(i) + r;
          int column = architecture.offset(i - 1) + c;
          M entry = algebra.block(velocity, row, column, 1, 1);
          if (!algebra.isZero(algebra.add(entry, derivative(graph, row, column, algebra)))) {
            return false;
          }
        }
      }
    }
    return true;
  }

  /** The derivative of ½‖E − A^h‖² in the entry (row, column) of A, 1 × 1. */
  private static <M> M derivative(Graph graph, int row, int column, ExactAlgebra<M> algebra) {
    int n = graph.architecture().nodes();
    M unit =
        algebra.insert(
            algebra.zeros(n, n), row, column, algebra.lift(RationalMatrix.scalar(BigFraction.ONE)));
    JetAlgebra<M> jets = new JetAlgebra<>(algebra, 1);
    Jet<M> a = jets.line(algebra.lift(graph.adjacency()), unit);
    Jet<M> power = jets.power(a, graph.architecture().depth());
    Jet<M> residual = jets.subtract(jets.lift(graph.embedding()), power);
    return jets.scale(ONE_HALF, jets.normSquared(residual)).coefficient(1);
  }
}
