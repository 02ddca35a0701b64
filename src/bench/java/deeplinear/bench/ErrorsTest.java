package deeplinear.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class ErrorsTest {

  /** 100 nets with errors 0, 1, …, 99: 99 of them do not exceed 98, half do not exceed 49. */
  @Test
  void quantilesAreRanks() {
    double[][] states = new double[100][];
    double[][] reference = new double[100][];
    for (int i = 0; i < 100; i++) {
      states[i] = new double[] {99 - i, 0};
      reference[i] = new double[] {0, 0};
    }
    assertEquals(new Errors(99, 98, 49), Errors.of(states, reference));
  }

  @Test
  void errorsOfLargeStatesAreRelative() {
    assertEquals(
        new Errors(0.5, 0.5, 0.5), Errors.of(new double[][] {{3, 6.5}}, new double[][] {{3, 4}}));
  }

  @Test
  void notANumberIsTheLargestError() {
    double infinity = Double.POSITIVE_INFINITY;
    assertEquals(
        new Errors(infinity, infinity, 0),
        Errors.of(new double[][] {{Double.NaN}, {1}}, new double[][] {{1}, {1}}));
  }

  @Test
  void shapesMustAgree() {
    assertThrows(
        IllegalArgumentException.class,
        () -> Errors.of(new double[][] {{1}}, new double[][] {{1, 2}}));
    assertThrows(
        IllegalArgumentException.class, () -> Errors.of(new double[][] {}, new double[][] {}));
  }
}
