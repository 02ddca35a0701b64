package deeplinear.landscape;

import static deeplinear.fixture.Exact.q;
import static deeplinear.fixture.RandomPoints.numbers;
import static deeplinear.fixture.Rejection.assertRejected;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Collections;
import java.util.List;
import org.apache.commons.math3.fraction.BigFraction;
import org.junit.jupiter.api.Test;

class CriticalValuesTest {

  private static final CriticalValues FULL = new CriticalValues(numbers(3, 2, 1), 3);

  private static List<BigFraction> halves(long... numerators) {
    return numbers(numerators).stream().map(x -> x.multiply(q(1, 2))).toList();
  }

  @Test
  void valueIsHalfTheSumOfTheUnlearnedSquares() {
    assertEquals(q(14, 2), FULL.of(LearnedSet.of()));
    assertEquals(q(5, 2), FULL.of(LearnedSet.of(1)));
    assertEquals(q(4, 2), FULL.of(LearnedSet.of(1, 3)));
    assertEquals(q(0, 1), FULL.of(LearnedSet.of(1, 2, 3)));
  }

  @Test
  void allValuesOfThreeTwoOneAscend() {
    assertEquals(halves(0, 1, 4, 5, 9, 10, 13, 14), List.copyOf(FULL.all()));
    assertEquals(q(0, 1), FULL.minimum());
  }

  @Test
  void aBottleneckLeavesTheSmallestSquares() {
    CriticalValues one = new CriticalValues(numbers(3, 2, 1), 1);
    assertEquals(halves(5, 10, 13, 14), List.copyOf(one.all()));
    assertEquals(q(5, 2), one.minimum());
  }

  @Test
  void repeatedValuesShareTheirCriticalValue() {
    CriticalValues repeated = new CriticalValues(numbers(2, 2, 1), 1);
    assertEquals(halves(5, 8, 9), List.copyOf(repeated.all()));
    assertEquals(q(5, 2), repeated.minimum());
  }

  @Test
  void sumsOfSquaresCanCoincideThoughTheValuesDiffer() {
    assertEquals(
        halves(0, 9, 16, 25, 34, 41, 50),
        List.copyOf(new CriticalValues(numbers(5, 4, 3), 3).all()));
  }

  @Test
  void noMoreIsLearnedThanTheRank() {
    assertEquals(FULL, new CriticalValues(numbers(3, 2, 1), 7));
    assertEquals(3, new CriticalValues(numbers(3, 2, 1), 7).largest());
  }

  @Test
  void aZeroTargetHasOneValue() {
    CriticalValues none = new CriticalValues(List.of(), 2);
    assertEquals(q(0, 1), none.minimum());
    assertEquals(halves(0), List.copyOf(none.all()));
  }

  @Test
  void listsStopAtTwentyValues() {
    List<BigFraction> ones = Collections.nCopies(21, BigFraction.ONE);
    assertRejected(() -> new CriticalValues(ones, 1).all(), "2^21", "2^20");
    assertEquals(halves(19, 20), List.copyOf(new CriticalValues(ones.subList(0, 20), 1).all()));
  }
}
