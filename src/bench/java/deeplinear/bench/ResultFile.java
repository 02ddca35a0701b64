package deeplinear.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Results as text: the lines
 *
 * <pre>
 * deeplinear-results 1
 * contender NAME
 * set NAME
 * rtol R
 * atol A
 * seconds S
 * cpu S
 * nets N
 * </pre>
 *
 * and for each net a line {@code state …} with its final weights.
 */
public final class ResultFile {

  private static final String HEADER = "deeplinear-results 1";

  private ResultFile() {}

  /** The file of a contender in a directory: NAME__SET__1e-08.txt, say. */
  public static Path in(Path directory, String contender, String set, double relative) {
    return directory.resolve(
        String.format(Locale.ROOT, "%s__%s__%.0e.txt", contender, set, relative));
  }

  /** Writes a result. */
  public static void write(Result result, Path file) throws IOException {
    try (Writer out = Files.newBufferedWriter(file)) {
      out.write(HEADER + "\ncontender " + result.contender() + "\nset " + result.set());
      out.write("\nrtol " + result.relative() + "\natol " + result.absolute());
      out.write("\nseconds " + result.seconds() + "\ncpu " + result.cpu());
      out.write("\nnets " + result.states().length + "\n");
      for (double[] state : result.states()) {
        out.write(Numbers.line("state", state));
      }
    }
  }

  /**
   * Reads a result.
   *
   * @throws IllegalArgumentException if the text is not as described
   */
  public static Result read(Path file) throws IOException {
    try (BufferedReader in = Files.newBufferedReader(file)) {
      String header = Lines.next(in);
      if (!header.equals(HEADER)) {
        throw new IllegalArgumentException(file + " begins with '" + header + "', not " + HEADER);
      }
      String contender = Numbers.text("contender", Lines.next(in));
      String set = Numbers.text("set", Lines.next(in));
      double relative = Numbers.single("rtol", Lines.next(in));
      double absolute = Numbers.single("atol", Lines.next(in));
      double seconds = Numbers.single("seconds", Lines.next(in));
      double cpu = Numbers.single("cpu", Lines.next(in));
      double[][] states = new double[(int) Numbers.single("nets", Lines.next(in))][];
      for (int i = 0; i < states.length; i++) {
        states[i] = Numbers.parse("state", Lines.next(in));
      }
      return new Result(contender, set, relative, absolute, seconds, cpu, states);
    }
  }

  /** All results in a directory, in the order of the file names; none if it does not exist. */
  public static List<Path> all(Path directory) throws IOException {
    if (!Files.isDirectory(directory)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(directory)) {
      return new ArrayList<>(files.filter(f -> f.toString().endsWith(".txt")).sorted().toList());
    }
  }
}
