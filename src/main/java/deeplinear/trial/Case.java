package deeplinear.trial;

import deeplinear.claim.Answers;
import deeplinear.claim.Claim;
import deeplinear.claim.Laboratory;
import deeplinear.evidence.Verdict;
import deeplinear.flow.trajectory.Problem;
import deeplinear.network.Subject;
import deeplinear.sample.UnsuitableFrameException;
import java.util.List;

/** A trial on its way: drawn, then judged. Exceptions are counted as faults of their own case. */
sealed interface Case<I extends Subject> {

  /** Draws the subject of a trial and asks what it needs. */
  static <I extends Subject> Case<I> of(Trial<I> trial, Plan<I> plan) {
    Claim<I> claim = trial.claim();
    try {
      I subject = trial.subject();
      if (!plan.admits(subject)) {
        return new Ended<>(Tally.discarded());
      }
      return new Open<>(trial, subject, claim.asks(subject, plan.laboratory()));
    } catch (UnsuitableFrameException e) {
      return new Ended<>(Tally.unsuitable(String.valueOf(e.getMessage())));
    } catch (RuntimeException | AssertionError e) {
      return new Ended<>(Tally.fault(trial, e));
    }
  }

  /** What is to be integrated. */
  List<Problem> problems();

  /** The count of this case. */
  Tally<I> judge(Laboratory laboratory, Answers answers);

  /** A case that can be judged. */
  record Open<I extends Subject>(Trial<I> trial, I subject, List<Problem> problems)
      implements Case<I> {
    @Override
    public Tally<I> judge(Laboratory laboratory, Answers answers) {
      try {
        Verdict verdict = trial.claim().judge(subject, laboratory, answers);
        return Tally.of(trial, subject, verdict);
      } catch (RuntimeException | AssertionError e) {
        return Tally.fault(trial, e);
      }
    }
  }

  /** A case of which nothing more is asked. */
  record Ended<I extends Subject>(Tally<I> tally) implements Case<I> {
    @Override
    public List<Problem> problems() {
      return List.of();
    }

    @Override
    public Tally<I> judge(Laboratory laboratory, Answers answers) {
      return tally;
    }
  }
}
