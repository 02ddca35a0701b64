package deeplinear.properties;

import deeplinear.network.Subject;
import deeplinear.sample.Generator;
import deeplinear.theorem.Laboratory;
import deeplinear.theorem.Registry;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.lifecycle.AddLifecycleHook;
import net.jqwik.api.lifecycle.Lifespan;
import net.jqwik.api.lifecycle.PropagationMode;
import net.jqwik.api.lifecycle.Store;

/** What all chapters of the corpus share: from a subject to a counted check of a claim. */
@AddLifecycleHook(value = LedgerHook.class, propagateTo = PropagationMode.ALL_DESCENDANTS)
abstract class Corpus {

  /** Checks the claim that the running property {@link Checks}. */
  @SuppressWarnings("unchecked")
  static <I extends Subject> void check(I subject) {
    Class<I> kind = (Class<I>) subject.getClass();
    cases().check(Registry.find(cases().claim(), kind), subject, Laboratory.STANDARD);
  }

  /** The record of the running property. */
  static Cases cases() {
    return Store.getOrCreate(Cases.class, Lifespan.PROPERTY, Cases::new).get();
  }

  /** The arbitrary that draws from a generator and shrinks by reductions. */
  static <I extends Subject> Arbitrary<I> arbitrary(Generator<I> generator) {
    return Arbitraries.fromGenerator(
        random -> new SubjectShrinkable<>(cases().ahead().next(generator, random)));
  }
}
