package deeplinear.report;

import deeplinear.theorem.Kind;
import deeplinear.theorem.Registry;
import deeplinear.theorem.Statement;
import deeplinear.theorem.Theorem;
import java.util.Locale;
import java.util.StringJoiner;

/** The registry as the table of the README. */
public final class ReadmeTable {

  private ReadmeTable() {}

  /** A Markdown table with one claim to the row, without a line break at the end. */
  public static String markdown() {
    StringJoiner table = new StringJoiner("\n");
    table.add("| id | claim | status | grade | control or witness | source |");
    table.add("|---|---|---|---|---|---|");
    Registry.all().stream().map(Theorem::statement).forEach(s -> table.add(row(s)));
    return table.toString();
  }

  private static String row(Statement s) {
    boolean isFalse = s.kind() == Kind.FALSE_CONJECTURE;
    return String.format(
        Locale.ROOT,
        "| `%s` | %s | %s | %s | %s | %s |",
        s.id(),
        escape(s.text()),
        isFalse ? "false, refuted" : "theorem, checked",
        Format.grade(s.grade()),
        escape(s.control()),
        escape(String.join(", ", s.sources())));
  }

  /** Bars end cells, and stars and angle brackets would be taken for markup. */
  private static String escape(String text) {
    return text.replace("\\", "\\\\")
        .replace("|", "\\|")
        .replace("*", "\\*")
        .replace("<", "&lt;")
        .replace("\n", " ");
  }
}
