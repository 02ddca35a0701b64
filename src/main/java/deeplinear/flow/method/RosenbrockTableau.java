package deeplinear.flow.method;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * The coefficients of a stiffly accurate Rosenbrock method in the form without products of J: stage
 * i solves
 *
 * <p>(1/(hγ) I − J) u_i = f(y + Σ_{j&lt;i} a_{ij} u_j) + Σ_{j&lt;i} (c_{ij}/h) u_j,
 *
 * <p>and the step ends at y + Σ_{j&lt;s} a_{sj} u_j + u_s, where u_s is also the error of the
 * embedded method, which ends at the last argument of f. Source: E. Hairer, G. Wanner, Solving
 * Ordinary Differential Equations II, 2nd ed. 1996, IV.7.
 *
 * @param gamma γ
 * @param arguments row i holds a_{i1}, …, a_{i,i−1}; the first row is empty
 * @param couplings row i holds c_{i1}, …, c_{i,i−1}; the first row is empty
 */
record RosenbrockTableau(double gamma, List<double[]> arguments, List<double[]> couplings) {

  /** Copies the lists and checks the lengths. */
  RosenbrockTableau {
    arguments = List.copyOf(arguments);
    couplings = List.copyOf(couplings);
    if (arguments.size() != couplings.size() || arguments.isEmpty()) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "%d rows of arguments, but %d of couplings",
              arguments.size(),
              couplings.size()));
    }
    for (int i = 0; i < arguments.size(); i++) {
      if (arguments.get(i).length != i || couplings.get(i).length != i) {
        throw new IllegalArgumentException(
            String.format(
                Locale.ROOT,
                "row %d has %d arguments and %d couplings, not %d",
                i + 1,
                arguments.get(i).length,
                couplings.get(i).length,
                i));
      }
    }
  }

  int stages() {
    return arguments.size();
  }

  /** Reads a, then c, each from the second row on, entries separated by spaces. */
  static RosenbrockTableau parse(double gamma, String arguments, String couplings) {
    return new RosenbrockTableau(gamma, rows(arguments), rows(couplings));
  }

  private static List<double[]> rows(String text) {
    return ("\n" + text)
        .lines()
        .map(
            line ->
                Arrays.stream(line.trim().split("\\s+"))
                    .filter(entry -> !entry.isEmpty())
                    .mapToDouble(Double::parseDouble)
                    .toArray())
        .toList();
  }
}
