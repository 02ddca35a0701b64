package deeplinear.flow.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Integers that floating point holds exactly: every kind must give the very product. */
class MultiplicationTest {

  /** Around the blocks of four and of two and three vectors of two, four or eight numbers. */
  private static final int[] SIZES = {
    1, 2, 3, 4, 5, 6, 7, 8, 9, 15, 16, 17, 23, 24, 25, 31, 32, 33, 40, 41, 47, 49, 65
  };

  private static final int GAP = 3;

  static Stream<Multiplication> kinds() {
    return Multiplier.available().stream()
        .map(Multiplier::create)
        .flatMap(kind -> Stream.of(kind, new LargeProducts(kind)));
  }

  /** A matrix with NaN before and behind it, so that an entry beyond it is noticed. */
  private static double[] padded(Random random, int rows, int columns) {
    double[] entries = new double[rows * columns + 2 * GAP];
    Arrays.fill(entries, Double.NaN);
    for (int i = GAP; i < entries.length - GAP; i++) {
      entries[i] = random.nextInt(201) - 100;
    }
    return entries;
  }

  private static double[] transposed(int rows, int columns, double[] x) {
    double[] result = x.clone();
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < columns; j++) {
        result[GAP + j * rows + i] = x[GAP + i * columns + j];
      }
    }
    return result;
  }

  private static double[] definition(int m, int k, int n, double[] a, double[] b) {
    double[] c = new double[m * n + 2 * GAP];
    Arrays.fill(c, -7);
    for (int i = 0; i < m; i++) {
      for (int j = 0; j < n; j++) {
        long sum = 0;
        for (int l = 0; l < k; l++) {
          sum += (long) (a[GAP + i * k + l] * b[GAP + l * n + j]);
        }
        c[GAP + i * n + j] = sum;
      }
    }
    return c;
  }

  private static void assertIsExact(Multiplication kind, Random random, int m, int k, int n) {
    double[] a = padded(random, m, k);
    double[] b = padded(random, k, n);
    double[] expected = definition(m, k, n, a, b);
    double[] c = new double[expected.length];
    Arrays.fill(c, -7);
    kind.multiply(m, k, n, a, GAP, b, GAP, c, GAP);
    assertSame(expected, c, kind, "A B", m, k, n);
    Arrays.fill(c, GAP, c.length - GAP, Double.NaN);
    kind.transposedTimes(m, k, n, transposed(m, k, a), GAP, b, GAP, c, GAP);
    assertSame(expected, c, kind, "transposed A, B", m, k, n);
    Arrays.fill(c, GAP, c.length - GAP, Double.NaN);
    kind.timesTransposed(m, k, n, a, GAP, transposed(k, n, b), GAP, c, GAP);
    assertSame(expected, c, kind, "A, transposed B", m, k, n);
  }

  private static void assertSame(
      double[] expected, double[] actual, Multiplication kind, String what, int m, int k, int n) {
    assertTrue(
        Arrays.equals(expected, actual),
        () -> kind.name() + ": " + what + " with m, k, n = " + List.of(m, k, n));
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void productsOfAllShapesAreExact_forIntegers(Multiplication kind) {
    Random random = new Random(301);
    for (int m : SIZES) {
      for (int n : SIZES) {
        assertIsExact(kind, random, m, 1 + random.nextInt(40), n);
      }
    }
  }

  /** Longer than what is summed at a time. */
  @ParameterizedTest
  @MethodSource("kinds")
  void longSumsAreExact_forIntegers(Multiplication kind) {
    Random random = new Random(302);
    for (int k : new int[] {255, 256, 257, 511, 513}) {
      assertIsExact(kind, random, 9, k, 27);
      assertIsExact(kind, random, 8, k, 48);
      assertIsExact(kind, random, 1, k, 3);
    }
  }

  /** One NaN in A spoils one row of C, and no other. */
  @ParameterizedTest
  @MethodSource("kinds")
  void nanSpoilsItsRowAlone(Multiplication kind) {
    Random random = new Random(303);
    for (int n : new int[] {1, 3, 5, 33}) {
      double[] a = padded(random, n, n);
      double[] b = padded(random, n, n);
      int row = n / 2;
      a[GAP + row * n + n - 1] = Double.NaN;
      double[] c = new double[n * n];
      kind.multiply(n, n, n, a, GAP, b, GAP, c, 0);
      for (int i = 0; i < n * n; i++) {
        assertEquals(i / n == row, Double.isNaN(c[i]), kind.name());
      }
    }
  }
}
