package deeplinear.evidence;

/** What a check found. */
public enum Status {
  /** The claim holds with a margin above the error bound. */
  HOLDS,
  /** The claim fails by more than the error bound. */
  VIOLATED,
  /** The error bound is too large to tell, or a number is not finite. */
  INCONCLUSIVE
}
