package deeplinear.landscape;

import deeplinear.network.Architecture;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * All types of critical points with p singular values of which k are learned.
 *
 * @param architecture d_0, …, d_h
 * @param rank p
 * @param learned k
 */
record CriticalTypes(Architecture architecture, int rank, int learned) {

  /**
   * Checks the numbers.
   *
   * @throws IllegalArgumentException unless k ≤ p ≤ min(d_0, d_h), k ≤ r*, and k = p at depth 1
   */
  public CriticalTypes {
    int largest = Math.min(rank, architecture.bottleneck());
    int smallest = architecture.depth() == 1 ? rank : 0;
    if (rank > Math.min(architecture.inputs(), architecture.outputs())
        || learned < smallest
        || learned > largest) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "the network %s has no critical point of rank p = %d with k = %d",
              architecture,
              rank,
              learned));
    }
  }

  /** All types, each once, made one by one. */
  public Stream<CriticalType> stream() {
    int h = architecture.depth();
    List<Arc> closing = new ArrayList<>();
    List<Arc> open = new ArrayList<>();
    for (int nodes = h; nodes >= 1; nodes--) {
      for (int start = 0; start <= h; start++) {
        Arc arc = new Arc(start, nodes);
        (arc.isClosing(h) ? closing : open).add(arc);
      }
    }
    Stream<Choice> closed =
        extend(Stream.of(nothing()), closing).filter(c -> c.closing() == rank - learned);
    return extend(closed, open.stream().filter(arc -> arc.nodes() > 1).toList())
        .map(Choice::completed);
  }

  /**
   * All types, if there are not too many.
   *
   * @throws IllegalArgumentException if there are more than {@code limit}
   */
  public List<CriticalType> list(int limit) {
    List<CriticalType> types = stream().limit(limit + 1L).toList();
    if (types.size() > limit) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "%s has more than %d types of critical points with p = %d and k = %d",
              architecture,
              limit,
              rank,
              learned));
    }
    return types;
  }

  private Choice nothing() {
    return new Choice(
        this, List.of(), architecture.widths().stream().map(d -> d - learned).toList(), 0);
  }

  private static Stream<Choice> extend(Stream<Choice> choices, List<Arc> arcs) {
    Stream<Choice> result = choices;
    for (Arc arc : arcs) {
      result = result.flatMap(choice -> choice.withUpTo(arc));
    }
    return result;
  }

  /** Some strings, and how many nodes are left at each place. */
  private record Choice(CriticalTypes types, List<Arc> arcs, List<Integer> free, int closing) {

    /** This choice with the arc added 0, 1, … times, as often as it fits. */
    Stream<Choice> withUpTo(Arc arc) {
      int h = types.architecture.depth();
      int room = arc.isClosing(h) ? types.rank - types.learned - closing : Integer.MAX_VALUE;
      for (int n = 0; n < arc.nodes(); n++) {
        room = Math.min(room, free.get((arc.start() + n) % (h + 1)));
      }
      return IntStream.rangeClosed(0, room).mapToObj(times -> with(arc, times));
    }

    private Choice with(Arc arc, int times) {
      int h = types.architecture.depth();
      List<Arc> more = new ArrayList<>(arcs);
      more.addAll(Collections.nCopies(times, arc));
      List<Integer> less = new ArrayList<>(free);
      for (int n = 0; n < arc.nodes(); n++) {
        int node = (arc.start() + n) % (h + 1);
        less.set(node, less.get(node) - times);
      }
      return new Choice(types, more, less, closing + (arc.isClosing(h) ? times : 0));
    }

    /** Single nodes fill what is left. */
    CriticalType completed() {
      List<Arc> all = new ArrayList<>(arcs);
      for (int i = 0; i < free.size(); i++) {
        all.addAll(Collections.nCopies(free.get(i), new Arc(i, 1)));
      }
      return new CriticalType(types.architecture, types.rank, types.learned, all);
    }
  }
}
