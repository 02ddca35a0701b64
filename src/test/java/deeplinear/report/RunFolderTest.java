package deeplinear.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import deeplinear.network.Instance;
import deeplinear.trial.Acceptance;
import deeplinear.trial.Examination;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunFolderTest {

  @TempDir Path folder;

  private RunFolder open() throws IOException {
    return RunFolder.open(folder.resolve("out"), Entries.VERSIONS, Map.of("cases", "9"));
  }

  @Test
  void secondRunIsRefusedUntilTheFirstIsOver() throws IOException {
    try (RunFolder first = open()) {
      first.add(Entries.entry("first"), 1);
      IOException e = assertThrows(IOException.class, this::open);
      assertTrue(String.valueOf(e.getMessage()).contains("another run is writing here"));
      assertEquals(1, Ledger.read(first.ledger()).entries().size());
    }
    try (RunFolder second = open()) {
      assertEquals(0, Ledger.read(second.ledger()).entries().size());
    }
  }

  @Test
  void secondProcessIsRefused() throws IOException, InterruptedException {
    try (RunFolder first = open()) {
      String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
      Process other =
          new ProcessBuilder(
                  java,
                  "-cp",
                  System.getProperty("java.class.path"),
                  RunFolderTest.class.getName(),
                  String.valueOf(first.ledger().getParent()))
              .redirectErrorStream(true)
              .start();
      String text = new String(other.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertEquals(1, other.waitFor(), text);
      assertTrue(text.contains("another run is writing here"), text);
    }
  }

  /** The other process. */
  public static void main(String[] args) throws IOException {
    RunFolder.open(Path.of(args[0]), Entries.VERSIONS, Map.of()).close();
  }

  @Test
  void ledgerThatVanishesIsAnError() throws IOException {
    try (RunFolder run = open()) {
      run.add(Entries.entry("first"), 1);
      Files.delete(run.ledger());
      IOException e = assertThrows(IOException.class, () -> run.add(Entries.entry("next"), 1));
      assertTrue(String.valueOf(e.getMessage()).contains("was removed"));
    }
  }

  @Test
  void recordOfTheRunIsReadBack() throws IOException {
    try (RunFolder run = open()) {
      run.add(Entries.entry("here"), 77);
      RunRecord record = RunRecord.read(folder.resolve("out")).orElseThrow();
      assertEquals(Entries.VERSIONS, record.versions());
      assertEquals(Map.of("cases", "9"), record.props());
      assertEquals(List.of(new RunRecord.Time("chapter/claim", "here", 77)), record.times());
      assertFalse(Files.readString(run.ledger()).contains("millis"));
    }
    assertTrue(RunRecord.read(folder).isEmpty());
    Files.writeString(folder.resolve("run.json"), "{}");
    assertThrows(LedgerFormatException.class, () -> RunRecord.read(folder));
  }

  @Test
  void everyWitnessOfTheLedgerIsAFile() throws IOException {
    try (RunFolder run = open()) {
      Examination<Instance> examination = Entries.examination(Entries.controlled());
      LedgerEntry entry = LedgerEntry.of(examination, Acceptance.CORPUS);
      run.write(examination);
      run.add(entry, 1);
      Path witnesses = folder.resolve("out/counterexamples");
      for (ControlEntry control : entry.controls().neighbors()) {
        assertTrue(Files.exists(witnesses.resolve(String.valueOf(control.witness()))));
      }
      Path page = run.publish();
      assertTrue(Files.readString(page).contains("href=\"counterexamples/chapter-controlled--"));
      assertTrue(Files.exists(folder.resolve("out/summary.json")));
    }
    try (RunFolder next = open();
        var files = Files.list(folder.resolve("out/counterexamples"))) {
      assertEquals(List.of(), files.toList(), next.ledger().toString());
      assertFalse(Files.exists(folder.resolve("out/index.html")));
      assertFalse(Files.exists(folder.resolve("out/summary.json")));
    }
  }
}
