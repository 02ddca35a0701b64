package deeplinear.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import deeplinear.flow.kernel.GradientKernel;
import org.junit.jupiter.api.Test;

class ContendersTest {

  /**
   * Products of five layers of width 8: some hundred roundings, each relative to the largest term.
   */
  @Test
  void theFieldInEjmlIsThatOfTheKernel() {
    for (Net net : StandardSets.of("E1s").first(50, "some").nets()) {
      double[] expected = new double[net.weights().length];
      double[] actual = new double[net.weights().length];
      new GradientKernel(Library.instance(net)).velocity(net.weights(), expected);
      new EjmlField(net).velocity(net.weights(), actual);
      double size = 1;
      for (double x : expected) {
        size = Math.max(size, Math.abs(x));
      }
      for (int i = 0; i < expected.length; i++) {
        assertEquals(expected[i], actual[i], 1000 * Math.ulp(size));
      }
    }
  }

  /**
   * On the way to a minimum the flow damps local errors: the total is of the size of the tolerance
   * times the number of steps, some hundred.
   */
  @Test
  void allContendersAgree() {
    NetSet set = StandardSets.of("E1s").first(8, "some");
    double[][] reference = new CommonsMath().run(set, 1e-13, 1e-13);
    for (Contender contender : Contenders.ALL) {
      Errors errors = Errors.of(contender.run(set, 1e-8, 1e-10), reference);
      assertTrue(errors.maximum() < 1e-6, () -> contender.name() + " " + errors);
      assertTrue(errors.maximum() > 0, () -> contender.name() + " " + errors);
    }
  }

  /** Without the exact Jacobian plateaus take hours. */
  @Test
  void explicitMethodsLeavePlateausToOthers() {
    assertFalse(new CommonsMath().takes(StandardSets.of("E4")));
  }

  @Test
  void namesAreDistinct() {
    assertEquals(
        Contenders.ALL.size(), Contenders.ALL.stream().map(Contender::name).distinct().count());
    Contenders.ALL.forEach(c -> assertEquals(c, Contenders.named(c.name())));
  }
}
