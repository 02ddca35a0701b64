package deeplinear.landscape;

import deeplinear.algebra.Inertia;
import deeplinear.network.Architecture;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.math3.fraction.BigFraction;

/**
 * The inertia of the Hessian at a critical point of any type, counted without computing an
 * eigenvalue: n₋ = q + N and n₊ = k(d_0 + d_h − k) − q − τ + N + J, where q and τ are the numbers
 * of pairs a ∉ S, b ∈ S with s_a &gt; s_b and with s_a = s_b. Two strings A, B are linked if for
 * some layers i ≠ j the path from node i to node j − 1 lies in A and the path from j to i − 1 in B.
 * N is the number of linked pairs; J that of ordered pairs (A, B), A = B allowed, that are not
 * linked and of which, for some layer j, A holds 0, …, j − 1 and B holds j, …, h. Source: [WA25].
 */
public final class PredictedInertia {

  private PredictedInertia() {}

  /**
   * The inertia at a critical point of depth h ≥ 2.
   *
   * @throws IllegalArgumentException if the point is not critical with learned set S
   */
  public static Inertia of(BlockPoint point) {
    return of(point.type(), point.target().values(), point.learned());
  }

  /** The inertia at every critical point of a type, for singular values s and learned set S. */
  public static Inertia of(CriticalType type, List<BigFraction> values, LearnedSet learned) {
    Architecture architecture = type.architecture();
    int k = learned.size();
    int q = pairs(values, learned, 1);
    int ties = pairs(values, learned, 0);
    int linked = linkedPairs(type);
    int joined = joinedPairs(type);
    int negative = q + linked;
    int positive =
        k * (architecture.inputs() + architecture.outputs() - k) - q - ties + linked + joined;
    return new Inertia(positive, architecture.weights() - positive - negative, negative);
  }

  /** #{a ∉ S, b ∈ S : s_a against s_b compares as asked}. */
  private static int pairs(List<BigFraction> s, LearnedSet learned, int comparison) {
    int count = 0;
    for (int a : learned.unlearned(s.size())) {
      for (int b : learned.indices()) {
        count += s.get(a - 1).compareTo(s.get(b - 1)) == comparison ? 1 : 0;
      }
    }
    return count;
  }

  /** N. */
  private static int linkedPairs(CriticalType type) {
    int h = type.architecture().depth();
    Map<Arc, Integer> counts = counts(type);
    List<Arc> arcs = new ArrayList<>(counts.keySet());
    int pairs = 0;
    for (int m = 0; m < arcs.size(); m++) {
      for (int n = m + 1; n < arcs.size(); n++) {
        if (areLinked(arcs.get(m), arcs.get(n), h)) {
          pairs += counts.getOrDefault(arcs.get(m), 0) * counts.getOrDefault(arcs.get(n), 0);
        }
      }
    }
    return pairs;
  }

  /** J. */
  private static int joinedPairs(CriticalType type) {
    int h = type.architecture().depth();
    Map<Arc, Integer> counts = counts(type);
    int pairs = 0;
    for (Map.Entry<Arc, Integer> a : counts.entrySet()) {
      for (Map.Entry<Arc, Integer> b : counts.entrySet()) {
        if (areJoined(a.getKey(), b.getKey(), h) && !areLinked(a.getKey(), b.getKey(), h)) {
          pairs += a.getValue() * b.getValue();
        }
      }
    }
    return pairs;
  }

  private static Map<Arc, Integer> counts(CriticalType type) {
    Map<Arc, Integer> counts = new TreeMap<>();
    type.arcs().forEach(arc -> counts.merge(arc, 1, Integer::sum));
    return counts;
  }

  /** Whether two strings are linked; no string is linked with one of the same arc. */
  static boolean areLinked(Arc a, Arc b, int h) {
    for (int i = 1; i <= h; i++) {
      for (int j = 1; j <= h; j++) {
        if (i != j
            && a.contains(Arc.between(i, j - 1, h), h)
            && b.contains(Arc.between(j, i - 1, h), h)) {
          return true;
        }
      }
    }
    return false;
  }

  /** Whether A holds 0, …, j − 1 and B holds j, …, h for some layer j. */
  private static boolean areJoined(Arc a, Arc b, int h) {
    for (int j = 1; j <= h; j++) {
      if (a.contains(Arc.between(0, j - 1, h), h) && b.contains(Arc.between(j, h, h), h)) {
        return true;
      }
    }
    return false;
  }
}
