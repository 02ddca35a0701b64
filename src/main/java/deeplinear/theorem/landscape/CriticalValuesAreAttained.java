package deeplinear.theorem.landscape;

import static org.apache.commons.math3.fraction.BigFraction.ONE_HALF;
import static org.apache.commons.math3.fraction.BigFraction.ZERO;

import deeplinear.algebra.RationalAlgebra;
import deeplinear.algebra.RationalMatrix;
import deeplinear.evidence.Atom;
import deeplinear.evidence.Grade;
import deeplinear.evidence.Verdict;
import deeplinear.landscape.BlockPoint;
import deeplinear.landscape.CriticalValues;
import deeplinear.landscape.LearnedSet;
import deeplinear.network.Instance;
import deeplinear.theorem.CriticalPointHypotheses;
import deeplinear.theorem.Hypothesis;
import deeplinear.theorem.InstanceHypotheses;
import deeplinear.theorem.Laboratory;
import deeplinear.theorem.Statement;
import deeplinear.theorem.Theorem;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.commons.math3.fraction.BigFraction;
import org.apache.commons.math3.util.CombinatoricsUtils;

/** {@code landscape/critical-values}. */
public final class CriticalValuesAreAttained implements Theorem<BlockPoint> {

  private static final RationalAlgebra Q = RationalAlgebra.INSTANCE;

  @Override
  public Statement statement() {
    return Statement.theorem(
        "landscape/critical-values",
        "The critical values are exactly ½ Σ_{k∉S} s_k² over the learned sets S ⊆ {1..p} with |S| ≤ ρ, "
            + "and every S occurs.",
        "∇L, R Wᵀ, Wᵀ R and L in rationals, at the given point and at one point for each S; their "
            + "number against Σ_{k≤ρ} C(p, k). That no other value occurs is left to "
            + "lyapunov/limit-loss-is-critical-value.",
        Grade.EXACT,
        "BH89 WA25",
        "depth 1: only S = {1..p} is critical");
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
    int p = point.target().rank();
    int largest = Math.min(p, point.architecture().bottleneck());
    List<BlockPoint> all =
        LearnedSet.all(p, largest).map(set -> withLearned(point, set)).toList();
    List<BlockPoint> failing =
        all.stream().filter(other -> !isCritical(other, laboratory)).toList();
    long count = 0;
    for (int k = 0; k <= largest; k++) {
      count += CombinatoricsUtils.binomialCoefficient(p, k);
    }
    Set<BigFraction> attained =
        all.stream().map(CriticalValuesAreAttained::loss).collect(Collectors.toSet());
    Set<BigFraction> predicted =
        Set.copyOf(new CriticalValues(point.target().values(), largest).all());
    return Verdict.of(
        Atom.exact(
            "the point is critical, with L = ½ Σ_{k∉S} s_k²",
            isCritical(point, laboratory) && loss(point).equals(half(point)),
            "S = " + point.learned()),
        Atom.exact(
            "a point is critical for every S",
            failing.isEmpty() && all.size() == count,
            failing.stream().map(other -> "not for S = " + other.learned()).findFirst().orElse("")),
        Atom.exact(
            "their losses are the critical values",
            attained.equals(predicted) && all.stream().allMatch(o -> loss(o).equals(half(o))),
            predicted.size() + " values of " + all.size() + " learned sets"));
  }

  /** A point without null blocks in the same architecture, target and gauges. */
  private static BlockPoint withLearned(BlockPoint point, LearnedSet learned) {
    List<Integer> hidden = point.gauges().stream().map(RationalMatrix::rows).toList();
    BlockPoint plain = BlockPoint.plain(point.target(), learned, hidden);
    return new BlockPoint(point.target(), learned, point.gauges(), plain.nullBlocks());
  }

  private static boolean isCritical(BlockPoint point, Laboratory laboratory) {
    Instance instance = point.instance();
    RationalMatrix w = instance.weights().endToEnd();
    RationalMatrix residual = instance.target().residual(w);
    return laboratory.dynamics().velocity(instance.target(), instance.weights()).layers().stream()
            .allMatch(Q::isZero)
        && Q.isZero(Q.multiply(residual, Q.transpose(w)))
        && Q.isZero(Q.multiply(Q.transpose(w), residual))
        && Q.rank(w) == point.learned().size();
  }

  private static BigFraction loss(BlockPoint point) {
    Instance instance = point.instance();
    return instance.target().loss(instance.weights()).toScalar();
  }

  /** ½ Σ_{k∉S} s_k², term by term. */
  private static BigFraction half(BlockPoint point) {
    BigFraction sum = ZERO;
    for (int k = 1; k <= point.target().rank(); k++) {
      BigFraction s = point.target().values().get(k - 1);
      sum = point.learned().contains(k) ? sum : sum.add(s.multiply(s));
    }
    return sum.multiply(ONE_HALF);
  }
}
