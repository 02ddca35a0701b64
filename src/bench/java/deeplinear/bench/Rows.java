package deeplinear.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Gathers all result files, of contenders in Java and of peers alike. */
final class Rows {

  private Rows() {}

  /** By set, tolerance and time. */
  static List<Row> gather(Workplace workplace) throws IOException {
    References references = new References(workplace.references());
    Map<String, Optional<double[][]>> known = new HashMap<>();
    List<Row> rows = new ArrayList<>();
    for (Path file : ResultFile.all(workplace.results())) {
      Result result = ResultFile.read(file);
      Optional<double[][]> reference = known.get(result.set());
      if (reference == null) {
        reference = references.of(workplace.set(result.set()));
        known.put(result.set(), reference);
      }
      rows.add(
          new Row(
              result.set(),
              result.contender(),
              result.relative(),
              result.seconds(),
              result.cpu(),
              Double.NaN,
              reference.map(r -> Errors.of(result.states(), r))));
    }
    rows.sort(
        Comparator.comparing(Row::set)
            .thenComparing(Row::relative, Comparator.reverseOrder())
            .thenComparing(Row::cpu));
    return withRatios(rows);
  }

  /** The first of a set and tolerance is the fastest. */
  private static List<Row> withRatios(List<Row> sorted) {
    List<Row> result = new ArrayList<>();
    Row fastest = sorted.isEmpty() ? null : sorted.get(0);
    for (Row row : sorted) {
      if (fastest == null
          || !row.set().equals(fastest.set())
          || row.relative() != fastest.relative()) {
        fastest = row;
      }
      result.add(
          new Row(
              row.set(),
              row.contender(),
              row.relative(),
              row.seconds(),
              row.cpu(),
              row.cpu() / fastest.cpu(),
              row.errors()));
    }
    return result;
  }
}
