package deeplinear.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import deeplinear.report.ReadmeTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ReadmeTest {

  private static final String START = "<!-- theorems -->";
  private static final String END = "<!-- /theorems -->";
  private static final String REMEDY =
      "the table of theorems in README.md is out of date: put the output of\n"
          + "  java -jar target/deeplinear.jar theorems --markdown\n"
          + "between the lines "
          + START
          + " and "
          + END;

  @Test
  void tableOfTheoremsIsThatOfTheRegistry() throws IOException {
    String readme = Files.readString(Path.of("README.md"));
    int start = readme.indexOf(START);
    int end = readme.indexOf(END);
    assertTrue(start >= 0 && end > start, REMEDY);
    String table = readme.substring(start + START.length(), end).strip();
    assertEquals(ReadmeTable.markdown(), table.replace("\r\n", "\n"), REMEDY);
  }
}
