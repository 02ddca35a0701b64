package deeplinear.theorem.conjectures;

import deeplinear.algebra.Inertia;
import deeplinear.evidence.Atom;
import deeplinear.evidence.Verdict;
import deeplinear.landscape.BlockPoint;
import deeplinear.landscape.Hessian;
import deeplinear.theorem.CriticalPointHypotheses;
import deeplinear.theorem.Hypothesis;
import deeplinear.theorem.InstanceHypotheses;
import deeplinear.theorem.Laboratory;
import deeplinear.theorem.Statement;
import deeplinear.theorem.Theorem;
import java.util.List;

/** {@code conjectures/all-saddles-are-strict}: true at depth 2, false from depth 3 on. */
public final class AllSaddlesAreStrict implements Theorem<BlockPoint> {

  @Override
  public Statement statement() {
    return Statement.falseConjecture(
        "conjectures/all-saddles-are-strict",
        "At every critical point that is not a global minimum the Hessian has a negative eigenvalue.",
        "The exact inertia of the Hessian.",
        "smallest witness: the origin of the network 1-1-1-1");
  }

  @Override
  public Class<BlockPoint> subject() {
    return BlockPoint.class;
  }

  @Override
  public List<Hypothesis<? super BlockPoint>> hypotheses() {
    return List.of(
        InstanceHypotheses.DEEP,
        CriticalPointHypotheses.CRITICAL,
        CriticalPointHypotheses.NOT_GLOBAL);
  }

  @Override
  public Verdict check(BlockPoint point, Laboratory laboratory) {
    Inertia inertia = Hessian.inertia(point.instance());
    return Verdict.of(
        Atom.exact("n₋ > 0", inertia.negative() > 0, inertia + ", S = " + point.learned()));
  }
}
