package deeplinear.evidence;

import deeplinear.algebra.Interval;
import deeplinear.algebra.Rationals;
import java.util.Locale;
import org.apache.commons.math3.fraction.BigFraction;

/**
 * One comparison in the conclusion of a claim. It holds as long as its defect does not exceed its
 * tolerance; both are relative to the size of what is compared, so that all claims share one unit.
 *
 * @param name what is compared, as the claim declares it: numbers go into the detail
 * @param grade how it was decided
 * @param status what came out
 * @param defect how much is wrong, ≥ 0, relative: the residual of an equality, the smaller side of
 *     an inequality
 * @param tolerance how much may be, ≥ 0, in the same unit: 0 for an exact equality, the error bound
 *     for one in floating point, the larger side for an inequality
 * @param resolution the error bound in the same unit: the smallest difference that the comparison
 *     can see
 * @param detail the numbers and the derivation, for a reader
 */
public record Atom(
    String name,
    Grade grade,
    Status status,
    double defect,
    double tolerance,
    double resolution,
    String detail) {

  /** An equality whose error bound exceeds this part of its scale could hardly fail. */
  public static final double BLUNT = 1e-3;

  /**
   * A difference must exceed its (estimated) error bound by this factor to count as a violation.
   */
  public static final double CLEAR = 8;

  /**
   * Checks that the numbers say what the status does.
   *
   * @throws IllegalArgumentException if a decided comparison has no defect ≥ 0, or one that
   *     contradicts its status: NaN never passes
   */
  public Atom {
    boolean fits =
        switch (status) {
          case HOLDS -> defect >= 0 && defect <= tolerance;
          case VIOLATED -> defect > tolerance && tolerance >= 0;
          case INCONCLUSIVE -> true;
        };
    if (!fits) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "%s cannot be %s with defect %s and tolerance %s",
              name,
              status,
              defect,
              tolerance));
    }
  }

  /** Decided exactly, without a distance: the defect is 0 or 1. */
  public static Atom exact(String name, boolean holds, String detail) {
    return exact(name, holds ? 0 : 1, detail);
  }

  /**
   * An exact equality.
   *
   * @param defect 0 exactly if it holds; otherwise ‖residual‖ / scale, or a distance of integers
   */
  public static Atom exact(String name, double defect, String detail) {
    Status status = defect == 0 ? Status.HOLDS : Status.VIOLATED;
    return new Atom(name, Grade.EXACT, status, Double.isNaN(defect) ? 1 : defect, 0, 0, detail);
  }

  /** An exact inequality x &gt; 0, where x is at most {@code scale} &gt; 0 in absolute value. */
  public static Atom positive(String name, BigFraction x, BigFraction scale, String detail) {
    double relative = Rationals.toDouble(x.divide(scale));
    int sign = x.compareTo(BigFraction.ZERO);
    // Rounding must not move a value over the border.
    double defect = sign > 0 ? Math.min(1, 1 - relative) : Math.max(1 - relative, Math.nextUp(1.0));
    Status status = sign > 0 ? Status.HOLDS : Status.VIOLATED;
    return new Atom(name, Grade.EXACT, status, Math.max(0, defect), 1, 0, detail);
  }

  /** True for all widths and all real data at the depths that the detail names. */
  public static Atom proved(String name, boolean isProved, String detail) {
    Status status = isProved ? Status.HOLDS : Status.VIOLATED;
    return new Atom(name, Grade.PROVED, status, isProved ? 0 : 1, 0, 0, detail);
  }

  /** Nothing could be decided. */
  public static Atom inconclusive(String name, Grade grade, String reason) {
    return new Atom(name, grade, Status.INCONCLUSIVE, 0, 0, 0, reason);
  }

  /**
   * Floating-point equality of two quantities, where {@code error} bounds the error of their
   * difference.
   *
   * @param scale the size of what is compared; an error bound above {@link #BLUNT} times it is
   *     inconclusive
   */
  public static Atom equal(
      String name, double measured, double expected, ErrorBound error, double scale) {
    double difference = Math.abs(measured - expected);
    String detail =
        String.format(
            Locale.ROOT, "|%.12g − %.12g| = %.3e, error %s", measured, expected, difference, error);
    if (!(error.value() <= BLUNT * scale) || !(difference < Double.POSITIVE_INFINITY)) {
      return inconclusive(name, Grade.NUMERICAL, detail);
    }
    if (difference == 0) {
      return new Atom(
          name,
          Grade.NUMERICAL,
          Status.HOLDS,
          0,
          relative(error, scale),
          relative(error, scale),
          detail);
    }
    Status status =
        difference <= error.value()
            ? Status.HOLDS
            : difference > CLEAR * error.value() ? Status.VIOLATED : Status.INCONCLUSIVE;
    double tolerance = error.value() / scale;
    return new Atom(
        name, Grade.NUMERICAL, status, difference / scale, tolerance, tolerance, detail);
  }

  private static double relative(ErrorBound error, double scale) {
    return error.value() == 0 ? 0 : error.value() / scale;
  }

  /**
   * Floating-point inequality measured ≤ bound of two quantities that are not negative, where
   * {@code error} bounds the error of their difference.
   *
   * @param scale the size of what is compared; an error bound above {@link #BLUNT} times it is
   *     inconclusive
   */
  public static Atom atMost(
      String name, double measured, double bound, ErrorBound error, double scale) {
    double slack = bound - measured;
    String detail =
        String.format(
            Locale.ROOT, "%.12g ≤ %.12g, slack %.3e, error %s", measured, bound, slack, error);
    if (!(error.value() <= BLUNT * scale) || !Double.isFinite(slack)) {
      return inconclusive(name, Grade.NUMERICAL, detail);
    }
    Status status =
        slack >= error.value()
            ? Status.HOLDS
            : slack < -CLEAR * error.value() ? Status.VIOLATED : Status.INCONCLUSIVE;
    // A measured value may come out below 0 by its error.
    double defect = Math.max(0, measured) / scale;
    double tolerance = Math.max(0, bound) / scale;
    return new Atom(
        name, Grade.NUMERICAL, status, defect, tolerance, error.value() / scale, detail);
  }

  /** Certified positivity: holds if the enclosure is positive, is violated if it is negative. */
  public static Atom positive(String name, Interval enclosure, double scale) {
    String detail =
        String.format(Locale.ROOT, "in [%.6e, %.6e]", enclosure.low(), enclosure.high());
    if (enclosure.low() > 0) {
      double defect = Math.max(0, Math.min(1, 1 - enclosure.low() / scale));
      return new Atom(name, Grade.CERTIFIED, Status.HOLDS, defect, 1, 0, detail);
    }
    if (enclosure.high() < 0) {
      double defect = Math.max(1 - enclosure.high() / scale, Math.nextUp(1.0));
      return new Atom(name, Grade.CERTIFIED, Status.VIOLATED, defect, 1, 0, detail);
    }
    return inconclusive(name, Grade.CERTIFIED, detail);
  }

  /**
   * (tolerance − defect) / (tolerance + defect), in [−1, 1]: negative if violated, 1 if nothing is
   * wrong, 0 where nothing could be measured.
   */
  public double margin() {
    if (status == Status.INCONCLUSIVE && !(defect + tolerance > 0)) {
      return 0;
    }
    if (defect == 0) {
      return 1;
    }
    return Double.isInfinite(defect) ? -1 : (tolerance - defect) / (tolerance + defect);
  }

  /** The same comparison with its place in front of the detail. */
  public Atom at(String place) {
    return new Atom(name, grade, status, defect, tolerance, resolution, place + ": " + detail);
  }
}
