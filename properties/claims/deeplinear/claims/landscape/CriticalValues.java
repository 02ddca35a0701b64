package deeplinear.claims.landscape;

import static deeplinear.claim.Hypotheses.CRITICAL;
import static deeplinear.claim.Hypotheses.DEEP;
import static org.apache.commons.math3.fraction.BigFraction.ONE_HALF;
import static org.apache.commons.math3.fraction.BigFraction.ZERO;

import com.google.auto.service.AutoService;
import deeplinear.algebra.RationalAlgebra;
import deeplinear.algebra.Rationals;
import deeplinear.claim.Answers;
import deeplinear.claim.Claim;
import deeplinear.claim.Laboratory;
import deeplinear.claim.Registered;
import deeplinear.claim.Sheet;
import deeplinear.evidence.Atom;
import deeplinear.evidence.Grade;
import deeplinear.evidence.Verdict;
import deeplinear.landscape.BlockPoint;
import deeplinear.landscape.LearnedSet;
import deeplinear.network.Instance;
import deeplinear.sample.CriticalPoints;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.commons.math3.fraction.BigFraction;
import org.apache.commons.math3.util.CombinatoricsUtils;

/**
 * The loss at critical points is what is left unlearned.
 *
 * @param power of the singular values; 2 in the claim
 * @param surplus added to the largest number of learned modes; 0 in the claim
 */
@AutoService(Registered.class)
public record CriticalValues(int power, int surplus) implements Claim<BlockPoint> {

  private static final RationalAlgebra Q = RationalAlgebra.INSTANCE;

  /** Of larger p not every learned set is tried. */
  private static final int MOST_MODES = 6;

  private static final String POINT = "∇L = 0 and L = ½ Σ_{k∉S} s_k² at the point";
  private static final String EVERY = "a point is critical for every S, and they are Σ C(p, k)";
  private static final String VALUES = "their losses are the critical values";

  /** The claim. */
  public CriticalValues() {
    this(2, 0);
  }

  @Override
  public Sheet<BlockPoint> sheet() {
    return Sheet.theorem(
            BlockPoint.class,
            "The critical values are exactly ½ Σ_{k∉S} s_k² over the learned sets S ⊆ {1..p} with "
                + "|S| ≤ ρ, and every S occurs.",
            "BH89 WA25",
            Grade.EXACT)
        .why(
            "The residual and the end-to-end map share no singular vector, so the loss is half the "
                + "squared norm of what is missing: the plateaus of learning curves.")
        .checked(
            "∇L and L in rationals, at the given point of any type and, for p ≤ 6, at one point for "
                + "each S in its gauge; their number against Σ_{k≤ρ} C(p, k). That no other value occurs "
                + "is what landscape/critical-map says.")
        .atoms(POINT, EVERY, VALUES)
        .cases(CriticalPoints.any())
        .substance("ρ ≥ 2", point -> point.values().largest() >= 2)
        .given(DEEP, CriticalPoints.depthOneFitted(), "1-1")
        .given(CRITICAL, CriticalPoints.notCritical(), "1-1-1")
        .neighbor("the sum of the unlearned values, not of their squares", new CriticalValues(1, 0))
        .neighbor("one mode more than ρ", new CriticalValues(2, 1));
  }

  @Override
  public Verdict judge(BlockPoint point, Laboratory laboratory, Answers answers) {
    Atom atom =
        Atom.exact(
            POINT,
            isCritical(point, laboratory) && loss(point).equals(half(point)),
            "S = " + point.learned() + ", L = " + Rationals.toDouble(loss(point)));
    int p = point.target().rank();
    if (p > MOST_MODES) {
      return Verdict.of(atom);
    }
    int largest = Math.min(p, point.architecture().bottleneck());
    List<BlockPoint> all = LearnedSet.all(p, largest).map(set -> withLearned(point, set)).toList();
    List<BlockPoint> failing =
        all.stream().filter(other -> !isCritical(other, laboratory)).toList();
    long count = 0;
    for (int k = 0; k <= Math.min(p, largest + surplus); k++) {
      count += CombinatoricsUtils.binomialCoefficient(p, k);
    }
    Set<BigFraction> attained = all.stream().map(CriticalValues::loss).collect(Collectors.toSet());
    Set<BigFraction> predicted =
        Set.copyOf(new deeplinear.landscape.CriticalValues(point.target().values(), largest).all());
    return Verdict.of(
        atom,
        Atom.exact(
            EVERY,
            failing.size() + (double) Math.abs(all.size() - count),
            failing.stream().map(other -> "not for S = " + other.learned()).findFirst().orElse("")),
        Atom.exact(
            VALUES,
            attained.equals(predicted) && all.stream().allMatch(o -> loss(o).equals(half(o))),
            predicted.size() + " values of " + all.size() + " learned sets"));
  }

  /** A point without null blocks in the same architecture, target and gauges. */
  private static BlockPoint withLearned(BlockPoint point, LearnedSet learned) {
    List<Integer> hidden = point.gauges().stream().map(g -> g.rows()).toList();
    return BlockPoint.plain(point.target(), learned, hidden).withGauges(point.gauges());
  }

  private static boolean isCritical(BlockPoint point, Laboratory laboratory) {
    Instance instance = point.instance();
    return laboratory.law().velocity(instance.target(), instance.weights()).layers().stream()
            .allMatch(Q::isZero)
        && Q.rank(instance.weights().endToEnd()) == point.learned().size();
  }

  private static BigFraction loss(BlockPoint point) {
    Instance instance = point.instance();
    return instance.target().loss(instance.weights()).toScalar();
  }

  /** ½ Σ_{k∉S} s_k², term by term. */
  private BigFraction half(BlockPoint point) {
    BigFraction sum = ZERO;
    for (int k = 1; k <= point.target().rank(); k++) {
      BigFraction s = point.target().values().get(k - 1);
      sum = point.learned().contains(k) ? sum : sum.add(s.pow(power));
    }
    return sum.multiply(ONE_HALF);
  }
}
