package deeplinear.trial;

import deeplinear.claim.Breach;
import deeplinear.claim.Claim;
import deeplinear.claim.Given;
import deeplinear.claim.Kind;
import deeplinear.claim.Laboratory;
import deeplinear.claim.Neighbor;
import deeplinear.counterexample.Complexity;
import deeplinear.counterexample.Counterexample;
import deeplinear.counterexample.SecondLook;
import deeplinear.flow.GradientFlow;
import deeplinear.network.Architecture;
import deeplinear.network.Subject;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What became of a claim without one of its hypotheses, or of a wrong neighbor: it must be refuted,
 * or the check could not fail.
 *
 * @param name of the hypothesis or neighbor
 * @param outcome what came out
 * @param cases how many cases were checked
 * @param violated the comparisons that failed, and how often
 * @param witness the smallest counterexample; empty if there is none
 * @param complaint why the run does not accept that; empty if it does
 */
public record Control(
    String name,
    Outcome outcome,
    int cases,
    Map<String, Integer> violated,
    Optional<Counterexample> witness,
    String complaint) {

  /** What came out. */
  public enum Outcome {
    /** Some case violates the statement. */
    REFUTED("refuted"),
    /** None does. */
    NOT_REFUTED("not refuted"),
    /** No subject lacks the hypothesis alone. */
    NO_SOURCE("no source");

    private final String words;

    Outcome(String words) {
      this.words = words;
    }

    /** As reports say it. */
    public String words() {
      return words;
    }
  }

  /** So many cases are drawn in search of a violation. */
  private static final int DRAWS = 400;

  /** A search may end at a witness that only a bolder step than any reduction makes smaller. */
  private static final int ROUNDS = 5;

  /** The claim without each of its hypotheses, in the order of the sheet. */
  static <I extends Subject> List<Control> hypotheses(Claim<I> claim, long seed) {
    List<Given<I>> givens = claim.sheet().givens();
    return IntStream.range(0, givens.size())
        .mapToObj(n -> without(claim, givens.get(n), planWithout(claim, givens.get(n), n, seed)))
        .toList();
  }

  private static <I extends Subject> Control without(
      Claim<I> claim, Given<I> given, Optional<Plan<I>> plan) {
    String name = given.hypothesis().name();
    Optional<String> smallest = given.breach().flatMap(Breach::smallest);
    return plan.map(p -> search(name, claim, "", p, smallest, smallest.isPresent()))
        .orElseGet(() -> new Control(name, Outcome.NO_SOURCE, 0, Map.of(), Optional.empty(), ""));
  }

  /** The wrong neighbors of a claim, in the order of the sheet. */
  static <I extends Subject> List<Control> neighbors(Claim<I> claim, long seed) {
    List<Neighbor<I>> neighbors = claim.sheet().neighbors();
    return IntStream.range(0, neighbors.size())
        .mapToObj(n -> of(neighbors.get(n), planOf(claim, neighbors.get(n), n, seed)))
        .toList();
  }

  private static <I extends Subject> Control of(Neighbor<I> neighbor, Plan<I> plan) {
    return search(neighbor.name(), neighbor.wrong(), neighbor.name(), plan, Optional.empty(), true)
        .and(Unproved.by(neighbor.wrong(), GradientFlow.INSTANCE));
  }

  /** The plans of all controls of a claim; each of their trials has a name of its own. */
  public static <I extends Subject> List<Plan<I>> plans(Claim<I> claim, long seed) {
    List<Given<I>> givens = claim.sheet().givens();
    List<Neighbor<I>> neighbors = claim.sheet().neighbors();
    return Stream.concat(
            IntStream.range(0, givens.size())
                .mapToObj(n -> planWithout(claim, givens.get(n), n, seed))
                .flatMap(Optional::stream),
            IntStream.range(0, neighbors.size())
                .mapToObj(n -> planOf(claim, neighbors.get(n), n, seed)))
        .toList();
  }

  private static <I extends Subject> Optional<Plan<I>> planWithout(
      Claim<I> claim, Given<I> given, int place, long seed) {
    return given
        .breach()
        .map(
            breach ->
                Plan.corpus(claim, seed)
                    .from("without-" + (place + 1), breach.cases())
                    .with(breach.laboratory().apply(Laboratory.STANDARD))
                    .without(given.hypothesis().name()));
  }

  private static <I extends Subject> Plan<I> planOf(
      Claim<I> claim, Neighbor<I> neighbor, int place, long seed) {
    String name = "neighbor-" + (place + 1);
    Plan<I> own = Plan.corpus(claim, seed).about(neighbor.wrong());
    return neighbor
        .cases()
        .map(cases -> own.from(name, cases))
        .orElseGet(() -> own.prefixed(name + "-"));
  }

  /** This control with further comparisons that failed. */
  private Control and(Map<String, Integer> more) {
    Map<String, Integer> all = new TreeMap<>(violated);
    more.forEach((atom, n) -> all.merge(atom, n, Integer::sum));
    return new Control(name, outcome, cases, all, witness, complaint);
  }

  private static <I extends Subject> Control search(
      String name,
      Claim<I> claim,
      String neighbor,
      Plan<I> plan,
      Optional<String> smallest,
      boolean mustFail) {
    Optional<Counterexample> best = Optional.empty();
    Tally<I> all = Tally.none();
    for (int round = 0; round < ROUNDS && !isGoal(best, smallest); round++) {
      Tally<I> tally = Trials.search(plan.seeded(plan.seed() + round), DRAWS);
      all = all.plus(tally);
      if (tally.violating().isEmpty()) {
        break;
      }
      Counterexample found =
          shrunk(claim, neighbor, tally.violating().get().trial(), plan.laboratory());
      best = Optional.of(best.filter(b -> !isSimpler(found, b)).orElse(found));
    }
    return new Control(
        name,
        best.isPresent() ? Outcome.REFUTED : Outcome.NOT_REFUTED,
        all.cases(),
        all.violated(),
        best,
        complaint(all, best, smallest, mustFail));
  }

  /**
   * The smallest counterexample to a claim under all its hypotheses; for a false conjecture from
   * several draws.
   */
  static <I extends Subject> Optional<Counterexample> refutation(
      Claim<I> claim, long seed, Tally<I> tally) {
    if (claim.sheet().kind() == Kind.FALSE) {
      return search("", claim, "", Plan.corpus(claim, seed), claim.sheet().smallest(), true)
          .witness();
    }
    return tally.violating().map(call -> shrunk(claim, "", call.trial(), Laboratory.STANDARD));
  }

  private static <I extends Subject> Counterexample shrunk(
      Claim<I> claim, String neighbor, Trial<I> trial, Laboratory laboratory) {
    String origin = trial.name() + ", seed " + trial.seed();
    return Counterexample.of(claim, neighbor, trial.subject(), laboratory, origin);
  }

  private static boolean isGoal(Optional<Counterexample> best, Optional<String> smallest) {
    return best.isPresent() && smallest.map(widths -> hasSize(best.get(), widths)).orElse(true);
  }

  /** Mirror images are equally small, so depth and number of nodes count. */
  static boolean hasSize(Counterexample witness, String widths) {
    Architecture expected =
        new Architecture(Arrays.stream(widths.split("-")).map(Integer::valueOf).toList());
    Architecture found = witness.shrunk().instance().architecture();
    return found.depth() == expected.depth() && found.nodes() == expected.nodes();
  }

  private static boolean isSimpler(Counterexample one, Counterexample other) {
    return Complexity.of(one.shrunk()).compareTo(Complexity.of(other.shrunk())) < 0;
  }

  private static <I extends Subject> String complaint(
      Tally<I> tally, Optional<Counterexample> best, Optional<String> smallest, boolean mustFail) {
    if (!tally.faults().isEmpty()) {
      var fault = tally.faults().entrySet().iterator().next();
      return fault.getKey() + " broke off: " + fault.getValue();
    }
    if (best.isEmpty()) {
      return mustFail
          ? "not refuted by "
              + tally.cases()
              + " cases"
              + (tally.discards() > 0 ? ", " + tally.discards() + " lack more than that" : "")
              + tally.undecided().map(c -> "; undecided: " + c.atom().detail()).orElse("")
          : "";
    }
    if (!mustFail) {
      return "refuted by " + best.get().widths() + ", though the sheet says it is not needed";
    }
    if (best.get().secondLook() == SecondLook.ARTEFACT) {
      return "its refutation is gone at finer tolerances";
    }
    return smallest
        .filter(widths -> !hasSize(best.get(), widths))
        .map(
            widths ->
                "the smallest witness is " + best.get().widths() + ", but the sheet says " + widths)
        .orElse("");
  }
}
