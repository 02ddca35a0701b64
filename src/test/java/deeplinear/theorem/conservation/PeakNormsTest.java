package deeplinear.theorem.conservation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import deeplinear.network.Architecture;
import org.junit.jupiter.api.Test;

class PeakNormsTest {

  @Test
  void layersHaveTheirOwnPeaks() {
    PeakNorms norms =
        new PeakNorms((y, v) -> System.arraycopy(y, 0, v, 0, y.length), Architecture.of(1, 2, 3));
    double[] velocity = new double[8];
    double[] first = {3, -4, 1, 1, 1, 1, 0, 0};
    norms.velocity(first, velocity);
    assertArrayEquals(first, velocity);
    assertEquals(5, norms.peak(1));
    assertEquals(2, norms.peak(2));
    norms.see(new double[] {0, 0, 0, 0, 0, 0, 0, -7});
    assertEquals(5, norms.peak(1));
    assertEquals(7, norms.peak(2));
    norms.see(new double[] {0, 0, 0, 0, 0, 0, 0, Double.NaN});
    assertEquals(Double.NaN, norms.peak(2));
  }
}
