package deeplinear.landscape;

import deeplinear.algebra.RationalAlgebra;
import deeplinear.algebra.RationalMatrix;
import deeplinear.network.Instance;
import deeplinear.network.Weights;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/**
 * The ranks of all paths of the cycle at a critical point, without the part that carries S: r(s, n)
 * for the path of n nodes that starts at node s is rank W_{s+n−1:s+1} − k where it stays among the
 * layers, rank(W_{e:1} Rᵀ W_{h:s+1}) where it goes through arrow 0 up to node e, and 0 for n > h.
 * The string that starts at s and has n nodes occurs r(s, n) − r(s − 1, n + 1) − r(s, n + 1) + r(s
 * − 1, n + 2) times.
 */
final class RankTable {

  private static final RationalAlgebra Q = RationalAlgebra.INSTANCE;

  private final Instance instance;
  private final int learned;
  private final int[][] ranks;

  private RankTable(Instance instance) {
    this.instance = instance;
    Weights<RationalMatrix> w = instance.weights();
    int h = w.depth();
    RationalMatrix endToEnd = w.endToEnd();
    learned = Q.rank(endToEnd);
    List<RationalMatrix> arrows = new ArrayList<>();
    arrows.add(Q.transpose(instance.target().residual(endToEnd)));
    arrows.addAll(w.layers());
    ranks = new int[h + 1][h + 2];
    for (int s = 0; s <= h; s++) {
      ranks[s][1] = instance.architecture().width(s) - learned;
      RationalMatrix path = RationalMatrix.identity(instance.architecture().width(s));
      for (int n = 2; n <= h + 1; n++) {
        path = Q.multiply(arrows.get((s + n - 1) % (h + 1)), path);
        ranks[s][n] = Q.rank(path) - (s + n > h + 1 ? 0 : learned);
        if (n == h + 1 && ranks[s][n] != 0) {
          throw new IllegalArgumentException(
              String.format(
                  Locale.ROOT,
                  "the point is not critical: the path of %d arrows from node %d does not vanish",
                  h,
                  s));
        }
      }
    }
  }

  static RankTable of(Instance instance) {
    if (!instance.isWhitened()) {
      throw new IllegalArgumentException("types are those of points of a whitened target");
    }
    return new RankTable(instance);
  }

  private int rank(int s, int nodes) {
    int h = instance.architecture().depth();
    return nodes > h ? 0 : ranks[Math.floorMod(s, h + 1)][nodes];
  }

  private int multiplicity(int s, int n) {
    return rank(s, n) - rank(s - 1, n + 1) - rank(s, n + 1) + rank(s - 1, n + 2);
  }

  CriticalType type() {
    int h = instance.architecture().depth();
    List<Arc> arcs = new ArrayList<>();
    for (int s = 0; s <= h; s++) {
      for (int n = 1; n <= h; n++) {
        arcs.addAll(Collections.nCopies(multiplicity(s, n), new Arc(s, n)));
      }
    }
    int p = Q.rank(instance.target().matrix());
    return new CriticalType(instance.architecture(), p, learned, arcs);
  }
}
