package deeplinear.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import deeplinear.evidence.Atom;
import deeplinear.evidence.Grade;
import deeplinear.evidence.Status;
import deeplinear.trial.Acceptance;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LedgerTest {

  @TempDir Path folder;

  @Test
  void entriesAreReadBack_inOrder() throws IOException {
    Path file = folder.resolve("a/b/ledger.jsonl");
    List<LedgerEntry> entries =
        List.of(
            Entries.entry("erste <Quelle> \"ü\"\n"),
            LedgerEntry.of(Entries.examination(Entries.controlled()), Acceptance.CORPUS),
            LedgerEntry.of(Entries.examination(Entries.violated()), Acceptance.CORPUS),
            LedgerEntry.broken(Entries.holding(), "broken", 1, new OutOfMemoryError("heap")));
    for (LedgerEntry entry : entries) {
      Ledger.append(file, entry);
    }
    assertEquals(new Ledger(entries, false), Ledger.read(file));
  }

  @Test
  void missingFileIsAnEmptyLedger() throws IOException {
    assertEquals(new Ledger(List.of(), false), Ledger.read(folder.resolve("none")));
  }

  @Test
  void numbersThatAreNotFiniteAreNull() throws IOException {
    Path file = folder.resolve("ledger.jsonl");
    Atom atom =
        new Atom(
            "a", Grade.NUMERICAL, Status.VIOLATED, Double.POSITIVE_INFINITY, 1, Double.NaN, "");
    Ledger.append(file, Entries.entry(Entries.claim("chapter/claim", atom), "x"));
    String line = Files.readString(file);
    assertTrue(line.contains("\"margin\":-1.0,\"defect\":null,\"tolerance\":1.0"), line);
    assertFalse(line.contains("NaN") || line.contains("Infinity"), line);
    assertEquals(1, Ledger.read(file).entries().size());
  }

  @Test
  void wordsAreThoseOfReports() throws IOException {
    Path file = folder.resolve("ledger.jsonl");
    Ledger.append(
        file, LedgerEntry.of(Entries.examination(Entries.controlled()), Acceptance.CORPUS));
    String line = Files.readString(file);
    assertTrue(line.contains("\"kind\":\"theorem\""), line);
    assertTrue(line.contains("\"dropped\":\"no source\""), line);
    assertTrue(line.contains("\"seed\":\"-42\""), line);
  }

  @Test
  void ledgersOfTheSameRunAreEqual_byteForByte() throws IOException {
    Path one = folder.resolve("one.jsonl");
    Path two = folder.resolve("two.jsonl");
    for (Path file : List.of(one, two)) {
      Ledger.append(
          file, LedgerEntry.of(Entries.examination(Entries.controlled()), Acceptance.CORPUS));
    }
    assertEquals(Files.readString(one), Files.readString(two));
  }

  @Test
  void lastLineThatBreaksOffIsDropped_wherever() throws IOException {
    Path file = folder.resolve("ledger.jsonl");
    Ledger.append(file, Entries.entry("first"));
    byte[] first = Files.readAllBytes(file);
    Ledger.append(file, Entries.entry("zwölfte × Zeile"));
    byte[] both = Files.readAllBytes(file);
    for (int length = first.length + 1; length < both.length - 1; length++) {
      Files.write(file, Arrays.copyOf(both, length));
      Ledger read = Ledger.read(file);
      assertTrue(read.isTruncated());
      assertEquals(List.of(Entries.entry("first")), read.entries());
    }
    Files.write(file, Arrays.copyOf(both, both.length - 1));
    assertEquals(2, Ledger.read(file).entries().size());
  }

  @Test
  void garbledLineElsewhereIsAnErrorThatNamesIt() throws IOException {
    Path file = folder.resolve("ledger.jsonl");
    Ledger.append(file, Entries.entry("first"));
    Files.writeString(file, "{\"schema\":2,\n", UTF_8, StandardOpenOption.APPEND);
    Ledger.append(file, Entries.entry("third"));
    IOException e = assertThrows(LedgerFormatException.class, () -> Ledger.read(file));
    assertMessage(file + ", line 2: no entry of a ledger: ", e);
  }

  @Test
  void lineThatIsNoEntryIsAnError_evenTheLast() throws IOException {
    Path file = folder.resolve("ledger.jsonl");
    Ledger.append(file, Entries.entry("x"));
    String line = Files.readString(file);
    for (String other :
        List.of(
            "[]",
            "{}",
            "1",
            line.replace("\"schema\":2", "\"schema\":1"),
            line.replace("\"kind\":\"theorem\"", "\"kind\":\"rumor\""),
            line.replace("\"seed\":\"-42\"", "\"seed\":null"),
            line.replace("\"passed\":true,", ""))) {
      Files.writeString(file, line + other);
      IOException e = assertThrows(LedgerFormatException.class, () -> Ledger.read(file), other);
      assertMessage(file + ", line 2: no entry of a ledger: ", e);
    }
  }

  @Test
  void threadsMayAppendAtTheSameTime() throws Exception {
    Path file = folder.resolve("ledger.jsonl");
    ExecutorService threads = Executors.newFixedThreadPool(2);
    LedgerEntry entry = Entries.entry("x".repeat(20_000));
    Future<?> one = threads.submit(() -> append(file, entry));
    Future<?> two = threads.submit(() -> append(file, entry));
    one.get();
    two.get();
    threads.shutdown();
    Ledger ledger = Ledger.read(file);
    assertEquals(200, ledger.entries().size());
    assertTrue(ledger.entries().stream().allMatch(entry::equals));
  }

  private static Object append(Path file, LedgerEntry entry) throws IOException {
    for (int i = 0; i < 100; i++) {
      Ledger.append(file, entry);
    }
    return file;
  }

  private static void assertMessage(String start, Exception e) {
    String message = String.valueOf(e.getMessage());
    assertTrue(message.startsWith(start), message);
    assertEquals(1, message.lines().count());
  }
}
