package deeplinear.evidence;

/** How strong a piece of evidence is, strongest first. */
public enum Grade {
  /**
   * Proved for all widths and all real data at the depths that are named: the difference of both
   * sides is the zero polynomial in letters for the matrices.
   */
  PROVED,
  /**
   * Decided for the case at hand, in rationals or, with a stated error probability, in a prime
   * field; no tolerance.
   */
  EXACT,
  /** Proved by outward-rounded interval arithmetic. */
  CERTIFIED,
  /** Floating point, with an error bound derived for the case at hand. */
  NUMERICAL,
  /** A count of trials with an exact confidence bound. */
  STATISTICAL;

  /** The weaker of two grades. */
  public Grade weaker(Grade other) {
    return compareTo(other) >= 0 ? this : other;
  }
}
