package deeplinear.bench;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/** The times of the right-hand side as Markdown, with fitted exponents. */
final class FieldTable {

  private FieldTable() {}

  static String of(List<FieldTime> times) {
    StringBuilder text = new StringBuilder("## Right-hand side\n\n");
    text.append("GradientKernel, depth h, all widths n, 3h − 3 products of n × n matrices.\n\n")
        .append("| h | n | nanoseconds | GFLOP/s |\n|---|---|---|---|\n");
    for (FieldTime t : times) {
      text.append(
          String.format(
              Locale.ROOT,
              "| %d | %d | %.4g | %.2f |%n",
              t.depth(),
              t.width(),
              t.nanoseconds(),
              t.rate()));
    }
    text.append("\nExponents, by least squares in log–log:\n\n");
    for (int depth : distinct(times, FieldTime::depth)) {
      List<FieldTime> some = times.stream().filter(t -> t.depth() == depth).toList();
      append(text, "h = " + depth + ": time ∝ n^", some, FieldTime::width);
    }
    for (int width : distinct(times, FieldTime::width)) {
      List<FieldTime> some = times.stream().filter(t -> t.width() == width).toList();
      append(text, "n = " + width + ": time ∝ (h − 1)^", some, t -> t.depth() - 1);
    }
    return text.append('\n').toString();
  }

  private static Set<Integer> distinct(List<FieldTime> times, Function<FieldTime, Integer> key) {
    Set<Integer> keys = new TreeSet<>();
    times.forEach(t -> keys.add(key.apply(t)));
    return keys;
  }

  private static void append(
      StringBuilder text, String start, List<FieldTime> times, ToDoubleFunction<FieldTime> x) {
    if (times.size() >= 2) {
      PowerLaw law =
          PowerLaw.fit(
              times.stream().mapToDouble(x).toArray(),
              times.stream().mapToDouble(FieldTime::nanoseconds).toArray());
      text.append(String.format(Locale.ROOT, "- %s%.2f%n", start, law.exponent()));
    }
  }
}
