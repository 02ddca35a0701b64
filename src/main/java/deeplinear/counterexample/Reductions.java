package deeplinear.counterexample;

import deeplinear.network.Subject;
import java.util.List;

/** The steps that make a subject simpler. */
public final class Reductions {

  private Reductions() {}

  /**
   * All subjects one step simpler than this one, boldest steps first; each has a smaller
   * complexity.
   */
  @SuppressWarnings("unchecked")
  public static <I extends Subject> List<I> of(I subject) {
    Complexity complexity = Complexity.of(subject);
    return ((List<I>) subject.simpler())
        .stream().filter(s -> Complexity.of(s).compareTo(complexity) < 0).toList();
  }
}
