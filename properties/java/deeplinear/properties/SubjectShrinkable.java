package deeplinear.properties;

import deeplinear.counterexample.Complexity;
import deeplinear.counterexample.Reductions;
import deeplinear.network.Subject;
import java.util.stream.Stream;
import net.jqwik.api.Shrinkable;
import net.jqwik.api.ShrinkingDistance;

/**
 * Shrinks a subject by the reductions of its mathematics; the distance falls with every step.
 *
 * @param value the subject
 */
record SubjectShrinkable<I extends Subject>(I value) implements Shrinkable<I> {

  @Override
  public Stream<Shrinkable<I>> shrink() {
    return Reductions.of(value).stream().map(SubjectShrinkable::new);
  }

  @Override
  public ShrinkingDistance distance() {
    Complexity complexity = Complexity.of(value);
    return ShrinkingDistance.of(
        complexity.depth(),
        complexity.nodes(),
        complexity.nonzeros(),
        complexity.roughness(),
        complexity.disorder());
  }
}
