package deeplinear.network;

import java.util.List;

/**
 * Something exact that a theorem can be checked on. Every subject amounts to an instance, and may
 * know more about it than the matrices tell: how a critical point was built, in which bases the
 * layers are diagonal.
 *
 * <p>A new kind of subject is one file: the subject and its {@link SubjectKind}.
 */
public interface Subject {

  /** The target and the weights. */
  Instance instance();

  /** The parts from which the {@link SubjectKind} reads an equal subject. */
  Parts parts();

  /**
   * Subjects of the same kind that one step makes simpler, as a reader sees it, boldest steps
   * first: drop a layer, remove a unit, zero a block, simplify an entry. Some may turn out not to
   * be simpler, but all are subjects that exist.
   */
  List<? extends Subject> simpler();
}
