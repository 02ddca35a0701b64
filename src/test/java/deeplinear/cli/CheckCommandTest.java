package deeplinear.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import deeplinear.report.Cases;
import deeplinear.report.EntryStatus;
import deeplinear.report.Ledger;
import deeplinear.report.LedgerEntry;
import deeplinear.report.RunFolder;
import deeplinear.report.Versions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckCommandTest {

  @TempDir Path folder;

  private Shell check(String... rest) {
    List<Object> args = new ArrayList<>(List.of("check", "--out", folder));
    args.addAll(List.of(rest));
    if (!args.contains("--cases")) {
      args.addAll(List.of("--cases", 2));
    }
    return Shell.run(args.toArray());
  }

  @Test
  void allApplicableTheoremsHold_onIris() throws IOException {
    Shell shell = check("--data", "iris", "--hidden", "3");
    assertEquals("", shell.err());
    assertEquals(ExitCode.HOLDS, shell.code(), shell.out());
    assertTrue(shell.out().contains("network 4-3-3, seed 0"), shell.out());
    Ledger ledger = Ledger.read(folder.resolve("ledger.jsonl"));
    assertFalse(ledger.isTruncated());
    assertTrue(ledger.entries().size() >= 16, "only " + ledger.entries().size() + " entries");
    for (LedgerEntry entry : ledger.entries()) {
      assertTrue(entry.outcome().passed() && entry.cases().counts().holds() > 0, entry.toString());
      assertEquals("iris, hidden 3", entry.cases().origin());
    }
    assertTrue(Files.readString(folder.resolve("index.html")).contains("Everything was accepted"));
    assertFalse(Files.exists(folder.resolve("ledger.jsonl.tmp")));
  }

  @Test
  void singleClaimIsCheckedOnTheCorpus_withItsControls() throws IOException {
    Shell shell = check("--claim", "structure/isospectral", "--cases", "30", "--seed", "3");
    assertEquals(ExitCode.HOLDS, shell.code(), shell.out());
    LedgerEntry entry = Ledger.read(folder.resolve("ledger.jsonl")).entries().get(0);
    assertEquals(30, entry.cases().counts().tries());
    assertEquals(3, entry.cases().seed());
    assertEquals(Cases.CORPUS, entry.cases().origin());
    assertTrue(
        shell.out().contains("  without \"no edge skips a layer\": refuted, smallest 1-1-1"));
    assertTrue(Files.exists(folder.resolve("summary.json")));
    assertTrue(Files.exists(folder.resolve("run.json")));
  }

  @Test
  void falseConjectureMustBeRefuted_exitCodeZero() throws IOException {
    Shell shell = check("--claim", "conjectures/rank-is-conserved", "--cases", "30");
    assertEquals(ExitCode.HOLDS, shell.code(), shell.out());
    assertTrue(shell.out().contains("REFUTED"), shell.out());
    assertTrue(Files.exists(folder.resolve("counterexamples/conjectures-rank-is-conserved.json")));
  }

  @Test
  void claimThatBreaksOffHidesNoOther() throws IOException {
    for (Throwable fault : List.of(new IllegalArgumentException("odd"), new AssertionError("no"))) {
      LedgerEntry entry =
          CheckCommand.guarded(
                  Fake.of(i -> Fake.holds()),
                  "here",
                  1,
                  () -> {
                    if (fault instanceof RuntimeException e) {
                      throw e;
                    }
                    throw (AssertionError) fault;
                  })
              .entry()
              .orElseThrow();
      assertEquals(EntryStatus.FAILED, entry.outcome().status());
      assertEquals(ExitCode.INCONCLUSIVE, ExitCode.of(List.of(entry)));
    }
  }

  @Test
  void folderOfAnotherRunIsRefused() throws IOException {
    try (RunFolder other = RunFolder.open(folder, Versions.current(""), Map.of())) {
      Shell shell = check("--claim", "structure/isospectral", "--cases", "3");
      assertEquals(ExitCode.BAD_INPUT, shell.code());
      assertTrue(shell.err().contains("another run is writing here"), shell.err());
      assertTrue(Files.exists(other.ledger()));
    }
  }

  @Test
  void missingHypothesisIsNamed() {
    Shell shell = check("--data", "iris", "--hidden", "2,2");
    assertTrue(shell.out().contains("not applicable: needs depth h = 2"), () -> shell.out());
  }

  @Test
  void singularDataAreRestricted_andSoSaid() throws IOException {
    Path file = Files.writeString(folder.resolve("d.csv"), "a,b,y\n1,2,1\n2,4,0\n3,6,5\n");
    Shell shell = check("--data", file.toString(), "--targets", "y", "--hidden", "2");
    assertTrue(shell.out().contains("after whitening, 1 of 2 inputs remain"), () -> shell.out());
    assertEquals("", shell.err());
  }

  @Test
  void numbersThatMayBeClassesAreHinted_andCanBeClasses() throws IOException {
    String line = "1,0\n2,1\n3,2\n";
    Path file = Files.writeString(folder.resolve("d.csv"), "a,y\n" + line.repeat(5));
    String[] args = {"--data", file.toString(), "--targets", "y", "--hidden", "1"};
    Shell numbers = check(args);
    assertTrue(numbers.out().contains("network 1-1-1, "), numbers::out);
    assertTrue(numbers.out().contains("with --classes y for classes"), numbers::out);
    List<String> more = new ArrayList<>(List.of(args));
    more.addAll(List.of("--classes", "y"));
    Shell classes = check(more.toArray(String[]::new));
    assertTrue(classes.out().contains("targets y=0, y=1, y=2, network 1-1-3, "), classes::out);
    assertFalse(classes.out().contains("--classes"), classes::out);
  }

  @Test
  void targetsThatVanishLeaveNoSpectrum() throws IOException {
    Path file = Files.writeString(folder.resolve("d.csv"), "a,y\n1,0\n2,0\n");
    Shell shell = check("--data", file.toString(), "--targets", "y", "--hidden", "1");
    assertTrue(shell.out().contains("not applicable"), () -> shell.out());
    assertTrue(shell.code() == ExitCode.HOLDS || shell.code() == ExitCode.INCONCLUSIVE);
    assertEquals("", shell.err());
  }

  @Test
  void outputDependsOnTheArgumentsAlone_notOnTheLocale() throws IOException {
    Locale before = Locale.getDefault();
    try {
      String expected = "";
      for (String tag : List.of("en", "tr", "ar-EG")) {
        Locale.setDefault(Locale.forLanguageTag(tag));
        String text = check("--data", "iris", "--hidden", "1").out() + ledger();
        expected = expected.isEmpty() ? text : expected;
        assertEquals(expected, text, tag);
      }
    } finally {
      Locale.setDefault(before);
    }
  }

  /** It holds no times. */
  private String ledger() throws IOException {
    return Files.readString(folder.resolve("ledger.jsonl"));
  }
}
