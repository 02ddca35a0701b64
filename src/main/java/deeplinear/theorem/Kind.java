package deeplinear.theorem;

/** What is known of a claim. */
public enum Kind {
  /** Proved; every violation is an alarm. */
  THEOREM,
  /** Known to be false; it must be refuted. */
  FALSE_CONJECTURE
}
