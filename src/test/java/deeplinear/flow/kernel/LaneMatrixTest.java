package deeplinear.flow.kernel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import deeplinear.fixture.LaneKernels;
import deeplinear.flow.kernel.vector.VectorLaneMatrix;
import java.util.Arrays;
import java.util.Random;
import java.util.function.Supplier;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every lane has the sums of the definition, term by term, bit for bit. */
class LaneMatrixTest {

  private static final int LARGEST = 9;
  private static final int GAP = 5;

  private enum Form {
    AB,
    TRANSPOSED_FIRST,
    TRANSPOSED_SECOND
  }

  /** Doubles of full precision, with a NaN before and after. */
  private static double[] draw(Random random, int entries, int lanes) {
    double[] x = new double[entries * lanes + 2 * GAP];
    Arrays.fill(x, Double.NaN);
    for (int e = GAP; e < x.length - GAP; e++) {
      x[e] = random.nextGaussian();
    }
    return x;
  }

  private static double[] definition(
      Form form, int m, int k, int n, int lanes, double[] a, double[] b) {
    double[] c = empty(m * n, lanes);
    for (int l = 0; l < lanes; l++) {
      for (int i = 0; i < m; i++) {
        for (int j = 0; j < n; j++) {
          double sum = 0;
          for (int p = 0; p < k; p++) {
            int x = form == Form.TRANSPOSED_FIRST ? p * m + i : i * k + p;
            int y = form == Form.TRANSPOSED_SECOND ? j * k + p : p * n + j;
            sum += a[GAP + x * lanes + l] * b[GAP + y * lanes + l];
          }
          c[GAP + (i * n + j) * lanes + l] = sum;
        }
      }
    }
    return c;
  }

  private static double[] empty(int entries, int lanes) {
    double[] x = new double[entries * lanes + 2 * GAP];
    Arrays.fill(x, -7);
    return x;
  }

  /** Matrices of one kind, used for one shape after another. */
  private static final class Trio<M extends LaneMatrix<M>> {
    private final M a;
    private final M b;
    private final M c;

    Trio(Supplier<M> kind) {
      a = kind.get();
      b = kind.get();
      c = kind.get();
    }

    double[] multiply(Form form, int m, int k, int n, int lanes, double[] x, double[] y) {
      a.shape(form == Form.TRANSPOSED_FIRST ? k : m, form == Form.TRANSPOSED_FIRST ? m : k, lanes);
      b.shape(
          form == Form.TRANSPOSED_SECOND ? n : k, form == Form.TRANSPOSED_SECOND ? k : n, lanes);
      c.shape(m, n, lanes);
      a.read(x, GAP);
      b.read(y, GAP);
      double[] result = empty(m * n, lanes);
      c.redirect(result, GAP);
      switch (form) {
        case AB -> c.product(a, b);
        case TRANSPOSED_FIRST -> c.productTransposedFirst(a, b);
        case TRANSPOSED_SECOND -> c.productTransposedSecond(a, b);
      }
      c.flush();
      return result;
    }

    double[] subtract(int m, int n, int lanes, double[] x, double[] y) {
      a.shape(m, n, lanes);
      b.shape(m, n, lanes);
      c.shape(m, n, lanes);
      a.read(x, GAP);
      b.read(y, GAP);
      double[] result = empty(m * n, lanes);
      c.redirect(result, GAP);
      c.difference(a, b);
      c.flush();
      return result;
    }
  }

  private static void assertAllShapes(Trio<?> matrices, int lanes) {
    Random random = new Random(800 + lanes);
    for (int m = 1; m <= LARGEST; m++) {
      for (int k = 1; k <= LARGEST; k++) {
        for (int n = 1; n <= LARGEST; n++) {
          double[] a = draw(random, m * k, lanes);
          double[] b = draw(random, k * n, lanes);
          for (Form form : Form.values()) {
            assertArrayEquals(
                definition(form, m, k, n, lanes, a, b),
                matrices.multiply(form, m, k, n, lanes, a, b),
                form + " " + m + ", " + k + ", " + n);
          }
        }
      }
      double[] a = draw(random, m * LARGEST, lanes);
      double[] b = draw(random, m * LARGEST, lanes);
      double[] difference = matrices.subtract(m, LARGEST, lanes, a, b);
      for (int e = 0; e < a.length; e++) {
        boolean inside = e >= GAP && e < a.length - GAP;
        assertEquals(inside ? a[e] - b[e] : -7, difference[e]);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {8, 16, 24, 64})
  void plainMatricesAreTheDefinition(int lanes) {
    assertAllShapes(new Trio<>(PlainLaneMatrix::new), lanes);
  }

  @ParameterizedTest
  @ValueSource(ints = {8, 16, 24, 64})
  void vectorMatricesAreTheDefinition(int lanes) {
    Assumptions.assumeTrue(LaneKernels.hasVectors());
    assertAllShapes(new Trio<>(VectorLaneMatrix::new), lanes);
  }

  /** Zeros behind the last row and column, and behind the last term, change no bit. */
  @Test
  void paddingAddsNothing() {
    int lanes = LaneMatrix.UNIT;
    Random random = new Random(810);
    Trio<PlainLaneMatrix> matrices = new Trio<>(PlainLaneMatrix::new);
    for (int m = 1; m <= 4; m++) {
      for (int k = 1; k <= 6; k++) {
        double[] a = draw(random, m * k, lanes);
        double[] b = draw(random, k * m, lanes);
        double[] small = matrices.multiply(Form.AB, m, k, m, lanes, a, b);
        double[] large =
            matrices.multiply(
                Form.AB,
                m + 1,
                k + 3,
                m + 2,
                lanes,
                padded(a, m, k, m + 1, k + 3, lanes),
                padded(b, k, m, k + 3, m + 2, lanes));
        assertArrayEquals(padded(small, m, m, m + 1, m + 2, lanes), plainZeros(large));
      }
    }
  }

  private static double[] padded(double[] x, int rows, int columns, int newRows, int n, int lanes) {
    double[] result = new double[newRows * n * lanes + 2 * GAP];
    for (int i = 0; i < rows; i++) {
      System.arraycopy(x, GAP + i * columns * lanes, result, GAP + i * n * lanes, columns * lanes);
    }
    return plainZeros(result);
  }

  /** Without the marks beside the matrix and the signs of zeros. */
  private static double[] plainZeros(double[] x) {
    double[] result = x.clone();
    Arrays.fill(result, 0, GAP, 0);
    Arrays.fill(result, x.length - GAP, x.length, 0);
    Arrays.setAll(result, e -> result[e] + 0.0);
    return result;
  }

  /** The surefire configuration adds the module, so the vector tests do run. */
  @Test
  void vectorsAreTested() {
    assertTrue(LaneKernels.hasVectors());
  }
}
