package deeplinear.network;

import static deeplinear.fixture.Rejection.assertRejected;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

  private static final Architecture A = Architecture.of(4, 5, 2, 3);

  @Test
  void quantitiesByHand() {
    assertEquals(3, A.depth());
    assertEquals(4, A.inputs());
    assertEquals(3, A.outputs());
    assertEquals(List.of(4, 5, 2, 3), List.of(A.width(0), A.width(1), A.width(2), A.width(3)));
    assertEquals(2, A.bottleneck());
    assertEquals(14, A.nodes());
    assertEquals(20 + 10 + 6, A.weights());
    assertEquals("4-5-2-3", A.toString());
  }

  @Test
  void offsetsAreSumsOfTheWidthsBefore() {
    assertEquals(0, A.offset(0));
    assertEquals(4, A.offset(1));
    assertEquals(9, A.offset(2));
    assertEquals(11, A.offset(3));
    assertEquals(14, A.offset(4));
  }

  @Test
  void bottlenecksAreNarrowerThanBothEnds() {
    assertTrue(Architecture.of(3, 2, 3).hasBottleneck());
    assertFalse(Architecture.of(2, 2, 3).hasBottleneck());
    assertFalse(Architecture.of(3, 2, 2).hasBottleneck());
    assertFalse(Architecture.of(3, 1).hasBottleneck());
    assertFalse(Architecture.of(3, 4, 3).hasBottleneck());
    assertEquals(1, Architecture.of(1, 2, 3).bottleneck());
    assertEquals(1, Architecture.of(3, 2, 1).bottleneck());
  }

  @Test
  void depthIsLimited() {
    assertRejected(() -> Architecture.of(3), "[3]", "depth 0");
    assertRejected(() -> new Architecture(List.of()), "depth -1");
    List<Integer> deepest = Collections.nCopies(Architecture.MAX_DEPTH + 1, 2);
    assertEquals(64, new Architecture(deepest).depth());
    List<Integer> tooDeep = Collections.nCopies(Architecture.MAX_DEPTH + 2, 2);
    assertRejected(() -> new Architecture(tooDeep), "depth 65", "64");
    assertEquals(1, Architecture.of(3, 2).depth());
  }

  @Test
  void widthsAreLimited() {
    assertRejected(() -> Architecture.of(3, 0, 2), "d_1 = 0", "4096");
    assertRejected(() -> Architecture.of(0, 1), "d_0 = 0");
    assertRejected(() -> Architecture.of(3, 2, -1), "d_2 = -1");
    assertRejected(() -> Architecture.of(1, 4097), "d_1 = 4097");
    assertEquals(4096, Architecture.of(4096, 1).inputs());
  }

  @Test
  void numbersOfWeightsAreLimited() {
    assertEquals(1 << 24, Architecture.of(4096, 4096).weights());
    assertRejected(() -> Architecture.of(4096, 4096, 1), "16777216", "16781312");
    List<Integer> widest = Collections.nCopies(65, 4096);
    assertRejected(() -> new Architecture(widest), "1073741824");
  }

  @Test
  void widthsAreCopiedAndImmutable() {
    List<Integer> widths = new ArrayList<>(List.of(2, 3));
    Architecture architecture = new Architecture(widths);
    widths.set(0, 7);
    assertEquals(2, architecture.inputs());
    assertThrows(UnsupportedOperationException.class, () -> architecture.widths().set(0, 7));
  }

  @Test
  void equalityIsThatOfWidths() {
    assertEquals(Architecture.of(4, 5, 2, 3), A);
    assertFalse(A.equals(Architecture.of(3, 2, 5, 4)));
  }
}
