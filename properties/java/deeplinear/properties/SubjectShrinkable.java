package deeplinear.properties;

import deeplinear.counterexample.Complexity;
import deeplinear.counterexample.Reductions;
import deeplinear.network.Subject;
import deeplinear.sample.Draw;
import deeplinear.sample.Generator;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Shrinkable;
import net.jqwik.api.ShrinkingDistance;

/**
 * Shrinks a subject by the reductions of its mathematics; the distance falls with every step.
 *
 * @param value the subject
 */
record SubjectShrinkable<I extends Subject>(I value) implements Shrinkable<I> {

  /** The arbitrary that draws from a generator and shrinks by reductions. */
  static <I extends Subject> Arbitrary<I> arbitrary(Generator<I> generator) {
    return Arbitraries.fromGenerator(
        random -> new SubjectShrinkable<>(generator.next(new Draw(random))));
  }

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
