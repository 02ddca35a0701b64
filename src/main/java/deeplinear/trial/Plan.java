package deeplinear.trial;

import deeplinear.claim.Claim;
import deeplinear.claim.Laboratory;
import deeplinear.network.Subject;
import deeplinear.sample.Frame;
import deeplinear.sample.Generator;
import deeplinear.sample.Source;
import deeplinear.sample.Stratum;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The trials of a run: who is checked, on what, with what. The corpus, controls, data and hunts are
 * all plans for the same loop, {@link Trials}.
 *
 * @param claim what is checked
 * @param source where the subjects come from
 * @param laboratory what they are checked with
 * @param frame what is given
 * @param seed of the run and of the laboratory
 * @param dropped the names of hypotheses that subjects may lack; those that lack another are
 *     discarded
 */
public record Plan<I extends Subject>(
    Claim<I> claim,
    Source<I> source,
    Laboratory laboratory,
    Frame frame,
    long seed,
    Set<String> dropped) {

  /** The seed of the run is that of its laboratory. */
  public Plan {
    laboratory = laboratory.seeded(seed);
  }

  /** The random corpus of a claim. */
  public static <I extends Subject> Plan<I> corpus(Claim<I> claim, long seed) {
    return given(claim, Frame.FREE, seed);
  }

  /** The cases of a claim for what is given. */
  public static <I extends Subject> Plan<I> given(Claim<I> claim, Frame frame, long seed) {
    return new Plan<>(claim, claim.sheet().cases(), Laboratory.STANDARD, frame, seed, Set.of());
  }

  /** The same cases in another laboratory. */
  public Plan<I> with(Laboratory other) {
    return new Plan<>(claim, source, other, frame, seed, dropped);
  }

  /** Other cases, under a name of their own. */
  public Plan<I> from(String name, Generator<I> generator) {
    return new Plan<>(claim, Source.of(name, 1, generator), laboratory, frame, seed, dropped);
  }

  /** The same strata with the same share each, under names that start with {@code prefix}. */
  public Plan<I> prefixed(String prefix) {
    List<Stratum<I>> strata =
        source.strata().stream()
            .map(s -> new Stratum<>(prefix + s.name(), 1, s.generator()))
            .toList();
    return new Plan<>(claim, new Source<>(strata), laboratory, frame, seed, dropped);
  }

  /** The same cases for another claim. */
  public Plan<I> about(Claim<I> other) {
    return new Plan<>(other, source, laboratory, frame, seed, dropped);
  }

  /** The same with another seed. */
  public Plan<I> seeded(long other) {
    return new Plan<>(claim, source, laboratory, frame, other, dropped);
  }

  /** The same without a hypothesis. */
  public Plan<I> without(String hypothesis) {
    return new Plan<>(claim, source, laboratory, frame, seed, Set.of(hypothesis));
  }

  /** The same, whatever subjects and laboratory lack. */
  Plan<I> anyway() {
    Set<String> all =
        claim.sheet().givens().stream()
            .map(given -> given.hypothesis().name())
            .collect(Collectors.toUnmodifiableSet());
    return new Plan<>(claim, source, laboratory, frame, seed, all);
  }

  /** Whether a subject lacks no hypothesis but those that are dropped. */
  boolean admits(I subject) {
    return dropped.containsAll(claim.sheet().missing(subject, laboratory));
  }

  /** Case {@code index}. */
  public Trial<I> trial(int index) {
    return new Trial<>(claim, source.stratum(index), index, seed, frame);
  }

  /** The cases from {@code from} up to {@code to}, this one excluded. */
  public List<Trial<I>> trials(int from, int to) {
    return IntStream.range(from, to).mapToObj(this::trial).toList();
  }

  /** The case with a name, if this plan has one. */
  public Optional<Trial<I>> find(String name) {
    String last = name.substring(name.lastIndexOf('/') + 1);
    return last.matches("\\d{1,9}")
        ? Optional.of(trial(Integer.parseInt(last))).filter(trial -> trial.name().equals(name))
        : Optional.empty();
  }
}
