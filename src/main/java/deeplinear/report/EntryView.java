package deeplinear.report;

import deeplinear.evidence.Grade;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A ledger entry as the page shows it. Empty texts are not shown.
 *
 * @param anchor where the page describes the claim
 * @param id of the claim
 * @param version of the claim, as it was checked
 * @param kind {@code theorem}, {@code control} or {@code false conjecture}
 * @param isPositive whether the claim was expected to hold
 * @param status in lower case
 * @param passed whether the run accepts it
 * @param grade the weakest that was reached
 * @param missesAim whether it is weaker than the one aimed at
 * @param origin of the cases
 * @param cases how many cases, in words
 * @param counts the other counts, in words
 * @param strata labels with counts
 * @param margin of the closest call
 * @param error of the closest call
 * @param atom of the closest call
 * @param detail of the closest call
 * @param subject of the closest call, as JSON
 * @param bound on the failure probability
 * @param confidence of the bound
 * @param time of the run
 * @param seed of the run
 * @param tries of the run
 * @param message of the entry
 * @param counterexample the name of its file
 * @param address of that file
 */
record EntryView(
    String anchor,
    String id,
    int version,
    String kind,
    boolean isPositive,
    String status,
    boolean passed,
    String grade,
    boolean missesAim,
    String origin,
    String cases,
    String counts,
    List<Stratum> strata,
    String margin,
    String error,
    String atom,
    String detail,
    String subject,
    String bound,
    String confidence,
    String time,
    String seed,
    int tries,
    String message,
    String counterexample,
    String address) {

  /** A label and how many cases carried it. */
  record Stratum(String label, int count) {}

  static EntryView of(LedgerEntry e, String anchor, String aim, Counterexamples files) {
    Optional<ClosestCall> call = Optional.ofNullable(e.closestCall());
    String grade = e.cases() == 0 ? "" : Format.grade(e.grade());
    boolean positive = e.kind() == EntryKind.THEOREM;
    Optional<FailureProbability> bound =
        Optional.ofNullable(positive ? e.failureProbability() : null);
    return new EntryView(
        anchor,
        e.id(),
        e.version(),
        switch (e.kind()) {
          case THEOREM -> "theorem";
          case CONTROL -> "control";
          case FALSE_CONJECTURE -> "false conjecture";
        },
        positive,
        Format.status(e.status()),
        e.passed(),
        grade,
        isWeaker(e, grade, aim),
        e.origin(),
        Format.count(e.cases(), "case"),
        counts(e),
        e.strata().entrySet().stream().map(s -> new Stratum(s.getKey(), s.getValue())).toList(),
        call.map(c -> Format.margin(c.margin())).orElse(""),
        call.map(c -> Format.margin(c.error())).orElse(""),
        call.map(ClosestCall::atom).orElse(""),
        call.map(ClosestCall::detail).orElse(""),
        call.map(c -> SubjectText.of(c.subject())).orElse(""),
        bound.map(p -> Format.percent(p.upper())).orElse(""),
        bound.map(p -> Format.percent(p.confidence())).orElse(""),
        Format.time(e.millis()),
        e.seed(),
        e.tries(),
        e.message(),
        Optional.ofNullable(e.counterexample()).orElse(""),
        files.address(e.counterexample()));
  }

  private static boolean isWeaker(LedgerEntry e, String grade, String aim) {
    return !grade.isEmpty()
        && !aim.isEmpty()
        && !grade.equals(aim)
        && e.grade().weaker(gradeOf(aim)) == e.grade();
  }

  private static Grade gradeOf(String lower) {
    return Grade.valueOf(lower.toUpperCase(Locale.ROOT));
  }

  private static String counts(LedgerEntry e) {
    String violated = e.violated() == 0 ? "" : e.violated() + " violated, ";
    return violated + e.discards() + " discarded, " + e.inconclusive() + " inconclusive";
  }
}
