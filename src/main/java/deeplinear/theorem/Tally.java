package deeplinear.theorem;

import deeplinear.evidence.Atom;
import deeplinear.evidence.Grade;
import deeplinear.evidence.Status;
import deeplinear.evidence.Verdict;
import deeplinear.network.Subject;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The count of what a series of checks of one theorem found. Not safe for several threads at once.
 */
public final class Tally {

  private final Map<Status, Integer> counts = new TreeMap<>();
  private final Map<String, Integer> strata = new TreeMap<>();
  private int discards;
  private Grade weakest = Grade.EXACT;
  private Optional<ClosestCall> closest = Optional.empty();
  private Optional<Atom> undecided = Optional.empty();

  /**
   * The case that came closest to a violation.
   *
   * @param atom the deciding comparison
   * @param subject the case
   */
  public record ClosestCall(Atom atom, Subject subject) {}

  /** Counts a case that lacked a hypothesis. */
  public void discard() {
    discards++;
  }

  /** Counts a verdict, with the labels of its case. */
  public void add(Subject subject, Verdict verdict, Iterable<String> labels) {
    weakest = cases() == 0 ? verdict.grade() : weakest.weaker(verdict.grade());
    counts.merge(verdict.status(), 1, Integer::sum);
    labels.forEach(label -> strata.merge(label, 1, Integer::sum));
    Atom atom = verdict.decisive();
    if (atom.status() == Status.INCONCLUSIVE) {
      undecided = undecided.or(() -> Optional.of(atom));
    } else if (closest.map(call -> atom.margin() < call.atom().margin()).orElse(true)) {
      closest = Optional.of(new ClosestCall(atom, subject));
    }
  }

  /** How many cases had this status. */
  public int count(Status status) {
    return counts.getOrDefault(status, 0);
  }

  /** How many cases were checked. */
  public int cases() {
    return counts.values().stream().mapToInt(n -> n).sum();
  }

  /** How many cases lacked a hypothesis. */
  public int discards() {
    return discards;
  }

  /** How many checked cases carried each label. */
  public Map<String, Integer> strata() {
    return Collections.unmodifiableMap(strata);
  }

  /** The weakest grade of all verdicts. */
  public Grade grade() {
    return weakest;
  }

  /** The decided case with the smallest margin. */
  public Optional<ClosestCall> closest() {
    return closest;
  }

  /** The first comparison that was inconclusive. */
  public Optional<Atom> undecided() {
    return undecided;
  }
}
