package deeplinear.theorem;

import deeplinear.evidence.Verdict;
import deeplinear.network.Subject;
import java.util.List;

/** Theorems on subjects whose kinds are known to match. */
final class Checks {

  private Checks() {}

  static Verdict check(String id, Subject subject, Laboratory laboratory) {
    return check(Registry.find(id), subject, laboratory);
  }

  private static <I extends Subject> Verdict check(
      Theorem<I> theorem, Subject subject, Laboratory laboratory) {
    return theorem.check(theorem.subject().cast(subject), laboratory);
  }

  static List<String> missing(String id, Subject subject) {
    return missing(Registry.find(id), subject);
  }

  private static <I extends Subject> List<String> missing(Theorem<I> theorem, Subject subject) {
    return theorem.missing(theorem.subject().cast(subject));
  }
}
