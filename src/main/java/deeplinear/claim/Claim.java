package deeplinear.claim;

import deeplinear.evidence.Verdict;
import deeplinear.flow.Dynamics;
import deeplinear.flow.trajectory.Problem;
import deeplinear.network.Subject;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A claim about subjects of one kind: what it says, where its cases come from, and how a case is
 * judged. One file says all; claims are found by {@link Claims}, so nothing else has to be edited
 * to add one. Stateless.
 *
 * <p>A claim about motion asks first and judges later: all trajectories of a batch are integrated
 * together before the first verdict, and no verdict depends on what runs beside it.
 *
 * @param <I> the kind of subject
 */
public interface Claim<I extends Subject> extends Registered {

  /** Everything that the claim says about itself. */
  Sheet<I> sheet();

  /** The trajectories that {@link #judge} needs; none for a claim that is not about motion. */
  default List<Problem> asks(I subject, Laboratory laboratory) {
    return List.of();
  }

  /**
   * Whether the conclusion holds for a subject. Pure: the verdict depends on the arguments alone.
   * The hypotheses are not asked, so that a subject that lacks one shows what it is needed for;
   * where the conclusion makes no sense without one, the verdict is inconclusive with the reason.
   *
   * @param answers to what the claim {@link #asks}, in that order
   */
  Verdict judge(I subject, Laboratory laboratory, Answers answers);

  /**
   * What formal matrices prove of the conclusion for all widths at once, under a law of motion;
   * empty if nothing.
   */
  default Optional<Verdict> proof(Dynamics law) {
    return Optional.empty();
  }

  /** The verdict on a single subject. */
  default Verdict check(I subject, Laboratory laboratory) {
    return judge(
        subject, laboratory, Answers.to(asks(subject, laboratory), laboratory.integrator()));
  }

  /**
   * {@code chapter/slug}, stable: the claim's place and name. {@code …claims.saddles.HessianForm}
   * is {@code saddles/hessian-form}.
   */
  default String id() {
    String name = getClass().getName();
    int last = name.lastIndexOf('.');
    String chapter = name.substring(name.lastIndexOf('.', last - 1) + 1, last);
    String slug = name.substring(last + 1).replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-");
    return chapter + "/" + slug.toLowerCase(Locale.ROOT);
  }
}
