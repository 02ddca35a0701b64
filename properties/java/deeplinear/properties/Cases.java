package deeplinear.properties;

import deeplinear.evidence.Status;
import deeplinear.evidence.Verdict;
import deeplinear.network.Subject;
import deeplinear.theorem.Laboratory;
import deeplinear.theorem.Tally;
import deeplinear.theorem.Theorem;
import java.util.Locale;
import java.util.Optional;

/**
 * The record of one property while it runs. After the first violation it counts no more: what
 * follows are tries of shrinking.
 */
final class Cases {

  private final Tally tally = new Tally();
  private final LookAhead ahead = new LookAhead();
  private String claim = "";
  private Optional<Subject> violating = Optional.empty();

  /**
   * Checks a claim on a subject and fails if it is violated; discards subjects lacking a
   * hypothesis.
   */
  <I extends Subject> void check(Theorem<I> theorem, I subject, Laboratory laboratory) {
    boolean counting = violating.isEmpty();
    if (!theorem.missing(subject).isEmpty()) {
      if (counting) {
        tally.discard();
      }
      return;
    }
    Verdict verdict = ahead.check(theorem, subject, laboratory);
    if (counting) {
      tally.add(subject, verdict, Stratum.labels(subject));
    }
    if (verdict.status() == Status.VIOLATED) {
      violating = violating.or(() -> Optional.of(subject));
      throw new AssertionError(
          String.format(
              Locale.ROOT,
              "%s is violated: %s, %s",
              theorem.id(),
              verdict.decisive().name(),
              verdict.decisive().detail()));
    }
  }

  /** Sets the id of the claim that the property is about, and how many tries it has. */
  void about(String id, int tries) {
    claim = id;
    ahead.over(tries);
  }

  LookAhead ahead() {
    return ahead;
  }

  String claim() {
    return claim;
  }

  Tally tally() {
    return tally;
  }

  Optional<Subject> violating() {
    return violating;
  }
}
