package deeplinear.solution;

import java.util.Locale;
import org.apache.commons.math3.analysis.UnivariateFunction;
import org.apache.commons.math3.analysis.integration.IterativeLegendreGaussIntegrator;

/**
 * One mode of an aligned, balanced network: u̇ = h u^{2−2/h} (s − u). Source: [SMG14].
 *
 * @param depth h ≥ 1
 * @param limit s &gt; 0, the singular value towards which u moves
 */
public record ModeEquation(int depth, double limit) {

  /** The relative error to which times are known. */
  public static final double RELATIVE_ERROR = 1e-11;

  private static final int NODES = 16;
  private static final int MAX_INTERVALS = 1 << 20;

  /** Requires h ≥ 1 and a positive, finite s. */
  public ModeEquation {
    if (depth < 1 || !(limit > 0 && limit < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "depth ≥ 1 and a positive limit are expected, not %d and %s",
              depth,
              limit));
    }
  }

  /** u̇ at u. */
  public double velocity(double u) {
    return depth * Math.pow(u, 2 - 2.0 / depth) * (limit - u);
  }

  /**
   * The time from u = {@code from} to u = {@code to}, both positive and on one side of s; negative
   * if {@code to} comes before {@code from}. In closed form for h = 1, 2 and 4, else by quadrature
   * of dx / (x^{h−1} (s − x^h)) with u = x^h.
   */
  public double time(double from, double to) {
    if (!(from > 0 && to > 0 && (from - limit) * (to - limit) > 0)) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "both values must be positive and on one side of %s, unlike %s and %s",
              limit,
              from,
              to));
    }
    return switch (depth) {
      case 1 -> Math.log((limit - from) / (limit - to));
      case 2 -> Math.log(to / from * ((limit - from) / (limit - to))) / (2 * limit);
      case 4 -> (depthFour(to) - depthFour(from)) / 4;
      default -> quadrature(from, to);
    };
  }

  /** −2/(s√u) + s^{−3/2} ln|(√s + √u)/(√s − √u)|. */
  private double depthFour(double u) {
    double root = Math.sqrt(limit);
    double logarithm = Math.log(Math.abs((root + Math.sqrt(u)) / (root - Math.sqrt(u))));
    return -2 / (limit * Math.sqrt(u)) + logarithm / (limit * root);
  }

  double quadrature(double from, double to) {
    double a = Math.pow(from, 1.0 / depth);
    double b = Math.pow(to, 1.0 / depth);
    if (a == b) {
      return 0;
    }
    UnivariateFunction density = x -> 1 / (Math.pow(x, depth - 1) * (limit - Math.pow(x, depth)));
    double area =
        new IterativeLegendreGaussIntegrator(NODES, RELATIVE_ERROR / 10, Double.MIN_NORMAL)
            .integrate(MAX_INTERVALS, density, Math.min(a, b), Math.max(a, b));
    return a < b ? area : -area;
  }
}
