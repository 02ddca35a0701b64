package deeplinear.cli;

import java.io.PrintWriter;
import picocli.CommandLine.Model.CommandSpec;

/** Lines on standard output, which end alike on all systems and are written at once. */
final class Output {

  private final PrintWriter out;

  Output(CommandSpec spec) {
    out = spec.commandLine().getOut();
  }

  void line(String text) {
    out.print(text + "\n");
    out.flush();
  }
}
