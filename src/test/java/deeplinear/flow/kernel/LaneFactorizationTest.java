package deeplinear.flow.kernel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import deeplinear.fixture.LaneKinds;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LaneFactorizationTest {

  private static final int SHIFT = 3;

  static List<Supplier<LaneFactorization>> kinds() {
    return LaneKinds.factorizations();
  }

  /** Systems with solutions, in lanes. */
  private record Systems(int n, int lanes, double[] jacobians, double[] right, double[] solution) {

    /**
     * sI − J = G Gᵀ with integers below powers of two on the diagonal of G, and integer solutions:
     * everything is exact in floating point.
     */
    static Systems exact(int n, int lanes, long seed) {
      Systems result =
          new Systems(
              n, lanes, new double[n * n * lanes], new double[n * lanes], new double[n * lanes]);
      Random random = new Random(seed);
      for (int l = 0; l < lanes; l++) {
        double[][] g = new double[n][n];
        double[] x = new double[n];
        for (int i = 0; i < n; i++) {
          x[i] = random.nextInt(9) - 4;
          for (int j = 0; j < i; j++) {
            g[i][j] = random.nextInt(5) - 2;
          }
          g[i][i] = 1 << random.nextInt(3);
        }
        result.set(l, g, x);
      }
      return result;
    }

    private void set(int l, double[][] g, double[] x) {
      for (int i = 0; i < n; i++) {
        solution[i * lanes + l] = x[i];
        for (int j = 0; j < n; j++) {
          double entry = 0;
          for (int k = 0; k < n; k++) {
            entry += g[i][k] * g[j][k];
          }
          right[i * lanes + l] += entry * x[j];
          jacobians[(i * n + j) * lanes + l] = j > i ? Double.NaN : (i == j ? SHIFT : 0) - entry;
        }
      }
    }
  }

  private static double[] shifts(int lanes) {
    double[] shifts = new double[lanes];
    Arrays.fill(shifts, SHIFT);
    return shifts;
  }

  private static double[] solved(LaneFactorization system, double[] right) {
    double[] values = right.clone();
    system.solve(values);
    return values;
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void integersAreSolvedExactly(Supplier<LaneFactorization> kind) {
    LaneFactorization system = kind.get();
    for (int n : new int[] {1, 2, 3, 4, 5, 7, 8, 9, 13, 4}) {
      for (int lanes : new int[] {8, 24}) {
        Systems given = Systems.exact(n, lanes, 10 * n + lanes);
        system.factorize(n, lanes, given.jacobians(), shifts(lanes));
        assertArrayEquals(given.solution(), solved(system, given.right()), n + " × " + lanes);
        assertArrayEquals(given.solution(), solved(system, given.right()), "once more");
        for (int l = 0; l < lanes; l++) {
          assertTrue(system.isPositive(l));
        }
      }
    }
  }

  @Test
  void aSingleLaneIsSolvedExactly() {
    Systems given = Systems.exact(11, 1, 5);
    LaneFactorization system = new PlainLaneFactorization();
    system.factorize(11, 1, given.jacobians(), shifts(1));
    assertArrayEquals(given.solution(), solved(system, given.right()));
  }

  /** Rounded systems: n random components at these places among zeros. */
  private static double[] rounded(
      LaneFactorization system, int order, int[] places, int lanes, int lane) {
    Random random = new Random(7);
    int n = places.length;
    double[] jacobians = new double[order * order * lanes];
    double[] right = new double[order * lanes];
    for (int i = 0; i < n; i++) {
      right[places[i] * lanes + lane] = random.nextGaussian();
      for (int j = 0; j <= i; j++) {
        jacobians[(places[i] * order + places[j]) * lanes + lane] =
            random.nextGaussian() - (i == j ? n : 0);
      }
    }
    double[] shifts = new double[lanes];
    shifts[lane] = 1.0 / SHIFT;
    system.factorize(order, lanes, jacobians, shifts);
    assertTrue(system.isPositive(lane));
    system.solve(right);
    return Arrays.stream(places).mapToDouble(p -> right[p * lanes + lane]).toArray();
  }

  /** Also with more lanes, whose matrices are zero and without a shift. */
  @ParameterizedTest
  @MethodSource("kinds")
  void bitsDependOnTheLaneAlone(Supplier<LaneFactorization> kind) {
    int n = 17;
    int[] all = java.util.stream.IntStream.range(0, n).toArray();
    double[] alone = rounded(new PlainLaneFactorization(), n, all, 1, 0);
    LaneFactorization system = kind.get();
    assertArrayEquals(alone, rounded(system, n, all, 8, 5));
    assertArrayEquals(alone, rounded(system, n, all, 16, 9));
    int[] spread = Arrays.stream(all).map(i -> i + i / 3 + (i > 8 ? 4 : 0)).toArray();
    assertArrayEquals(alone, rounded(system, 30, spread, 8, 2));
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void anIndefiniteLaneIsFoundAndDisturbsNoOther(Supplier<LaneFactorization> kind) {
    for (int row : new int[] {0, 3, 4, 8}) {
      int n = 9;
      Systems given = Systems.exact(n, 8, 3);
      double[] jacobians = given.jacobians().clone();
      // The pivot of this row is at most 16; so it becomes negative.
      jacobians[(row * n + row) * 8 + 2] += 17;
      LaneFactorization system = kind.get();
      system.factorize(n, 8, jacobians, shifts(8));
      double[] values = solved(system, given.right());
      for (int l = 0; l < 8; l++) {
        assertEquals(l != 2, system.isPositive(l), "lane " + l);
        for (int i = 0; i < n && l != 2; i++) {
          assertEquals(given.solution()[i * 8 + l], values[i * 8 + l]);
        }
      }
    }
  }

  /** (1, 1; 1, 1 + ε) has the pivots 1 and ε. */
  @ParameterizedTest
  @MethodSource("kinds")
  void aPivotWithinTheNoiseIsNotSafe(Supplier<LaneFactorization> kind) {
    LaneFactorization system = kind.get();
    double[] jacobians = new double[4 * 8];
    double[] shifts = new double[8];
    Arrays.fill(shifts, 1);
    double[] excess = {0, 0x1p-52, 0x1p-41, 0x1p-39, 0x1p-20, Double.NaN, -1, 1};
    for (int l = 0; l < 8; l++) {
      jacobians[2 * 8 + l] = -1;
      jacobians[3 * 8 + l] = -excess[l];
    }
    system.factorize(2, 8, jacobians, shifts);
    boolean[] safe = {false, false, false, true, true, false, false, true};
    for (int l = 0; l < 8; l++) {
      assertEquals(safe[l], system.isPositive(l), "excess " + excess[l]);
    }
    shifts[7] = Double.POSITIVE_INFINITY;
    system.factorize(2, 8, jacobians, shifts);
    assertFalse(system.isPositive(7));
  }
}
