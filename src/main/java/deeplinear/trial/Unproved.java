package deeplinear.trial;

import deeplinear.claim.Claim;
import deeplinear.evidence.Atom;
import deeplinear.evidence.Status;
import deeplinear.flow.Dynamics;
import java.util.Map;
import java.util.TreeMap;

/** The comparisons of formal matrices that fail for a wrong statement or under a wrong law. */
final class Unproved {

  private Unproved() {}

  /** How often each fails. */
  static Map<String, Integer> by(Claim<?> claim, Dynamics law) {
    Map<String, Integer> failed = new TreeMap<>();
    claim.proof(law).stream()
        .flatMap(proof -> proof.atoms().stream())
        .filter(atom -> atom.status() == Status.VIOLATED)
        .map(Atom::name)
        .forEach(name -> failed.merge(name, 1, Integer::sum));
    return failed;
  }
}
