package deeplinear.theorem;

import java.util.function.Predicate;

/**
 * A condition under which a claim is made. It is decided in rationals; where it is an inequality
 * between eigenvalues, only clear cases count as meeting it.
 *
 * @param name the condition in words
 * @param test whether a subject meets it
 * @param <I> the kind of subject
 */
public record Hypothesis<I>(String name, Predicate<? super I> test) {

  /** Whether {@code subject} meets the condition. */
  public boolean holdsFor(I subject) {
    return test.test(subject);
  }
}
