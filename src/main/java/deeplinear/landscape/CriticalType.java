package deeplinear.landscape;

import deeplinear.algebra.RationalMatrix;
import deeplinear.network.Architecture;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.apache.commons.math3.fraction.BigFraction;

/**
 * The type of a critical point. Read W_1, …, W_h and Rᵀ as arrows of the cycle of {@link Arc}. A
 * critical point with learned set S, k = |S|, is a direct sum of k chains 0 → 1 → … → h that carry
 * S and of <em>strings</em>: arcs of at most h nodes, every arrow of which is an isomorphism of
 * lines. Exactly d_i − k strings hold node i, and exactly p − k hold arrow 0. The type is the
 * multiset of strings; it is decided by ranks of products. Source: [WA25].
 *
 * @param architecture d_0, …, d_h
 * @param rank p, the rank of Σ
 * @param learned k
 * @param arcs the strings in ascending order
 */
public record CriticalType(Architecture architecture, int rank, int learned, List<Arc> arcs) {

  /**
   * Sorts the strings and counts them at every node.
   *
   * @throws IllegalArgumentException if a string has more than h nodes or starts outside the cycle,
   *     or their number at a node or through arrow 0 is wrong
   */
  public CriticalType {
    arcs = arcs.stream().sorted().toList();
    int h = architecture.depth();
    for (Arc arc : arcs) {
      if (arc.start() > h || arc.nodes() > h) {
        throw new IllegalArgumentException(
            String.format(
                Locale.ROOT, "at depth %d no string of a critical point is the arc %s", h, arc));
      }
    }
    for (int i = 0; i <= h; i++) {
      int node = i;
      require(
          arcs.stream().filter(arc -> arc.contains(node, h)).count(),
          architecture.width(i) - learned,
          "hold node " + i);
    }
    require(arcs.stream().filter(arc -> arc.isClosing(h)).count(), rank - learned, "hold arrow 0");
  }

  private static void require(long count, int expected, String what) {
    if (count != expected) {
      throw new IllegalArgumentException(
          String.format(Locale.ROOT, "%d strings must %s, but %d do", expected, what, count));
    }
  }

  /** The type without layers: every string is a single node, or the arrow 0 alone. */
  public static CriticalType plain(Architecture architecture, int rank, int learned) {
    int h = architecture.depth();
    List<Arc> arcs = new ArrayList<>(Collections.nCopies(rank - learned, new Arc(h, 2)));
    for (int i = 0; i <= h; i++) {
      int closing = i == 0 || i == h ? rank - learned : 0;
      arcs.addAll(Collections.nCopies(architecture.width(i) - learned - closing, new Arc(i, 1)));
    }
    return new CriticalType(architecture, rank, learned, arcs);
  }

  /** How many strings are this arc. */
  public int multiplicity(Arc arc) {
    return Collections.frequency(arcs, arc);
  }

  /** Whether every string is a single node, or the arrow 0 alone. */
  public boolean isPlain() {
    return equals(plain(architecture, rank, learned));
  }

  /**
   * A point of this type in the simplest gauge: W_i maps singular vector to singular vector, or a
   * unit of the standard basis to another.
   *
   * @throws IllegalArgumentException if target or learned set are not those of the type
   */
  public BlockPoint realize(SpectralTarget target, LearnedSet set) {
    if (target.rank() != rank || set.size() != learned) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "a type of rank %d with %d learned modes is not one of rank %d with %d",
              rank,
              learned,
              target.rank(),
              set.size()));
    }
    List<List<Integer>> places = places();
    int h = architecture.depth();
    List<RationalMatrix> blocks = new ArrayList<>();
    for (int i = 1; i <= h; i++) {
      blocks.add(block(places.get(i), places.get(i - 1), i));
    }
    List<RationalMatrix> gauges =
        architecture.widths().subList(1, h).stream().map(RationalMatrix::identity).toList();
    return new BlockPoint(target, set, gauges, blocks);
  }

  /** For each node the numbers of its strings, those through arrow 0 first at nodes 0 and h. */
  private List<List<Integer>> places() {
    int h = architecture.depth();
    List<List<Integer>> places = new ArrayList<>();
    for (int i = 0; i <= h; i++) {
      List<Integer> closing = new ArrayList<>();
      List<Integer> others = new ArrayList<>();
      for (int n = 0; n < arcs.size(); n++) {
        if (arcs.get(n).contains(i, h)) {
          (arcs.get(n).isClosing(h) ? closing : others).add(n);
        }
      }
      closing.addAll(others);
      places.add(closing);
    }
    return places;
  }

  private RationalMatrix block(List<Integer> above, List<Integer> below, int i) {
    int h = architecture.depth();
    BigFraction[] entries = new BigFraction[above.size() * below.size()];
    for (int r = 0; r < above.size(); r++) {
      for (int c = 0; c < below.size(); c++) {
        boolean joined =
            above.get(r).equals(below.get(c))
                && arcs.get(above.get(r)).contains(new Arc(i - 1, 2), h);
        entries[r * below.size() + c] = joined ? BigFraction.ONE : BigFraction.ZERO;
      }
    }
    return RationalMatrix.of(above.size(), below.size(), List.of(entries));
  }

  /** The architecture, the rank, the number of learned modes and the strings. */
  @Override
  public String toString() {
    return String.format(
        Locale.ROOT, "%s, p = %d, k = %d, strings %s", architecture, rank, learned, arcs);
  }
}
