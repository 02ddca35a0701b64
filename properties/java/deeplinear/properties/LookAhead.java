package deeplinear.properties;

import deeplinear.evidence.Verdict;
import deeplinear.network.Subject;
import deeplinear.sample.Draw;
import deeplinear.sample.Generator;
import deeplinear.theorem.Laboratory;
import deeplinear.theorem.Series;
import deeplinear.theorem.Theorem;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Draws the subjects of a property before their turn, so that they can be checked at the same time.
 * A try then finds its verdict made; a subject that was not drawn here, such as a smaller one, is
 * checked on the spot.
 *
 * <p>jqwik takes numbers of its own between two tries. So that it makes no difference how far one
 * looks ahead, the subjects come from a stream of their own, of which jqwik's gives the seed.
 */
final class LookAhead {

  /** So many subjects are drawn at once. */
  private static final int FAR = 64;

  private final Deque<Subject> drawn = new ArrayDeque<>();
  private final IdentityHashMap<Subject, Supplier<Verdict>> verdicts = new IdentityHashMap<>();
  private List<Subject> unchecked = List.of();
  private int tries;
  private int left;
  private @Nullable Generator<?> source;
  private @Nullable Random given;
  private Draw own = new Draw(new Random(0));

  /** Sets the number of tries. Before, and after so many, each subject is drawn at its turn. */
  void over(int number) {
    tries = number;
    left = number;
  }

  /**
   * The next subject.
   *
   * @param random jqwik's source; another one begins from the start
   * @throws IllegalStateException if the subjects are wanted from two generators
   */
  @SuppressWarnings("unchecked")
  <I extends Subject> I next(Generator<I> generator, Random random) {
    if (tries == 0) {
      return generator.next(new Draw(random));
    }
    if (given != random) {
      given = random;
      source = generator;
      own = new Draw(new Random(random.nextLong()));
      left = tries;
      drawn.clear();
    }
    if (source != generator) {
      throw new IllegalStateException("a property looks ahead in one generator only");
    }
    if (drawn.isEmpty()) {
      int count = Math.max(1, Math.min(FAR, left));
      for (int i = 0; i < count; i++) {
        drawn.add(generator.next(own));
      }
      left -= count;
      unchecked = List.copyOf(drawn);
      verdicts.clear();
    }
    return (I) drawn.remove();
  }

  /** The verdict on a subject; those drawn with it are judged, too, whatever they lack. */
  <I extends Subject> Verdict check(Theorem<I> theorem, I subject, Laboratory laboratory) {
    if (unchecked.stream().anyMatch(s -> s == subject)) {
      List<I> subjects = unchecked.stream().map(theorem.subject()::cast).toList();
      unchecked = List.of();
      List<Supplier<Verdict>> made = new Series<>(theorem, laboratory).check(subjects);
      for (int i = 0; i < subjects.size(); i++) {
        verdicts.put(subjects.get(i), made.get(i));
      }
    }
    Supplier<Verdict> verdict = verdicts.get(subject);
    return verdict == null ? theorem.check(subject, laboratory) : verdict.get();
  }
}
