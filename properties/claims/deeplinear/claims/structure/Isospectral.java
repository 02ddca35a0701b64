package deeplinear.claims.structure;

import static deeplinear.claim.Hypotheses.CORNER_TARGET;
import static deeplinear.claim.Hypotheses.FORWARD;
import static deeplinear.claim.Hypotheses.NO_SKIPS;

import com.google.auto.service.AutoService;
import deeplinear.algebra.ExactAlgebra;
import deeplinear.algebra.Jet;
import deeplinear.algebra.JetAlgebra;
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
import deeplinear.flow.TaylorSeries;
import deeplinear.network.Graph;
import deeplinear.sample.Graphs;
import java.util.List;

/** All eigenvalues of the adjacency matrix stay 0. */
@AutoService(Registered.class)
public final class Isospectral implements Claim<Graph> {

  private static final int ORDER = 3;
  private static final String TRACES = "tr A(t)^k = 0 for k = 1..n to order " + ORDER;

  @Override
  public Sheet<Graph> sheet() {
    return Sheet.theorem(
            Graph.class,
            "The characteristic polynomial of A(t) stays λⁿ: all eigenvalues stay 0.",
            "WA25",
            Grade.EXACT)
        .why(
            "The flow keeps the block-shift pattern, and a network without cycles has no closed walks, "
                + "whose numbers are the traces of powers.")
        .checked(
            "The traces of A(t)^k, k = 1..n, on Taylor coefficients to order 3; they determine the "
                + "characteristic polynomial. Eigenvalues are not computed: those of a nilpotent matrix "
                + "scatter like ε^{1/(h+1)}.")
        .atoms(TRACES)
        .cases(Graphs.layered())
        .substance(
            "the flow moves, and rank W ≥ 2",
            graph -> Substance.hasRankTwo(graph) && Substance.moves(graph))
        .given(FORWARD, Graphs.withBackwardEdges(), "1-1")
        .given(NO_SKIPS, Graphs.withSkipConnections(), "1-1-1")
        .given(CORNER_TARGET, Graphs.withDenseTarget(), "1-1");
  }

  @Override
  public Verdict judge(Graph graph, Laboratory laboratory, Answers answers) {
    return judge(
        graph, ExactArithmetic.of(List.of(graph.adjacency(), graph.embedding()), laboratory));
  }

  private static <M> Verdict judge(Graph graph, ExactAlgebra<M> algebra) {
    int n = graph.architecture().nodes();
    JetAlgebra<M> jets = new JetAlgebra<>(algebra, ORDER);
    Jet<M> a = TaylorSeries.of(graph, algebra, ORDER);
    Jet<M> power = a;
    String failing = "";
    // Powers beyond the first that vanishes vanish, too.
    for (int k = 1; k <= n && failing.isEmpty() && !isZero(power, algebra); k++) {
      if (!isZero(jets.trace(power), algebra)) {
        failing = "tr A^" + k + " moves, ";
      }
      power = jets.multiply(power, a);
    }
    return Verdict.of(
        Atom.exact(TRACES, failing.isEmpty(), failing + ExactArithmetic.describe(algebra)));
  }

  private static <M> boolean isZero(Jet<M> jet, ExactAlgebra<M> algebra) {
    return jet.coefficients().stream().allMatch(algebra::isZero);
  }
}
