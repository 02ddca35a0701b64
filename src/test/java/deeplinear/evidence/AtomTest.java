package deeplinear.evidence;

import static deeplinear.evidence.Status.HOLDS;
import static deeplinear.evidence.Status.INCONCLUSIVE;
import static deeplinear.evidence.Status.VIOLATED;
import static deeplinear.fixture.Rejection.assertRejected;
import static org.junit.jupiter.api.Assertions.assertEquals;

import deeplinear.algebra.Interval;
import org.apache.commons.math3.fraction.BigFraction;
import org.junit.jupiter.api.Test;

class AtomTest {

  private static final double NAN = Double.NaN;
  private static final double INFINITY = Double.POSITIVE_INFINITY;

  private static ErrorBound error(double value) {
    return new ErrorBound(value, "by hand");
  }

  @Test
  void exactDecisionsHaveUnitMargins() {
    assertEquals(new Atom("a", Grade.EXACT, HOLDS, 0, 0, 0, "d"), Atom.exact("a", true, "d"));
    assertEquals(new Atom("a", Grade.EXACT, VIOLATED, 1, 0, 0, "d"), Atom.exact("a", false, "d"));
    assertEquals(new Atom("a", Grade.PROVED, HOLDS, 0, 0, 0, "d"), Atom.proved("a", true, "d"));
    assertEquals(new Atom("a", Grade.PROVED, VIOLATED, 1, 0, 0, "d"), Atom.proved("a", false, "d"));
    assertEquals(
        new Atom("a", Grade.STATISTICAL, INCONCLUSIVE, 0, 0, 0, "why"),
        Atom.inconclusive("a", Grade.STATISTICAL, "why"));
    assertEquals(1.0, Atom.exact("a", true, "").margin());
    assertEquals(-1.0, Atom.exact("a", false, "").margin());
    assertEquals(0.0, Atom.inconclusive("a", Grade.EXACT, "").margin());
  }

  @Test
  void exactDefectsSayHowMuchIsWrong() {
    assertEquals(HOLDS, Atom.exact("a", 0.0, "").status());
    assertEquals(VIOLATED, Atom.exact("a", Double.MIN_VALUE, "").status());
    assertEquals(VIOLATED, Atom.exact("a", NAN, "").status());
    assertEquals(3.0, Atom.exact("a", 3, "").defect());
  }

  @Test
  void exactPositivityHasTheRelativeValueAsSlack() {
    BigFraction four = new BigFraction(4);
    Atom half = Atom.positive("a", BigFraction.TWO, four, "");
    assertEquals(HOLDS, half.status());
    assertEquals(0.5, half.defect());
    assertEquals(1.0, half.tolerance());
    assertEquals(VIOLATED, Atom.positive("a", BigFraction.ZERO, four, "").status());
    assertEquals(VIOLATED, Atom.positive("a", new BigFraction(-1), four, "").status());
    BigFraction tiny = new BigFraction(1, 1L << 60);
    assertEquals(HOLDS, Atom.positive("a", tiny, four, "").status());
    assertEquals(VIOLATED, Atom.positive("a", tiny.negate(), four, "").status());
  }

  @Test
  void aStatusThatItsNumbersContradictIsRefused() {
    for (double defect : new double[] {NAN, 2, -1}) {
      assertRejected(
          () -> new Atom("a", Grade.EXACT, HOLDS, defect, 1, 0, ""), "a cannot be HOLDS");
    }
    for (double defect : new double[] {NAN, 1, 0}) {
      assertRejected(
          () -> new Atom("a", Grade.EXACT, VIOLATED, defect, 1, 0, ""), "a cannot be VIOLATED");
    }
  }

