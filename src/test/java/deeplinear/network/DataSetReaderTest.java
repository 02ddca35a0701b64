package deeplinear.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DataSetReaderTest {

  private static DataSet read(String text, String... targets) throws IOException {
    return DataSetReader.read("f.csv", new StringReader(text), List.of(targets), List.of());
  }

  @Test
  void decimalsAreReadExactly() throws IOException {
    DataSet data = read("a,y,b\n0.1,1,-2.5e-1\n+3,.5,1E2\n", "y");
    assertEquals("[[1/10, 3], [-1/4, 100]]", data.x().toString());
    assertEquals("[[1, 1/2]]", data.y().toString());
    assertEquals(List.of("a", "b"), data.inputs());
    assertEquals(List.of("y"), data.targets());
  }

  @Test
  void textTargetsBecomeOneRowForEachClass_inOrderOfAppearance() throws IOException {
    DataSet data = read("a,y,z\n1,red,4\n2,blue,5\n3,red,6\n", "z", "y");
    assertEquals("[[4, 5, 6], [1, 0, 1], [0, 1, 0]]", data.y().toString());
    assertEquals(List.of("z", "y=red", "y=blue"), data.targets());
  }

  @Test
  void classesKeepTheOrderOfTheirFirstLines_neitherReversedNorSorted() throws IOException {
    DataSet data = read("a,y\n1,b\n2,c\n3,a\n4,c\n5,b\n", "y");
    assertEquals(List.of("y=b", "y=c", "y=a"), data.targets());
    assertEquals("[[1, 0, 0, 0, 1], [0, 1, 0, 1, 0], [0, 0, 1, 0, 0]]", data.y().toString());
  }

  @Test
  void numbersAreClassesWhereTheyAreSaidToBe() throws IOException {
    String text = "a,digit,y\n1,7,0.5\n2,0,1\n3,7,2\n";
    DataSet data =
        DataSetReader.read(
            "f.csv", new StringReader(text), List.of("digit", "y"), List.of("digit"));
    assertEquals(List.of("digit=7", "digit=0", "y"), data.targets());
    assertEquals("[[1, 0, 1], [0, 1, 0], [1/2, 1, 2]]", data.y().toString());
    assertEquals("[[7, 0, 7]]", read("a,digit\n1,7\n2,0\n3,7\n", "digit").y().toString());
  }

  @Test
  void onlyTargetsCanBeClasses_andClassesHaveNames() {
    assertEquals(
        "f.csv: only targets can hold classes, not \"a\"; the targets are y",
        assertThrows(DataException.class, () -> classes("a,y\n1,2\n", "a")).getMessage());
    assertEquals(
        "f.csv, line 3, column y: \"\" is not accepted; a class has a name",
        assertThrows(DataException.class, () -> classes("a,y\n1,2\n2,\n", "y")).getMessage());
  }

  private static DataSet classes(String text, String column) throws IOException {
    return DataSetReader.read("f.csv", new StringReader(text), List.of("y"), List.of(column));
  }

  @Test
  void thereAreNotMoreClassesThanOutputsOfANetwork() {
    StringBuilder text = new StringBuilder("a,y\n");
    for (int i = 0; i <= Architecture.MAX_WIDTH; i++) {
      text.append("1,c").append(i).append('\n');
    }
    DataException e = assertThrows(DataException.class, () -> read(text.toString(), "y"));
    assertTrue(
        String.valueOf(e.getMessage()).endsWith("at most 4096 classes are expected"),
        e.getMessage());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a,y\n1,4\n2,5\n3,6\n",
        "a,y\n1,4\n2,5\n3,6",
        "a,y\r\n1,4\r\n2,5\r\n3,6\r\n",
        "a,y\r\n1,4\r\n2,5\r\n3,6",
        "a,y\n\n1,4\r\n2,5\n3,6\n\n"
      })
  void everyLineIsASample_theLastOneToo_howeverLinesEnd(String text) throws IOException {
    DataSet data = read(text, "y");
    assertEquals(3, data.samples());
    assertEquals("[[1, 2, 3]]", data.x().toString());
    assertEquals("[[4, 5, 6]]", data.y().toString());
  }

  @Test
  void aMisspelledTargetIsRecognized() {
    DataException e =
        assertThrows(DataException.class, () -> read("width,species\n1,x\n", "Speceis"));
    assertEquals(
        "f.csv: no column is called \"Speceis\", but \"species\" is; the columns are width, species",
        e.getMessage());
  }

  @Test
  void quotesBlankLinesAndByteOrderMarksAreUnderstood() throws IOException {
    DataSet data = read("\uFEFFa,\"y, too\"\r\n\r\n 1 ,\"x\"\"1\"\r\n", "y, too");
    assertEquals(List.of("a"), data.inputs());
    assertEquals(List.of("y, too=x\"1"), data.targets());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'a,y\\n1,2\\nx,3'| f.csv, line 3, column a: \"x\" is not accepted; an input column holds"
            + " decimal numbers",
        "'a,y\\n1,2\\n,3'| f.csv, line 3, column a: \"\" is not accepted; an input column holds"
            + " decimal numbers",
        "'a,y\\nNaN,2'| f.csv, line 2, column a: \"NaN\" is not accepted; an input column holds"
            + " decimal numbers",
        "'a,y\\n1e400,2'| f.csv, line 2, column a: \"1e400\" is not accepted; an input column holds"
            + " decimal numbers",
        "'a,y\\n1e-99999999999,2'| f.csv, line 2, column a: \"1e-99999999999\" is not accepted; an"
            + " input column holds decimal numbers",
        "'a,y\\n1,2\\n1,inf'| f.csv, line 3, column y: \"inf\" is not accepted; the column holds"
            + " decimal numbers from its first line on",
        "'a,y\\n1,inf\\n1,2'| f.csv, line 2, column y: \"inf\" is not accepted; the column holds"
            + " decimal numbers from its first line on",
        "'a,y\\n1,x\\n1,2'| f.csv, line 3, column y: \"2\" is not accepted; the column holds text"
            + " from its first line on",
        "'a,y\\n1,2\\n1'| f.csv, line 3: 1 values, but the header names 2 columns",
        "'a,y\\n1,2,3'| f.csv, line 2: 3 values, but the header names 2 columns",
        "'a,a,y\\n1,2,3'| f.csv, line 1: two columns are called \"a\"",
        "'a,,y\\n1,2,3'| f.csv, line 1: column 2 has no name",
        "'a,b\\n1,2'| f.csv: no column is called \"y\"; the columns are a, b",
        "'y\\n1'| f.csv: all columns are targets; an input column is expected",
        "'a,y\\n'| f.csv: there are no samples, only a header line",
        "''| f.csv: the file is empty; a header line is expected",
      })
  void badInputIsRefusedInOneLine(String text, String message) {
    DataException e = assertThrows(DataException.class, () -> read(text.replace("\\n", "\n"), "y"));
    assertEquals(message, e.getMessage());
  }

  @Test
  void aTargetMayNotBeNamedTwice() {
    DataException e = assertThrows(DataException.class, () -> read("a,y\n1,2\n", "y", "y"));
    assertEquals(
        "f.csv: at least one target is expected, and none twice, not [y, y]", e.getMessage());
  }

  @Test
  void brokenQuotesAreRefused() {
    assertOneLine(assertThrows(DataException.class, () -> read("a,y\n\"1\"x,2\n", "y")));
    assertOneLine(assertThrows(DataException.class, () -> read("a,y\n\"1,2\n", "y")));
  }

  @Test
  void filesThatCannotBeReadAreRefused(@TempDir Path folder) throws IOException {
    Path none = folder.resolve("none.csv");
    Path latin =
        Files.write(folder.resolve("l.csv"), "ü,y\n1,2".getBytes(StandardCharsets.ISO_8859_1));
    for (Path file : List.of(none, latin, folder)) {
      DataException e =
          assertThrows(
              DataException.class, () -> DataSetReader.read(file, List.of("y"), List.of()));
      assertTrue(String.valueOf(e.getMessage()).startsWith(file + ": "), e.getMessage());
      assertOneLine(e);
    }
  }

  private static void assertOneLine(DataException e) {
    assertEquals(1, String.valueOf(e.getMessage()).lines().count(), e.getMessage());
  }
}
