package deeplinear.trial;

import deeplinear.claim.Claim;
import deeplinear.claim.Kind;
import deeplinear.counterexample.Counterexample;
import deeplinear.evidence.Grade;
import deeplinear.evidence.Status;
import deeplinear.evidence.Verdict;
import deeplinear.flow.GradientFlow;
import deeplinear.network.Subject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Everything that a run of the corpus finds out about one claim.
 *
 * @param claim the claim
 * @param seed of the run
 * @param tally of the cases under all hypotheses
 * @param hypotheses the claim without each of its hypotheses: the necessity map
 * @param neighbors its wrong neighbors
 * @param sensitivity to wrong laws of motion
 * @param proof what is proved for all widths; empty if nothing is tried
 * @param counterexample to the claim under all its hypotheses
 */
public record Examination<I extends Subject>(
    Claim<I> claim,
    long seed,
    Tally<I> tally,
    List<Control> hypotheses,
    List<Control> neighbors,
    Sensitivity sensitivity,
    Optional<Verdict> proof,
    Optional<Counterexample> counterexample) {

  /** Makes all controls of a claim whose cases have been counted. */
  public static <I extends Subject> Examination<I> of(Claim<I> claim, long seed, Tally<I> tally) {
    return new Examination<>(
        claim,
        seed,
        tally,
        Control.hypotheses(claim, seed),
        Control.neighbors(claim, seed),
        Sensitivity.of(claim, seed),
        claim.proof(GradientFlow.INSTANCE),
        Control.refutation(claim, seed, tally));
  }

  /**
   * The grade that was reached: that of the proof where the claim aims at one and it succeeds, else
   * the weakest of all cases.
   */
  public Grade grade() {
    boolean isProved =
        claim.sheet().aim() == Grade.PROVED
            && proof.map(p -> p.status() == Status.HOLDS).orElse(false);
    return isProved ? Grade.PROVED : tally.grade();
  }

  /** What made each comparison fail first; a comparison that nothing made fail is missing. */
  public Map<String, String> violatedBy() {
    Map<String, String> first = new LinkedHashMap<>();
    if (claim.sheet().kind() != Kind.THEOREM) {
      note(first, "a case", tally.violated());
    }
    hypotheses.forEach(control -> note(first, "without: " + control.name(), control.violated()));
    neighbors.forEach(control -> note(first, "neighbor: " + control.name(), control.violated()));
    sensitivity.violated().forEach((law, atoms) -> note(first, "law: " + law, atoms));
    return first;
  }

  private static void note(Map<String, String> first, String source, Map<String, Integer> atoms) {
    atoms.keySet().forEach(atom -> first.putIfAbsent(atom, source));
  }

  /** Why the run does not accept the claim; empty if it does. */
  public List<String> complaints(Acceptance acceptance) {
    List<String> complaints = new ArrayList<>(acceptance.complaints(claim.sheet(), tally));
    for (Control control : hypotheses) {
      if (!control.complaint().isEmpty()) {
        complaints.add("without \"" + control.name() + "\": " + control.complaint());
      }
    }
    for (Control control : neighbors) {
      if (!control.complaint().isEmpty()) {
        complaints.add("wrong neighbor \"" + control.name() + "\": " + control.complaint());
      }
    }
    proof
        .filter(p -> p.status() != Status.HOLDS)
        .ifPresent(
            p ->
                complaints.add(
                    "not proved: " + p.decisive().name() + ", " + p.decisive().detail()));
    if (claim.sheet().aim() == Grade.PROVED && proof.isEmpty()) {
      complaints.add("the sheet aims at a proof, but there is none");
    }
    Map<String, String> seen = violatedBy();
    for (String atom : claim.sheet().atoms()) {
      if (!seen.containsKey(atom) && claim.sheet().kind() != Kind.OPEN) {
        complaints.add("nothing made \"" + atom + "\" fail: a check that cannot fail is a defect");
      }
    }
    if (claim.sheet().atoms().isEmpty()) {
      complaints.add("the sheet names no comparison");
    }
    claim
        .sheet()
        .smallest()
        .flatMap(widths -> counterexample.filter(c -> !Control.hasSize(c, widths)))
        .ifPresent(
            c ->
                complaints.add(
                    "its smallest witness is "
                        + c.widths()
                        + ", but the sheet says "
                        + claim.sheet().smallest().orElse("")));
    return complaints;
  }
}
