package deeplinear.bench;

import java.util.SplittableRandom;

/**
 * Random numbers that are the same on every machine and JDK: uniform u = (bits ≫ 11) · 2⁻⁵³ from
 * the 64-bit outputs of {@link SplittableRandom} (SplitMix64), and standard normal deviates by
 * Marsaglia's polar method: (x, y) = (2u − 1, 2u′ − 1) until 0 &lt; s = x² + y² &lt; 1, then x f
 * and y f with f = √(−2 ln s / s), the logarithm that of {@link StrictMath}. Both deviates are
 * used, x f first.
 */
final class Gaussians {

  private final SplittableRandom bits;
  private double spare = Double.NaN;

  Gaussians(long seed) {
    bits = new SplittableRandom(seed);
  }

  /** Uniform in [0, 1). */
  private double uniform() {
    return (bits.nextLong() >>> 11) * 0x1.0p-53;
  }

  /** Uniform in {from, …, to}. */
  int integer(int from, int to) {
    return from + (int) (uniform() * (to - from + 1));
  }

  private double next() {
    if (!Double.isNaN(spare)) {
      double result = spare;
      spare = Double.NaN;
      return result;
    }
    while (true) {
      double x = 2 * uniform() - 1;
      double y = 2 * uniform() - 1;
      double s = x * x + y * y;
      if (s > 0 && s < 1) {
        double f = StrictMath.sqrt(-2 * StrictMath.log(s) / s);
        spare = y * f;
        return x * f;
      }
    }
  }

  /** Independent entries N(0, deviation²). */
  double[] array(int length, double deviation) {
    double[] result = new double[length];
    for (int i = 0; i < length; i++) {
      result[i] = deviation * next();
    }
    return result;
  }
}
