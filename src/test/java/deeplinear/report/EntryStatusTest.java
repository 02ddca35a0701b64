package deeplinear.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EntryStatusTest {

  @ParameterizedTest
  @CsvSource({
    "THEOREM, 9, 0, 0, true, HOLDS",
    "THEOREM, 9, 0, 1, true, HOLDS",
    "THEOREM, 9, 0, 1, false, INCONCLUSIVE",
    "THEOREM, 0, 0, 1, true, INCONCLUSIVE",
    "THEOREM, 9, 0, 0, false, FAILED",
    "THEOREM, 0, 0, 0, true, FAILED",
    "THEOREM, 9, 1, 1, true, VIOLATED",
    "CONTROL, 9, 1, 1, true, REFUTED",
    "CONTROL, 9, 0, 0, false, HOLDS",
    "FALSE_CONJECTURE, 9, 1, 0, true, REFUTED",
    "FALSE_CONJECTURE, 0, 0, 1, false, INCONCLUSIVE",
    "FALSE_CONJECTURE, 0, 0, 0, false, FAILED",
  })
  void followsFromTheCounts(
      EntryKind kind,
      int holds,
      int violated,
      int inconclusive,
      boolean passed,
      EntryStatus expected) {
    assertEquals(expected, EntryStatus.of(kind, holds, violated, inconclusive, passed));
  }
}
