package deeplinear.theorem;

import deeplinear.landscape.CriticalPoint;
import deeplinear.landscape.SpectralTarget;
import java.util.HashSet;

/** Hypotheses on critical points that several chapters share. */
public final class CriticalPointHypotheses {

  /** At least two null blocks vanish. */
  public static final Hypothesis<CriticalPoint> CRITICAL =
      new Hypothesis<>("at least two null blocks vanish", CriticalPoint::hasTwoVanishingBlocks);

  /** The point is no global minimum. */
  public static final Hypothesis<CriticalPoint> NOT_GLOBAL =
      new Hypothesis<>("not a global minimum", point -> !point.isGlobalMinimum());

  /** Z_i = 0 for all i. */
  public static final Hypothesis<CriticalPoint> NO_NULL_BLOCKS =
      new Hypothesis<>(
          "all null blocks vanish",
          point -> {
            boolean all = true;
            for (int i = 1; i <= point.depth(); i++) {
              all &= point.isNull(i);
            }
            return all;
          });

  /** p = min(d_0, d_h). */
  public static final Hypothesis<CriticalPoint> FULL_RANK =
      new Hypothesis<>("Σ of full rank", point -> isFullRank(point.target()));

  /** No two s_k are equal. */
  public static final Hypothesis<CriticalPoint> DISTINCT =
      new Hypothesis<>(
          "distinct singular values",
          point -> new HashSet<>(point.target().values()).size() == point.target().values().size());

  private CriticalPointHypotheses() {}

  private static boolean isFullRank(SpectralTarget target) {
    return target.rank() == Math.min(target.left().rows(), target.right().rows());
  }
}
