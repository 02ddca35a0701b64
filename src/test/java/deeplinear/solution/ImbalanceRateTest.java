package deeplinear.solution;

import static deeplinear.fixture.Exact.q;
import static deeplinear.fixture.Rejection.assertRejected;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import deeplinear.algebra.CayleyTransform;
import deeplinear.algebra.Interval;
import deeplinear.algebra.RationalAlgebra;
import deeplinear.algebra.RationalMatrix;
import deeplinear.fixture.Exact;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.apache.commons.math3.fraction.BigFraction;
import org.junit.jupiter.api.Test;

class ImbalanceRateTest {

  private static final RationalAlgebra Q = RationalAlgebra.INSTANCE;

  /** Eigenvalues 5, 3, −2, −7 in no order. */
  private static final RationalMatrix FOUR =
      RationalMatrix.diagonal(4, 4, List.of(q(3, 1), q(-7, 1), q(5, 1), q(-2, 1)));

  private static void assertRate(long expected, RationalMatrix imbalance, int outputs, int inputs) {
    ImbalanceRate rate = new ImbalanceRate(imbalance, outputs, inputs);
    Interval enclosure = rate.enclosure();
    assertTrue(enclosure.contains((double) expected), enclosure::toString);
    assertTrue(enclosure.width() <= 1e-13, enclosure::toString);
    assertEquals(expected > 0, rate.isPositive());
    assertEquals(expected > 0, enclosure.low() > 0);
    assertTrue(expected > 0 || enclosure.high() < 1e-300);
  }

  @Test
  void theOutputsChooseTheEigenvalueOfTheImbalance() {
    assertRate(5, FOUR, 1, 9);
    assertRate(3, FOUR, 2, 9);
  }

  @Test
  void theInputsChooseTheEigenvalueOfItsNegative() {
    assertRate(7, FOUR, 9, 1);
    assertRate(2, FOUR, 9, 2);
  }

  @Test
  void bothEndsAddUp() {
    assertRate(5 + 2, FOUR, 1, 2);
    assertRate(3 + 7, FOUR, 2, 1);
  }

  @Test
  void negativePartsAreCut() {
    assertRate(0, FOUR, 3, 3);
    assertRate(0, FOUR, 4, 4);
    assertRate(7, FOUR, 3, 1);
    assertRate(5, FOUR, 1, 3);
  }

  @Test
  void eigenvaluesThatDoNotExistCountNothing() {
    assertRate(0, FOUR, 5, 5);
    RationalMatrix one = RationalMatrix.of(new long[][] {{4}});
    assertRate(4, one, 1, 1);
    assertRate(0, one, 2, 1 + 1);
    RationalMatrix minus = RationalMatrix.of(new long[][] {{-4}});
    assertRate(4, minus, 1, 1);
    assertRate(0, minus, 1, 2);
  }

  @Test
  void eigenvaluesAreNotDiagonalEntries() {
    RationalMatrix mixed = RationalMatrix.of(new long[][] {{2, 1}, {1, 2}});
    assertRate(3, mixed, 1, 1);
    assertRate(1, mixed, 2, 1);
    RationalMatrix swap = RationalMatrix.of(new long[][] {{0, 1}, {1, 0}});
    assertRate(2, swap, 1, 1);
    assertRate(0, swap, 2, 2);
  }

  /** Known eigenvalues in a rational basis, sizes from 1e-3 to 1e3. */
  @Test
  void ratesOfRandomImbalancesAreEnclosed() {
    Random random = new Random(820);
    int positive = 0;
    for (int n = 0; n < 300; n++) {
      int order = 1 + random.nextInt(5);
      List<BigFraction> values = new ArrayList<>();
      for (int k = 0; k < order; k++) {
        double size = Math.pow(10, 6 * random.nextDouble() - 3);
        values.add(
            random.nextInt(4) == 0 ? q(0, 1) : Exact.of(random.nextBoolean() ? size : -size));
      }
      RationalMatrix c = turned(values);
      int outputs = 1 + random.nextInt(4);
      int inputs = 1 + random.nextInt(4);
      ImbalanceRate rate = new ImbalanceRate(c, outputs, inputs);
      values.sort(Collections.reverseOrder());
      BigFraction expected =
          part(values, outputs)
              .add(
                  part(
                      values.stream()
                          .map(BigFraction::negate)
                          .sorted(Collections.reverseOrder())
                          .toList(),
                      inputs));
      assertTrue(Exact.contains(rate.enclosure(), expected), () -> c + " " + rate.enclosure());
      assertEquals(expected.compareTo(BigFraction.ZERO) > 0, rate.isPositive());
      assertEquals(rate.isPositive(), rate.enclosure().low() > 0);
      assertTrue(rate.enclosure().width() < 1e-9);
      positive += rate.isPositive() ? 1 : 0;
    }
    assertTrue(positive > 90 && positive < 290, "one-sided: " + positive);
  }

  private static BigFraction part(List<BigFraction> descending, int k) {
    BigFraction x = k <= descending.size() ? descending.get(k - 1) : BigFraction.ZERO;
    return x.compareTo(BigFraction.ZERO) > 0 ? x : BigFraction.ZERO;
  }

  private static RationalMatrix turned(List<BigFraction> values) {
    int n = values.size();
    RationalMatrix skew =
        Exact.build(
            n, n, (i, j) -> i.equals(j) ? q(0, 1) : q((i < j ? 1L : -1L) * (1 + (i * j) % 3), 2));
    RationalMatrix basis = CayleyTransform.of(skew);
    RationalMatrix d = RationalMatrix.diagonal(n, n, values);
    return Q.multiply(Q.multiply(basis, d), Q.transpose(basis));
  }

  /** 2^{−60} beside 1 drowns in the rounding of eigenvalues; the inertia sees it. */
  @Test
  void tinyRatesAreSeenToBePositive() {
    BigFraction tiny = Exact.of(0x1p-60);
    RationalMatrix c = turned(new ArrayList<>(List.of(q(1, 1), tiny)));
    Interval rate = new ImbalanceRate(c, 2, 3).enclosure();
    assertTrue(Exact.contains(rate, tiny), rate::toString);
    assertTrue(rate.low() >= 0x1p-62 && rate.high() <= 0x1p-59, rate::toString);
    assertTrue(new ImbalanceRate(c, 2, 3).isPositive());
  }

  @Test
  void imbalancesAreSymmetricAndWidthsPositive() {
    RationalMatrix skew = RationalMatrix.of(new long[][] {{0, 1}, {-1, 0}});
    assertRejected(() -> new ImbalanceRate(skew, 1, 1), "symmetric");
    assertRejected(() -> new ImbalanceRate(FOUR, 0, 1), "unlike 0 and 1");
    assertRejected(() -> new ImbalanceRate(FOUR, 1, 0), "unlike 1 and 0");
  }
}
