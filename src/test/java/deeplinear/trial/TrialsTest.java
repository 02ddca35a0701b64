package deeplinear.trial;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import deeplinear.evidence.Atom;
import deeplinear.evidence.ErrorBound;
import deeplinear.evidence.Verdict;
import deeplinear.network.Instance;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TrialsTest {

  /** Closeness, status and grade depend on the subject. */
  private static final Planted VARIED =
      Planted.of(
          x -> {
            int hash = Math.floorMod(x.hashCode(), 1000);
            double measured = hash % 7 == 0 ? 2 : hash / 1000.0;
            return hash % 11 == 0
                ? Verdict.of(Planted.OPEN)
                : Verdict.of(
                    Planted.HOLDS,
                    Atom.atMost("b", measured, 1, new ErrorBound(1e-6, "planted"), 1));
          });

  private static final Plan<Instance> PLAN = Plan.corpus(VARIED, 5);

  @Test
  void talliesOfPartsAddUpToThatOfAll_inAnyOrderAndGrouping() {
    Tally<Instance> all = Trials.run(PLAN, 120);
    List<Tally<Instance>> parts = new ArrayList<>();
    Random random = new Random(1);
    for (int from = 0; from < 120; ) {
      int to = Math.min(120, from + 1 + random.nextInt(20));
      parts.add(Trials.run(PLAN, from, to));
      from = to;
    }
    for (int n = 0; n < 10; n++) {
      Collections.shuffle(parts, random);
      assertEquals(all, grouped(parts, random));
    }
    assertEquals(all, all.plus(Tally.none()));
    assertEquals(3, all.counts().size());
  }

  private static Tally<Instance> grouped(List<Tally<Instance>> parts, Random random) {
    if (parts.size() == 1) {
      return parts.get(0);
    }
    int cut = 1 + random.nextInt(parts.size() - 1);
    return grouped(parts.subList(0, cut), random)
        .plus(grouped(parts.subList(cut, parts.size()), random));
  }

  @Test
  void aCaseIsMadeAgainFromItsName() {
    Trial<Instance> trial = PLAN.trial(17);
    assertEquals("trial/planted@1/small/17", trial.name());
    assertEquals(trial.subject(), PLAN.find(trial.name()).orElseThrow().subject());
    assertNotEquals(trial.subject(), PLAN.trial(18).subject());
    assertNotEquals(trial.subject(), PLAN.seeded(6).trial(17).subject());
    assertNotEquals(
        trial.subject(), PLAN.from("other", Planted.small().mixed()).trial(17).subject());
    assertEquals(Optional.empty(), PLAN.find("trial/planted@2/small/17"));
    assertEquals(Optional.empty(), PLAN.find("trial/planted@1/small/x"));
  }

  @Test
  void theViolatingCaseIsTheFirst_andTheClosestTheClosest() {
    Tally<Instance> all = Trials.run(PLAN, 120);
    int first = all.violating().orElseThrow().trial().index();
    assertEquals(List.of(), new ArrayList<>(Trials.run(PLAN, first).violating().stream().toList()));
    assertEquals(-1.0 / 3, all.closest().orElseThrow().atom().margin(), 1e-15);
  }

  @Test
  void searchesEndAtTheFirstViolation() {
    Tally<Instance> found = Trials.search(PLAN, 120);
    assertEquals(Trials.run(PLAN, 120).violating(), found.violating());
  }
}
