package deeplinear.theorem.saddles;

import deeplinear.algebra.Inertia;
import deeplinear.evidence.Atom;
import deeplinear.evidence.Grade;
import deeplinear.evidence.Verdict;
import deeplinear.landscape.BlockPoint;
import deeplinear.landscape.Hessian;
import deeplinear.landscape.PointKind;
import deeplinear.landscape.Strictness;
import deeplinear.network.Instance;
import deeplinear.theorem.CriticalPointHypotheses;
import deeplinear.theorem.Hypothesis;
import deeplinear.theorem.InstanceHypotheses;
import deeplinear.theorem.Laboratory;
import deeplinear.theorem.Statement;
import deeplinear.theorem.Theorem;
import java.util.List;

/**
 * {@code saddles/strictness}.
 *
 * @param criterion the criterion that is tested
 */
public record StrictnessByPivots(Strictness criterion) implements Theorem<BlockPoint> {

  /** The theorem, with the criterion by both blocks. */
  public StrictnessByPivots() {
    this(Strictness.BY_BOTH_BLOCKS);
  }

  @Override
  public Statement statement() {
    return Statement.theorem(
        "saddles/strictness",
        "A critical point is a global minimum iff S is top and |S| = ρ; else it is a strict saddle iff "
            + "S is not top or some pivot is not tightened, and a non-strict saddle otherwise.",
        "The type by ranks against the exact inertia of the Hessian and the exact loss.",
        Grade.EXACT,
        "AMG24",
        "the criterion by the block M alone: the origin at depth 3 is misclassified");
  }

  @Override
  public Class<BlockPoint> subject() {
    return BlockPoint.class;
  }

  @Override
  public List<Hypothesis<? super BlockPoint>> hypotheses() {
    return List.of(InstanceHypotheses.DEEP, CriticalPointHypotheses.CRITICAL);
  }

  @Override
  public Verdict check(BlockPoint point, Laboratory laboratory) {
    Instance instance = point.instance();
    PointKind type = criterion.classify(point);
    Inertia inertia = Hessian.inertia(instance);
    boolean minimal =
        instance.target().loss(instance.weights()).toScalar().equals(point.values().minimum());
    return Verdict.of(
        Atom.exact(
            "the Hessian has a negative eigenvalue iff the saddle is strict",
            inertia.negative() > 0 == (type == PointKind.STRICT_SADDLE),
            type + ", " + inertia),
        Atom.exact(
            "the loss is minimal iff the point is a global minimum",
            minimal == (type == PointKind.GLOBAL_MINIMUM),
            type + ", S = " + point.learned()));
  }
}
