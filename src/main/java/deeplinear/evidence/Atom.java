package deeplinear.evidence;

import deeplinear.algebra.Interval;
import java.util.Locale;

/**
 * One comparison in the conclusion of a claim.
 *
 * @param name what is compared, the same for all subjects: numbers go into the detail
 * @param grade how it was decided
 * @param status what came out
 * @param margin (bound − measured) / scale, negative if violated; for an equality the error bound
 *     is both bound and scale; ±1 for a decision without distances, 0 where nothing could be
 *     measured
 * @param error the error bound relative to the size of what is compared: the smallest difference
 *     that the comparison can see
 * @param detail the numbers and the derivation, for a reader
 */
public record Atom(
    String name, Grade grade, Status status, double margin, double error, String detail) {

  /** An equality whose error bound exceeds this part of its scale could hardly fail. */
  public static final double BLUNT = 1e-3;

  /**
   * A difference must exceed its (estimated) error bound by this factor to count as a violation.
   */
  public static final double CLEAR = 8;

  /** Decided exactly. */
  public static Atom exact(String name, boolean holds, String detail) {
    return new Atom(
        name, Grade.EXACT, holds ? Status.HOLDS : Status.VIOLATED, holds ? 1 : -1, 0, detail);
  }

  /** Decided for all widths and all data at once, by formal matrices. */
  public static Atom proved(String name, boolean holds, String detail) {
    return new Atom(
        name, Grade.PROVED, holds ? Status.HOLDS : Status.VIOLATED, holds ? 1 : -1, 0, detail);
  }

  /** Nothing could be decided. */
  public static Atom inconclusive(String name, Grade grade, String reason) {
    return new Atom(name, grade, Status.INCONCLUSIVE, 0, 0, reason);
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
    if (difference > 0 && error.value() == 0) {
      return new Atom(name, Grade.NUMERICAL, Status.VIOLATED, -difference / scale, 0, detail);
    }
    Status status =
        difference <= error.value()
            ? Status.HOLDS
            : difference > CLEAR * error.value() ? Status.VIOLATED : Status.INCONCLUSIVE;
    double margin = difference == 0 ? 1 : 1 - difference / error.value();
    return new Atom(name, Grade.NUMERICAL, status, margin, error.value() / scale, detail);
  }

  /**
   * Floating-point inequality measured ≤ bound, where {@code error} bounds the error of their
   * difference.
   */
  public static Atom atMost(
      String name, double measured, double bound, ErrorBound error, double scale) {
    double slack = bound - measured;
    String detail =
        String.format(
            Locale.ROOT, "%.12g ≤ %.12g, slack %.3e, error %s", measured, bound, slack, error);
    if (!Double.isFinite(error.value()) || !Double.isFinite(slack)) {
      return inconclusive(name, Grade.NUMERICAL, detail);
    }
    Status status =
        slack >= error.value()
            ? Status.HOLDS
            : slack < -CLEAR * error.value() ? Status.VIOLATED : Status.INCONCLUSIVE;
    return new Atom(name, Grade.NUMERICAL, status, slack / scale, error.value() / scale, detail);
  }

  /** Certified positivity: holds if the enclosure is positive, is violated if it is negative. */
  public static Atom positive(String name, Interval enclosure, double scale) {
    String detail =
        String.format(Locale.ROOT, "in [%.6e, %.6e]", enclosure.low(), enclosure.high());
    if (enclosure.low() > 0) {
      return certified(name, Status.HOLDS, enclosure.low() / scale, detail);
    }
    return enclosure.high() < 0
        ? certified(name, Status.VIOLATED, enclosure.high() / scale, detail)
        : inconclusive(name, Grade.CERTIFIED, detail);
  }

  /** The same comparison with its place in front of the detail. */
  public Atom at(String place) {
    return new Atom(name, grade, status, margin, error, place + ": " + detail);
  }

  private static Atom certified(String name, Status status, double margin, String detail) {
    return new Atom(name, Grade.CERTIFIED, status, margin, 0, detail);
  }
}
