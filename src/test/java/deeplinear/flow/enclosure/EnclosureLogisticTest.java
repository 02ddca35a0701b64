package deeplinear.flow.enclosure;

import static deeplinear.fixture.Exact.q;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import deeplinear.algebra.Interval;
import deeplinear.algebra.IntervalAlgebra;
import deeplinear.algebra.IntervalMatrix;
import deeplinear.algebra.RationalAlgebra;
import deeplinear.algebra.RationalMatrix;
import deeplinear.fixture.Exponential;
import deeplinear.flow.GradientFlow;
import deeplinear.network.Instance;
import deeplinear.network.Weights;
import java.util.Optional;
import org.apache.commons.math3.fraction.BigFraction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Depth two in scalars: for w_1 = w_2 the product is u = s/(1 + (s/u_0 − 1) e^{−2st}). */
class EnclosureLogisticTest {

  private static final IntervalAlgebra I = IntervalAlgebra.INSTANCE;
  private static final int PARTS = 8;

  private static Instance scalars(BigFraction sigma, BigFraction weight, int depth) {
    Weights<RationalMatrix> weights =
        Weights.build(RationalAlgebra.INSTANCE, depth, i -> RationalMatrix.scalar(weight));
    return Instance.whitened(RationalMatrix.scalar(sigma), weights);
  }

  private static Optional<Enclosure> enclose(Instance instance, double step) {
    return Enclosure.of(instance, instance.weights(I), GradientFlow.INSTANCE, step);
  }

  /** Whether √u lies in the interval, for all u between the values at both bounds of e^{−2st}. */
  private static void assertContainsRoot(
      Interval interval, BigFraction s, BigFraction w, BigFraction t) {
    Exponential e = Exponential.ofMinus(s.multiply(t).multiply(2));
    BigFraction factor = s.divide(w.multiply(w)).subtract(BigFraction.ONE);
    BigFraction a = s.divide(factor.multiply(e.low()).add(BigFraction.ONE));
    BigFraction b = s.divide(factor.multiply(e.high()).add(BigFraction.ONE));
    BigFraction low = new BigFraction(interval.low());
    BigFraction high = new BigFraction(interval.high());
    BigFraction least = a.compareTo(b) < 0 ? a : b;
    BigFraction most = a.compareTo(b) < 0 ? b : a;
    assertTrue(
        interval.low() <= 0 || low.multiply(low).compareTo(least) <= 0,
        () -> least + " below " + interval);
    assertTrue(high.multiply(high).compareTo(most) >= 0, () -> most + " above " + interval);
  }

  @ParameterizedTest
  @CsvSource({"2, 1, 2, 0.0625", "3, 1, 4, 0.03125", "1, 5, 4, 0.1", "2, 3, 1, 0.015625"})
  void logisticGrowthIsEnclosed(int sigma, int numerator, int denominator, double step) {
    BigFraction s = q(sigma, 1);
    BigFraction w = q(numerator, denominator);
    Enclosure enclosure = enclose(scalars(s, w, 2), step).orElseThrow();
    assertEquals(step, enclosure.step());
    for (int layer = 1; layer <= 2; layer++) {
      Interval box = enclosure.box().layer(layer).toScalar();
      Interval end = enclosure.end().layer(layer).toScalar();
      assertTrue(box.contains(w), "the box misses the start");
      for (int part = 1; part <= PARTS; part++) {
        assertContainsRoot(box, s, w, new BigFraction(step).multiply(q(part, PARTS)));
      }
      assertContainsRoot(end, s, w, new BigFraction(step));
      // The box spans the way travelled; the end is known to a higher order of the step.
      assertTrue(end.width() <= box.width() * step * step, () -> box + " " + end);
    }
  }

  @Test
  void equilibriaAreEnclosedWithinRounding() {
    Enclosure enclosure = enclose(scalars(q(1, 1), q(1, 1), 3), 0x1p-6).orElseThrow();
    assertTrue(enclosure.end().layer(2).toScalar().contains(1));
    assertTrue(enclosure.end().layer(2).toScalar().width() <= 200 * Math.ulp(1.0));
  }

  /** No step at all, or one that is shorter by a power of two and truly encloses its start. */
  @ParameterizedTest
  @ValueSource(doubles = {1e3, 1e6, 1e30, 1e160, 1e300})
  void hugeWeightsGiveATinyStepOrNone(double weight) {
    for (int depth = 1; depth <= 4; depth++) {
      Instance instance = scalars(q(1, 1), new BigFraction(weight), depth);
      Optional<Enclosure> enclosure = enclose(instance, 1);
      enclosure.ifPresent(e -> assertValid(e, weight));
    }
  }

  private static void assertValid(Enclosure enclosure, double weight) {
    assertTrue(enclosure.step() > 0 && enclosure.step() <= 1);
    assertEquals(1.0, Math.scalb(enclosure.step(), -Math.getExponent(enclosure.step())));
    for (IntervalMatrix layer : enclosure.box().layers()) {
      assertTrue(layer.toScalar().contains(weight));
    }
    for (IntervalMatrix layer : enclosure.end().layers()) {
      assertTrue(layer.toScalar().low() < weight, "the loss pulls the weights down");
    }
  }

  @Test
  void longStepsAreShortened() {
    Enclosure enclosure = enclose(scalars(q(1, 1), q(10, 1), 2), 1).orElseThrow();
    assertTrue(enclosure.step() < 1.0 / 64, () -> "step " + enclosure.step());
    assertValid(enclosure, 10);
    Interval end = enclosure.end().layer(1).toScalar();
    assertContainsRoot(end, q(1, 1), q(10, 1), new BigFraction(enclosure.step()));
    assertEquals(Optional.empty(), enclose(scalars(q(1, 1), new BigFraction(1e100), 3), 1));
  }
}
