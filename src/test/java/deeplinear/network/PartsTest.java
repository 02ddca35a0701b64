package deeplinear.network;

import static deeplinear.fixture.Exact.q;
import static deeplinear.fixture.RandomPoints.numbers;
import static deeplinear.fixture.Rejection.assertRejected;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import deeplinear.algebra.RationalMatrix;
import java.util.List;
import org.junit.jupiter.api.Test;

class PartsTest {

  private static final RationalMatrix MATRIX = RationalMatrix.of(new long[][] {{1, 2}, {3, 4}});
  private static final Parts PARTS =
      Parts.NONE
          .withNumbers("n", List.of(q(1, 2), q(-3, 1)))
          .withCounts("c", List.of(2, 0))
          .withMatrix("m", MATRIX)
          .withMatrices("l", List.of(MATRIX, RationalMatrix.zeros(0, 3)))
          .withMatrices("none", List.of());

  @Test
  void partsKeepTheirOrderAndTheirForm() {
    assertEquals(List.of("n", "c", "m", "l", "none"), List.copyOf(PARTS.byName().keySet()));
    assertEquals(List.of(q(1, 2), q(-3, 1)), PARTS.numbers("n"));
    assertEquals(List.of(2, 0), PARTS.counts("c"));
    assertEquals(MATRIX, PARTS.matrix("m"));
    assertEquals(List.of(MATRIX, RationalMatrix.zeros(0, 3)), PARTS.matrices("l"));
    assertEquals(List.of(), PARTS.matrices("none"));
    assertEquals(List.of(), PARTS.counts("none"));
    assertTrue(PARTS.has("m"));
    assertFalse(PARTS.has("x"));
  }

  @Test
  void oneWithAnotherFormIsNamed() {
    assertRejected(() -> PARTS.matrix("x"), "\"x\" is missing");
    assertRejected(() -> PARTS.matrix("n"), "\"n\"", "a matrix", "[1/2, -3]");
    assertRejected(() -> PARTS.numbers("m"), "\"m\"", "a list of numbers", "[[1, 2], [3, 4]]");
    assertRejected(() -> PARTS.numbers("l"), "\"l\"", "[[[1, 2], [3, 4]], []]");
    assertRejected(() -> PARTS.matrices("m"), "a list of matrices");
    assertRejected(() -> PARTS.matrices("n"), "a list of matrices");
    assertRejected(() -> PARTS.with("m", Part.matrix(MATRIX)), "two parts \"m\"");
  }

  @Test
  void countsAreSmallIntegersFromZeroOn() {
    for (var bad : List.of(q(1, 2), q(-1, 1), q(1L << 31, 1))) {
      Parts parts = Parts.NONE.withNumbers("c", List.of(bad));
      assertRejected(() -> parts.counts("c"), "a count is expected");
    }
    assertEquals(
        List.of(Integer.MAX_VALUE),
        Parts.NONE.withNumbers("c", numbers(Integer.MAX_VALUE)).counts("c"));
  }

  @Test
  void axesFitTheMatrices() {
    for (int axes : new int[] {0, 1, 4}) {
      assertRejected(() -> new Part(axes, List.of(MATRIX)), "no part", Integer.toString(axes));
    }
    assertRejected(() -> new Part(1, List.of()), "no part");
    assertRejected(() -> new Part(2, List.of()), "no part");
    assertRejected(() -> new Part(2, List.of(MATRIX, MATRIX)), "no part");
    assertRejected(() -> new Part(3, List.of()), "no part");
  }
}
