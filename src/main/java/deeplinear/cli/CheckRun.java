package deeplinear.cli;

import deeplinear.counterexample.Counterexample;
import deeplinear.evidence.Status;
import deeplinear.evidence.Verdict;
import deeplinear.landscape.BlockPoint;
import deeplinear.network.Chain;
import deeplinear.network.Subject;
import deeplinear.report.LedgerEntry;
import deeplinear.report.Run;
import deeplinear.report.Versions;
import deeplinear.theorem.Laboratory;
import deeplinear.theorem.Series;
import deeplinear.theorem.Tally;
import deeplinear.theorem.Theorem;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Checks theorems on the subjects of a data set.
 *
 * @param subjects where the candidates come from
 * @param origin what the ledger calls them
 * @param seed that of the random starts
 * @param mostUndecided how many inconclusive cases of a theorem it accepts
 */
public record CheckRun(DataSubjects subjects, String origin, long seed, int mostUndecided) {

  /** So many candidates share their work, and so many verdicts are held in memory. */
  private static final int AT_ONCE = 256;

  /** A run that accepts no inconclusive case. */
  public CheckRun(DataSubjects subjects, String origin, long seed) {
    this(subjects, origin, seed, 0);
  }

  /**
   * What came of one theorem.
   *
   * @param entry the line of the ledger; empty if the theorem is not applicable
   * @param reason why it is not, or empty
   * @param counterexample to a theorem that is violated
   */
  public record Result(
      Optional<LedgerEntry> entry, String reason, Optional<Counterexample> counterexample) {}

  /** Checks one theorem on all candidates that meet its hypotheses. */
  public <I extends Subject> Result of(Theorem<I> theorem) {
    long start = System.nanoTime();
    Optional<String> obstacle = subjects.obstacle(theorem.subject());
    if (obstacle.isPresent()) {
      return notApplicable(obstacle.get());
    }
    List<Candidate<I>> all = subjects.of(theorem.subject());
    List<Candidate<I>> applicable =
        all.stream().filter(c -> theorem.missing(c.subject()).isEmpty()).toList();
    if (applicable.isEmpty()) {
      return notApplicable(
          all.stream()
              .map(c -> theorem.missing(c.subject()))
              .min(Comparator.comparingInt(List::size))
              .map(missing -> "not applicable: needs " + String.join("; ", missing))
              .orElse("not applicable: the data give no such subject"));
    }
    Tally tally = new Tally();
    Optional<I> violating = Optional.empty();
    String fault = "";
    Series<I> series = new Series<>(theorem, Laboratory.STANDARD);
    for (int from = 0; from < applicable.size(); from += AT_ONCE) {
      List<Candidate<I>> some =
          applicable.subList(from, Math.min(applicable.size(), from + AT_ONCE));
      List<Supplier<Verdict>> verdicts =
          series.check(some.stream().map(Candidate::subject).toList());
      for (int i = 0; i < some.size(); i++) {
        Candidate<I> candidate = some.get(i);
        try {
          Verdict verdict = verdicts.get(i).get();
          tally.add(candidate.subject(), verdict, List.of(candidate.label()));
          if (violating.isEmpty() && verdict.status() == Status.VIOLATED) {
            violating = Optional.of(candidate.subject());
          }
        } catch (ArithmeticException | IllegalArgumentException | IllegalStateException e) {
          fault = candidate.label() + ": " + e;
        }
      }
    }
    long millis = millisSince(start);
    Optional<Counterexample> counterexample = violating.flatMap(v -> shrink(theorem, v));
    String message =
        counterexample
            .map(c -> "second look: " + c.arbiter().name().toLowerCase(Locale.ROOT))
            .orElse(undecided(tally));
    LedgerEntry entry = entry(theorem, tally, applicable.size(), millis, message);
    return new Result(
        Optional.of(fault.isEmpty() ? entry : entry.failed(fault)), "", counterexample);
  }

  private <I extends Subject> Optional<Counterexample> shrink(Theorem<I> theorem, I violating) {
    try {
      return Optional.of(
          Counterexample.of(theorem, violating, Laboratory.STANDARD, origin + ", seed " + seed));
    } catch (ArithmeticException | IllegalArgumentException | IllegalStateException e) {
      // The violation stands, and its subject is in the ledger as the closest call.
      return Optional.empty();
    }
  }

  private static String undecided(Tally tally) {
    int n = tally.count(Status.INCONCLUSIVE);
    return n == 0 ? "" : n + " of " + tally.cases() + " cases undecided";
  }

  private static Result notApplicable(String reason) {
    return new Result(Optional.empty(), reason, Optional.empty());
  }

  private static long millisSince(long start) {
    return (System.nanoTime() - start) / 1_000_000;
  }

  private LedgerEntry entry(
      Theorem<?> theorem, Tally tally, int tries, long millis, String message) {
    Run run = new Run(origin, Long.toString(seed), tries, millis, Versions.current("not used"));
    boolean passed =
        tally.count(Status.VIOLATED) == 0
            && tally.count(Status.INCONCLUSIVE) <= mostUndecided
            && tally.count(Status.HOLDS) > 0;
    LedgerEntry entry = LedgerEntry.of(theorem, tally, run, passed, message);
    boolean isListed =
        theorem.subject().equals(BlockPoint.class) || theorem.subject().equals(Chain.class);
    return isListed ? entry.withoutFailureProbability() : entry;
  }
}
