package deeplinear.counterexample;

import deeplinear.network.Subject;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Greedy, deterministic descent to a subject that no reduction makes simpler without losing a
 * property.
 */
public final class Shrinker {

  private Shrinker() {}

  /**
   * A minimal subject: it has the property, and none of its {@link Reductions} has. Terminates, for
   * every step lowers the complexity.
   *
   * @param subject has the property
   * @param property what must not be lost
   */
  public static <I extends Subject> I shrink(I subject, Predicate<I> property) {
    I current = subject;
    Optional<I> simpler = Optional.of(subject);
    while (simpler.isPresent()) {
      current = simpler.get();
      simpler = Reductions.of(current).stream().filter(property).findFirst();
    }
    return current;
  }
}
