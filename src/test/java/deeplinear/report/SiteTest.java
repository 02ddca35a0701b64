package deeplinear.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import deeplinear.evidence.Atom;
import deeplinear.theorem.Registry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SiteTest {

  private static final String HOSTILE = "<script>alert(\"x\")</script>'&";

  @TempDir Path folder;

  private String page(LedgerEntry... entries) throws IOException {
    return Files.readString(Site.write(new Ledger(List.of(entries), false), folder));
  }

  /** An entry all of whose texts are hostile. */
  private static LedgerEntry hostile() {
    LedgerEntry e =
        LedgerEntry.of(
            Entries.theorem(),
            Entries.with(Atom.exact(HOSTILE, false, HOSTILE)),
            new Run(HOSTILE, HOSTILE, 1, 1, new Versions(HOSTILE, HOSTILE, HOSTILE, HOSTILE)),
            false,
            HOSTILE);
    return new LedgerEntry(
        e.schema(),
        HOSTILE,
        1,
        e.kind(),
        e.status(),
        false,
        e.grade(),
        e.origin(),
        3,
        2,
        1,
        0,
        0,
        Map.of(HOSTILE, 1),
        e.closestCall(),
        e.failureProbability(),
        e.seed(),
        1,
        1,
        e.message(),
        "../" + HOSTILE,
        e.versions());
  }

  @Test
  void textOfTheLedgerIsEscaped() throws IOException {
    String html = page(hostile());
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
  void everyClaimOfTheRegistryIsShown() throws IOException {
    List<LedgerEntry> entries = new ArrayList<>();
    Registry.all()
        .forEach(
            t -> entries.add(LedgerEntry.of(t, Entries.holding(), Entries.run("here"), true, "")));
    String html = page(entries.toArray(new LedgerEntry[0]));
    Registry.all()
        .forEach(
            t ->
                assertTrue(html.contains("id=\"" + t.id().replace('/', '-') + "\""), () -> t.id()));
    assertFalse(html.contains("Not in this ledger"));
  }

  @Test
  void failuresComeFirstAndAreLinked() throws IOException {
    String html =
        page(
            Entries.entry("good"),
            LedgerEntry.of(
                Registry.all().get(1), Entries.violated(), Entries.run("bad"), false, "alarm"));
    int link = html.indexOf("href=\"#structure-nilpotent\"");
    assertTrue(link > 0 && link < html.indexOf("What a pass means"), html);
    assertTrue(html.contains("2 claims checked: 1 passed, 1 did not."), html);
    assertTrue(html.contains("alarm"), html);
  }

  @Test
  void counterexampleIsLinked_ifItExists() throws IOException {
    LedgerEntry control =
        LedgerEntry.control(Entries.theorem(), Entries.violated(), Entries.run("control"), true, "")
            .withCounterexample("a.json");
    assertFalse(page(control).contains("href=\"counterexamples/"));
    Files.createDirectories(folder.resolve("counterexamples"));
    Files.writeString(folder.resolve("counterexamples/a.json"), "{}");
    assertTrue(page(control).contains("href=\"counterexamples/a.json\""));
  }

  @Test
  void truncationIsNoted() throws IOException {
    Ledger ledger = new Ledger(List.of(Entries.entry("x")), true);
    assertTrue(Files.readString(Site.write(ledger, folder)).contains("broken off"));
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
  void nothingButThePageIsLeftBehind() throws IOException {
    page(Entries.entry("x"));
    page(Entries.entry("y"));
    try (var files = Files.list(folder)) {
      assertEquals(List.of(folder.resolve("index.html")), files.toList());
    }
  }
}
