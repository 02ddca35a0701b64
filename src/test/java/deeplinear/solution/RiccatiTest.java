package deeplinear.solution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import deeplinear.algebra.RealAlgebra;
import deeplinear.algebra.RealMatrix;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RiccatiTest {

  private static final RealAlgebra R = RealAlgebra.INSTANCE;

  static List<LambdaBalanced> starts() {
    return LambdaBalanced.all();
  }

  @ParameterizedTest
  @MethodSource("starts")
  void startsAtTheGramMatrixOfTheWeights(LambdaBalanced start) {
    RealMatrix q = Riccati.stack(R.transpose(start.first()), start.second());
    Riccati riccati = start.riccati();
    RealMatrix expected = R.multiply(q, R.transpose(q));
    assertTrue(R.subtract(riccati.gram(0), expected).norm() <= riccati.error(0));
  }

  @ParameterizedTest
  @MethodSource("starts")
  void gramMatrixIsThatOfTheFlowingWeights(LambdaBalanced start) {
    Riccati riccati = start.riccati();
    for (double time : new double[] {0.125, 0.5, 1.5}) {
      FineSolution weights = start.flow(time);
      RealMatrix q = start.stacked(weights.end());
      double e = weights.error();
      double error = riccati.error(time) + 2 * q.norm() * e + e * e;
      RealMatrix gram = riccati.gram(time);
      double distance = R.subtract(gram, R.multiply(q, R.transpose(q))).norm();
      assertTrue(distance <= error, () -> distance + " > " + error);
      assertTrue(error <= gram.norm() / 1000, () -> "too blunt: " + error);
    }
  }

  @ParameterizedTest
  @MethodSource("starts")
  void gramMatrixSolvesTheRiccatiEquation(LambdaBalanced start) {
    Riccati riccati = start.riccati();
    RealMatrix f = start.generator();
    double t = 0.3;
    double step = 1.0 / 1024;
    RealMatrix p = riccati.gram(t);
    RealMatrix difference = R.subtract(riccati.gram(t + step), riccati.gram(t - step));
    RealMatrix slope = R.subtract(R.add(R.multiply(f, p), R.multiply(p, f)), R.multiply(p, p));
    double distance = 0;
    for (int i = 0; i < p.rows(); i++) {
      for (int j = 0; j < p.rows(); j++) {
        distance =
            Math.max(distance, Math.abs(difference.entry(i, j) / (2 * step) - slope.entry(i, j)));
      }
    }
    // ‖P‖ at most doubles in a step, so that the third derivative is at most ...
    double a = f.norm();
    double b = 2 * p.norm();
    double one = 2 * a * b + b * b;
    double two = (2 * a + 2 * b) * one;
    double three = (2 * a + 2 * b) * two + 2 * one * one;
    double error = step * step / 6 * three + riccati.error(t + step) / step;
    assertTrue(distance <= error, distance + " > " + error);
    assertTrue(error <= slope.norm() / 10, "too blunt: " + error);
  }

  @Test
  void oneBalancedModeIsLogistic() {
    double s = 2;
    double w = 0.5;
    Riccati riccati = new Riccati(scalar(s), scalar(w), scalar(w), 0);
    for (double time : new double[] {-0.5, 0.25, 1, 3}) {
      double u = s / (1 + (s / (w * w) - 1) * Math.exp(-2 * s * time));
      RealMatrix expected = RealMatrix.of(2, 2, new double[] {u, u, u, u});
      double distance = R.subtract(riccati.gram(time), expected).norm();
      assertTrue(distance <= riccati.error(Math.abs(time)), () -> time + ": off by " + distance);
    }
  }

  @Test
  void errorIsCountedFromTheProducts() {
    // ‖F‖ = 2 and ‖Q‖² = 2 at t = 1/2, so that e^{2‖F‖t} = e².
    Riccati riccati = new Riccati(scalar(2), scalar(1), scalar(1), 0);
    double growth = Math.exp(2);
    double expected = 16 * 4 * Math.ulp(1.0) * growth * 2 * (1 + growth);
    assertEquals(expected, riccati.error(0.5), 16 * Math.ulp(expected));
    assertEquals(16 * 4 * Math.ulp(1.0) * 2, riccati.error(0), 16 * Math.ulp(1e-13));
  }

  @Test
  void theFirstLayerIsStackedTransposedOnTheSecond() {
    RealMatrix first = RealMatrix.of(1, 2, new double[] {1, 2});
    RealMatrix second = RealMatrix.of(3, 1, new double[] {3, 4, 5});
    RealMatrix q = Riccati.stack(R.transpose(first), second);
    assertEquals("5 × 1 [1.0, 2.0, 3.0, 4.0, 5.0]", q.toString());
  }

  private static RealMatrix scalar(double x) {
    return RealMatrix.of(1, 1, new double[] {x});
  }
}
