package deeplinear.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import deeplinear.flow.kernel.Multiplier;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
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
  void errorsOfTheMachineAreFaults_andNoViolation() {
    StringWriter text = new StringWriter();
    PrintWriter err = new PrintWriter(text);
    assertEquals(
        ExitCode.FAULT,
        Main.guarded(
            err,
            () -> {
              throw new OutOfMemoryError("Java heap space");
            }));
    assertTrue(
        text.toString().matches("deeplinear: \\d+ MB of memory are not enough;.*\\R"),
        text::toString);
    assertEquals(
        ExitCode.FAULT,
        Main.guarded(
            err,
            () -> {
              throw new StackOverflowError("too deep");
            }));
    assertTrue(text.toString().contains("a fault of the program"), text::toString);
    assertEquals(ExitCode.INCONCLUSIVE, Main.guarded(err, () -> ExitCode.INCONCLUSIVE));
  }

  @Test
  void errorsInsideACommandAreFaults() {
    PrintWriter broken =
        new PrintWriter(Writer.nullWriter()) {
          @Override
          public void write(String text, int start, int length) {
            throw new InternalError("broken");
          }
        };
    PrintWriter err = new PrintWriter(new StringWriter());
    assertEquals(ExitCode.FAULT, Main.run(broken, err, "--help"));
  }

  @Test
  void missingLedgerMakesAnEmptyReport(@TempDir Path folder) throws IOException {
    Path out = folder.resolve("a/b");
    Shell shell = Shell.run("report", "--ledger", folder.resolve("none"), "--out", out);
    assertEquals(ExitCode.HOLDS, shell.code(), shell.err());
    assertTrue(Files.readString(out.resolve("index.html")).contains("Nothing was checked"));
  }
}
