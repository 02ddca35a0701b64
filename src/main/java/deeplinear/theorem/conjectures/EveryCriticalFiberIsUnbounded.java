package deeplinear.theorem.conjectures;

import deeplinear.algebra.RationalAlgebra;
import deeplinear.algebra.RationalMatrix;
import deeplinear.evidence.Atom;
import deeplinear.evidence.Verdict;
import deeplinear.landscape.BlockPoint;
import deeplinear.network.Instance;
import deeplinear.network.Weights;
import deeplinear.theorem.Hypothesis;
import deeplinear.theorem.InstanceHypotheses;
import deeplinear.theorem.Laboratory;
import deeplinear.theorem.Statement;
import deeplinear.theorem.Theorem;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.commons.math3.fraction.BigFraction;

/**
 * {@code conjectures/every-critical-fiber-is-unbounded}: true for S ≠ ∅, for h ≥ 3 and where Σ is
 * singular on one side; false for h = 2, S = ∅ and invertible Σ, where W_2ᵀ Σ = 0 and Σ W_1ᵀ = 0
 * leave only the origin.
 */
public final class EveryCriticalFiberIsUnbounded implements Theorem<BlockPoint> {

  private static final RationalAlgebra Q = RationalAlgebra.INSTANCE;
  private static final BigFraction FAR = new BigFraction(1 << 20);

  @Override
  public Statement statement() {
    return Statement.falseConjecture(
        "conjectures/every-critical-fiber-is-unbounded",
        "At depth h ≥ 2 the critical points of every learned set form an unbounded set.",
        "A critical point of the same value more than 2^20 away from the origin, in rationals; or the "
            + "proof that only the origin is in the fiber.",
        "smallest witness: S = ∅ in the network 1-1-1");
  }

  @Override
  public Class<BlockPoint> subject() {
    return BlockPoint.class;
  }

  @Override
  public List<Hypothesis<? super BlockPoint>> hypotheses() {
    return List.of(InstanceHypotheses.DEEP);
  }

  @Override
  public Verdict check(BlockPoint point, Laboratory laboratory) {
    Instance distant = distant(point).instance();
    RationalMatrix sigma = point.target().matrix();
    boolean critical =
        laboratory.dynamics().velocity(distant.target(), distant.weights()).layers().stream()
            .allMatch(Q::isZero);
    boolean sameValue =
        distant
            .target()
            .loss(distant.weights())
            .toScalar()
            .equals(point.values().of(point.learned()));
    boolean far = distance(distant.weights()).compareTo(FAR) > 0;
    boolean onlyOrigin =
        point.depth() == 2
            && point.learned().size() == 0
            && Q.rank(sigma) == sigma.rows()
            && Q.rank(sigma) == sigma.columns();
    return Verdict.of(
        Atom.exact(
            "a critical point of the same value is far away",
            critical && sameValue && far && !onlyOrigin,
            onlyOrigin ? "the origin is the only point" : "‖W‖² = " + distance(distant.weights())));
  }

  private static BigFraction distance(Weights<RationalMatrix> weights) {
    return weights.normSquared().toScalar();
  }

  /** A large gauge if something is learned; else one large null block, where one is free. */
  private static BlockPoint distant(BlockPoint point) {
    List<Integer> hidden = point.gauges().stream().map(RationalMatrix::rows).toList();
    BlockPoint plain = BlockPoint.plain(point.target(), point.learned(), hidden);
    if (point.learned().size() > 0) {
      List<RationalMatrix> gauges = new ArrayList<>(plain.gauges());
      gauges.set(0, Q.scale(FAR, gauges.get(0)));
      return new BlockPoint(point.target(), point.learned(), gauges, plain.nullBlocks());
    }
    List<RationalMatrix> blocks = new ArrayList<>(plain.nullBlocks());
    RationalMatrix sigma = point.target().matrix();
    if (point.depth() >= 3) {
      blocks.set(0, large(blocks.get(0), Q.identity(blocks.get(0).columns())));
    } else if (Q.rank(sigma) < sigma.columns()) {
      blocks.set(0, large(blocks.get(0), unlearnable(point.target().rank(), sigma.columns())));
    } else {
      blocks.set(
          1,
          Q.transpose(
              large(Q.transpose(blocks.get(1)), unlearnable(point.target().rank(), sigma.rows()))));
    }
    return plain.withNullBlocks(blocks);
  }

  /**
   * A large multiple of one row pattern: every entry of Z P, where P projects on some coordinates.
   */
  private static RationalMatrix large(RationalMatrix z, RationalMatrix projection) {
    List<BigFraction> ones = Collections.nCopies(z.rows() * z.columns(), FAR);
    return Q.multiply(RationalMatrix.of(z.rows(), z.columns(), ones), projection);
  }

  /** The projection on the coordinates after the first {@code rank} ones. */
  private static RationalMatrix unlearnable(int rank, int width) {
    List<BigFraction> diagonal = new ArrayList<>(Collections.nCopies(width, BigFraction.ONE));
    Collections.fill(diagonal.subList(0, rank), BigFraction.ZERO);
    return RationalMatrix.diagonal(width, width, diagonal);
  }
}
