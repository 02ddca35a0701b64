package deeplinear.network;

import static deeplinear.fixture.Exact.q;
import static deeplinear.fixture.RandomPoints.numbers;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import deeplinear.algebra.RationalMatrix;
import java.util.List;
import org.junit.jupiter.api.Test;

class SimplificationTest {

  @Test
  void aNumberBecomesZeroOneItsSizeARoundNumberOrHalf() {
    assertEquals(
        List.of(q(0, 1), q(1, 1), q(-1, 1), q(17, 10), q(-3, 2), q(-13, 8), q(-17, 20)),
        Simplification.of(q(-17, 10)));
    assertEquals(List.of(q(1, 1), q(-1, 1)), Simplification.of(q(0, 1)));
    assertTrue(Simplification.of(q(27, 10)).containsAll(List.of(q(2, 1), q(5, 2), q(21, 8))));
    assertFalse(Simplification.of(q(1, 1)).contains(q(1, 1)));
  }

  @Test
  void aMatrixBecomesZeroPositiveRoundOrSimplerInOneEntry() {
    RationalMatrix a = RationalMatrix.of(1, 2, List.of(q(-17, 10), q(1, 3)));
    List<RationalMatrix> simpler = Simplification.of(a);
    assertEquals("[[0, 0]]", simpler.get(0).toString());
    assertEquals("[[17/10, 1/3]]", simpler.get(1).toString());
    assertEquals("[[-1, 0]]", simpler.get(2).toString());
    assertEquals("[[-13/8, 1/4]]", simpler.get(3).toString());
    for (String entry : List.of("[[0, 1/3]]", "[[-17/10, 0]]", "[[-1, 1/3]]", "[[-17/10, 1/6]]")) {
      assertTrue(simpler.stream().anyMatch(m -> m.toString().equals(entry)), entry);
    }
    assertFalse(simpler.contains(a));
    assertEquals(simpler.size(), simpler.stream().distinct().count());
  }

  @Test
  void oneElementOfAListIsReplacedAtATime() {
    assertEquals(
        List.of(List.of(10, 2), List.of(11, 2), List.of(1, 20), List.of(1, 21)),
        Simplification.anyOf(List.of(1, 2), x -> List.of(10 * x, 10 * x + 1)));
    assertEquals(numbers(1, 5, 3), Simplification.with(numbers(1, 2, 3), 1, x -> q(5, 1)));
    assertEquals(numbers(1, 3), Simplification.without(numbers(1, 2, 3), 1));
  }
}
