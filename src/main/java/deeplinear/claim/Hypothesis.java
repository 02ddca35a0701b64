package deeplinear.claim;

import java.util.function.BiPredicate;
import java.util.function.Predicate;

/**
 * A condition on the setting under which a claim is made: on the subject, the law of motion or the
 * method. It is decided in rationals; where it is an inequality between eigenvalues, only clear
 * cases count as meeting it.
 *
 * @param name the condition in words
 * @param test whether a subject in a laboratory meets it
 * @param <I> the kind of subject
 */
public record Hypothesis<I>(String name, BiPredicate<? super I, Laboratory> test) {

  /** A condition on the subject. */
  public static <I> Hypothesis<I> of(String name, Predicate<? super I> test) {
    return new Hypothesis<>(name, (subject, laboratory) -> test.test(subject));
  }

  /** A condition on the law of motion or the methods. */
  public static <I> Hypothesis<I> onLaboratory(String name, Predicate<Laboratory> test) {
    return new Hypothesis<>(name, (subject, laboratory) -> test.test(laboratory));
  }

  /** Whether a subject in a laboratory meets the condition. */
  public boolean holdsFor(I subject, Laboratory laboratory) {
    return test.test(subject, laboratory);
  }
}
