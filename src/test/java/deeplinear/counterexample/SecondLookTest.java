package deeplinear.counterexample;

import static org.junit.jupiter.api.Assertions.assertEquals;

import deeplinear.claim.Laboratory;
import deeplinear.evidence.Atom;
import deeplinear.evidence.Grade;
import deeplinear.evidence.Status;
import deeplinear.evidence.Verdict;
import deeplinear.flow.trajectory.Accuracy;
import deeplinear.network.Instance;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SecondLookTest {

  private static final Instance SUBJECT = Subjects.whitened(1);

  private final List<Accuracy> looks = new ArrayList<>();

  private static Verdict verdict(Grade grade, Status status) {
    return Verdict.of(new Atom("a", grade, status, status == Status.HOLDS ? 0 : 2, 1, 0, ""));
  }

  /** What is said of a violation of this grade if the second look finds this status. */
  private SecondLook look(Grade grade, Status second) {
    Scripted claim =
        new Scripted(
            (subject, laboratory) -> {
              looks.add(laboratory.accuracy());
              return verdict(Grade.NUMERICAL, second);
            },
            List.of());
    return SecondLook.at(claim, SUBJECT, verdict(grade, Status.VIOLATED), Laboratory.STANDARD);
  }

  @Test
  void exactAndCertifiedViolationsNeedNoSecondLook() {
    assertEquals(SecondLook.CONFIRMED, look(Grade.EXACT, Status.HOLDS));
    assertEquals(SecondLook.CONFIRMED, look(Grade.CERTIFIED, Status.HOLDS));
    assertEquals(List.of(), looks);
  }

  @Test
  void weakerViolationsStandOrFallWithTheSecondLook() {
    for (Grade grade : new Grade[] {Grade.NUMERICAL, Grade.STATISTICAL}) {
      assertEquals(SecondLook.CONFIRMED, look(grade, Status.VIOLATED));
      assertEquals(SecondLook.ARTEFACT, look(grade, Status.HOLDS));
      assertEquals(SecondLook.UNDECIDED, look(grade, Status.INCONCLUSIVE));
    }
    assertEquals(6, looks.size());
  }

  @Test
  void theSecondLookIsThirtyTwoTimesFiner() {
    assertEquals(SecondLook.ARTEFACT, look(Grade.NUMERICAL, Status.HOLDS));
    assertEquals(List.of(Accuracy.DEFAULT.dividedBy(32)), looks);
  }

  @Test
  void theGradeOfTheDecidingComparisonCounts() {
    Atom weak = new Atom("b", Grade.NUMERICAL, Status.HOLDS, 0, 0, 0, "");
    Atom strong = new Atom("a", Grade.EXACT, Status.VIOLATED, 1, 0, 0, "");
    Scripted claim = new Scripted((s, l) -> Verdict.of(weak), List.of());
    assertEquals(
        SecondLook.CONFIRMED,
        SecondLook.at(claim, SUBJECT, Verdict.of(weak, strong), Laboratory.STANDARD));
  }
}
