package deeplinear.landscape;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Layers c_1 &lt; … &lt; c_m at which the cycle is cut, and strings A_1, …, A_m of which A_n holds
 * the segment c_n, …, c_{n+1} − 1; the last segment goes around through arrow 0. Joining the
 * strings by changes of these layers closes a walk around the cycle.
 *
 * @param depth h
 * @param layers c_1, …, c_m
 * @param strings A_1, …, A_m
 */
record Cut(int depth, List<Integer> layers, List<Arc> strings) {

  /**
   * A cut at the least number of layers. Of three layers, it is one in which the change of the
   * middle layer alone does not show in the end-to-end map, if there is one.
   *
   * @throws IllegalArgumentException if the strings cover no cycle
   */
  static Cut shortest(CriticalType type) {
    int h = type.architecture().depth();
    List<Arc> arcs = type.arcs().stream().distinct().toList();
    Cut cut =
        arcs.stream()
            .filter(arc -> arc.isClosing(h))
            .flatMap(arc -> Stream.ofNullable(greedy(arc, arcs, h)))
            .min(Comparator.comparingInt(c -> c.layers().size()))
            .orElseThrow(
                () -> new IllegalArgumentException("no walk around the cycle along " + type));
    return cut.layers().size() == 3 ? threefold(arcs, h).orElse(cut) : cut;
  }

  /** Each segment after the one through arrow 0 as long as it can be; null if a node is bare. */
  private static @Nullable Cut greedy(Arc closing, List<Arc> arcs, int h) {
    List<Integer> layers = new ArrayList<>();
    List<Arc> strings = new ArrayList<>();
    int node = closing.end(h) + 1;
    while (node < closing.start()) {
      int from = node;
      Optional<Arc> longest =
          arcs.stream()
              .filter(arc -> arc.contains(from, h))
              .max(Comparator.comparingInt(arc -> reach(arc, from, h)));
      if (longest.isEmpty()) {
        return null;
      }
      layers.add(from);
      strings.add(longest.get());
      node += reach(longest.get(), from, h);
    }
    layers.add(closing.start());
    strings.add(closing);
    return new Cut(h, layers, strings);
  }

  /** How many nodes of an arc follow a node of it, itself included, up to node h. */
  private static int reach(Arc arc, int node, int h) {
    int nodes = arc.nodes() - Math.floorMod(node - arc.start(), h + 1);
    return Math.min(nodes, h - node + 1);
  }

  private static Optional<Cut> threefold(List<Arc> arcs, int h) {
    Predicate<Cut> isHidden = cut -> !cut.showsAlone(1);
    return IntStream.rangeClosed(2, h - 1)
        .boxed()
        .flatMap(middle -> throughMiddle(arcs, middle, h))
        .filter(isHidden)
        .findFirst();
  }

  /** All cuts at three layers of which the second is given. */
  private static Stream<Cut> throughMiddle(List<Arc> arcs, int middle, int h) {
    return IntStream.range(1, middle)
        .boxed()
        .flatMap(
            first ->
                IntStream.rangeClosed(middle + 1, h)
                    .boxed()
                    .flatMap(last -> at(List.of(first, middle, last), arcs, h)));
  }

  /** All cuts at these three layers. */
  private static Stream<Cut> at(List<Integer> layers, List<Arc> arcs, int h) {
    return holding(layers.get(0), layers.get(1) - 1, arcs, h)
        .flatMap(
            a ->
                holding(layers.get(1), layers.get(2) - 1, arcs, h)
                    .flatMap(
                        b ->
                            holding(layers.get(2), layers.get(0) - 1, arcs, h)
                                .map(c -> new Cut(h, layers, List.of(a, b, c)))));
  }

  private static Stream<Arc> holding(int from, int to, List<Arc> arcs, int h) {
    return arcs.stream().filter(arc -> arc.contains(Arc.between(from, to, h), h));
  }

  /** Whether the change of layer c_{n+1}, n ≥ 0, alone leads from node 0 to node h. */
  boolean showsAlone(int n) {
    return shows(n, n);
  }

  /** Whether the changes of the layers with places first to last lead from node 0 to node h. */
  boolean shows(int first, int last) {
    Arc below = strings.get(Math.floorMod(first - 1, strings.size()));
    Arc above = strings.get(last);
    return below.contains(Arc.between(0, layers.get(first) - 1, depth), depth)
        && above.contains(Arc.between(layers.get(last), depth, depth), depth);
  }
}
