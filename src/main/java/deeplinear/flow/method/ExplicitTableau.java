package deeplinear.flow.method;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * The exact coefficients of an explicit Runge–Kutta method.
 *
 * @param stages row i holds a_{i1}, …, a_{i,i−1}; the first row is empty
 * @param weights b
 * @param errors one or two rows of weights whose combinations of stages estimate the error
 */
public record ExplicitTableau(
    List<List<Surd>> stages, List<Surd> weights, List<List<Surd>> errors) {

  /** Copies the lists and checks their lengths. */
  public ExplicitTableau {
    stages = stages.stream().map(List::copyOf).toList();
    weights = List.copyOf(weights);
    errors = errors.stream().map(List::copyOf).toList();
    int s = weights.size();
    for (int i = 0; i < stages.size(); i++) {
      require(stages.get(i).size() == i, "row", i + 1, i, stages.get(i).size());
    }
    require(stages.size() == s, "list of rows for", s, s, stages.size());
    if (errors.isEmpty() || errors.size() > 2) {
      throw new IllegalArgumentException(
          String.format(Locale.ROOT, "one or two error rows are expected, not %d", errors.size()));
    }
    for (List<Surd> row : errors) {
      require(row.size() == s, "error row for", s, s, row.size());
    }
  }

  private static void require(boolean fits, String what, int which, int wanted, int found) {
    if (!fits) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT, "%s %d stages has %d entries, not %d", what, which, found, wanted));
    }
  }

  /**
   * Reads the rows of a, then b, then the error rows, one a line, entries separated by spaces.
   *
   * @throws IllegalArgumentException if the lines do not form a tableau
   */
  public static ExplicitTableau parse(int stages, String text) {
    List<List<Surd>> rows = new ArrayList<>();
    rows.add(List.of());
    text.lines().forEach(line -> rows.add(row(line)));
    if (stages < 1 || rows.size() < stages + 2) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "%d lines are too few for a tableau of %d stages",
              rows.size() - 1,
              stages));
    }
    return new ExplicitTableau(
        rows.subList(0, stages), rows.get(stages), rows.subList(stages + 1, rows.size()));
  }

  private static List<Surd> row(String line) {
    return Arrays.stream(line.trim().split("\\s+")).map(Surd::parse).toList();
  }
}
