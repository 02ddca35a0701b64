package deeplinear.cli;

import deeplinear.claim.Breach;
import deeplinear.claim.Claim;
import deeplinear.claim.Given;
import deeplinear.claim.Sheet;
import deeplinear.network.Subject;
import java.util.ArrayList;
import java.util.List;

/** What a claim says about itself, for a reader. */
final class TheoremText {

  private TheoremText() {}

  /** A paragraph, with an empty line at its end. */
  static <I extends Subject> String of(Claim<I> claim) {
    Sheet<I> sheet = claim.sheet();
    List<String> lines = new ArrayList<>();
    lines.add(claim.id() + "  (" + sheet.kind().word() + ", " + sheet.aim() + ")");
    lines.add("  claim    " + sheet.statement());
    if (!sheet.why().isEmpty()) {
      lines.add("  why      " + sheet.why());
    }
    String label = "  under    ";
    for (Given<I> given : sheet.givens()) {
      lines.add(label + given.hypothesis().name() + without(given));
      label = " ".repeat(label.length());
    }
    sheet.smallest().ifPresent(widths -> lines.add("  witness  smallest " + widths));
    lines.add("  source   " + String.join(", ", sheet.sources()));
    lines.add("");
    return String.join("\n", lines);
  }

  private static <I extends Subject> String without(Given<I> given) {
    return given
        .breach()
        .flatMap(Breach::smallest)
        .map(widths -> " (fails without it, first on " + widths + ")")
        .orElse(given.remark().isEmpty() ? "" : " (" + given.remark() + ")");
  }

  /** A list entry in Markdown. */
  static String markdown(Claim<?> claim) {
    Sheet<?> sheet = claim.sheet();
    return "- `"
        + claim.id()
        + "` ("
        + sheet.kind().word()
        + "): "
        + escape(sheet.statement())
        + " ["
        + escape(String.join(", ", sheet.sources()))
        + "]";
  }

  /** Stars, bars and angle brackets would be taken for markup. */
  private static String escape(String text) {
    return text.replace("\\", "\\\\")
        .replace("|", "\\|")
        .replace("*", "\\*")
        .replace("<", "&lt;")
        .replace("\n", " ");
  }
}
