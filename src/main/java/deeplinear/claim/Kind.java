package deeplinear.claim;

/** What is known of a claim. */
public enum Kind {
  /** Proved; every violation is an alarm. */
  THEOREM("theorem"),
  /** Known to be false; it must be refuted. */
  FALSE("false"),
  /** Not known; it is hunted, and accepted whatever comes. */
  OPEN("open");

  private final String word;

  Kind(String word) {
    this.word = word;
  }

  /** The word for it in reports and JSON. */
  public String word() {
    return word;
  }
}
