package deeplinear.report;

import deeplinear.claim.Claim;
import deeplinear.claim.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the page shows.
 *
 * @param isEmpty whether the ledger has no entry
 * @param isTruncated whether its last line was dropped
 * @param headline what came out, in a few sentences
 * @param failures the claims with entries that the run does not accept
 * @param chapters claims that may hold, by chapter
 * @param claims all claims of the ledger
 * @param refuted the claims that must be refuted
 * @param laws which claim sees which wrong law
 * @param unchecked the ids of claims that the ledger does not mention
 * @param run how the ledger was made, in a few lines; empty if there is no record of it
 */
record Page(
    boolean isEmpty,
    boolean isTruncated,
    List<String> headline,
    List<ClaimView> failures,
    List<Chapter> chapters,
    List<ClaimView> claims,
    List<ClaimView> refuted,
    LawMatrix laws,
    List<String> unchecked,
    List<String> run) {

  /** The claims of a chapter that may hold. */
  record Chapter(String name, List<ClaimView> claims) {}

  static Page of(
      Ledger ledger, Optional<RunRecord> run, List<Claim<?>> catalog, Counterexamples files) {
    List<ClaimView> claims = claims(ledger.entries(), run, catalog, files);
    Set<String> mentioned = claims.stream().map(ClaimView::id).collect(Collectors.toSet());
    return new Page(
        claims.isEmpty(),
        ledger.isTruncated(),
        headline(ledger.entries()),
        claims.stream().filter(c -> c.entries().stream().anyMatch(Page::isFailure)).toList(),
        chapters(claims),
        claims,
        claims.stream().filter(ClaimView::isFalse).toList(),
        LawMatrix.of(claims),
        catalog.stream().map(Claim::id).filter(id -> !mentioned.contains(id)).toList(),
        run.map(Page::lines).orElse(List.of()));
  }

  private static boolean isFailure(EntryView entry) {
    return !entry.result().isPassed();
  }

  /**
   * In the order of the catalog, then those that are not in it in the order of the ledger; the
   * entries of each with the random corpus first. An entry that stands twice counts once.
   */
  private static List<ClaimView> claims(
      List<LedgerEntry> entries,
      Optional<RunRecord> run,
      List<Claim<?>> catalog,
      Counterexamples files) {
    Map<String, List<LedgerEntry>> byId = new LinkedHashMap<>();
    catalog.forEach(claim -> byId.put(claim.id(), new ArrayList<>()));
    new LinkedHashSet<>(entries)
        .forEach(e -> byId.computeIfAbsent(e.id(), id -> new ArrayList<>()).add(e));
    List<ClaimView> claims = new ArrayList<>();
    byId.forEach(
        (id, own) -> {
          if (!own.isEmpty()) {
            own.sort(Comparator.comparing(e -> !e.cases().origin().equals(Cases.CORPUS)));
            Optional<Claim<?>> known = catalog.stream().filter(c -> c.id().equals(id)).findFirst();
            claims.add(ClaimView.of(known, claims.size(), own, run, files));
          }
        });
    return claims;
  }

  private static List<Chapter> chapters(List<ClaimView> claims) {
    Map<String, List<ClaimView>> byName = new LinkedHashMap<>();
    for (ClaimView claim : claims) {
      if (!claim.isFalse()) {
        byName.computeIfAbsent(claim.about().chapter(), n -> new ArrayList<>()).add(claim);
      }
    }
    return byName.entrySet().stream().map(e -> new Chapter(e.getKey(), e.getValue())).toList();
  }

  private static List<String> headline(List<LedgerEntry> entries) {
    List<String> sentences = new ArrayList<>();
    sentences.add(passes(entries, Kind.THEOREM, "claim", "passed"));
    sentences.add(passes(entries, Kind.FALSE, "false conjecture", "refuted"));
    sentences.add(passes(entries, Kind.OPEN, "open question", "accepted"));
    sentences.add(controls(entries, Controls::hypotheses, "Without a hypothesis"));
    sentences.add(controls(entries, Controls::neighbors, "Wrong neighbors"));
    sentences.removeIf(String::isEmpty);
    long cases = entries.stream().mapToLong(e -> e.cases().counts().checked()).sum();
    sentences.add(cases + " cases in all.");
    return sentences;
  }

  private static String passes(List<LedgerEntry> entries, Kind kind, String noun, String good) {
    Set<String> all = ids(entries.stream().filter(e -> e.kind() == kind));
    Set<String> bad = ids(entries.stream().filter(e -> e.kind() == kind && !e.outcome().passed()));
    if (all.isEmpty()) {
      return "";
    }
    return String.format(
        Locale.ROOT,
        "%s checked: %d %s, %d did not.",
        Format.count(all.size(), noun),
        all.size() - bad.size(),
        good,
        bad.size());
  }

  private static String controls(
      List<LedgerEntry> entries, Function<Controls, List<ControlEntry>> part, String what) {
    Map<ControlEntry.Dropped, Long> counts =
        entries.stream()
            .flatMap(e -> part.apply(e.controls()).stream())
            .collect(Collectors.groupingBy(ControlEntry::dropped, Collectors.counting()));
    if (counts.isEmpty()) {
      return "";
    }
    long none = counts.getOrDefault(ControlEntry.Dropped.NO_SOURCE, 0L);
    return String.format(
        Locale.ROOT,
        "%s: %d refuted, %d not%s.",
        what,
        counts.getOrDefault(ControlEntry.Dropped.REFUTED, 0L),
        counts.getOrDefault(ControlEntry.Dropped.NOT_REFUTED, 0L),
        none == 0 ? "" : ", " + none + " cannot be dropped alone");
  }

  private static Set<String> ids(Stream<LedgerEntry> entries) {
    return entries.map(LedgerEntry::id).collect(Collectors.toSet());
  }

  private static List<String> lines(RunRecord run) {
    Versions v = run.versions();
    String props =
        run.props().entrySet().stream()
            .map(p -> p.getKey() + " = " + p.getValue())
            .collect(Collectors.joining(", "));
    List<String> lines = new ArrayList<>();
    lines.add(
        String.format(
            Locale.ROOT,
            "DeepLinear %s, %sJava %s, large products by %s",
            v.deeplinear(),
            v.jqwik().isEmpty() ? "" : "jqwik " + v.jqwik() + ", ",
            v.java(),
            v.largeProducts()));
    lines.add("started " + run.started() + " on " + Format.count(run.cores(), "core"));
    lines.add(props);
    lines.removeIf(String::isEmpty);
    return lines;
  }
}
