package deeplinear.properties;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Provide;
import net.jqwik.api.Shrinkable;
import net.jqwik.api.lifecycle.AddLifecycleHook;
import net.jqwik.api.lifecycle.Lifespan;
import net.jqwik.api.lifecycle.PropagationMode;
import net.jqwik.api.lifecycle.Store;

/** What the properties of all chapters share: batches of the claim that they check. */
@AddLifecycleHook(value = ClaimHook.class, propagateTo = PropagationMode.ALL_DESCENDANTS)
abstract class Corpus {

  private static final String RUN = "claim run";

  /** Sets the claim that the running property checks. */
  static void start(ClaimRun<?> run) {
    Store.getOrCreate(RUN, Lifespan.PROPERTY, () -> run);
  }

  private static ClaimRun<?> run() {
    return Store.<ClaimRun<?>>getOrCreate(
            RUN,
            Lifespan.PROPERTY,
            () -> {
              throw new IllegalStateException("no claim is being checked");
            })
        .get();
  }

  /** The batches of the claim, one after another. */
  @Provide
  Arbitrary<Batch<?>> cases() {
    return Arbitraries.fromGenerator(random -> Shrinkable.unshrinkable(run().next()));
  }

  /** Runs a batch of the claim. */
  static void check(Batch<?> batch) {
    run().check(batch);
  }
}