  @Test
  void theErrorBoundOfAnInequalityDecidesOnBothSides() {
    // bound − measured = slack; error bound 1; a violation must exceed it eight times.
    assertEquals(HOLDS, atMost(10 - 1, 10));
    assertEquals(INCONCLUSIVE, atMost(Math.nextUp(10.0 - 1), 10));
    assertEquals(INCONCLUSIVE, atMost(10, 10));
    assertEquals(INCONCLUSIVE, atMost(10 + 8, 10));
    assertEquals(VIOLATED, atMost(Math.nextUp(10.0 + 8), 10));
    assertEquals(HOLDS, atMost(-1000, 10));
  }

  private static Status atMost(double measured, double bound) {
    return Atom.atMost("a", measured, bound, error(1), 1e4).status();
  }

  @Test
  void theMarginOfAnInequalityIsItsScaledSlack() {
    Atom holds = Atom.atMost("a", 6, 10, error(0.001), 2);
    assertEquals(3.0, holds.defect());
    assertEquals(5.0, holds.tolerance());
    assertEquals(0.25, holds.margin());
    assertEquals(0.0005, holds.resolution());
    assertEquals(Grade.NUMERICAL, holds.grade());
    assertEquals(-0.5, Atom.atMost("a", 30, 10, error(0.001), 2).margin());
    assertEquals(INCONCLUSIVE, Atom.atMost("a", 6, 10, error(0.5), 2).status());
  }

  @Test
  void withoutErrorAnInequalityIsDecidedByItsSign() {
    assertEquals(HOLDS, Atom.atMost("a", 3, 3, ErrorBound.none(), 1).status());
    assertEquals(VIOLATED, Atom.atMost("a", Math.nextUp(3.0), 3, ErrorBound.none(), 1).status());
  }

  @Test
  void numbersThatAreNotFiniteDecideNoInequality() {
    for (double bad : new double[] {NAN, INFINITY, -INFINITY}) {
      assertEquals(INCONCLUSIVE, Atom.atMost("a", bad, 1, error(0), 1).status());
      assertEquals(INCONCLUSIVE, Atom.atMost("a", 1, bad, error(0), 1).status());
    }
    assertEquals(INCONCLUSIVE, Atom.atMost("a", 1, 2, error(INFINITY), 1).status());
    assertEquals(INCONCLUSIVE, Atom.atMost("a", 9, 2, error(NAN), 1).status());
  }

  @Test
  void anEnclosureIsPositiveOnlyIfItsLowerEndIs() {
    Atom positive = Atom.positive("a", new Interval(2, 3), 4);
    assertEquals(HOLDS, positive.status());
    assertEquals(0.5, positive.defect());
    assertEquals(1.0, positive.tolerance());
    assertEquals(Grade.CERTIFIED, positive.grade());
    Atom negative = Atom.positive("a", new Interval(-3, -2), 4);
    assertEquals(VIOLATED, negative.status());
    assertEquals(1.5, negative.defect());
    assertEquals(0.0, negative.resolution());
    for (Interval open :
        new Interval[] {
          new Interval(0, 1), new Interval(-1, 0), new Interval(-1, 1), Interval.ZERO, Interval.LINE
        }) {
      assertEquals(INCONCLUSIVE, Atom.positive("a", open, 1).status());
      assertEquals(Grade.CERTIFIED, Atom.positive("a", open, 1).grade());
    }
  }

  @Test
  void thePlaceStandsBeforeTheDetailAlone() {
    Atom atom = Atom.atMost("a", 6, 10, error(0.5), 1e3);
    Atom placed = atom.at("layer 3");
    assertEquals("layer 3: " + atom.detail(), placed.detail());
    assertEquals(
        atom,
        new Atom(
            placed.name(),
            placed.grade(),
            placed.status(),
            placed.defect(),
            placed.tolerance(),
            placed.resolution(),
            atom.detail()));
    assertEquals("6 ≤ 10, slack 4.000e+00, error 5.00e-01 (by hand)", detail(atom));
  }

  private static String detail(Atom atom) {
    return atom.detail().replaceAll("\\.0+ ≤", " ≤").replaceAll("≤ 10\\.0+", "≤ 10");
  }
}
