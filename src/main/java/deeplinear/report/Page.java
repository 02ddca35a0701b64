package deeplinear.report;

import deeplinear.theorem.Registry;
import deeplinear.theorem.Theorem;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What the page shows.
 *
 * @param isEmpty whether the ledger has no entry
 * @param isTruncated whether its last line was dropped
 * @param headline what came out, in a few sentences
 * @param failures the entries that the run does not accept
 * @param chapters claims that are expected to hold, by chapter
 * @param claims all claims of the ledger
 * @param negative controls and false conjectures
 * @param unchecked the ids of the registry that the ledger does not mention
 * @param versions of everything, one line for each combination
 */
record Page(
    boolean isEmpty,
    boolean isTruncated,
    List<String> headline,
    List<EntryView> failures,
    List<Chapter> chapters,
    List<Claim> claims,
    List<EntryView> negative,
    List<String> unchecked,
    Collection<String> versions) {

  /** The claims of a chapter that have entries under all hypotheses. */
  record Chapter(String name, List<Claim> claims) {}

  static Page of(Ledger ledger, Counterexamples files) {
    List<Claim> claims = claims(ledger.entries(), files);
    List<EntryView> entries = claims.stream().flatMap(c -> c.entries().stream()).toList();
    Set<String> mentioned = new LinkedHashSet<>();
    Set<String> versions = new LinkedHashSet<>();
    for (LedgerEntry entry : ledger.entries()) {
      mentioned.add(entry.id());
      Versions v = entry.versions();
      versions.add(
          String.format(
              Locale.ROOT,
              "DeepLinear %s, jqwik %s, Java %s, large products by %s",
              v.deeplinear(),
              v.jqwik(),
              v.java(),
              v.largeProducts()));
    }
    return new Page(
        entries.isEmpty(),
        ledger.isTruncated(),
        headline(ledger.entries()),
        entries.stream().filter(e -> !e.passed()).toList(),
        chapters(claims),
        claims,
        claims.stream().flatMap(c -> c.negative().stream()).toList(),
        Registry.all().stream().map(Theorem::id).filter(id -> !mentioned.contains(id)).toList(),
        versions);
  }

  /**
   * In the order of the registry, then those that it does not know in the order of the ledger; the
   * entries of each with most cases first.
   */
  private static List<Claim> claims(List<LedgerEntry> entries, Counterexamples files) {
    Map<String, List<LedgerEntry>> byId = new LinkedHashMap<>();
    Registry.all().forEach(t -> byId.put(t.id(), new ArrayList<>()));
    entries.forEach(e -> byId.computeIfAbsent(e.id(), id -> new ArrayList<>()).add(e));
    List<Claim> claims = new ArrayList<>();
    byId.forEach(
        (id, own) -> {
          if (!own.isEmpty()) {
            own.sort(Comparator.comparingInt(LedgerEntry::cases).reversed());
            claims.add(Claim.of(id, claims.size(), own, files));
          }
        });
    return claims;
  }

  private static List<Chapter> chapters(List<Claim> claims) {
    Map<String, List<Claim>> byName = new LinkedHashMap<>();
    for (Claim claim : claims) {
      if (!claim.positive().isEmpty()) {
        byName.computeIfAbsent(Claim.chapter(claim.id()), n -> new ArrayList<>()).add(claim);
      }
    }
    return byName.entrySet().stream().map(e -> new Chapter(e.getKey(), e.getValue())).toList();
  }

  private static List<String> headline(List<LedgerEntry> entries) {
    List<String> sentences = new ArrayList<>();
    sentences.add(passes(entries, EntryKind.THEOREM, "claim", "checked", "passed"));
    sentences.add(passes(entries, EntryKind.CONTROL, "control", "run", "refuted"));
    sentences.add(
        passes(entries, EntryKind.FALSE_CONJECTURE, "false conjecture", "run", "refuted"));
    sentences.removeIf(String::isEmpty);
    long cases = entries.stream().mapToLong(LedgerEntry::cases).sum();
    sentences.add(cases + " cases in all.");
    return sentences;
  }

  private static String passes(
      List<LedgerEntry> entries, EntryKind kind, String noun, String done, String good) {
    Set<String> all = ids(entries, e -> e.kind() == kind);
    Set<String> bad = ids(entries, e -> e.kind() == kind && !e.passed());
    if (all.isEmpty()) {
      return "";
    }
    return String.format(
        Locale.ROOT,
        "%s %s: %d %s, %d did not.",
        Format.count(all.size(), noun),
        done,
        all.size() - bad.size(),
        good,
        bad.size());
  }

  private static Set<String> ids(List<LedgerEntry> entries, Predicate<LedgerEntry> condition) {
    Set<String> ids = new LinkedHashSet<>();
    entries.stream().filter(condition).forEach(e -> ids.add(e.id()));
    return ids;
  }
}
