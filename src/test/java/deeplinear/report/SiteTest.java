package deeplinear.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import deeplinear.claim.Claim;
import deeplinear.claim.Kind;
import deeplinear.evidence.Atom;
import deeplinear.evidence.ErrorBound;
import deeplinear.evidence.Grade;
import deeplinear.trial.Acceptance;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SiteTest {

  private static final String HOSTILE = "<script>alert(\"x\")</script>'&";

  private static final List<Claim<?>> CATALOG =
      List.of(Entries.holding(), Entries.violated(), Entries.controlled());

  @TempDir Path folder;

  private String page(LedgerEntry... entries) throws IOException {
    return page(new Ledger(List.of(entries), false), Optional.of(Entries.RUN));
  }

  private String page(Ledger ledger, Optional<RunRecord> run) throws IOException {
    return Files.readString(Site.write(ledger, run, CATALOG, folder));
  }

  /** An entry all of whose texts are hostile. */
  private static LedgerEntry hostile() {
    Entries.Fake claim = Entries.claim(HOSTILE, Atom.exact(HOSTILE, false, HOSTILE));
    LedgerEntry e = Entries.entry(claim, HOSTILE);
    ControlEntry control =
        new ControlEntry(
            HOSTILE,
            ControlEntry.Dropped.REFUTED,
            HOSTILE,
            "../" + HOSTILE,
            1,
            Map.of(HOSTILE, 1),
            HOSTILE,
            HOSTILE);
    return new LedgerEntry(
        e.schema(),
        HOSTILE,
        1,
        e.kind(),
        new Outcome(EntryStatus.VIOLATED, false, Grade.EXACT, List.of(HOSTILE), "../" + HOSTILE),
        new Cases(
            HOSTILE,
            1,
            e.cases().counts(),
            new Cases.Substance(HOSTILE, 1),
            Map.of(HOSTILE, 1),
            Map.of(HOSTILE, 1)),
        e.closestCall(),
        e.failureProbability(),
        e.atoms(),
        new Controls(List.of(control), List.of(control), Map.of(HOSTILE, List.of(HOSTILE)), 3));
  }

  private static LedgerEntry controlled() {
    return LedgerEntry.of(Entries.examination(Entries.controlled()), Acceptance.CORPUS);
  }

  @Test
  void textOfTheLedgerIsEscaped() throws IOException {
    Versions versions = new Versions(HOSTILE, HOSTILE, HOSTILE, HOSTILE);
    RunRecord run =
        new RunRecord(RunRecord.SCHEMA, HOSTILE, versions, 1, Map.of(HOSTILE, HOSTILE), List.of());
    String html = page(new Ledger(List.of(hostile()), false), Optional.of(run));
    assertFalse(html.contains("<script"), html);
    assertTrue(html.contains("&lt;script&gt;"), html);
  }

  @Test
  void emptyLedgerSaysThatNothingWasChecked() throws IOException {
    String html = page();
    assertTrue(html.contains("Nothing was checked"), html);
    assertFalse(html.contains("accepted."), html);
  }

  @Test
  void everyClaimOfTheCatalogIsShown() throws IOException {
    String html = page(Entries.entry("here"), Entries.entry(Entries.violated(), "here"));
    assertTrue(html.contains("id=\"chapter-claim\""), html);
    assertTrue(html.contains("id=\"chapter-violated\""), html);
    assertTrue(html.contains("reason of the claim"), html);
    assertTrue(html.contains("way of the check"), html);
    assertTrue(html.contains("W_1 = 1"), html);
    assertTrue(html.contains("Not in this ledger</h2>\n<p><span class=\"id\">chapter/controlled"));
    assertFalse(
        page(controlled(), Entries.entry("x"), entryOf("violated")).contains("Not in this"));
  }

  private static LedgerEntry entryOf(String name) {
    return Entries.entry(Entries.claim("chapter/" + name, Atom.exact("a", true, "")), "here");
  }

  @Test
  void failuresComeFirstAndAreLinked() throws IOException {
    String html = page(Entries.entry("good"), Entries.entry(Entries.violated(), "bad"));
    int link = html.indexOf("href=\"#chapter-violated\"");
    assertTrue(link > 0 && link < html.indexOf("What a pass means"), html);
    assertTrue(html.contains("2 claims checked: 1 passed, 1 did not."), html);
    assertTrue(html.contains("violated by 9 of 9 cases"), html);
    assertTrue(html.contains("replay --trial chapter/violated@1/ones/0 --seed -42"), html);
    assertFalse(html.contains("Everything was accepted"), html);
  }

  @Test
  void necessityMapShowsEveryHypothesis() throws IOException {
    String html = page(controlled());
    String map = html.substring(html.indexOf("id=\"necessity\""), html.indexOf("id=\"laws\""));
    assertTrue(map.contains("W_1 = 1") && map.contains("refuted"), map);
    assertTrue(map.contains("smallest: <strong>1-1</strong>"), map);
    assertTrue(map.contains("courage") && map.contains("no source"), map);
    assertTrue(map.contains("there is no other"), map);
    assertTrue(html.contains("W_1 is tiny"), html);
    assertTrue(html.contains("seen to fail by without: W_1 = 1"), html);
  }

  @Test
  void lawsThatAreSeenStandInTheMatrix() throws IOException {
    LedgerEntry e = controlled();
    LedgerEntry seeing =
        new LedgerEntry(
            e.schema(),
            e.id(),
            e.version(),
            e.kind(),
            e.outcome(),
            e.cases(),
            e.closestCall(),
            e.failureProbability(),
            e.atoms(),
            new Controls(List.of(), List.of(), Map.of("slow layer", List.of("a", "b")), 17));
    String html = page(seeing);
    String matrix = html.substring(html.indexOf("id=\"laws\""), html.indexOf("one by one"));
    assertTrue(matrix.contains("<th>slow layer</th>"), matrix);
    assertTrue(matrix.contains("<td>2</td><td>2<sup>−17</sup></td>"), matrix);
    assertTrue(page(e).contains("No law is seen by"), "a claim that sees no law is named");
    LedgerEntry conjecture =
        new LedgerEntry(
            e.schema(),
            e.id(),
            e.version(),
            Kind.FALSE,
            e.outcome(),
            e.cases(),
            e.closestCall(),
            e.failureProbability(),
            e.atoms(),
            seeing.controls());
    assertFalse(page(conjecture).contains("<th>slow layer</th>"));
  }

  @Test
  void counterexampleIsLinked_ifItExists() throws IOException {
    LedgerEntry entry = LedgerEntry.of(Entries.examination(Entries.violated()), Acceptance.CORPUS);
    String file = String.valueOf(entry.outcome().counterexample());
    assertFalse(page(entry).contains("href=\"counterexamples/"));
    Files.createDirectories(folder.resolve("counterexamples"));
    Files.writeString(folder.resolve("counterexamples").resolve(file), "{}");
    assertTrue(page(entry).contains("href=\"counterexamples/" + file + "\""));
  }

  @Test
  void gradeBelowTheAimIsMarked() throws IOException {
    assertFalse(page(Entries.entry("x")).contains("<span class=\"unsure\">exact"));
    Atom weak = Atom.equal("a", 1, 1, new ErrorBound(1e-9, "given"), 1);
    String html = page(Entries.entry(Entries.claim("chapter/claim", weak), "x"));
    assertTrue(html.contains("<span class=\"unsure\">numerical"), html);
  }

  @Test
  void truncationIsNoted() throws IOException {
    Ledger ledger = new Ledger(List.of(Entries.entry("x")), true);
    assertTrue(page(ledger, Optional.empty()).contains("broken off"));
  }

  @Test
  void timesAndVersionsAreThoseOfTheRecord() throws IOException {
    Ledger ledger = new Ledger(List.of(Entries.entry("here")), false);
    String with = page(ledger, Optional.of(Entries.RUN));
    assertTrue(with.contains("1.2 s") && with.contains("jqwik 1.9.3"), with);
    String without = page(ledger, Optional.empty());
    assertFalse(without.contains("1.2 s") || without.contains("jqwik"), without);
  }

  @Test
  void pageIsTheSameByteForByte_inEveryLocale() throws IOException {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.US);
      String expected = page(Entries.entry("x"), hostile());
      for (String tag : List.of("tr", "ar-EG", "de", "hi-IN-u-nu-deva")) {
        Locale.setDefault(Locale.forLanguageTag(tag));
        assertEquals(expected, page(Entries.entry("x"), hostile()), tag);
      }
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void nothingButPageAndSummaryIsLeftBehind() throws IOException {
    page(Entries.entry("x"));
    page(Entries.entry("y"));
    try (var files = Files.list(folder)) {
      assertEquals(
          List.of(folder.resolve("index.html"), folder.resolve("summary.json")),
          files.sorted().toList());
    }
  }
}
