package deeplinear.algebra;

import static deeplinear.fixture.Rejection.assertRejected;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import deeplinear.fixture.Exact;
import deeplinear.fixture.RandomExact;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.apache.commons.math3.fraction.BigFraction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpectrumTest {

  private static final RealAlgebra R = RealAlgebra.INSTANCE;
  private static final RandomExact DRAW = new RandomExact(80);

  /** A backward stable decomposition moves a spectrum by at most a small multiple of n ε ‖a‖. */
  private static double bound(RealMatrix a) {
    return 16 * (a.rows() + a.columns()) * Math.ulp(1.0) * a.norm();
  }

  private static RationalMatrix diagonal(int m, int n, long... values) {
    return RationalMatrix.diagonal(m, n, LongStream.of(values).mapToObj(BigFraction::new).toList());
  }

  private static RationalMatrix rotation(int n) {
    return CayleyTransform.of(DRAW.skew(n));
  }

  private static RealMatrix rotated(RationalMatrix left, RationalMatrix d, RationalMatrix right) {
    return R.lift(Exact.product(Exact.product(left, d), Exact.transpose(right)));
  }

  @Test
  void singularValuesAreThoseOfTheConstruction() {
    RationalMatrix wide = diagonal(3, 5, 2, -7, 0);
    RationalMatrix tall = diagonal(4, 2, 3, 3);
    RationalMatrix row = diagonal(1, 3, -4);
    RealMatrix a = rotated(rotation(3), wide, rotation(5));
    RealMatrix b = rotated(rotation(4), tall, rotation(2));
    RealMatrix c = rotated(rotation(1), row, rotation(3));
    assertArrayEquals(new double[] {7, 2, 0}, Spectrum.singularValues(a), bound(a));
    assertArrayEquals(new double[] {3, 3}, Spectrum.singularValues(b), bound(b));
    assertArrayEquals(new double[] {4}, Spectrum.singularValues(c), bound(c));
    assertArrayEquals(new double[] {4}, Spectrum.singularValues(R.transpose(c)), bound(c));
  }

  @Test
  void emptyMatricesHaveNoSingularValues() {
    assertEquals(0, Spectrum.singularValues(R.zeros(0, 3)).length);
    assertEquals(0, Spectrum.singularValues(R.zeros(3, 0)).length);
  }

  @Test
  void eigenvaluesAreThoseOfTheConstruction() {
    RationalMatrix u = rotation(4);
    RealMatrix a = rotated(u, diagonal(4, 4, -5, 2, 0, 2), u);
    assertArrayEquals(new double[] {2, 2, 0, -5}, Spectrum.eigenvalues(a), bound(a));
    RealMatrix scalar = RealMatrix.of(1, 1, new double[] {-3});
    assertArrayEquals(new double[] {-3}, Spectrum.eigenvalues(scalar), bound(scalar));
  }

  @Test
  void eigenpairsBelongTogetherAndAreOrthonormal() {
    RationalMatrix u = rotation(4);
    RealMatrix a = rotated(u, diagonal(4, 4, -5, 2, 1, 7), u);
    Spectrum.Eigenpairs pairs = Spectrum.eigenpairs(a);
    List<BigFraction> values =
        IntStream.range(0, 4).mapToObj(k -> Rationals.exactly(pairs.values()[k])).toList();
    RealMatrix d = R.lift(RationalMatrix.diagonal(4, 4, values));
    RealMatrix v = pairs.vectors();
    double residual = R.subtract(R.multiply(a, v), R.multiply(v, d)).norm();
    assertTrue(residual <= 4 * bound(a), () -> "residual " + residual);
    double defect = R.subtract(R.multiply(R.transpose(v), v), R.identity(4)).norm();
    assertTrue(defect <= 4 * bound(R.identity(4)), () -> "defect " + defect);
  }

  @Test
  void decompositionsLeaveTheirArgumentAlone() {
    RealMatrix a = R.lift(DRAW.symmetric(3));
    double[] before = a.toArray();
    assertEquals(3, Spectrum.singularValues(a).length);
    assertEquals(3, Spectrum.eigenvalues(a).length);
    assertArrayEquals(before, a.toArray());
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
  void entriesThatAreNotFiniteHaveNoSpectrum(double x) {
    RealMatrix a = RealMatrix.of(2, 2, new double[] {1, x, x, 2});
    assertThrows(ArithmeticException.class, () -> Spectrum.singularValues(a));
    assertThrows(ArithmeticException.class, () -> Spectrum.eigenvalues(a));
  }

  @Test
  void emptyMatricesHaveNoEigenvalues() {
    assertEquals(0, Spectrum.eigenvalues(R.zeros(0, 0)).length);
  }

  @Test
  void onlySquareMatricesHaveEigenvalues() {
    assertRejected(() -> Spectrum.eigenvalues(R.zeros(2, 3)), "2 × 3");
  }
}
