package deeplinear.cli;

import deeplinear.report.ClosestCall;
import deeplinear.report.LedgerEntry;
import java.util.Locale;

/** Results as lines of a table of fixed width. */
final class ResultTable {

  private ResultTable() {}

  static String header() {
    return line("id", "status", "grade", "margin", "cases");
  }

  static String row(LedgerEntry entry) {
    ClosestCall call = entry.closestCall();
    Double margin = call == null ? null : call.margin();
    return line(
        entry.id(),
        entry.outcome().status().name(),
        entry.cases().counts().checked() == 0 ? "–" : entry.outcome().grade().name(),
        margin == null ? "–" : String.format(Locale.ROOT, "%.2e", margin),
        Integer.toString(entry.cases().counts().checked()));
  }

  static String row(String id, String reason) {
    return String.format(Locale.ROOT, "%-38s %s", id, reason);
  }

  private static String line(String id, String status, String grade, String margin, String cases) {
    return String.format(
        Locale.ROOT, "%-38s %-12s %-11s %10s %6s", id, status, grade, margin, cases);
  }
}
