package deeplinear.counterexample;

import deeplinear.network.Subject;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Greedy, deterministic descent to a subject that no reduction makes simpler without losing a
 * property.
 */
public final class Shrinker {

  /** After so many tries the simplest subject so far is returned, minimal or not. */
  public static final int MOST_TRIES = 3_000;

  private Shrinker() {}

  /**
   * A minimal subject: it has the property, and none of its {@link Reductions} has. Every step
   * lowers the complexity; the number of tries is limited by {@link #MOST_TRIES}.
   *
   * @param subject has the property
   * @param property what must not be lost
   */
  public static <I extends Subject> I shrink(I subject, Predicate<I> property) {
    int[] tries = {0};
    I current = subject;
    Optional<I> simpler = Optional.of(subject);
    while (simpler.isPresent()) {
      current = simpler.get();
      simpler =
          Reductions.of(current).stream()
              .takeWhile(s -> tries[0]++ < MOST_TRIES)
              .filter(property)
              .findFirst();
    }
    return current;
  }
}
