package deeplinear.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BadInputTest {

  @TempDir Path folder;

  private void assertRefused(String message, Object... args) {
    Shell shell = Shell.run(args);
    assertEquals(ExitCode.BAD_INPUT, shell.code(), shell.err());
    assertEquals(1, shell.err().lines().count(), shell.err());
    assertTrue(shell.err().contains(message), shell.err());
    assertEquals("", shell.out());
    assertFalse(Files.exists(folder.resolve("out")), "something was written");
  }

  private void assertCheckRefused(String message, Object... args) {
    List<Object> all = new ArrayList<>(List.of("check", "--out", folder.resolve("out")));
    all.addAll(List.of(args));
    assertRefused(message, all.toArray());
  }

  private Path csv(String text) throws IOException {
    return Files.writeString(folder.resolve("d.csv"), text);
  }

  @Test
  void commandsAndOptionsMustExist() {
    assertRefused("Missing required subcommand");
    assertRefused("'fly'", "fly");
    assertRefused("--colour", "theorems", "--colour");
    assertRefused("mutually exclusive", "theorems", "--json", "--markdown");
    assertRefused("--ledger", "report", "--out", folder.resolve("out"));
  }

  @Test
  void optionsMustBeUsable() {
    assertCheckRefused("--hidden", "--data", "iris");
    assertCheckRefused("--data", "--hidden", "3");
    assertCheckRefused("'x' is not an int", "--data", "iris", "--hidden", "x");
    assertCheckRefused("d_1 = 0", "--data", "iris", "--hidden", "0");
    assertCheckRefused("d_1 = 99999", "--data", "iris", "--hidden", "99999");
    assertCheckRefused("--cases lies in 1 to", "--data", "iris", "--hidden", "3", "--cases", "0");
    assertCheckRefused(
        "no column is called \"color\"", "--data", "iris", "--hidden", "3", "--targets", "color");
  }

  @Test
  void dataMustBeUsable() throws IOException {
    assertCheckRefused(
        "no such file", "--data", folder.resolve("none.csv"), "--targets", "y", "--hidden", "3");
    Path file = csv("a,y\n1,2\nx,3\n");
    assertCheckRefused("--targets is missing", "--data", file, "--hidden", "3");
    assertCheckRefused(
        "d.csv, line 3, column a: \"x\"", "--data", file, "--targets", "y", "--hidden", "3");
    assertCheckRefused(
        "all inputs are zero", "--data", csv("a,y\n0,2\n"), "--targets", "y", "--hidden", "3");
  }

  @Test
  void outMustBeAFolder() throws IOException {
    Path file = csv("a,y\n1,2\n");
    assertRefused(
        "a folder is expected",
        "check",
        "--data",
        file,
        "--targets",
        "y",
        "--hidden",
        "1",
        "--out",
        file);
  }

  @Test
  void folderOfTheReportMustBeWritable() throws IOException {
    Path file = csv("a,y\n1,2\n");
    assertRefused(
        "d.csv: cannot be read or written",
        "report",
        "--ledger",
        folder.resolve("none"),
        "--out",
        file);
  }

  @Test
  void ledgerMustBeReadable() throws IOException {
    Path ledger = Files.writeString(folder.resolve("ledger.jsonl"), "{}\n{}\n");
    assertRefused(
        "ledger.jsonl, line 1", "report", "--ledger", ledger, "--out", folder.resolve("out"));
  }
}
