package deeplinear.theorem;

import deeplinear.evidence.Verdict;
import deeplinear.network.Subject;
import java.util.List;

/**
 * A claim about subjects of one kind. Implementations are stateless.
 *
 * @param <I> the kind of subject
 */
public interface Theorem<I extends Subject> {

  /** What is claimed. */
  Statement statement();

  /** The kind of subject that is checked. */
  Class<I> subject();

  /** All conditions under which the claim is made. */
  List<Hypothesis<? super I>> hypotheses();

  /**
   * Whether the conclusion holds for a subject. Pure: the verdict depends on the arguments alone.
   * The hypotheses are not asked, so that a subject that lacks one shows what it is needed for.
   */
  Verdict check(I subject, Laboratory laboratory);

  /** The names of the hypotheses that a subject lacks. */
  default List<String> missing(I subject) {
    return hypotheses().stream().filter(h -> !h.holdsFor(subject)).map(Hypothesis::name).toList();
  }

  /** The stable id. */
  default String id() {
    return statement().id();
  }
}
