package deeplinear.report;

import deeplinear.claim.Kind;
import deeplinear.evidence.Grade;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A ledger entry as the page shows it. Empty texts are not shown.
 *
 * @param origin of the cases
 * @param version of the claim, as it was checked
 * @param result what came out
 * @param tried how many cases, and which
 * @param call the closest one; its margin is empty if there is none
 * @param bound on the failure probability; empty if there is none
 * @param confidence of the bound
 * @param run how it was made
 * @param counterexample the name of its file
 * @param address of that file
 * @param atoms its comparisons
 */
record EntryView(
    String origin,
    int version,
    Result result,
    Tried tried,
    Call call,
    String bound,
    String confidence,
    Run run,
    String counterexample,
    String address,
    List<Comparison> atoms) {

  /**
   * What came out.
   *
   * @param status in lower case
   * @param isPassed whether the run accepts it
   * @param grade the weakest that was reached
   * @param missesAim whether it is weaker than the one aimed at
   * @param complaints of the run
   */
  record Result(
      String status, boolean isPassed, String grade, boolean missesAim, List<String> complaints) {}

  /** A label and how many cases carried it. */
  record Share(String label, int count) {}

  /**
   * The cases.
   *
   * @param cases how many, in words
   * @param counts the other counts, in words
   * @param substance how many were worth having
   * @param strata where they came from
   * @param features what they had
   */
  record Tried(
      String cases, String counts, int substance, List<Share> strata, List<Share> features) {}

  /** The closest call; its subject, as JSON, is empty if it is large. */
  record Call(
      String trial,
      String margin,
      String defect,
      String tolerance,
      String resolution,
      String atom,
      String detail,
      String subject) {}

  /** How an entry was made; the time is empty if there is no record of it. */
  record Run(String time, String seed, int tries) {}

  static EntryView of(
      LedgerEntry e, String aim, Optional<RunRecord> record, Counterexamples files) {
    Counts counts = e.cases().counts();
    String grade = counts.checked() == 0 ? "" : Format.grade(e.outcome().grade());
    Optional<FailureProbability> bound = Optional.ofNullable(e.failureProbability());
    String counterexample = e.outcome().counterexample();
    return new EntryView(
        e.cases().origin(),
        e.version(),
        new Result(
            Format.status(e.outcome().status()),
            e.outcome().passed(),
            grade,
            isWeaker(e, grade, aim),
            e.outcome().complaints()),
        new Tried(
            Format.count(counts.checked(), "case"),
            counts(e),
            e.cases().substance().count(),
            shares(e.cases().strata()),
            shares(e.cases().features())),
        call(e),
        bound.map(p -> Format.percent(p.upper())).orElse(""),
        bound.map(p -> Format.percent(p.confidence())).orElse(""),
        new Run(
            record.flatMap(r -> r.millis(e)).map(Format::time).orElse(""),
            Long.toString(e.cases().seed()),
            counts.tries()),
        counterexample == null ? "" : counterexample,
        files.address(counterexample),
        e.atoms());
  }

  private static Call call(LedgerEntry e) {
    ClosestCall call = e.closestCall();
    return call == null
        ? new Call("", "", "", "", "", "", "", "")
        : new Call(
            call.trial(),
            Format.margin(call.margin()),
            Format.margin(call.defect()),
            Format.margin(call.tolerance()),
            Format.margin(call.resolution()),
            call.atom(),
            call.detail(),
            call.subject() == null ? "" : SubjectText.of(call.subject()));
  }

  private static List<Share> shares(Map<String, Integer> counts) {
    return counts.entrySet().stream().map(s -> new Share(s.getKey(), s.getValue())).toList();
  }

  private static boolean isWeaker(LedgerEntry e, String grade, String aim) {
    Grade reached = e.outcome().grade();
    return !grade.isEmpty()
        && !aim.isEmpty()
        && !grade.equals(aim)
        && reached.weaker(Grade.valueOf(aim.toUpperCase(Locale.ROOT))) == reached;
  }

  private static String counts(LedgerEntry e) {
    Counts counts = e.cases().counts();
    int unsuitable = counts.unsuitable().values().stream().mapToInt(n -> n).sum();
    String violated =
        counts.violated() == 0 || e.kind() == Kind.FALSE
            ? counts.violated() == 0 ? "" : counts.violated() + " refute it, "
            : counts.violated() + " violated, ";
    String faults = counts.faults() == 0 ? "" : ", " + counts.faults() + " broke off";
    String unfit = unsuitable == 0 ? "" : ", " + unsuitable + " not for these data";
    return violated
        + counts.discards()
        + " discarded, "
        + counts.inconclusive()
        + " inconclusive"
        + faults
        + unfit;
  }
}
