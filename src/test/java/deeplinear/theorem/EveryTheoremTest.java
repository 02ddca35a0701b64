package deeplinear.theorem;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import deeplinear.evidence.Status;
import deeplinear.evidence.Verdict;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EveryTheoremTest {

  static Set<String> theorems() {
    return Specimens.valid().keySet();
  }

  @ParameterizedTest
  @MethodSource("theorems")
  void holdsOnASubjectThatMeetsItsHypotheses(String id) {
    assertEquals(List.of(), Checks.missing(id, Specimens.valid(id)));
    Verdict verdict = Checks.check(id, Specimens.valid(id), Laboratory.STANDARD);
    assertEquals(Status.HOLDS, verdict.status(), verdict::toString);
    assertTrue(verdict.margin() >= 0, verdict::toString);
  }

  @ParameterizedTest
  @MethodSource("theorems")
  void reachesTheGradeItStates(String id) {
    assertEquals(
        Registry.find(id).statement().grade(),
        Checks.check(id, Specimens.valid(id), Laboratory.STANDARD).grade());
  }
}
