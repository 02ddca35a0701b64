package deeplinear.evidence;

import static deeplinear.evidence.Status.HOLDS;
import static deeplinear.evidence.Status.INCONCLUSIVE;
import static deeplinear.evidence.Status.VIOLATED;
import static deeplinear.fixture.Rejection.assertRejected;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class VerdictTest {

  private static Atom atom(String name, Grade grade, Status status, double defect) {
    return new Atom(name, grade, status, defect, 1, 0, "");
  }

  private static final Atom WIDE = atom("wide", Grade.EXACT, HOLDS, 0.25);
  private static final Atom CLOSE = atom("close", Grade.CERTIFIED, HOLDS, 0.5);
  private static final Atom OPEN = atom("open", Grade.NUMERICAL, INCONCLUSIVE, 0);
  private static final Atom OPEN_TOO = atom("open, too", Grade.STATISTICAL, INCONCLUSIVE, 9);
  private static final Atom BROKEN = atom("broken", Grade.NUMERICAL, VIOLATED, 3);
  private static final Atom BROKEN_TOO = atom("broken, too", Grade.EXACT, VIOLATED, 9);

  @Test
  void oneViolationOutweighsEverything() {
    assertEquals(VIOLATED, Verdict.of(WIDE, OPEN, BROKEN, CLOSE).status());
    assertEquals(VIOLATED, Verdict.of(BROKEN).status());
  }

  @Test
  void whatIsInconclusiveDoesNotHold() {
    assertEquals(INCONCLUSIVE, Verdict.of(WIDE, OPEN, CLOSE).status());
    assertEquals(INCONCLUSIVE, Verdict.of(OPEN).status());
    assertEquals(HOLDS, Verdict.of(WIDE, CLOSE).status());
  }

  @Test
  void theFirstViolatedAtomDecidesElseTheFirstInconclusiveElseTheClosest() {
    assertEquals(BROKEN, Verdict.of(OPEN, BROKEN, BROKEN_TOO).decisive());
    assertEquals(OPEN, Verdict.of(WIDE, OPEN, OPEN_TOO).decisive());
    assertEquals(CLOSE, Verdict.of(WIDE, CLOSE).decisive());
    assertEquals(CLOSE, Verdict.of(CLOSE, WIDE).decisive());
    assertEquals(1.0 / 3, Verdict.of(WIDE, CLOSE).margin(), Math.ulp(1));
    assertEquals(-0.5, Verdict.of(WIDE, BROKEN, BROKEN_TOO).margin());
  }

  @Test
  void theWeakestGradeCounts() {
    assertEquals(Grade.EXACT, Verdict.of(WIDE).grade());
    Atom proved = Atom.proved("proved", true, "");
    assertEquals(Grade.PROVED, Verdict.of(proved).grade());
    assertEquals(Grade.EXACT, Verdict.of(proved, WIDE).grade());
    assertEquals(Grade.CERTIFIED, Verdict.of(WIDE, CLOSE).grade());
    assertEquals(Grade.STATISTICAL, Verdict.of(OPEN_TOO, WIDE, CLOSE).grade());
    assertEquals(Grade.NUMERICAL, Grade.NUMERICAL.weaker(Grade.CERTIFIED));
    assertEquals(Grade.NUMERICAL, Grade.CERTIFIED.weaker(Grade.NUMERICAL));
  }

  @Test
  void gradesDescendFromExactToStatistical() {
    assertEquals(
        "[PROVED, EXACT, CERTIFIED, NUMERICAL, STATISTICAL]", List.of(Grade.values()).toString());
  }

  @Test
  void aVerdictWithoutAtomsSaysNothing() {
    assertRejected(Verdict::of, "at least one atom");
    assertRejected(() -> new Verdict(List.of()), "at least one atom");
  }

  @Test
  void laterChangesOfTheListAreNotSeen() {
    List<Atom> atoms = new ArrayList<>(List.of(WIDE));
    Verdict verdict = new Verdict(atoms);
    atoms.add(BROKEN);
    assertEquals(HOLDS, verdict.status());
  }
}
