package deeplinear.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import deeplinear.report.ControlEntry;
import deeplinear.report.Ledger;
import deeplinear.report.LedgerEntry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReplayCommandTest {

  @TempDir Path folder;

  private LedgerEntry check(String claim) throws IOException {
    Shell shell = Shell.run("check", "--claim", claim, "--cases", 20, "--seed", 5, "--out", folder);
    assertTrue(shell.out().contains(claim), shell.out());
    return Ledger.read(folder.resolve("ledger.jsonl")).entries().get(0);
  }

  @Test
  void everyWitnessOfARunReplays_fromItsFileAlone() throws IOException {
    LedgerEntry entry = check("conservation/imbalance");
    List<String> witnesses = new ArrayList<>();
    Stream.concat(entry.controls().hypotheses().stream(), entry.controls().neighbors().stream())
        .filter(c -> c.dropped() == ControlEntry.Dropped.REFUTED)
        .forEach(c -> witnesses.add(String.valueOf(c.witness())));
    assertTrue(witnesses.size() >= 2, witnesses.toString());
    for (String witness : witnesses) {
      Shell shell = Shell.run("replay", folder.resolve("counterexamples").resolve(witness));
      assertEquals(ExitCode.VIOLATED, shell.code(), shell.out() + shell.err());
      assertTrue(shell.out().contains("verdict  VIOLATED"), shell.out());
    }
  }

  @Test
  void firstFailingCaseOfEveryControlIsMadeAgain_fromItsName() throws IOException {
    check("conservation/imbalance");
    int controls = 0;
    try (Stream<Path> files = Files.list(folder.resolve("counterexamples"))) {
      for (Path file : files.toList()) {
        String origin = new ObjectMapper().readTree(file.toFile()).get("origin").asText();
        String[] parts = origin.split(", seed ");
        Shell shell = Shell.run("replay", "--trial", parts[0], "--seed", parts[1]);
        assertEquals(ExitCode.VIOLATED, shell.code(), origin + shell.out() + shell.err());
        controls++;
      }
    }
    assertEquals(2, controls);
  }

  @Test
  void lawOfAWitnessIsItsOwn() throws IOException {
    LedgerEntry entry = check("conservation/imbalance");
    ControlEntry flow =
        entry.controls().hypotheses().stream()
            .filter(c -> c.name().equals("gradient flow"))
            .findFirst()
            .orElseThrow();
    Shell shell =
        Shell.run(
            "replay", folder.resolve("counterexamples").resolve(String.valueOf(flow.witness())));
    assertTrue(shell.out().contains("without  gradient flow"), shell.out());
    assertFalse(shell.out().contains("law      gradient flow\n"), shell.out());
  }

  @Test
  void caseIsMadeAgainFromItsName() throws IOException {
    LedgerEntry entry = check("saddles/inertia");
    var call = entry.closestCall();
    String trial = call == null ? "" : call.trial();
    Shell shell = Shell.run("replay", "--trial", trial, "--seed", 5);
    assertEquals(ExitCode.HOLDS, shell.code(), shell.out() + shell.err());
    assertTrue(shell.out().contains(trial + ", seed 5\n"), shell.out());
    assertTrue(shell.out().contains("HOLDS        " + (call == null ? "" : call.atom())));
    String subject = call == null ? "" : String.valueOf(call.subject());
    assertEquals(json(subject), json(subjectIn(shell.out())));
    assertFalse(Shell.run("replay", "--trial", trial, "--seed", 6).out().equals(shell.out()));
  }

  private static String subjectIn(String out) {
    return out.substring(out.indexOf('{', out.indexOf("\nlaw ")), out.lastIndexOf('}') + 1);
  }

  private static String json(String text) {
    return text.replaceAll("\\s", "");
  }

  @Test
  void caseOfDataIsMadeAgain() {
    String[] data = {"--data", "iris", "--hidden", "3"};
    Shell shell =
        Shell.run(
            "check",
            "--claim",
            "conservation/imbalance",
            "--cases",
            2,
            "--out",
            folder,
            data[0],
            data[1],
            data[2],
            data[3]);
    assertEquals(ExitCode.HOLDS, shell.code(), shell.out());
    for (String frame : List.of("raw", "whitened")) {
      Shell again =
          Shell.run(
              "replay",
              "--trial",
              "conservation/imbalance@1/" + frame + "-bulk/0",
              data[0],
              data[1],
              data[2],
              data[3]);
      assertEquals(ExitCode.HOLDS, again.code(), again.out() + again.err());
      assertTrue(again.out().contains("network  4-3-3"), again.out());
    }
  }

  private static void assertRefused(String message, Object... args) {
    Shell shell = Shell.run(args);
    assertEquals(ExitCode.BAD_INPUT, shell.code(), shell.out());
    assertEquals(1, shell.err().lines().count(), shell.err());
    assertTrue(shell.err().contains(message), shell.err());
  }

  @Test
  void whatCannotBeReplayedIsRefused() throws IOException {
    assertRefused("no such file", "replay", folder.resolve("none.json"));
    Path file = Files.writeString(folder.resolve("x.json"), "{}");
    assertRefused("x.json: no counterexample: ", "replay", file);
    assertRefused("x.json: no counterexample: ", "replay", Files.writeString(file, "{"));
    assertRefused("no claim has the id \"a/b\"", "replay", "--trial", "a/b@1/bulk/1");
    assertRefused(
        "no case is called \"saddles/inertia@1/none/1\"",
        "replay",
        "--trial",
        "saddles/inertia@1/none/1");
    assertRefused(
        "no case is called \"saddles/inertia@99/bulk/0\"",
        "replay",
        "--trial",
        "saddles/inertia@99/bulk/0");
    assertRefused("Missing required", "replay");
  }
}
