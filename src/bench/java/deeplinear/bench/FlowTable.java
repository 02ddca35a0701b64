package deeplinear.bench;

import java.util.List;
import java.util.Locale;

/** The table of the flow as Markdown. */
final class FlowTable {

  private FlowTable() {}

  static String of(List<Row> rows) {
    StringBuilder text = new StringBuilder("## Flow\n\n");
    text.append("Errors: ‖y − y_ref‖ / max(1, ‖y_ref‖) over the nets of the set. Seconds: the ")
        .append("shortest of the repetitions. Ratio: processor time over the smallest of the same ")
        .append("set and rtol.\n\n")
        .append("| set | rtol | contender | seconds | CPU seconds | ratio | max error | 99 % | ")
        .append("median |\n|---|---|---|---|---|---|---|---|---|\n");
    for (Row row : rows) {
      text.append(
          String.format(
              Locale.ROOT,
              "| %s | %.0e | %s | %.3g | %.3g | %.2f | %s | %s | %s |%n",
              row.set(),
              row.relative(),
              row.contender(),
              row.seconds(),
              row.cpu(),
              row.ratio(),
              row.errors().map(e -> number(e.maximum())).orElse("–"),
              row.errors().map(e -> number(e.ninetyNinth())).orElse("–"),
              row.errors().map(e -> number(e.median())).orElse("–")));
    }
    return text.append('\n').toString();
  }

  private static String number(double x) {
    return String.format(Locale.ROOT, "%.1e", x);
  }
}
