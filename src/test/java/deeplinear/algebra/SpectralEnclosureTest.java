package deeplinear.algebra;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import deeplinear.fixture.Exact;
import deeplinear.fixture.RandomExact;
import deeplinear.fixture.RandomPoints;
import java.util.List;
import java.util.Random;
import org.apache.commons.math3.fraction.BigFraction;
import org.junit.jupiter.api.Test;

class SpectralEnclosureTest {

  private static final IntervalAlgebra I = IntervalAlgebra.INSTANCE;

  /** Q diag(values) Qᵀ with a rational orthogonal Q. */
  private static RationalMatrix withEigenvalues(long seed, long... values) {
    RationalMatrix q = new RandomPoints(seed).orthogonal(values.length);
    List<BigFraction> diagonal = RandomPoints.numbers(values);
    RationalMatrix d = RationalMatrix.diagonal(values.length, values.length, diagonal);
    return Exact.product(Exact.product(q, d), Exact.transpose(q));
  }

  @Test
  void extremeEigenvaluesAreTheEnds() {
    for (int n = 0; n < 20; n++) {
      RationalMatrix a = withEigenvalues(40 + n, -7, 0, 2, 5, 5);
      Interval spectrum = SpectralEnclosure.ofSymmetric(I.lift(a));
      assertTrue(spectrum.low() < -7 && spectrum.high() > 5, spectrum::toString);
      // A few roundings for each row, of numbers as large as the trace, with margins doubled.
      double slack = 1000 * 7 * Math.ulp(1.0);
      assertTrue(spectrum.low() > -7 - slack && spectrum.high() < 5 + slack, spectrum::toString);
    }
  }

  @Test
  void definiteMatricesAreProvedToBe() {
    RationalMatrix a = withEigenvalues(50, 1, 1_000_000);
    Interval spectrum = SpectralEnclosure.ofSymmetric(I.lift(a));
    assertTrue(spectrum.low() > 0.999_999 && spectrum.low() < 1, spectrum::toString);
    Interval negative = SpectralEnclosure.ofSymmetric(I.lift(Exact.scaled(Exact.q(-1, 1), a)));
    assertTrue(negative.high() > -1 && negative.high() < -0.999_999, negative::toString);
  }

  @Test
  void everySymmetricMemberOfABoxIsEnclosed() {
    Random random = new Random(51);
    RandomExact draw = new RandomExact(52);
    for (int n = 0; n < 30; n++) {
      RationalMatrix middle = draw.symmetric(3);
      double radius = random.nextDouble();
      Interval spectrum = SpectralEnclosure.ofSymmetric(I.lift(middle).map(x -> x.widen(radius)));
      // The ends of the box in the direction of each eigenvector's signs.
      for (int signs = 0; signs < 8; signs++) {
        double[] s = {signs & 1, (signs >> 1) & 1, (signs >> 2) & 1};
        for (int direction : new int[] {-1, 1}) {
          double[] entries = RealAlgebra.INSTANCE.lift(middle).toArray();
          for (int i = 0; i < 9; i++) {
            entries[i] += direction * radius * (2 * s[i / 3] - 1) * (2 * s[i % 3] - 1);
          }
          double[] values = Spectrum.eigenvalues(RealMatrix.of(3, 3, entries));
          double rounding = 100 * Math.ulp(1.0) * Math.abs(values[0]) + 1e-13;
          assertTrue(values[0] <= spectrum.high() + rounding, spectrum::toString);
          assertTrue(values[2] >= spectrum.low() - rounding, spectrum::toString);
        }
      }
    }
  }

  @Test
  void theNormIsTheLargestSingularValue() {
    RationalMatrix wide = RationalMatrix.of(new long[][] {{3, 0, 0}, {0, -4, 0}});
    for (RationalMatrix a : List.of(wide, Exact.transpose(wide))) {
      double norm = SpectralEnclosure.norm(I.lift(a));
      assertTrue(norm > 4 && norm < 4 + 1e-12, () -> "norm " + norm);
    }
  }

  @Test
  void whatIsUnboundedHasNoBounds() {
    IntervalMatrix line = IntervalMatrix.of(1, 1, List.of(Interval.LINE));
    assertEquals(Interval.LINE, SpectralEnclosure.ofSymmetric(line));
    assertEquals(Double.POSITIVE_INFINITY, SpectralEnclosure.norm(line));
    IntervalMatrix huge = IntervalMatrix.of(1, 1, List.of(Interval.point(1e308)));
    assertTrue(SpectralEnclosure.ofSymmetric(huge).contains(1e308));
  }
}
