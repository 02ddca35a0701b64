package deeplinear.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import deeplinear.evidence.Atom;
import deeplinear.evidence.Grade;
import deeplinear.evidence.Status;
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
            LedgerEntry.control(
                    Entries.theorem(), Entries.violated(), Entries.run("control"), true, "")
                .withCounterexample("x.json"),
            Entries.entry("broken").failed("out of memory"),
            Entries.entry("listed").withoutFailureProbability());
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
        new Atom("d", Grade.NUMERICAL, Status.VIOLATED, Double.NEGATIVE_INFINITY, Double.NaN, "");
    Ledger.append(
        file, LedgerEntry.of(Entries.theorem(), Entries.with(atom), Entries.run("x"), false, ""));
    String line = Files.readString(file);
    assertTrue(line.contains("\"margin\":null,\"error\":null"), line);
    assertFalse(line.contains("NaN") || line.contains("Infinity"), line);
    assertEquals(1, Ledger.read(file).entries().size());
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
    Files.writeString(file, "{\"schema\":1,\n", UTF_8, StandardOpenOption.APPEND);
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
            line.replace("\"schema\":1", "\"schema\":2"),
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
