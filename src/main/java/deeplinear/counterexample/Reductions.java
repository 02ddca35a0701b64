package deeplinear.counterexample;

import deeplinear.landscape.BlockPoint;
import deeplinear.network.Chain;
import deeplinear.network.Graph;
import deeplinear.network.Instance;
import deeplinear.network.Subject;
import java.util.List;

/**
 * The steps by which a subject is made simpler: drop a layer, remove a unit, reduce the learned
 * set, make a gauge or a basis the identity, zero a block, simplify an entry. Each kind of subject
 * has its own. The steps shrink the mathematics: every result is a valid subject again.
 */
public final class Reductions {

  private Reductions() {}

  /**
   * All subjects one step simpler than this one, boldest steps first; each has a smaller
   * complexity.
   */
  @SuppressWarnings("unchecked")
  public static <I extends Subject> List<I> of(I subject) {
    Complexity complexity = Complexity.of(subject);
    return ((List<I>) candidates(subject))
        .stream().filter(s -> Complexity.of(s).compareTo(complexity) < 0).toList();
  }

  private static List<? extends Subject> candidates(Subject subject) {
    if (subject instanceof BlockPoint point) {
      return CriticalPointReductions.of(point);
    }
    if (subject instanceof Chain chain) {
      return ChainReductions.of(chain);
    }
    if (subject instanceof Graph graph) {
      return GraphReductions.of(graph);
    }
    return subject instanceof Instance instance ? InstanceReductions.of(instance) : List.of();
  }
}
