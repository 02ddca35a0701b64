package deeplinear.flow.method;

import static deeplinear.flow.method.ButcherTableau.dot;
import static deeplinear.flow.method.ButcherTableau.product;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RockCoefficientsTest {

  static List<RockCoefficients> methods() {
    return RockCoefficients.all();
  }

  /**
   * What rounding can do to an order condition: each of n steps makes at most 8 roundings, all of
   * positive numbers below 1, and the four last stages come from some 64 of numbers below 2. They
   * are independent, so their squares add up.
   */
  private static double roundOff(RockCoefficients method) {
    return (Math.sqrt(8 * method.innerStages()) + 16) * Math.ulp(1.0);
  }

  private static String name(RockCoefficients method, String condition) {
    return method.stages() + " stages, " + condition;
  }

  @ParameterizedTest
  @MethodSource("methods")
  void theEightConditionsOfOrderFourHold(RockCoefficients method) {
    ButcherTableau tableau = ButcherTableau.of(method);
    int s = method.stages();
    BigDecimal[] c = tableau.times(tableau.ones());
    BigDecimal[] cc = product(c, c);
    BigDecimal[] ac = tableau.times(c);
    BigDecimal[] acc = tableau.times(cc);
    BigDecimal[] aac = tableau.times(ac);
    double slack = roundOff(method);
    assertEquals(1, c[s].doubleValue(), slack, name(method, "b 1"));
    assertEquals(1 / 2.0, ac[s].doubleValue(), slack, name(method, "b c"));
    assertEquals(1 / 3.0, acc[s].doubleValue(), slack, name(method, "b cc"));
    assertEquals(1 / 6.0, aac[s].doubleValue(), slack, name(method, "b Ac"));
    assertEquals(
        1 / 4.0, tableau.times(product(c, cc))[s].doubleValue(), slack, name(method, "b ccc"));
    assertEquals(
        1 / 8.0, tableau.times(product(c, ac))[s].doubleValue(), slack, name(method, "b (c Ac)"));
    assertEquals(1 / 12.0, tableau.times(acc)[s].doubleValue(), slack, name(method, "b Acc"));
    BigDecimal[] aaac = tableau.times(aac);
    assertEquals(1 / 24.0, aaac[s].doubleValue(), slack, name(method, "b AAc"));
    assertEquals(
        1 / 120.0 + method.errorConstant(),
        tableau.times(aaac)[s].doubleValue(),
        slack,
        name(method, "b AAAc"));
    assertTrue(
        method.errorConstant() < -0.0013 && method.errorConstant() > -0.0043,
        name(method, "error constant " + method.errorConstant()));
  }

  @ParameterizedTest
  @MethodSource("methods")
  void theEstimateWithTheNewPointHasOrderThree(RockCoefficients method) {
    int s = method.stages();
    double fourth = estimateOfOrderFour(method, method::errorWeight, s);
    // The published estimate, of like size, has 0.0006 where ℓ is 138, thus 0.08 / ℓ.
    assertTrue(fourth * method.stabilityInterval() < -0.004, name(method, "estimate " + fourth));
    assertEquals(-1 / method.stabilityInterval(), method.errorWeight(5), 1e-15);
  }

  @ParameterizedTest
  @MethodSource("methods")
  void theInnerEstimateHasOrderThreeAndTheSizeOfTheError(RockCoefficients method) {
    double fourth = estimateOfOrderFour(method, method::innerErrorWeight, method.innerErrorStage());
    assertEquals(-method.errorConstant(), fourth, roundOff(method), name(method, "estimate"));
  }

  /** Demands that the estimate vanish up to order 3 and returns its part of the tall tree t44. */
  private static double estimateOfOrderFour(
      RockCoefficients method, IntToDoubleFunction weight, int fifth) {
    ButcherTableau tableau = ButcherTableau.of(method);
    BigDecimal[] weights = new BigDecimal[method.stages() + 1];
    Arrays.fill(weights, BigDecimal.ZERO);
    for (int i = 1; i <= 4; i++) {
      weights[method.innerStages() + i - 1] = new BigDecimal(weight.applyAsDouble(i));
    }
    weights[fifth] = new BigDecimal(weight.applyAsDouble(5));
    BigDecimal[] c = tableau.times(tableau.ones());
    BigDecimal[] ac = tableau.times(c);
    double slack = roundOff(method);
    assertEquals(0, dot(weights, tableau.ones()).doubleValue(), slack, name(method, "e 1"));
    assertEquals(0, dot(weights, c).doubleValue(), slack, name(method, "e c"));
    assertEquals(0, dot(weights, product(c, c)).doubleValue(), slack, name(method, "e cc"));
    assertEquals(0, dot(weights, ac).doubleValue(), slack, name(method, "e Ac"));
    return dot(weights, tableau.times(ac)).doubleValue();
  }

  @ParameterizedTest
  @MethodSource("methods")
  void theRecurrenceKeepsConstantsExactly(RockCoefficients method) {
    for (int j = 1; j <= method.innerStages(); j++) {
      assertEquals(1, method.nu(j) + method.kappa(j));
      assertEquals(
          BigDecimal.ONE.setScale(60),
          new BigDecimal(method.nu(j)).add(new BigDecimal(method.kappa(j))).setScale(60));
      assertTrue(method.mu(j) > 0, name(method, "mu " + j));
      assertTrue(
          j == 1 ? method.kappa(j) == 0 : method.kappa(j) > -1 && method.kappa(j) < 0,
          name(method, "kappa " + j));
    }
  }

  @Test
  void theFewestStagesThatSufficeAreTaken() {
    List<RockCoefficients> all = RockCoefficients.all();
    assertEquals(5, RockCoefficients.forStiffness(0).stages());
    assertEquals(152, RockCoefficients.largest().stages());
    for (int i = 0; i < all.size(); i++) {
      RockCoefficients method = all.get(i);
      int s = method.stages();
      assertEquals(s - 4, method.innerStages());
      assertEquals(0.353 * s * s - 3, method.stabilityInterval(), 1e-9, s + " stages");
      assertEquals(s, RockCoefficients.forStiffness(method.stabilityInterval()).stages());
      if (i + 1 < all.size()) {
        int next = all.get(i + 1).stages();
        assertTrue(next == s + 1 || (next > s && next <= s * 15 / 14), s + ", then " + next);
        double beyond = Math.nextUp(method.stabilityInterval());
        assertEquals(next, RockCoefficients.forStiffness(beyond).stages());
      }
    }
  }

  @Test
  void aStiffnessOutOfReachIsRefused() {
    double most = RockCoefficients.largest().stabilityInterval();
    for (double wrong :
        new double[] {-1, Math.nextUp(most), Double.POSITIVE_INFINITY, Double.NaN}) {
      IllegalArgumentException refusal =
          assertThrows(IllegalArgumentException.class, () -> RockCoefficients.forStiffness(wrong));
      assertTrue(String.valueOf(refusal.getMessage()).endsWith("but is " + wrong));
    }
  }

  /** As many stages as rounding allows for the tolerance, and no more. */
  @Test
  void roundingLimitsTheStages() {
    for (double tolerance : new double[] {1e-6, 1e-8, 1e-10}) {
      double longest = RockCoefficients.longestInterval(tolerance);
      int allowed = 0;
      for (RockCoefficients method : RockCoefficients.all()) {
        boolean isFineEnough = 20 * 0x1p-53 * method.amplification() <= tolerance;
        assertEquals(isFineEnough, method.stabilityInterval() <= longest);
        allowed += isFineEnough ? 1 : 0;
      }
      assertTrue(allowed > 5 && allowed < RockCoefficients.all().size(), "vacuous");
    }
  }
}
