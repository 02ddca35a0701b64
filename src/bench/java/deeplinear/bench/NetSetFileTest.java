package deeplinear.bench;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NetSetFileTest {

  @TempDir private Path directory = Path.of("");

  @Test
  void readingGivesBackEveryBit() throws IOException {
    NetSet set = StandardSets.of("E4");
    Path file = directory.resolve("set.txt");
    NetSetFile.write(set, file);
    NetSet read = NetSetFile.read(file);
    assertEquals(set.name(), read.name());
    assertEquals(set.time(), read.time());
    assertEquals(set.gradientBound(), read.gradientBound());
    assertEquals(set.nets().size(), read.nets().size());
    for (int i = 0; i < set.nets().size(); i++) {
      assertArrayEquals(set.nets().get(i).widths(), read.nets().get(i).widths());
      assertArrayEquals(set.nets().get(i).target(), read.nets().get(i).target());
      assertArrayEquals(set.nets().get(i).weights(), read.nets().get(i).weights());
    }
  }

  @Test
  void aFileThatEndsTooEarlyIsRefused() throws IOException {
    Path file = directory.resolve("short.txt");
    NetSetFile.write(StandardSets.of("E4"), file);
    List<String> lines = Files.readAllLines(file);
    Files.write(file, lines.subList(0, lines.size() - 1));
    assertThrows(EOFException.class, () -> NetSetFile.read(file));
  }

  @Test
  void anotherHeaderIsRefused() throws IOException {
    Path file = directory.resolve("other.txt");
    Files.writeString(file, "deeplinear-nets 2\n");
    Exception e = assertThrows(IllegalArgumentException.class, () -> NetSetFile.read(file));
    assertTrue(String.valueOf(e.getMessage()).contains("deeplinear-nets 2"));
  }

  @Test
  void aWidthThatIsNoIntegerIsRefused() throws IOException {
    Path file = directory.resolve("half.txt");
    NetSetFile.write(StandardSets.of("E4"), file);
    Files.writeString(file, Files.readString(file).replace("widths 5 5", "widths 5 5.5"));
    assertThrows(IllegalArgumentException.class, () -> NetSetFile.read(file));
  }

  @Test
  void aNetWhoseArraysDoNotFitItsWidthsIsRefused() {
    Exception e =
        assertThrows(
            IllegalArgumentException.class,
            () -> new Net(new int[] {2, 3}, new double[6], new double[5]));
    assertEquals(
        "widths [2, 3] ask for 6 entries of the target and 6 weights, not 6 and 5", e.getMessage());
  }
}
