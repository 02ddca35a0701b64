package deeplinear.theorem.structure;

import deeplinear.algebra.ExactAlgebra;
import deeplinear.algebra.Jet;
import deeplinear.algebra.JetAlgebra;
import deeplinear.evidence.Atom;
import deeplinear.evidence.Grade;
import deeplinear.evidence.Verdict;
import deeplinear.flow.TaylorSeries;
import deeplinear.network.Graph;
import deeplinear.theorem.ExactArithmetic;
import deeplinear.theorem.Hypothesis;
import deeplinear.theorem.Laboratory;
import deeplinear.theorem.Statement;
import deeplinear.theorem.Theorem;
import java.util.List;

/** {@code structure/isospectral}. */
public final class Isospectral implements Theorem<Graph> {

  private static final int ORDER = 3;

  @Override
  public Statement statement() {
    return Statement.theorem(
        "structure/isospectral",
        "The characteristic polynomial of A(t) stays λⁿ: all eigenvalues stay 0.",
        "The traces of A(t)^k, k = 1..n, on Taylor coefficients to order 3; they determine the "
            + "characteristic polynomial. Eigenvalues are not computed: those of a nilpotent matrix "
            + "scatter like ε^{1/(h+1)}.",
        Grade.EXACT,
        "WA25",
        "a general dense A(0): its spectrum moves");
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
    return check(graph, ExactArithmetic.of(List.of(graph.adjacency(), graph.embedding())));
  }

  private static <M> Verdict check(Graph graph, ExactAlgebra<M> algebra) {
    int n = graph.architecture().nodes();
    JetAlgebra<M> jets = new JetAlgebra<>(algebra, ORDER);
    Jet<M> a = TaylorSeries.of(graph, algebra, ORDER);
    Jet<M> power = a;
    String failing = "";
    for (int k = 1; k <= n && failing.isEmpty(); k++) {
      if (!jets.trace(power).coefficients().stream().allMatch(algebra::isZero)) {
        failing = "tr A^" + k + " moves, ";
      }
      power = jets.multiply(power, a);
    }
    return Verdict.of(
        Atom.exact(
            "tr A(t)^k = 0 for k = 1..n to order " + ORDER,
            failing.isEmpty(),
            failing + ExactArithmetic.describe(algebra)));
  }
}
