package deeplinear.report;

import deeplinear.theorem.Hypothesis;
import deeplinear.theorem.Kind;
import deeplinear.theorem.Registry;
import deeplinear.theorem.Statement;
import deeplinear.theorem.Theorem;
import java.util.List;
import java.util.Optional;

/**
 * A claim as the page shows it.
 *
 * @param id of the claim
 * @param anchor where the page describes it
 * @param kind {@code theorem} or {@code false conjecture}
 * @param text what is claimed
 * @param hypotheses under which it is claimed
 * @param checked what is checked and what is not
 * @param aim the grade aimed at
 * @param sources keys of the literature
 * @param control the hypothesis that the control drops, or the smallest witness against a
 *     conjecture
 * @param entries what the ledger says about it
 */
record Claim(
    String id,
    String anchor,
    String kind,
    String text,
    List<String> hypotheses,
    String checked,
    String aim,
    String sources,
    String control,
    List<EntryView> entries) {

  /** The chapter of ids that the registry does not know. */
  static final String UNKNOWN = "unknown to this version";

  /**
   * The claim with an id.
   *
   * @param number tells apart the anchors of claims that the registry does not know
   */
  static Claim of(String id, int number, List<LedgerEntry> entries, Counterexamples files) {
    Optional<Theorem<?>> known = find(id);
    String anchor = known.isPresent() ? id.replace('/', '-') : "unknown-" + number;
    String aim = known.map(t -> Format.grade(t.statement().grade())).orElse("");
    List<EntryView> views = entries.stream().map(e -> EntryView.of(e, anchor, aim, files)).toList();
    if (known.isEmpty()) {
      return new Claim(id, anchor, "claim", "", List.of(), "", aim, "", "", views);
    }
    Statement statement = known.get().statement();
    return new Claim(
        id,
        anchor,
        statement.kind() == Kind.THEOREM ? "theorem" : "false conjecture",
        statement.text(),
        known.get().hypotheses().stream().map(Hypothesis::name).toList(),
        statement.checked(),
        aim,
        String.join(", ", statement.sources()),
        statement.control(),
        views);
  }

  /** The chapter of an id. */
  static String chapter(String id) {
    return find(id).map(t -> t.statement().chapter()).orElse(UNKNOWN);
  }

  private static Optional<Theorem<?>> find(String id) {
    return Registry.all().stream().filter(t -> t.id().equals(id)).findFirst();
  }

  /** The entries under all hypotheses of a claim that is expected to hold. */
  public List<EntryView> positive() {
    return entries.stream().filter(EntryView::isPositive).toList();
  }

  /** The entries that are expected to be refuted. */
  public List<EntryView> negative() {
    return entries.stream().filter(e -> !e.isPositive()).toList();
  }
}
