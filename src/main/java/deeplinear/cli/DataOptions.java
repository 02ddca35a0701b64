package deeplinear.cli;

import deeplinear.network.DataSet;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.Option;

/** Data and a network on the command line. */
final class DataOptions {

  @Option(
      names = "--data",
      required = true,
      paramLabel = "FILE",
      description = "Comma-separated values with a header line, or a bundled data set: iris.")
  String data = "";

  @Option(
      names = "--targets",
      split = ",",
      paramLabel = "COLUMNS",
      description = "The target columns; all others are inputs.")
  List<String> targets = new ArrayList<>();

  @Option(
      names = "--classes",
      split = ",",
      paramLabel = "COLUMNS",
      description =
          "The target columns whose values are classes, even if they are numbers; text always is.")
  List<String> classes = new ArrayList<>();

  @Option(
      names = "--hidden",
      split = ",",
      required = true,
      paramLabel = "WIDTHS",
      description = "The widths of the hidden layers, for example 5,5.")
  List<Integer> hidden = new ArrayList<>();

  DataSet read() throws IOException {
    return BundledData.read(data, stripped(targets), stripped(classes));
  }

  private static List<String> stripped(List<String> columns) {
    return columns.stream().map(String::strip).toList();
  }

  /** What the ledger calls the data. */
  String origin() {
    Path name = Path.of(data).getFileName();
    return (name == null ? data : name.toString())
        + ", hidden "
        + hidden.stream().map(String::valueOf).collect(Collectors.joining(","));
  }

  /** The options as they were given. */
  String words() {
    List<String> words = new ArrayList<>(List.of("--data", data));
    if (!targets.isEmpty()) {
      words.addAll(List.of("--targets", String.join(",", targets)));
    }
    if (!classes.isEmpty()) {
      words.addAll(List.of("--classes", String.join(",", classes)));
    }
    words.add("--hidden");
    words.add(hidden.stream().map(String::valueOf).collect(Collectors.joining(",")));
    return String.join(" ", words);
  }
}
