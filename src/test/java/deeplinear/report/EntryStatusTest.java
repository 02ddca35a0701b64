package deeplinear.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import deeplinear.claim.Kind;
import deeplinear.claim.Sheet;
import deeplinear.evidence.Atom;
import deeplinear.evidence.Grade;
import deeplinear.evidence.Verdict;
import deeplinear.network.Instance;
import deeplinear.sample.Source;
import deeplinear.trial.Acceptance;
import deeplinear.trial.Plan;
import deeplinear.trial.Tally;
import deeplinear.trial.Trials;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EntryStatusTest {

  /** At most one case in ten may be undecided, or one. */
  private static final Acceptance SOME = new Acceptance(0.1, 1, 1, 0);

  /** So many cases hold, violate the claim, are inconclusive, and break off. */
  private static Tally<Instance> tally(int holds, int violated, int inconclusive, int faults) {
    int sum = holds + violated + inconclusive + faults;
    AtomicInteger next = new AtomicInteger();
    Sheet<Instance> sheet =
        Sheet.theorem(Instance.class, "text", "X", Grade.EXACT)
            .atoms("a")
            .cases(Source.of("one", 1, draw -> Entries.smallest()));
    Entries.Fake claim =
        new Entries.Fake(
            "chapter/claim",
            sheet,
            i -> {
              int n = next.getAndIncrement();
              if (n >= holds + violated + inconclusive) {
                throw new IllegalStateException("broken");
              }
              return Verdict.of(
                  n < holds
                      ? Atom.exact("a", true, "")
                      : n < holds + violated
                          ? Atom.exact("a", false, "")
                          : Atom.inconclusive("a", Grade.EXACT, ""));
            });
    return Trials.run(Plan.corpus(claim, 1), sum);
  }

  @ParameterizedTest
  @CsvSource({
    "THEOREM, 9, 0, 0, 0, true, HOLDS",
    "THEOREM, 9, 0, 1, 0, true, HOLDS",
    "THEOREM, 8, 0, 2, 0, false, INCONCLUSIVE",
    "THEOREM, 0, 0, 1, 0, true, INCONCLUSIVE",
    "THEOREM, 9, 0, 1, 0, false, FAILED",
    "THEOREM, 9, 0, 0, 0, false, FAILED",
    "THEOREM, 0, 0, 0, 0, true, FAILED",
    "THEOREM, 9, 0, 0, 1, false, FAILED",
    "THEOREM, 9, 1, 1, 0, true, VIOLATED",
    "THEOREM, 9, 1, 0, 1, false, VIOLATED",
    "FALSE, 9, 1, 0, 0, true, REFUTED",
    "FALSE, 9, 0, 0, 0, false, HOLDS",
    "FALSE, 0, 0, 1, 0, false, INCONCLUSIVE",
    "FALSE, 0, 0, 0, 0, false, FAILED",
    "FALSE, 9, 0, 0, 1, false, FAILED",
    "OPEN, 9, 0, 0, 0, true, HOLDS",
    "OPEN, 9, 1, 0, 0, true, VIOLATED",
    "OPEN, 0, 0, 3, 0, false, INCONCLUSIVE",
  })
  void followsFromTheCases(
      Kind kind,
      int holds,
      int violated,
      int inconclusive,
      int faults,
      boolean accepted,
      EntryStatus expected) {
    Tally<Instance> tally = tally(holds, violated, inconclusive, faults);
    assertEquals(expected, EntryStatus.of(kind, tally, SOME, accepted));
  }
}
