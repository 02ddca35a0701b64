package deeplinear.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Sets as text, for readers in any language: the lines
 *
 * <pre>
 * deeplinear-nets 1
 * set NAME
 * time T
 * gradient BOUND
 * nets N
 * </pre>
 *
 * and for each net the lines {@code widths d_0 … d_h}, {@code target …} (Σ, row by row) and {@code
 * weights …} (W_1, …, W_h, each row by row). Numbers have as many digits as give back the same
 * double. No comments, no empty lines.
 */
public final class NetSetFile {

  private static final String HEADER = "deeplinear-nets 1";

  private NetSetFile() {}

  /** Writes a set. */
  public static void write(NetSet set, Path file) throws IOException {
    try (Writer out = Files.newBufferedWriter(file)) {
      out.write(HEADER + "\nset " + set.name() + "\ntime " + set.time());
      out.write("\ngradient " + set.gradientBound() + "\nnets " + set.nets().size() + "\n");
      for (Net net : set.nets()) {
        out.write("widths");
        for (int width : net.widths()) {
          out.write(" " + width);
        }
        out.write("\n");
        out.write(Numbers.line("target", net.target()));
        out.write(Numbers.line("weights", net.weights()));
      }
    }
  }

  /**
   * Reads a set.
   *
   * @throws IllegalArgumentException if the text is not as described
   */
  public static NetSet read(Path file) throws IOException {
    try (BufferedReader in = Files.newBufferedReader(file)) {
      String header = Lines.next(in);
      if (!header.equals(HEADER)) {
        throw new IllegalArgumentException(file + " begins with '" + header + "', not " + HEADER);
      }
      String name = Numbers.text("set", Lines.next(in));
      double time = Numbers.single("time", Lines.next(in));
      double bound = Numbers.single("gradient", Lines.next(in));
      int count = (int) Numbers.single("nets", Lines.next(in));
      List<Net> nets = new ArrayList<>(count);
      for (int i = 0; i < count; i++) {
        nets.add(
            new Net(
                Numbers.integers("widths", Lines.next(in)),
                Numbers.parse("target", Lines.next(in)),
                Numbers.parse("weights", Lines.next(in))));
      }
      return new NetSet(name, time, bound, nets);
    }
  }
}
