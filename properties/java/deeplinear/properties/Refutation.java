package deeplinear.properties;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import deeplinear.counterexample.Arbiter;
import deeplinear.counterexample.Complexity;
import deeplinear.counterexample.Counterexample;
import deeplinear.evidence.Status;
import deeplinear.evidence.Verdict;
import deeplinear.network.Architecture;
import deeplinear.network.Subject;
import deeplinear.report.LedgerEntry;
import deeplinear.report.Run;
import deeplinear.sample.Draw;
import deeplinear.sample.Generator;
import deeplinear.theorem.Kind;
import deeplinear.theorem.Laboratory;
import deeplinear.theorem.Tally;
import deeplinear.theorem.Theorem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/**
 * Shows that a check can fail: searches, several times from different draws, for a subject on which
 * a claim is violated, and shrinks it.
 *
 * @param theorem the claim, or a wrong neighbor of it
 * @param generator a source of subjects that lack a hypothesis, or of any for a false conjecture
 * @param laboratory with another law of motion, where the hypothesis is about that
 */
record Refutation<I extends Subject>(
    Theorem<I> theorem, Generator<I> generator, Laboratory laboratory) {

  private static final int ROUNDS = 5;
  private static final int DRAWS = 500;

  /** The refutation of a claim for gradient flow. */
  static <I extends Subject> Refutation<I> of(Theorem<I> theorem, Generator<I> generator) {
    return new Refutation<>(theorem, generator, Laboratory.STANDARD);
  }

  /**
   * Refutes the claim in every round, and records the smallest witness, whose size is known. A
   * single search may end at a witness that only a bolder step than any reduction makes smaller.
   *
   * @param smallest the architecture of the smallest witness; only its depth and its number of
   *     nodes count, for mirror images are equally small
   * @return the witnesses of all rounds, smallest first
   */
  List<I> refute(long seed, Architecture smallest) {
    long start = System.nanoTime();
    Tally tally = new Tally();
    try {
      List<Counterexample> witnesses = search(new Draw(new Random(seed)), tally);
      Counterexample witness = witnesses.get(0);
      Architecture found = witness.shrunk().instance().architecture();
      assertEquals(smallest.depth(), found.depth(), () -> "depth of " + witness.shrunk());
      assertEquals(smallest.nodes(), found.nodes(), () -> "nodes of " + witness.shrunk());
      String file = Reports.write(witness, isControl() ? "control-" : "");
      Reports.append(entry(tally, seed, start, true).withCounterexample(file));
      return witnesses.stream().map(w -> theorem.subject().cast(w.shrunk())).toList();
    } catch (AssertionError e) {
      Reports.append(entry(tally, seed, start, false).failed(e.toString()));
      throw e;
    }
  }

  private boolean isControl() {
    return theorem.statement().kind() == Kind.THEOREM;
  }

  private LedgerEntry entry(Tally tally, long seed, long start, boolean passed) {
    long millis = (System.nanoTime() - start) / 1_000_000;
    Run run =
        new Run("random corpus", Long.toString(seed), tally.cases(), millis, Reports.versions());
    LedgerEntry entry =
        isControl()
            ? LedgerEntry.control(theorem, tally, run, passed, "")
            : LedgerEntry.of(theorem, tally, run, passed, "");
    return entry.withoutFailureProbability();
  }

  private List<Counterexample> search(Draw draw, Tally tally) {
    List<Counterexample> witnesses = new ArrayList<>();
    for (int round = 0; round < ROUNDS; round++) {
      witnesses.add(find(draw, tally));
    }
    witnesses.sort(Comparator.comparing(w -> Complexity.of(w.shrunk())));
    return witnesses;
  }

  private Counterexample find(Draw draw, Tally tally) {
    for (int i = 0; i < DRAWS; i++) {
      I subject = generator.next(draw);
      Verdict verdict = theorem.check(subject, laboratory);
      tally.add(subject, verdict, Stratum.labels(subject));
      if (verdict.status() == Status.VIOLATED) {
        Counterexample witness = Counterexample.of(theorem, subject, laboratory, "control");
        assertNotEquals(Arbiter.ARTEFACT, witness.arbiter());
        return witness;
      }
    }
    throw new AssertionError(
        theorem.id() + " was not refuted in " + DRAWS + " draws: " + theorem.statement().control());
  }
}
