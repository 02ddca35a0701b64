package deeplinear.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class PowerLawTest {

  /** A few roundings of logarithms below 10. */
  private static final double ROUNDING = 100 * Math.ulp(1.0);

  @Test
  void aPowerIsRecognized() {
    PowerLaw law = PowerLaw.fit(new double[] {1, 2, 4, 16}, new double[] {5, 40, 320, 20480});
    assertEquals(3, law.exponent(), ROUNDING);
    assertEquals(5, law.factor(), 10 * ROUNDING);
  }

  @Test
  void oneAbscissaIsNotEnough() {
    assertThrows(
        IllegalArgumentException.class,
        () -> PowerLaw.fit(new double[] {2, 2}, new double[] {1, 3}));
  }
}
