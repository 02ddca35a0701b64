package deeplinear.bench;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResultFileTest {

  @TempDir private Path directory = Path.of("");

  @Test
  void readingGivesBackWhatWasWritten() throws IOException {
    double[][] states = {{1.0 / 3, -0.0, Double.MIN_VALUE}, {Double.NaN}};
    Path file = ResultFile.in(directory, "someone", "E1s", 1e-8);
    assertEquals("someone__E1s__1e-08.txt", file.getFileName().toString());
    ResultFile.write(new Result("someone", "E1s", 1e-8, 1e-10, 2.5, 2.25, states), file);
    Result read = ResultFile.read(file);
    assertEquals("someone", read.contender());
    assertEquals("E1s", read.set());
    assertEquals(1e-8, read.relative());
    assertEquals(1e-10, read.absolute());
    assertEquals(2.5, read.seconds());
    assertEquals(2.25, read.cpu());
    assertArrayEquals(states[0], read.states()[0]);
    assertArrayEquals(states[1], read.states()[1]);
  }

  @Test
  void numbersOfOtherLanguagesAreUnderstood() throws IOException {
    Path file = directory.resolve("peer.txt");
    Files.writeString(
        file,
        """
        deeplinear-results 1
        contender peer
        set E1s
        rtol 1e-08
        atol 1e-10
        seconds 3
        cpu 2.5
        nets 1
        state nan -nan inf -inf 1e-300
        """);
    double[] expected = {
      Double.NaN, Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, 1e-300
    };
    assertArrayEquals(expected, ResultFile.read(file).states()[0]);
  }
}
