package deeplinear.evidence;

import static deeplinear.evidence.Status.HOLDS;
import static deeplinear.evidence.Status.INCONCLUSIVE;
import static deeplinear.evidence.Status.VIOLATED;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class EqualAtomTest {

  private static final double BIG = 1 << 20;

  private static ErrorBound error(double value) {
    return new ErrorBound(value, "by hand");
  }

  /** Equality to 100 with error bound 1 at a scale where that is sharp. */
  private static Atom equal(double measured) {
    return Atom.equal("a", measured, 100, error(1), BIG);
  }

  @Test
  void theErrorBoundOfAnEqualityDecidesOnBothSides() {
    for (int sign : new int[] {-1, 1}) {
      assertEquals(HOLDS, equal(100 + sign).status());
      assertEquals(INCONCLUSIVE, equal(100 + sign * 1.0001).status());
      assertEquals(INCONCLUSIVE, equal(100 + sign * 8).status());
      assertEquals(VIOLATED, equal(100 + sign * 8.0001).status());
      assertEquals(VIOLATED, equal(sign * 1e9).status());
    }
  }

  @Test
  void theMarginOfAnEqualityIsRelativeToItsErrorBound() {
    assertEquals(1.0, equal(100).margin());
    assertEquals(1.0 / 3, equal(100.5).margin(), Math.ulp(1));
    assertEquals(0.0, equal(99).margin());
    assertEquals(-9.0 / 11, equal(110).margin(), Math.ulp(1));
    assertEquals(10 / BIG, equal(110).defect());
    assertEquals(1 / BIG, equal(110).tolerance());
    assertEquals(1 / BIG, equal(100).resolution());
    assertEquals(Grade.NUMERICAL, equal(100).grade());
  }

  @Test
  void anErrorBoundAboveTheBluntPartOfTheScaleCannotDecide() {
    double blunt = Atom.BLUNT * 4;
    assertEquals(HOLDS, Atom.equal("a", 1, 1, error(blunt), 4).status());
    assertEquals(INCONCLUSIVE, Atom.equal("a", 1, 1, error(Math.nextUp(blunt)), 4).status());
    assertEquals(INCONCLUSIVE, Atom.equal("a", 9, 1, error(Math.nextUp(blunt)), 4).status());
    assertEquals(1e-3, Atom.BLUNT);
    assertEquals(8.0, Atom.CLEAR);
  }

  @Test
  void withoutErrorAnyDifferenceIsAViolation() {
    assertEquals(HOLDS, Atom.equal("a", 3, 3, ErrorBound.none(), 1).status());
    assertEquals(1.0, Atom.equal("a", 3, 3, ErrorBound.none(), 1).margin());
    Atom off = Atom.equal("a", 5, 3, ErrorBound.none(), 4);
    assertEquals(VIOLATED, off.status());
    assertEquals(0.5, off.defect());
    assertEquals(-1.0, off.margin());
    assertEquals(0.0, off.resolution());
  }

  @Test
  void numbersThatAreNotFiniteAreEqualToNothing() {
    double infinity = Double.POSITIVE_INFINITY;
    for (double bad : new double[] {Double.NaN, infinity, -infinity}) {
      for (double e : new double[] {0, 1e-6}) {
        assertEquals(INCONCLUSIVE, Atom.equal("a", bad, 1, error(e), 1).status());
        assertEquals(INCONCLUSIVE, Atom.equal("a", 1, bad, error(e), 1).status());
        assertEquals(INCONCLUSIVE, Atom.equal("a", bad, bad, error(e), 1).status());
      }
    }
    assertEquals(INCONCLUSIVE, Atom.equal("a", 1, 1, error(Double.NaN), 1).status());
    assertEquals(INCONCLUSIVE, Atom.equal("a", 1, 1, error(1e-9), Double.NaN).status());
    assertEquals(INCONCLUSIVE, Atom.equal("a", 1, 9, error(infinity), 1).status());
  }
}
