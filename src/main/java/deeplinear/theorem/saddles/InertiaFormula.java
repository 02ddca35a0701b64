package deeplinear.theorem.saddles;

import deeplinear.algebra.Inertia;
import deeplinear.evidence.Atom;
import deeplinear.evidence.Grade;
import deeplinear.evidence.Verdict;
import deeplinear.landscape.BlockPoint;
import deeplinear.landscape.Hessian;
import deeplinear.network.Architecture;
import deeplinear.theorem.CriticalPointHypotheses;
import deeplinear.theorem.Hypothesis;
import deeplinear.theorem.InstanceHypotheses;
import deeplinear.theorem.Laboratory;
import deeplinear.theorem.Statement;
import deeplinear.theorem.Theorem;
import java.util.List;
import org.apache.commons.math3.fraction.BigFraction;

/** {@code saddles/inertia}. */
public final class InertiaFormula implements Theorem<BlockPoint> {

  @Override
  public Statement statement() {
    return Statement.theorem(
        "saddles/inertia",
        "With q = #{(a, b) : a ∉ S, b ∈ S, s_a > s_b}, k = |S|, p = min(d_0, d_h) and e = (p − k)(d_1 − k) "
            + "at depth 2, else 0, the Hessian has n₋ = q + e and n₊ = k(d_0 + d_h − k) − q + e, in every "
            + "gauge.",
        "The exact inertia of the rational Hessian.",
        Grade.EXACT,
        "WA25",
        "two equal singular values: fewer positive eigenvalues");
  }

  @Override
  public Class<BlockPoint> subject() {
    return BlockPoint.class;
  }

  @Override
  public List<Hypothesis<? super BlockPoint>> hypotheses() {
    return List.of(
        InstanceHypotheses.DEEP,
        CriticalPointHypotheses.NO_NULL_BLOCKS,
        CriticalPointHypotheses.FULL_RANK,
        CriticalPointHypotheses.DISTINCT);
  }

  @Override
  public Verdict check(BlockPoint point, Laboratory laboratory) {
    Inertia predicted = predict(point);
    Inertia inertia = Hessian.inertia(point.instance());
    return Verdict.of(
        Atom.exact(
            "the inertia is as predicted",
            inertia.equals(predicted),
            inertia + " against " + predicted));
  }

  private static Inertia predict(BlockPoint point) {
    Architecture architecture = point.architecture();
    int k = point.learned().size();
    int q = inversions(point);
    int smaller = Math.min(architecture.inputs(), architecture.outputs());
    int e = point.depth() == 2 ? (smaller - k) * (architecture.width(1) - k) : 0;
    int positive = k * (architecture.inputs() + architecture.outputs() - k) - q + e;
    return new Inertia(positive, architecture.weights() - positive - q - e, q + e);
  }

  private static int inversions(BlockPoint point) {
    List<BigFraction> s = point.target().values();
    int count = 0;
    for (int a : point.learned().unlearned(s.size())) {
      for (int b : point.learned().indices()) {
        count += s.get(a - 1).compareTo(s.get(b - 1)) > 0 ? 1 : 0;
      }
    }
    return count;
  }
}
