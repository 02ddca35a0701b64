package deeplinear.cli;

import deeplinear.claim.Claim;
import deeplinear.report.ClosestCall;
import deeplinear.report.ControlEntry;
import deeplinear.report.LedgerEntry;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Results as lines of a table.
 *
 * @param width of the first column
 */
record ResultTable(int width) {

  /** A table for these claims. */
  static ResultTable of(List<Claim<?>> claims) {
    return new ResultTable(claims.stream().mapToInt(c -> c.id().length()).max().orElse(0));
  }

  String header() {
    return line("id", "status", "grade", "margin", "cases", "substance");
  }

  /**
   * An entry, and below it what a reader must know: why it is not accepted, where its
   * counterexample is, and how to replay the closest call of a violation.
   *
   * @param options of the data, for replay
   */
  List<String> rows(LedgerEntry entry, String options, Path out) {
    ClosestCall call = entry.closestCall();
    Double margin = call == null ? null : call.margin();
    int checked = entry.cases().counts().checked();
    List<String> lines = new ArrayList<>();
    lines.add(
        line(
            entry.id(),
            entry.outcome().status().name(),
            checked == 0 ? "–" : entry.outcome().grade().name(),
            margin == null ? "–" : String.format(Locale.ROOT, "%.3g", margin),
            Integer.toString(checked),
            Integer.toString(entry.cases().substance().count())));
    entry.outcome().complaints().forEach(complaint -> lines.add("  " + complaint));
    entry.controls().hypotheses().forEach(c -> lines.add(control("without", c)));
    entry.controls().neighbors().forEach(c -> lines.add(control("wrong neighbor", c)));
    if (entry.outcome().counterexample() != null) {
      lines.add(
          "  replay " + out.resolve("counterexamples").resolve(entry.outcome().counterexample()));
    }
    if (!entry.outcome().passed() && call != null && call.margin() != null && call.margin() < 0) {
      lines.add(
          String.format(
              Locale.ROOT,
              "  replay --trial %s --seed %d%s",
              call.trial(),
              entry.cases().seed(),
              options));
    }
    return lines;
  }

  private static String control(String what, ControlEntry control) {
    return String.format(
        Locale.ROOT,
        "  %s \"%s\": %s%s",
        what,
        control.name(),
        control.dropped().words(),
        control.smallest() == null ? "" : ", smallest " + control.smallest());
  }

  String row(String id, String reason) {
    return String.format(Locale.ROOT, "%-" + width + "s %s", id, reason);
  }

  private String line(String id, String... rest) {
    return String.format(
        Locale.ROOT,
        "%-" + width + "s %-12s %-11s %9s %8s %9s",
        id,
        rest[0],
        rest[1],
        rest[2],
        rest[3],
        rest[4]);
  }
}
