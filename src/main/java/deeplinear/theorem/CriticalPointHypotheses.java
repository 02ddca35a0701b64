package deeplinear.theorem;

import deeplinear.landscape.BlockPoint;
import deeplinear.landscape.SpectralTarget;
import java.util.HashSet;

/** Hypotheses on critical points that several chapters share. */
public final class CriticalPointHypotheses {

  /** ∇L = 0, and S is what W has learned. */
  public static final Hypothesis<BlockPoint> CRITICAL =
      new Hypothesis<>("critical", BlockPoint::isCritical);

  /** The point is no global minimum. */
  public static final Hypothesis<BlockPoint> NOT_GLOBAL =
      new Hypothesis<>("not a global minimum", point -> !point.isGlobalMinimum());

  /** Z_i = 0 for all i. */
  public static final Hypothesis<BlockPoint> NO_NULL_BLOCKS =
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
  public static final Hypothesis<BlockPoint> FULL_RANK =
      new Hypothesis<>("Σ of full rank", point -> isFullRank(point.target()));

  /** No two s_k are equal. */
  public static final Hypothesis<BlockPoint> DISTINCT =
      new Hypothesis<>(
          "distinct singular values",
          point -> new HashSet<>(point.target().values()).size() == point.target().values().size());

  private CriticalPointHypotheses() {}

  private static boolean isFullRank(SpectralTarget target) {
    return target.rank() == Math.min(target.left().rows(), target.right().rows());
  }
}
