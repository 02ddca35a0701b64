package deeplinear.report;

import deeplinear.evidence.Grade;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Numbers as the page shows them, the same in every locale. */
final class Format {

  private Format() {}

  /**
   * A margin or a defect with three digits, 0 and ±1 without; a number that is not finite as such.
   */
  static String margin(@Nullable Double x) {
    if (x == null) {
      return "not finite";
    }
    boolean isDecision = x == 0 || Math.abs(x) == 1;
    return String.format(Locale.ROOT, isDecision ? "%.0f" : "%.3g", x);
  }

  /** A probability as a percentage, rounded up so that a bound stays one. */
  static String percent(double probability) {
    double percent = 100 * probability;
    if (!(percent > 0)) {
      return "0 %";
    }
    double unit = Math.pow(10, Math.floor(Math.log10(percent)) - 1);
    double up = Math.min(100, Math.ceil(percent / unit * (1 - 1e-9)) * unit);
    return up >= 0.01
        ? trimmed(String.format(Locale.ROOT, "%.4f", up)) + " %"
        : String.format(Locale.ROOT, "%.1e %%", up);
  }

  private static String trimmed(String decimal) {
    return decimal.replaceAll("\\.?0+$", "");
  }

  /** A time in ms, s, or min. */
  static String time(long millis) {
    if (millis < 1000) {
      return millis + " ms";
    }
    return millis < 120_000
        ? String.format(Locale.ROOT, "%.1f s", millis / 1000.0)
        : String.format(Locale.ROOT, "%.0f min", millis / 60_000.0);
  }

  /** {@code 1 case} or {@code n cases}. */
  static String count(int n, String noun) {
    return n + " " + noun + (n == 1 ? "" : "s");
  }

  /** A grade in lower case. */
  static String grade(Grade grade) {
    return grade.name().toLowerCase(Locale.ROOT);
  }

  /** The name of a law in words, where it is that of a constant. */
  static String law(String name) {
    return name.matches("[A-Z_]+") ? name.toLowerCase(Locale.ROOT).replace('_', ' ') : name;
  }

  /** A status in lower case. */
  static String status(EntryStatus status) {
    return status.name().toLowerCase(Locale.ROOT);
  }
}
