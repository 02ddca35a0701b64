package deeplinear.sample;

import deeplinear.landscape.Arc;
import deeplinear.landscape.CriticalType;
import deeplinear.network.Architecture;
import java.util.ArrayList;
import java.util.List;

/**
 * Random types of critical points, without listing all of them. Every type has a positive chance.
 */
final class TypeDraw {

  /** A string goes on with a chance of so many quarters; each type has its own. */
  private static final Integer[] QUARTERS = {1, 2, 3};

  private final Draw draw;
  private final int quarters;
  private final int depth;
  private final int[] free;
  private final List<Arc> arcs = new ArrayList<>();

  private TypeDraw(Draw draw, Architecture architecture, int learned) {
    this.draw = draw;
    this.quarters = draw.oneOf(QUARTERS);
    this.depth = architecture.depth();
    this.free = architecture.widths().stream().mapToInt(d -> d - learned).toArray();
  }

  /** A type with p singular values of which k are learned. */
  static CriticalType next(Draw draw, Architecture architecture, int p, int k) {
    TypeDraw types = new TypeDraw(draw, architecture, k);
    for (int n = 0; n < p - k; n++) {
      types.close();
    }
    types.layers();
    return new CriticalType(architecture, p, k, types.arcs);
  }

  /** A string through arrow 0, from node {@code first} around to node {@code last}. */
  private void close() {
    int first = depth;
    int last = 0;
    free[first]--;
    free[last]--;
    while (goesOn() && depth - first + 1 + last + 1 < depth) {
      boolean down = draw.onceIn(2);
      int node = down ? first - 1 : last + 1;
      if (free[node] == 0) {
        break;
      }
      free[node]--;
      first = down ? node : first;
      last = down ? last : node;
    }
    arcs.add(new Arc(first, depth - first + 1 + last + 1));
  }

  /** The other strings, from the input up. */
  private void layers() {
    List<Integer> alive = new ArrayList<>();
    for (int i = 0; i <= depth; i++) {
      List<Integer> next = new ArrayList<>();
      shuffle(alive);
      for (int start : alive) {
        boolean isWhole = start == 0 && i == depth;
        if (!isWhole && next.size() < free[i] && goesOn()) {
          next.add(start);
        } else {
          arcs.add(new Arc(start, i - start));
        }
      }
      while (next.size() < free[i]) {
        next.add(i);
      }
      alive = next;
    }
    alive.forEach(start -> arcs.add(new Arc(start, depth + 1 - start)));
  }

  private boolean goesOn() {
    return draw.between(1, 4) <= quarters;
  }

  private void shuffle(List<Integer> list) {
    java.util.Collections.shuffle(list, draw.random());
  }
}
