package deeplinear.report;

import deeplinear.claim.Claim;
import deeplinear.claim.Claims;
import deeplinear.claim.Kind;
import deeplinear.claim.Sheet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A claim as the page shows it. Empty texts are not shown.
 *
 * @param id of the claim
 * @param anchor where the page describes it
 * @param kind in words
 * @param isFalse whether it must be refuted
 * @param about what the claim says about itself; all texts are empty if this version does not know
 *     it
 * @param hypotheses its row of the necessity map
 * @param neighbors wrong statements next to it
 * @param laws the wrong laws of motion that it was tried on, with the comparisons that see them
 * @param bits the largest k for which a first layer that is faster by 2^{−k} is seen; empty if none
 *     is
 * @param entries what the ledger says about it, the random corpus first
 * @param lines the same, as they are in the ledger
 */
record ClaimView(
    String id,
    String anchor,
    String kind,
    boolean isFalse,
    About about,
    List<ControlView> hypotheses,
    List<ControlView> neighbors,
    Map<String, List<String>> laws,
    String bits,
    List<EntryView> entries,
    List<LedgerEntry> lines) {

  /** The chapter of claims that this version does not know. */
  static final String UNKNOWN = "unknown to this version";

  /** What a claim says about itself. */
  record About(
      String chapter,
      String text,
      String why,
      String checked,
      String substance,
      String aim,
      String sources,
      String smallest) {}

  /**
   * The claim of some entries, of which there is at least one.
   *
   * @param known the claim, if this version knows it
   * @param number tells apart the anchors of claims that it does not
   */
  static ClaimView of(
      Optional<Claim<?>> known,
      int number,
      List<LedgerEntry> lines,
      Optional<RunRecord> run,
      Counterexamples files) {
    LedgerEntry first = lines.get(0);
    About about =
        known
            .map(claim -> about(claim))
            .orElse(new About(UNKNOWN, "", "", "", first.cases().substance().text(), "", "", ""));
    Controls controls = first.controls();
    return new ClaimView(
        first.id(),
        known.isPresent() ? first.id().replace('/', '-') : "unknown-" + number,
        words(first.kind()),
        first.kind() == Kind.FALSE,
        about,
        hypotheses(known, controls, files),
        controls.neighbors().stream().map(c -> ControlView.of(c, files)).toList(),
        laws(controls),
        controls.bits() == null ? "" : Integer.toString(controls.bits()),
        lines.stream().map(e -> EntryView.of(e, about.aim(), run, files)).toList(),
        lines);
  }

  private static String words(Kind kind) {
    return switch (kind) {
      case THEOREM -> "theorem";
      case FALSE -> "false conjecture";
      case OPEN -> "open question";
    };
  }

  private static About about(Claim<?> claim) {
    Sheet<?> sheet = claim.sheet();
    return new About(
        Claims.chapter(claim.id()),
        sheet.statement(),
        sheet.why(),
        sheet.checked(),
        sheet.substance(),
        Format.grade(sheet.aim()),
        String.join(", ", sheet.sources()),
        sheet.smallest().orElse(""));
  }

  private static Map<String, List<String>> laws(Controls controls) {
    Map<String, List<String>> laws = new LinkedHashMap<>();
    controls.laws().forEach((law, atoms) -> laws.put(Format.law(law), atoms));
    return laws;
  }

  private static List<ControlView> hypotheses(
      Optional<Claim<?>> known, Controls controls, Counterexamples files) {
    if (!controls.hypotheses().isEmpty() || known.isEmpty()) {
      return controls.hypotheses().stream().map(c -> ControlView.of(c, files)).toList();
    }
    return known.get().sheet().givens().stream()
        .map(g -> ControlView.undropped(g.hypothesis().name(), g.remark()))
        .toList();
  }

  /** Whether some wrong law of motion is seen. */
  public boolean seesLaws() {
    return laws.values().stream().anyMatch(atoms -> !atoms.isEmpty());
  }
}
