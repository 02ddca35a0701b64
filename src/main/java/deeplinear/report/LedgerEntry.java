package deeplinear.report;

import deeplinear.evidence.Grade;
import deeplinear.evidence.Status;
import deeplinear.theorem.Tally;
import deeplinear.theorem.Theorem;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One line of the ledger: what a run found out about one claim. The names of the components are
 * those of the JSON fields.
 *
 * @param schema {@value #SCHEMA}
 * @param id of the claim
 * @param version of the claim
 * @param kind whether the claim is expected to hold
 * @param status what came out
 * @param passed whether the run accepts that
 * @param grade the weakest grade of evidence that was reached
 * @param origin where the cases come from
 * @param cases how many cases were checked
 * @param holds how many of them hold
 * @param violated how many violate the claim
 * @param inconclusive how many could not be decided
 * @param discards how many more lacked a hypothesis and were not checked
 * @param strata how many cases carried each label
 * @param closestCall the decided case with the smallest margin; null if no case was decided
 * @param failureProbability the bound on it; null if the cases are no random sample
 * @param seed that of the random numbers
 * @param tries how many cases were asked for
 * @param millis the wall-clock time in milliseconds
 * @param message why the run does not accept the result, or a remark; may be empty
 * @param counterexample the name of its file; null if there is none
 * @param versions the versions that the result depends on
 */
public record LedgerEntry(
    int schema,
    String id,
    int version,
    EntryKind kind,
    EntryStatus status,
    boolean passed,
    Grade grade,
    String origin,
    int cases,
    int holds,
    int violated,
    int inconclusive,
    int discards,
    Map<String, Integer> strata,
    @Nullable ClosestCall closestCall,
    @Nullable FailureProbability failureProbability,
    String seed,
    int tries,
    long millis,
    String message,
    @Nullable String counterexample,
    Versions versions) {

  /** The schema that this version reads and writes. */
  public static final int SCHEMA = 1;

  /**
   * Sorts the labels.
   *
   * @throws IllegalArgumentException if the schema is another one
   * @throws NullPointerException naming a component that is null and must not be
   */
  public LedgerEntry {
    if (schema != SCHEMA) {
      throw new IllegalArgumentException("schema " + SCHEMA + " is expected, not " + schema);
    }
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(status, "status");
    Objects.requireNonNull(grade, "grade");
    Objects.requireNonNull(origin, "origin");
    Objects.requireNonNull(seed, "seed");
    Objects.requireNonNull(message, "message");
    Objects.requireNonNull(versions, "versions");
    strata = Collections.unmodifiableMap(new TreeMap<>(Objects.requireNonNull(strata, "strata")));
  }

  /**
   * The entry of a claim under all its hypotheses.
   *
   * @param passed whether the run accepts the result; the status follows from it and the counts
   * @param message why it does not, or empty
   */
  public static LedgerEntry of(
      Theorem<?> theorem, Tally tally, Run run, boolean passed, String message) {
    return of(EntryKind.of(theorem.statement().kind()), theorem, tally, run, passed, message);
  }

  /** The entry of a claim without one of its hypotheses, which some case must violate. */
  public static LedgerEntry control(
      Theorem<?> theorem, Tally tally, Run run, boolean passed, String message) {
    return of(EntryKind.CONTROL, theorem, tally, run, passed, message);
  }

  private static LedgerEntry of(
      EntryKind kind, Theorem<?> theorem, Tally tally, Run run, boolean passed, String message) {
    int holds = tally.count(Status.HOLDS);
    int violated = tally.count(Status.VIOLATED);
    int inconclusive = tally.count(Status.INCONCLUSIVE);
    return new LedgerEntry(
        SCHEMA,
        theorem.id(),
        theorem.statement().version(),
        kind,
        EntryStatus.of(kind, holds, violated, inconclusive, passed),
        passed,
        tally.grade(),
        run.origin(),
        tally.cases(),
        holds,
        violated,
        inconclusive,
        tally.discards(),
        tally.strata(),
        tally.closest().map(ClosestCall::of).orElse(null),
        FailureProbability.of(tally.cases(), holds),
        run.seed(),
        run.tries(),
        run.millis(),
        message,
        null,
        run.versions());
  }

  /** This entry as that of a run that broke off, or did not test what it was meant to test. */
  public LedgerEntry failed(String why) {
    return with(EntryStatus.FAILED, false, failureProbability, why, counterexample);
  }

  /** This entry with the name of a file in the folder of counterexamples. */
  public LedgerEntry withCounterexample(String file) {
    return with(status, passed, failureProbability, message, file);
  }

  /** This entry as that of cases that are no random sample, so that no probability is bounded. */
  public LedgerEntry withoutFailureProbability() {
    return with(status, passed, null, message, counterexample);
  }

  private LedgerEntry with(
      EntryStatus newStatus,
      boolean newPassed,
      @Nullable FailureProbability newProbability,
      String newMessage,
      @Nullable String newCounterexample) {
    return new LedgerEntry(
        schema,
        id,
        version,
        kind,
        newStatus,
        newPassed,
        grade,
        origin,
        cases,
        holds,
        violated,
        inconclusive,
        discards,
        strata,
        closestCall,
        newProbability,
        seed,
        tries,
        millis,
        newMessage,
        newCounterexample,
        versions);
  }
}
