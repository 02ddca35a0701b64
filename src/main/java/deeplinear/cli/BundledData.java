package deeplinear.cli;

import deeplinear.network.DataException;
import deeplinear.network.DataSet;
import deeplinear.network.DataSetReader;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Data by name or from a file. */
public final class BundledData {

  /** The bundled data sets with their targets. */
  private static final Map<String, List<String>> TARGETS = Map.of("iris", List.of("species"));

  private BundledData() {}

  /**
   * Reads data.
   *
   * @param source the name of a bundled data set or of a file
   * @param targets the target columns; may be empty for bundled data
   * @param classes the target columns whose values are classes, even if they are numbers
   * @throws DataException if there are none, or the data cannot be used
   */
  public static DataSet read(String source, List<String> targets, List<String> classes)
      throws IOException {
    Optional<List<String>> own = Optional.ofNullable(TARGETS.get(source));
    if (own.isEmpty()) {
      if (targets.isEmpty()) {
        throw new DataException(
            "--targets is missing: which columns of " + source + " are targets?");
      }
      return DataSetReader.read(Path.of(source), targets, classes);
    }
    try (InputStream stream =
        BundledData.class.getResourceAsStream("/deeplinear/data/" + source + ".csv")) {
      if (stream == null) {
        throw new DataException(source + ": not in this jar");
      }
      return DataSetReader.read(
          source,
          new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8)),
          targets.isEmpty() ? own.get() : targets,
          classes);
    }
  }
}
