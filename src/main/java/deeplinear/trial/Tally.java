package deeplinear.trial;

import deeplinear.evidence.Atom;
import deeplinear.evidence.Grade;
import deeplinear.evidence.Status;
import deeplinear.evidence.Verdict;
import deeplinear.network.Subject;
import deeplinear.sample.Feature;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What some trials of one claim found. Tallies of different trials add up, in any order and in any
 * grouping, to the tally of all.
 *
 * @param counts how many cases had each status
 * @param strata how many checked cases came from each stratum
 * @param features how many checked cases had each {@link Feature}
 * @param substantial how many checked cases were worth having
 * @param discards how many more lacked a hypothesis
 * @param unsuitable for how many more nothing fits what is given, by reason
 * @param faults the exceptions, by the names of their trials
 * @param grade the weakest of all verdicts
 * @param seen how often each comparison was made
 * @param violated how often each comparison failed
 * @param closest the decided comparison with the smallest margin
 * @param violating the first case that violates the claim
 * @param undecided the first comparison that was inconclusive
 */
public record Tally<I extends Subject>(
    Map<Status, Integer> counts,
    Map<String, Integer> strata,
    Map<String, Integer> features,
    int substantial,
    int discards,
    Map<String, Integer> unsuitable,
    Map<String, String> faults,
    Grade grade,
    Map<String, Integer> seen,
    Map<String, Integer> violated,
    Optional<Call<I>> closest,
    Optional<Call<I>> violating,
    Optional<Call<I>> undecided) {

  /** The tally of no trial. */
  public static <I extends Subject> Tally<I> none() {
    return new Tally<>(
        Map.of(),
        Map.of(),
        Map.of(),
        0,
        0,
        Map.of(),
        Map.of(),
        Grade.PROVED,
        Map.of(),
        Map.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  static <I extends Subject> Tally<I> of(Trial<I> trial, I subject, Verdict verdict) {
    Map<String, Integer> features = new TreeMap<>();
    Feature.of(subject).forEach(f -> features.put(f, 1));
    Map<String, Integer> seen = new TreeMap<>();
    Map<String, Integer> violated = new TreeMap<>();
    for (Atom atom : verdict.atoms()) {
      seen.merge(atom.name(), 1, Integer::sum);
      if (atom.status() == Status.VIOLATED) {
        violated.merge(atom.name(), 1, Integer::sum);
      }
    }
    Optional<Call<I>> call = Optional.of(new Call<>(trial, verdict.decisive()));
    boolean isDecided = verdict.status() != Status.INCONCLUSIVE;
    return new Tally<>(
        Map.of(verdict.status(), 1),
        Map.of(trial.stratum().name(), 1),
        features,
        verdict.hasSubstance() && trial.claim().sheet().isSubstantial(subject) ? 1 : 0,
        0,
        Map.of(),
        Map.of(),
        verdict.grade(),
        seen,
        violated,
        isDecided ? call : Optional.empty(),
        verdict.status() == Status.VIOLATED ? call : Optional.empty(),
        isDecided ? Optional.empty() : call);
  }

  static <I extends Subject> Tally<I> discarded() {
    return Tally.<I>none().with(1, Map.of(), Map.of());
  }

  static <I extends Subject> Tally<I> unsuitable(String reason) {
    return Tally.<I>none().with(0, Map.of(reason, 1), Map.of());
  }

  static <I extends Subject> Tally<I> fault(Trial<I> trial, Throwable fault) {
    return Tally.<I>none().with(0, Map.of(), Map.of(trial.name(), fault.toString()));
  }

  private Tally<I> with(int lacking, Map<String, Integer> unfit, Map<String, String> thrown) {
    return new Tally<>(
        counts,
        strata,
        features,
        substantial,
        lacking,
        unfit,
        thrown,
        grade,
        seen,
        violated,
        closest,
        violating,
        undecided);
  }

  /** The tally of the trials of both. */
  public Tally<I> plus(Tally<I> other) {
    Map<String, String> thrown = new TreeMap<>(faults);
    thrown.putAll(other.faults);
    return new Tally<>(
        sum(counts, other.counts),
        sum(strata, other.strata),
        sum(features, other.features),
        substantial + other.substantial,
        discards + other.discards,
        sum(unsuitable, other.unsuitable),
        Collections.unmodifiableMap(thrown),
        grade.weaker(other.grade),
        sum(seen, other.seen),
        sum(violated, other.violated),
        Call.closer(closest, other.closest),
        Call.earlier(violating, other.violating),
        Call.earlier(undecided, other.undecided));
  }

  private static <K extends Comparable<K>> Map<K, Integer> sum(
      Map<K, Integer> one, Map<K, Integer> other) {
    Map<K, Integer> sum = new TreeMap<>(one);
    other.forEach((key, n) -> sum.merge(key, n, Integer::sum));
    return Collections.unmodifiableMap(sum);
  }

  /** How many cases had this status. */
  public int count(Status status) {
    return counts.getOrDefault(status, 0);
  }

  /** How many cases were checked. */
  public int cases() {
    return counts.values().stream().mapToInt(n -> n).sum();
  }

  /** How many cases were meant to be checked. */
  public int tries() {
    return cases() + discards + faults.size() + unsuitable.values().stream().mapToInt(n -> n).sum();
  }
}
