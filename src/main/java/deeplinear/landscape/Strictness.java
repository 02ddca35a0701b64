package deeplinear.landscape;

import deeplinear.algebra.RationalAlgebra;
import deeplinear.algebra.RationalMatrix;
import deeplinear.network.Weights;

/**
 * The kind of a critical point by ranks alone. A pivot (i, j), i &gt; j, has the blocks M =
 * W_{i−1:j+1} and O = W_{j−1:1} Σᵀ W_{h:i+1}, and is tightened if one of them has the rank of W. A
 * critical point whose learned set is top but too small is a strict saddle iff some pivot is not
 * tightened. Source: [AMG24].
 */
public enum Strictness {
  /** The criterion: rank M = r or rank O = r. */
  BY_BOTH_BLOCKS(true),
  /** The criterion without O, which is wrong: it calls the origin at depth 3 strict. */
  BY_MIDDLE_BLOCK(false);

  private static final RationalAlgebra Q = RationalAlgebra.INSTANCE;

  private final boolean askOuter;

  Strictness(boolean askOuter) {
    this.askOuter = askOuter;
  }

  /** The kind of a critical point. */
  public PointKind classify(BlockPoint point) {
    if (point.isGlobalMinimum()) {
      return PointKind.GLOBAL_MINIMUM;
    }
    if (!point.learned().isTop(point.target().values())) {
      return PointKind.STRICT_SADDLE;
    }
    return allPivotsTightened(point) ? PointKind.NON_STRICT_SADDLE : PointKind.STRICT_SADDLE;
  }

  private boolean allPivotsTightened(BlockPoint point) {
    Weights<RationalMatrix> w = point.weights();
    RationalMatrix transposedTarget = Q.transpose(point.target().matrix());
    int h = w.depth();
    int r = Q.rank(w.endToEnd());
    for (int i = 2; i <= h; i++) {
      for (int j = 1; j < i; j++) {
        RationalMatrix middle = w.product(i - 1, j + 1);
        RationalMatrix outer =
            Q.multiply(Q.multiply(w.product(j - 1, 1), transposedTarget), w.product(h, i + 1));
        boolean tightened = Q.rank(middle) == r || (askOuter && Q.rank(outer) == r);
        if (!tightened) {
          return false;
        }
      }
    }
    return true;
  }
}
