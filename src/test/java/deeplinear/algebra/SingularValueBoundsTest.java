package deeplinear.algebra;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import deeplinear.fixture.RandomExact;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.math3.fraction.BigFraction;
import org.junit.jupiter.api.Test;

class SingularValueBoundsTest {

  private static final RationalAlgebra Q = RationalAlgebra.INSTANCE;

  /** Q_1 D Q_2ᵀ with exact orthogonal matrices has the singular values |D|. */
  @Test
  void knownSingularValuesAreInside() {
    RandomExact draw = new RandomExact(920);
    for (int k = 0; k < 40; k++) {
      int m = draw.integer(1, 5);
      int n = draw.integer(1, 5);
      int p = Math.min(m, n);
      List<BigFraction> s =
          IntStream.range(0, p)
              .mapToObj(i -> new BigFraction(draw.integer(0, 3)))
              .sorted((x, y) -> y.compareTo(x))
              .toList();
      RationalMatrix d = RationalMatrix.diagonal(m, n, s);
      RationalMatrix a =
          Q.multiply(
              Q.multiply(CayleyTransform.of(draw.skew(m)), d),
              Q.transpose(CayleyTransform.of(draw.skew(n))));
      List<BallMatrix> found = SingularValueBounds.of(BallAlgebra.INSTANCE.lift(a));
      assertEquals(p, found.size());
      for (int i = 0; i < p; i++) {
        assertTrue(found.get(i).contains(RationalMatrix.scalar(s.get(i))));
        assertTrue(found.get(i).radius() < 1e-12);
      }
    }
  }

  @Test
  void aChangeOfTheMatrixMovesThemByNoMoreThanItself() {
    BallMatrix a = BallMatrix.around(RealMatrix.of(2, 3, new double[] {3, 0, 0, 0, -2, 0}), 0.25);
    List<BallMatrix> found = SingularValueBounds.of(a);
    assertEquals(3, found.get(0).center().toScalar(), 1e-15);
    assertEquals(2, found.get(1).center().toScalar(), 1e-15);
    assertEquals(0.25, found.get(0).radius(), 1e-13);
    assertEquals(0.25, found.get(1).radius(), 1e-13);
  }

  /** [2] [3/2] [1] is [3], but 2 is not orthogonal: 3/2 is no singular value. */
  @Test
  void factorsThatAreNotOrthogonalArePaidFor() {
    RealMatrix one = RealMatrix.of(1, 1, new double[] {1});
    RealMatrix two = RealMatrix.of(1, 1, new double[] {2});
    BallMatrix a = BallMatrix.around(RealMatrix.of(1, 1, new double[] {3}), 0);
    RationalMatrix three = RationalMatrix.of(new long[][] {{3}});
    double[] values = {1.5};
    assertTrue(
        SingularValueBounds.of(a, new Spectrum.SingularFactors(two, values, one))
            .get(0)
            .contains(three));
    assertTrue(
        SingularValueBounds.of(a, new Spectrum.SingularFactors(one, values, two))
            .get(0)
            .contains(three));
  }

  @Test
  void nothingIsKnownOfWhatIsNotFinite() {
    BallMatrix a = BallMatrix.around(RealMatrix.of(1, 2, new double[] {Double.NaN, 1}), 0);
    assertEquals(1, SingularValueBounds.of(a).size());
    assertEquals(Double.POSITIVE_INFINITY, SingularValueBounds.of(a).get(0).radius());
    BallMatrix unbounded =
        BallMatrix.around(RealMatrix.of(1, 1, new double[] {1}), Double.POSITIVE_INFINITY);
    assertEquals(Double.POSITIVE_INFINITY, SingularValueBounds.of(unbounded).get(0).radius());
    assertEquals(
        List.of(),
        SingularValueBounds.of(BallMatrix.around(RealMatrix.of(0, 3, new double[0]), 0)));
  }
}
