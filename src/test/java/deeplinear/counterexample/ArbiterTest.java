package deeplinear.counterexample;

import static org.junit.jupiter.api.Assertions.assertEquals;

import deeplinear.evidence.Atom;
import deeplinear.evidence.Grade;
import deeplinear.evidence.Status;
import deeplinear.evidence.Verdict;
import deeplinear.flow.trajectory.Accuracy;
import deeplinear.network.Instance;
import deeplinear.theorem.Laboratory;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ArbiterTest {

  private static final Instance SUBJECT = Subjects.whitened(1);

  private final List<Accuracy> looks = new ArrayList<>();

  private static Verdict verdict(Grade grade, Status status) {
    return Verdict.of(new Atom("a", grade, status, -1, 0, ""));
  }

  /** What is said of a violation of this grade if the second look finds this status. */
  private Arbiter settle(Grade grade, Status second) {
    Scripted theorem =
        new Scripted(
            (subject, laboratory) -> {
              looks.add(laboratory.accuracy());
              return verdict(Grade.NUMERICAL, second);
            },
            List.of());
    return Arbiter.settle(theorem, SUBJECT, verdict(grade, Status.VIOLATED), Laboratory.STANDARD);
  }

  @Test
  void exactAndCertifiedViolationsNeedNoSecondLook() {
    assertEquals(Arbiter.CONFIRMED, settle(Grade.EXACT, Status.HOLDS));
    assertEquals(Arbiter.CONFIRMED, settle(Grade.CERTIFIED, Status.HOLDS));
    assertEquals(List.of(), looks);
  }

  @Test
  void weakerViolationsStandOrFallWithTheSecondLook() {
    for (Grade grade : new Grade[] {Grade.NUMERICAL, Grade.STATISTICAL}) {
      assertEquals(Arbiter.CONFIRMED, settle(grade, Status.VIOLATED));
      assertEquals(Arbiter.ARTEFACT, settle(grade, Status.HOLDS));
      assertEquals(Arbiter.UNDECIDED, settle(grade, Status.INCONCLUSIVE));
    }
    assertEquals(6, looks.size());
  }

  @Test
  void theSecondLookIsThirtyTwoTimesFiner() {
    assertEquals(Arbiter.ARTEFACT, settle(Grade.NUMERICAL, Status.HOLDS));
    assertEquals(List.of(Accuracy.DEFAULT.dividedBy(32)), looks);
  }

  @Test
  void theGradeOfTheDecidingComparisonCounts() {
    Atom weak = new Atom("b", Grade.NUMERICAL, Status.HOLDS, 1, 0, "");
    Atom strong = new Atom("a", Grade.EXACT, Status.VIOLATED, -1, 0, "");
    Scripted theorem = new Scripted((s, l) -> Verdict.of(weak), List.of());
    assertEquals(
        Arbiter.CONFIRMED,
        Arbiter.settle(theorem, SUBJECT, Verdict.of(weak, strong), Laboratory.STANDARD));
  }
}
