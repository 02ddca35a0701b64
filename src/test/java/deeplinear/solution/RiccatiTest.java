package deeplinear.solution;

import static deeplinear.fixture.Rejection.assertRejected;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import deeplinear.algebra.Interval;
import deeplinear.algebra.IntervalAlgebra;
import deeplinear.algebra.IntervalMatrix;
import deeplinear.algebra.RealAlgebra;
import deeplinear.algebra.RealMatrix;
import deeplinear.fixture.Exact;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.apache.commons.math3.fraction.BigFraction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RiccatiTest {

  private static final RealAlgebra R = RealAlgebra.INSTANCE;
  private static final IntervalAlgebra I = IntervalAlgebra.INSTANCE;

  static List<LambdaBalanced> starts() {
    return LambdaBalanced.all();
  }

  private static void assertContains(IntervalMatrix gram, FineGram fine) {
    for (int i = 0; i < gram.rows(); i++) {
      for (int j = 0; j < gram.columns(); j++) {
        Interval x = gram.entry(i, j);
        BigDecimal expected = fine.entry(i, j);
        assertTrue(
            new BigDecimal(x.low()).compareTo(expected) <= 0
                && expected.compareTo(new BigDecimal(x.high())) <= 0,
            () -> expected + " is not in " + x);
      }
    }
  }

  private static double width(IntervalMatrix gram) {
    return gram.entries().stream().mapToDouble(Interval::width).max().orElseThrow();
  }

  /** Exactly the F and QQᵀ of the start, entry by entry. */
  private static FineGram fine(LambdaBalanced start) {
    RealMatrix q = R.transpose(Riccati.stack(R, R.transpose(start.first()), start.second()));
    int n = start.inputs() + start.outputs();
    BigFraction[] gram = new BigFraction[n * n];
    for (int i = 0; i < n * n; i++) {
      gram[i] = BigFraction.ZERO;
      for (int k = 0; k < start.hidden(); k++) {
        BigFraction a = LambdaBalanced.fortieths(q.entry(k, i / n));
        gram[i] = gram[i].add(a.multiply(LambdaBalanced.fortieths(q.entry(k, i % n))));
      }
    }
    List<BigFraction> f =
        Arrays.stream(start.generator().toArray())
            .mapToObj(x -> LambdaBalanced.fortieths(2 * x).divide(2))
            .toList();
    return new FineGram(f, Arrays.asList(gram));
  }

  @ParameterizedTest
  @MethodSource("starts")
  void enclosesTheSolutionOfTheRiccatiEquation(LambdaBalanced start) {
    Riccati riccati = start.riccati();
    FineGram fine = fine(start);
    double time = 0;
    for (double step : new double[] {0, 0.125, 0.375, 1}) {
      time += step;
      IntervalMatrix gram = riccati.gram(time);
      assertContains(gram, fine.advance(step));
      double size = gram.norm();
      assertTrue(width(gram) <= 1e-10 * size, () -> "too wide: " + width(gram) / size);
    }
  }

  @ParameterizedTest
  @MethodSource("starts")
  void gramMatrixIsThatOfTheFlowingWeights(LambdaBalanced start) {
    for (double time : new double[] {0.125, 0.5, 1.5}) {
      FineSolution weights = start.flow(time);
      RealMatrix q = start.stacked(weights.end());
      double e = weights.error();
      IntervalMatrix gram = start.riccati().gram(time);
      double error = 2 * q.norm() * e + e * e;
      RealMatrix expected = R.multiply(q, R.transpose(q));
      for (int i = 0; i < q.rows(); i++) {
        for (int j = 0; j < q.rows(); j++) {
          assertTrue(gram.entry(i, j).widen(error).contains(expected.entry(i, j)));
        }
      }
      assertTrue(error <= gram.norm() / 1000, () -> "too blunt: " + error);
    }
  }

  /**
   * Random symmetric layers W_1 = W_2 in eighths, hence balanced, and F of rank down to 0: the
   * widths of the enclosures beside their true errors.
   */
  @Test
  void enclosuresOfRandomStartsContainTheSolution() {
    Random random = new Random(810);
    for (int n = 0; n < 60; n++) {
      int d = 1 + random.nextInt(3);
      int rank = random.nextInt(3);
      double[] layer = new double[d * d];
      double[] sigma = new double[d * d];
      for (int i = 0; i < d; i++) {
        for (int j = 0; j <= i; j++) {
          layer[i * d + j] = (random.nextInt(17) - 8) / 8.0;
          layer[j * d + i] = layer[i * d + j];
          sigma[i * d + j] = rank > 0 && j < rank ? (random.nextInt(33) - 16) / 8.0 : 0;
        }
      }
      LambdaBalanced start = new LambdaBalanced("random", d, d, d, 0, sigma, layer, layer);
      FineGram fine = fine(start);
      double time = Math.scalb(1.0 + random.nextInt(15), -4);
      IntervalMatrix gram = start.riccati().gram(time);
      assertContains(gram, fine.advance(time));
      double size = Math.max(gram.norm(), 1e-300);
      assertTrue(width(gram) <= 1e-10 * (size + 1), () -> "too wide: " + width(gram) / size);
    }
  }

  /** e^{2μt} is 3e26 here, and the Gram matrix is still known to the first digits it loses. */
  @Test
  void longTimesWidenTheEnclosure() {
    Riccati riccati = scalars(2, 0.5, 0);
    assertTrue(width(riccati.gram(1)) < 1e-12);
    assertTrue(width(riccati.gram(4)) < 1e-8);
    assertTrue(riccati.gram(4).entry(0, 1).contains(2 / (1 + 7 * Math.exp(-16))));
    assertFalse(riccati.gram(1e6).isBounded());
  }

  private static Riccati scalars(double s, double w, double lambda) {
    IntervalMatrix layer = scalar(w);
    return new Riccati(scalar(s), layer, layer, Interval.point(lambda));
  }

  private static IntervalMatrix scalar(double x) {
    return I.identity(1).map(one -> Interval.point(x));
  }

  @Test
  void oneBalancedModeIsLogistic() {
    double s = 2;
    double w = 0.5;
    Riccati riccati = scalars(s, w, 0);
    ModeEquation mode = new ModeEquation(2, Exact.of(s));
    for (double time : new double[] {0, 0.25, 1, 3}) {
      Interval u = mode.at(Exact.of(w * w), time);
      for (Interval entry : riccati.gram(time).entries()) {
        // Both contain u; an empty intersection is rejected.
        u.intersect(entry);
        assertTrue(entry.width() < 1e-9, entry::toString);
      }
    }
  }

  @Test
  void boxesOfWeightsHaveAllTheirSolutions() {
    IntervalMatrix layer = I.identity(1).map(one -> new Interval(0.5, 0.51));
    IntervalMatrix gram = new Riccati(scalar(2), layer, layer, Interval.ZERO).gram(0.5);
    for (double w : new double[] {0.5, 0.505, 0.51}) {
      double u = 2 / (1 + (2 / (w * w) - 1) * Math.exp(-2));
      assertTrue(gram.entry(1, 0).contains(u), () -> u + " is not in " + gram.entry(1, 0));
    }
  }

  @Test
  void theFirstLayerIsStackedTransposedOnTheSecond() {
    RealMatrix first = RealMatrix.of(1, 2, new double[] {1, 2});
    RealMatrix second = RealMatrix.of(3, 1, new double[] {3, 4, 5});
    RealMatrix q = Riccati.stack(R, R.transpose(first), second);
    assertEquals("5 × 1 [1.0, 2.0, 3.0, 4.0, 5.0]", q.toString());
  }

  @Test
  void timesAreNotNegative() {
    assertRejected(() -> scalars(2, 0.5, 0).gram(-1), "not -1.0");
    assertRejected(() -> scalars(2, 0.5, 0).gram(Double.NaN), "not NaN");
  }
}
