package deeplinear.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import deeplinear.flow.kernel.Multiplier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MainTest {

  @Test
  void helpNamesAllCommandsAndExitCodes() {
    Shell shell = Shell.run("--help");
    assertEquals(ExitCode.HOLDS, shell.code());
    for (String word : new String[] {"check", "theorems", "report", "could not be decided"}) {
      assertTrue(shell.out().contains(word), shell.out());
    }
  }

  @Test
  void versionIsPrinted() {
    Shell shell = Shell.run("--version");
    assertEquals(ExitCode.HOLDS, shell.code());
    assertTrue(
        shell.out().matches("deeplinear \\S+\\Rsmall networks by .+\\Rlarge products by .+\\R"),
        shell.out());
  }

  @Test
  void aMultiplicationThatIsMissingIsRefused() {
    System.setProperty(Multiplier.PROPERTY, "abacus");
    try {
      Shell shell = Shell.run("check", "--data", "iris", "--hidden", "2");
      assertEquals(ExitCode.BAD_INPUT, shell.code());
      assertTrue(shell.err().contains("\"abacus\", but must be one of"), shell.err());
    } finally {
      System.clearProperty(Multiplier.PROPERTY);
    }
  }

  @Test
  void missingLedgerMakesAnEmptyReport(@TempDir Path folder) throws IOException {
    Path out = folder.resolve("a/b");
    Shell shell = Shell.run("report", "--ledger", folder.resolve("none"), "--out", out);
    assertEquals(ExitCode.HOLDS, shell.code(), shell.err());
    assertTrue(Files.readString(out.resolve("index.html")).contains("Nothing was checked"));
  }
}
