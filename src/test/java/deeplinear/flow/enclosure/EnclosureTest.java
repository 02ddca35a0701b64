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
import deeplinear.fixture.RandomExact;
import deeplinear.flow.Dynamics;
import deeplinear.flow.GradientFlow;
import deeplinear.flow.WeightDecay;
import deeplinear.network.Architecture;
import deeplinear.network.Instance;
import deeplinear.network.SecondMoments;
import deeplinear.network.Weights;
import java.util.List;
import org.apache.commons.math3.fraction.BigFraction;
import org.junit.jupiter.api.Test;

/** Against closed forms of depth one: W(t) = W_∞ + (W_0 − W_∞) e^{−λt}. */
class EnclosureTest {

  private static final IntervalAlgebra I = IntervalAlgebra.INSTANCE;
  private static final RationalAlgebra Q = RationalAlgebra.INSTANCE;
  private static final int PARTS = 8;

  private static Enclosure enclose(Instance instance, Dynamics dynamics, double step) {
    Weights<IntervalMatrix> start = instance.weights(I);
    return Enclosure.of(instance, start, dynamics, step).orElseThrow();
  }

  private static BigFraction time(double step, int part) {
    return new BigFraction(step).multiply(q(part, PARTS));
  }

  private static void assertContains(
      Interval interval, BigFraction limit, BigFraction deviation, BigFraction decay) {
    Exponential e = Exponential.ofMinus(decay);
    BigFraction a = limit.add(deviation.multiply(e.low()));
    BigFraction b = limit.add(deviation.multiply(e.high()));
    assertTrue(interval.contains(a) && interval.contains(b), () -> a + " not in " + interval);
  }

  /** The end contains the closed form, and the box contains it at all times. */
  private static void assertEncloses(
      Enclosure enclosure, RationalMatrix start, RationalMatrix limit, BigFraction rate) {
    IntervalMatrix box = enclosure.box().layer(1);
    assertTrue(box.contains(start), "the box misses the start");
    for (int i = 0; i < start.rows(); i++) {
      for (int j = 0; j < start.columns(); j++) {
        BigFraction deviation = start.entry(i, j).subtract(limit.entry(i, j));
        for (int part = 1; part <= PARTS; part++) {
          BigFraction decay = rate.multiply(time(enclosure.step(), part));
          assertContains(box.entry(i, j), limit.entry(i, j), deviation, decay);
        }
        BigFraction decay = rate.multiply(time(enclosure.step(), PARTS));
        Interval end = enclosure.end().layer(1).entry(i, j);
        assertContains(end, limit.entry(i, j), deviation, decay);
      }
    }
  }

  @Test
  void depthOneIsEnclosed() {
    RandomExact draw = new RandomExact(300);
    for (double step : new double[] {0.25, 0.1, 0x1p-5}) {
      Instance instance = draw.whitened(Architecture.of(3, 2));
      Enclosure enclosure = enclose(instance, GradientFlow.INSTANCE, step);
      assertEquals(step, enclosure.step());
      RationalMatrix start = instance.weights().layer(1);
      assertEncloses(enclosure, start, instance.target().matrix(), BigFraction.ONE);
    }
  }

  /**
   * The remainder is at most t⁷/7! times the deviation on the box; each of 50 operations rounds.
   */
  @Test
  void theEndIsAsNarrowAsTheRemainder() {
    Instance instance = new RandomExact(301).whitened(Architecture.of(3, 2));
    double step = 0.125;
    Enclosure enclosure = enclose(instance, GradientFlow.INSTANCE, step);
    for (int i = 0; i < 2; i++) {
      for (int j = 0; j < 3; j++) {
        double start = instance.weights().layer(1).entry(i, j).doubleValue();
        double limit = instance.target().matrix().entry(i, j).doubleValue();
        double size = Math.abs(start) + Math.abs(limit) + 1;
        double bound = 2 * size * (Math.pow(step, 7) / 5040 + 50 * Math.ulp(1.0));
        Interval end = enclosure.end().layer(1).entry(i, j);
        assertTrue(end.width() <= bound, () -> end + " is wider than " + bound);
      }
    }
  }

  @Test
  void rawDataAreEnclosed() {
    RationalMatrix x = RationalMatrix.of(1, 2, List.of(q(1, 2), q(3, 2)));
    RationalMatrix y = RationalMatrix.of(1, 2, List.of(q(2, 1), q(-1, 1)));
    RationalMatrix start = RationalMatrix.scalar(q(5, 3));
    Instance instance = new Instance(SecondMoments.of(Q, x, y), new Weights<>(Q, List.of(start)));
    Enclosure enclosure = enclose(instance, GradientFlow.INSTANCE, 0.125);
    // M = 5/2 and Y Xᵀ = −1/2
    assertEncloses(enclosure, start, RationalMatrix.scalar(q(-1, 5)), q(5, 2));
  }

  @Test
  void weightDecayIsEnclosed() {
    RandomExact draw = new RandomExact(302);
    Instance instance = draw.whitened(Architecture.of(2, 2));
    Enclosure enclosure = enclose(instance, new WeightDecay(q(3, 2)), 0.125);
    // Ẇ = Σ − (5/2) W
    RationalMatrix limit = instance.target().matrix().map(s -> s.multiply(q(2, 5)));
    assertEncloses(enclosure, instance.weights().layer(1), limit, q(5, 2));
  }

  @Test
  void everyStartInAWideBoxIsEnclosed() {
    Instance instance = new RandomExact(303).whitened(Architecture.of(1, 1));
    BigFraction center = instance.weights().layer(1).toScalar();
    Weights<IntervalMatrix> start =
        Weights.build(I, 1, i -> instance.weights(I).layer(i).map(x -> x.widen(0.25)));
    Enclosure enclosure = Enclosure.of(instance, start, GradientFlow.INSTANCE, 0.125).orElseThrow();
    for (BigFraction offset : List.of(q(-1, 4), q(0, 1), q(1, 4))) {
      RationalMatrix from = RationalMatrix.scalar(center.add(offset));
      assertEncloses(enclosure, from, instance.target().matrix(), BigFraction.ONE);
    }
  }
}
