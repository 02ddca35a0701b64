package deeplinear.theorem;

import deeplinear.evidence.Grade;
import java.util.List;

/**
 * What a claim says, for people.
 *
 * @param id {@code chapter/slug}, stable
 * @param version rises whenever the check changes what it accepts
 * @param kind what is known of the claim
 * @param text the claim in one sentence
 * @param checked how an instance is checked, and what is not
 * @param grade the grade of evidence to be reached
 * @param sources keys of the literature
 * @param control the hypothesis that is dropped to show that the check can fail
 */
public record Statement(
    String id,
    int version,
    Kind kind,
    String text,
    String checked,
    Grade grade,
    List<String> sources,
    String control) {

  /** Checks the form of the id. */
  public Statement {
    sources = List.copyOf(sources);
    if (!id.matches("[a-z]+/[a-z0-9-]+")) {
      throw new IllegalArgumentException("an id has the form chapter/slug, unlike " + id);
    }
  }

  /** A theorem, version 1. */
  public static Statement theorem(
      String id, String text, String checked, Grade grade, String source, String control) {
    return new Statement(
        id, 1, Kind.THEOREM, text, checked, grade, List.of(source.split(" ")), control);
  }

  /** A false conjecture, version 1, refuted exactly. */
  public static Statement falseConjecture(String id, String text, String checked, String witness) {
    return new Statement(
        id, 1, Kind.FALSE_CONJECTURE, text, checked, Grade.EXACT, List.of("WA25"), witness);
  }

  /** The part of the id before the slash. */
  public String chapter() {
    return id.substring(0, id.indexOf('/'));
  }
}
