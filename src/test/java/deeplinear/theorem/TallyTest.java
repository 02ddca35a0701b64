package deeplinear.theorem;

import static deeplinear.evidence.Status.HOLDS;
import static deeplinear.evidence.Status.INCONCLUSIVE;
import static deeplinear.evidence.Status.VIOLATED;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import deeplinear.evidence.Atom;
import deeplinear.evidence.Grade;
import deeplinear.evidence.Status;
import deeplinear.evidence.Verdict;
import deeplinear.network.Instance;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TallyTest {

  private static final Instance ONE = Specimens.scalars(1, 1);
  private static final Instance TWO = Specimens.scalars(2, 1);

  private final Tally tally = new Tally();

  private static Verdict verdict(Status status, Grade grade, double margin, String name) {
    return Verdict.of(new Atom(name, grade, status, margin, 0, ""));
  }

  @Test
  void theGradeIsProvedIfEveryCaseIs() {
    tally.add(ONE, verdict(HOLDS, Grade.PROVED, 1, "a"), List.of());
    assertEquals(Grade.PROVED, tally.grade());
    tally.add(TWO, verdict(HOLDS, Grade.EXACT, 1, "a"), List.of());
    tally.add(ONE, verdict(HOLDS, Grade.PROVED, 1, "a"), List.of());
    assertEquals(Grade.EXACT, tally.grade());
  }

  @Test
  void statusesDiscardsAndLabelsAreCounted() {
    tally.add(ONE, verdict(HOLDS, Grade.EXACT, 1, "a"), List.of("x", "y"));
    tally.add(ONE, verdict(HOLDS, Grade.EXACT, 1, "a"), List.of("x"));
    tally.add(ONE, verdict(VIOLATED, Grade.EXACT, -1, "a"), List.of());
    tally.add(ONE, verdict(INCONCLUSIVE, Grade.EXACT, 0, "a"), List.of("y"));
    tally.discard();
    tally.discard();
    assertEquals(2, tally.count(HOLDS));
    assertEquals(1, tally.count(VIOLATED));
    assertEquals(1, tally.count(INCONCLUSIVE));
    assertEquals(4, tally.cases());
    assertEquals(2, tally.discards());
    assertEquals(Map.of("x", 2, "y", 2), tally.strata());
  }

  @Test
  void anEmptyTallyHasNothing() {
    assertEquals(0, tally.cases());
    assertEquals(0, tally.count(HOLDS));
    assertEquals(0, tally.discards());
    assertEquals(Grade.EXACT, tally.grade());
    assertTrue(tally.closest().isEmpty());
    assertTrue(tally.undecided().isEmpty());
  }

  @Test
  void theClosestCallIsTheFirstCaseOfTheSmallestMargin() {
    tally.add(ONE, verdict(HOLDS, Grade.EXACT, 3, "far"), List.of());
    tally.add(TWO, verdict(HOLDS, Grade.EXACT, 2, "near"), List.of());
    tally.add(ONE, verdict(HOLDS, Grade.EXACT, 2, "as near"), List.of());
    tally.add(ONE, verdict(HOLDS, Grade.EXACT, 4, "farther"), List.of());
    Tally.ClosestCall call = tally.closest().orElseThrow();
    assertEquals("near", call.atom().name());
    assertSame(TWO, call.subject());
  }

  @Test
  void aViolationComesCloserThanAnyCaseThatHolds() {
    tally.add(ONE, verdict(HOLDS, Grade.EXACT, 0.5, "holds"), List.of());
    tally.add(TWO, verdict(VIOLATED, Grade.EXACT, -0.5, "fails"), List.of());
    assertEquals("fails", tally.closest().orElseThrow().atom().name());
  }

  @Test
  void undecidedCasesAreNoCallsAndTheFirstIsKept() {
    tally.add(ONE, verdict(INCONCLUSIVE, Grade.EXACT, -9, "first"), List.of());
    tally.add(ONE, verdict(INCONCLUSIVE, Grade.EXACT, -10, "second"), List.of());
    assertTrue(tally.closest().isEmpty());
    assertEquals("first", tally.undecided().orElseThrow().name());
  }

  @Test
  void theWeakestGradeIsKept() {
    tally.add(ONE, verdict(HOLDS, Grade.NUMERICAL, 1, "a"), List.of());
    tally.add(ONE, verdict(HOLDS, Grade.EXACT, 1, "a"), List.of());
    assertEquals(Grade.NUMERICAL, tally.grade());
  }
}
