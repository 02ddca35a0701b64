package deeplinear.landscape;

import java.util.Comparator;
import java.util.Locale;

/**
 * Consecutive nodes of the cycle 0 → 1 → … → h → 0, on which arrow i (1 ≤ i ≤ h) is the layer W_i
 * from node i − 1 to node i, and arrow 0 is Rᵀ from node h to node 0.
 *
 * @param start the first node
 * @param nodes how many nodes there are
 */
public record Arc(int start, int nodes) implements Comparable<Arc> {

  private static final Comparator<Arc> ORDER =
      Comparator.comparingInt(Arc::start).thenComparingInt(Arc::nodes);

  /**
   * Checks the signs.
   *
   * @throws IllegalArgumentException if the start is negative or there is no node
   */
  public Arc {
    if (start < 0 || nodes < 1) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "an arc has a start ≥ 0 and at least one node, unlike (%d, %d)",
              start,
              nodes));
    }
  }

  /** The path from one node to another, around the cycle 0..h where the second is not larger. */
  static Arc between(int from, int to, int depth) {
    return new Arc(from, Math.floorMod(to - from, depth + 1) + 1);
  }

  /** The last node on the cycle 0..h. */
  public int end(int depth) {
    return (start + nodes - 1) % (depth + 1);
  }

  /** Whether a path, an arc itself, lies in this arc of the cycle 0..h. */
  public boolean contains(Arc path, int depth) {
    return Math.floorMod(path.start - start, depth + 1) + path.nodes <= nodes;
  }

  /** Whether a node of the cycle 0..h lies in this arc. */
  public boolean contains(int node, int depth) {
    return contains(new Arc(node, 1), depth);
  }

  /** Whether arrow 0, from node h to node 0, lies in this arc. */
  public boolean isClosing(int depth) {
    return start + nodes > depth + 1;
  }

  @Override
  public int compareTo(Arc other) {
    return ORDER.compare(this, other);
  }

  /** The nodes from the first to the last as {@code start+length}, for example {@code 2+3}. */
  @Override
  public String toString() {
    return start + "+" + nodes;
  }
}
