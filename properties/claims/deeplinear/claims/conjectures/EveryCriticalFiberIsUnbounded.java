package deeplinear.claims.conjectures;

import static deeplinear.claim.Hypotheses.CRITICAL;
import static deeplinear.claim.Hypotheses.DEEP;

import com.google.auto.service.AutoService;
import deeplinear.algebra.RationalAlgebra;
import deeplinear.algebra.RationalMatrix;
import deeplinear.claim.Answers;
import deeplinear.claim.Claim;
import deeplinear.claim.Laboratory;
import deeplinear.claim.Registered;
import deeplinear.claim.Sheet;
import deeplinear.evidence.Atom;
import deeplinear.evidence.Grade;
import deeplinear.evidence.Verdict;
import deeplinear.landscape.BlockPoint;
import deeplinear.network.Instance;
import deeplinear.sample.CriticalPoints;
import deeplinear.sample.Source;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.apache.commons.math3.fraction.BigFraction;

/**
 * True for S ≠ ∅, for h ≥ 3 and where Σ is singular on one side; false for h = 2, S = ∅ and
 * invertible Σ, where W_2ᵀ Σ = 0 and Σ W_1ᵀ = 0 leave only the origin.
 */
@AutoService(Registered.class)
public final class EveryCriticalFiberIsUnbounded implements Claim<BlockPoint> {

  private static final RationalAlgebra Q = RationalAlgebra.INSTANCE;
  private static final BigFraction FAR = new BigFraction(1 << 20);
  private static final String DISTANT = "a critical point of the same value is far away";

  @Override
  public Sheet<BlockPoint> sheet() {
    return Sheet.falseConjecture(
            BlockPoint.class,
            "At depth h ≥ 2 the critical points of every learned set form an unbounded set.",
            "WA25",
            Grade.EXACT,
            "1-1-1")
        .why(
            "Gauges are unbounded, and so are most fibers. A learned mode, a third layer, or a target "
                + "that is singular on one side repairs it.")
        .checked(
            "A critical point of the same value more than 2^20 away from the origin, in rationals; or, "
                + "at depth 2 with nothing learned, the ranks by which W_2ᵀΣ = 0 and ΣW_1ᵀ = 0 have no "
                + "solution but the origin.")
        .atoms(DISTANT)
        .cases(
            Source.of("any", 1, CriticalPoints.any().mixed())
                .and("shallow-origin", 1, CriticalPoints.shallowOrigin()))
        .substance(
            "depth 2 or something learned",
            point -> point.depth() == 2 || point.learned().size() > 0)
        .givenInseparable(
            DEEP, "a single layer has one critical point or, with Σ singular, one map")
        .givenInseparable(CRITICAL, "the fiber is made of critical points");
  }

  @Override
  public Verdict judge(BlockPoint point, Laboratory laboratory, Answers answers) {
    Optional<BlockPoint> candidate = distant(point);
    if (candidate.isEmpty()) {
      RationalMatrix sigma = point.target().matrix();
      int kernels = Q.kernel(Q.transpose(sigma)).columns() + Q.kernel(sigma).columns();
      return Verdict.of(
          Atom.exact(
              DISTANT,
              kernels > 0,
              "ker Σ = 0 and ker Σᵀ = 0, so W_1 = 0 and W_2 = 0 in the fiber"));
    }
    Instance far = candidate.get().instance();
    boolean critical =
        laboratory.law().velocity(far.target(), far.weights()).layers().stream()
            .allMatch(Q::isZero);
    BigFraction value = far.target().loss(far.weights()).toScalar();
    boolean sameValue = value.equals(point.values().of(point.learned()));
    BigFraction distance = far.weights().normSquared().toScalar();
    return Verdict.of(
        Atom.exact(
            DISTANT, critical && sameValue && distance.compareTo(FAR) > 0, "‖W‖² = " + distance));
  }

  /** A large gauge if something is learned; else one large null block, where one is free. */
  private static Optional<BlockPoint> distant(BlockPoint point) {
    List<Integer> hidden = point.gauges().stream().map(RationalMatrix::rows).toList();
    BlockPoint plain = BlockPoint.plain(point.target(), point.learned(), hidden);
    if (point.learned().size() > 0) {
      List<RationalMatrix> gauges = new ArrayList<>(plain.gauges());
      gauges.set(0, Q.scale(FAR, gauges.get(0)));
      return Optional.of(plain.withGauges(gauges));
    }
    List<RationalMatrix> blocks = new ArrayList<>(plain.nullBlocks());
    RationalMatrix sigma = point.target().matrix();
    int p = point.target().rank();
    if (point.depth() >= 3) {
      blocks.set(0, large(blocks.get(0), Q.identity(blocks.get(0).columns())));
    } else if (p < sigma.columns()) {
      blocks.set(0, large(blocks.get(0), unlearnable(p, sigma.columns())));
    } else if (p < sigma.rows()) {
      blocks.set(1, Q.transpose(large(Q.transpose(blocks.get(1)), unlearnable(p, sigma.rows()))));
    } else {
      return Optional.empty();
    }
    return Optional.of(plain.withNullBlocks(blocks));
  }

  /**
   * A large multiple of one row pattern: every entry of Z P, where P projects on some coordinates.
   */
  private static RationalMatrix large(RationalMatrix z, RationalMatrix projection) {
    List<BigFraction> far = Collections.nCopies(z.rows() * z.columns(), FAR);
    return Q.multiply(RationalMatrix.of(z.rows(), z.columns(), far), projection);
  }

  /** The projection on the coordinates after the first {@code rank} ones. */
  private static RationalMatrix unlearnable(int rank, int width) {
    List<BigFraction> diagonal = new ArrayList<>(Collections.nCopies(width, BigFraction.ONE));
    Collections.fill(diagonal.subList(0, rank), BigFraction.ZERO);
    return RationalMatrix.diagonal(width, width, diagonal);
  }
}
