package deeplinear.landscape;

import static deeplinear.fixture.RandomPoints.numbers;
import static deeplinear.fixture.Rejection.assertRejected;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class LearnedSetTest {

  @Test
  void allSubsetsOfFourUpToEachSizeAreCountedByBinomialCoefficients() {
    int[] counts = {1, 5, 11, 15, 16, 16};
    for (int largest = 0; largest < counts.length; largest++) {
      List<LearnedSet> all = LearnedSet.all(4, largest).toList();
      assertEquals(counts[largest], all.size());
      assertEquals(counts[largest], all.stream().distinct().count());
    }
  }

  @Test
  void subsetsOfThreeWithAtMostTwoElementsAreListed() {
    assertEquals(
        "[{}, {1}, {2}, {1, 2}, {3}, {1, 3}, {2, 3}]", LearnedSet.all(3, 2).toList().toString());
  }

  @Test
  void theEmptyTargetHasTheEmptySetAlone() {
    assertEquals(List.of(LearnedSet.of()), LearnedSet.all(0, 0).toList());
  }

  @Test
  void membershipAndComplementDivideTheIndices() {
    LearnedSet set = LearnedSet.of(2, 5);
    assertEquals(2, set.size());
    assertTrue(set.contains(5));
    assertFalse(set.contains(3));
    assertEquals(List.of(1, 3, 4, 6), set.unlearned(6));
    assertEquals(List.of(1), set.unlearned(1));
  }

  @Test
  void topSetsHoldTheLargestValues() {
    assertTrue(LearnedSet.of(1, 2).isTop(numbers(3, 2, 1)));
    assertFalse(LearnedSet.of(1, 3).isTop(numbers(3, 2, 1)));
    assertFalse(LearnedSet.of(3).isTop(numbers(3, 2, 1)));
    assertTrue(LearnedSet.of().isTop(numbers(3, 2, 1)));
    assertTrue(LearnedSet.of(1, 2, 3).isTop(numbers(3, 2, 1)));
  }

  @Test
  void amongEqualValuesAnyChoiceIsTop() {
    assertTrue(LearnedSet.of(2).isTop(numbers(2, 2, 1)));
    assertTrue(LearnedSet.of(1, 3).isTop(numbers(3, 2, 2)));
    assertFalse(LearnedSet.of(2, 3).isTop(numbers(3, 2, 2)));
  }

  @Test
  void indicesAscendStrictlyFromOne() {
    assertRejected(() -> LearnedSet.of(0), "[0]");
    assertRejected(() -> LearnedSet.of(1, 1), "[1, 1]");
    assertRejected(() -> LearnedSet.of(2, 1), "[2, 1]");
  }
}
