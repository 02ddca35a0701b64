package deeplinear.flow.kernel;

import deeplinear.algebra.RationalMatrix;
import deeplinear.flow.GradientFlow;
import deeplinear.network.Architecture;
import deeplinear.network.Instance;
import deeplinear.network.RawData;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The vector field of {@link GradientFlow} in 3h − 3 matrix products on flat arrays (one more for
 * data that are not whitened): prefixes P_j = W_{j:1} forward, the residual R, then backward
 * B_{j−1} = W_jᵀ B_j with B_h = R, and Ẇ_j = B_j P_{j−1}ᵀ. Allocates nothing after construction;
 * not safe for use by several threads at once.
 */
public final class GradientKernel implements RealGradient {

  private final int depth;
  private final int inputs;
  private final int[] widths;
  private final int[] offsets;
  private final double[] target;
  private final double[] moment;
  private final double[][] prefixes;
  private final double[][] backward;
  private final RealInstance data;
  private @Nullable LaneKernel single;

  /** The kernel for the target and the architecture of an instance. */
  public GradientKernel(Instance instance) {
    data = RealInstance.of(instance);
    Architecture architecture = instance.architecture();
    depth = architecture.depth();
    inputs = architecture.inputs();
    widths = architecture.widths().stream().mapToInt(w -> w).toArray();
    offsets = new int[depth + 1];
    target = instance.target().matrix().toDoubles();
    moment =
        instance.target() instanceof RawData<RationalMatrix> data
            ? data.moment().toDoubles()
            : new double[0];
    prefixes = new double[depth + 1][];
    backward = new double[depth + 1][];
    for (int j = 1; j <= depth; j++) {
      offsets[j] = j == 1 ? 0 : offsets[j - 1] + widths[j - 1] * widths[j - 2];
      prefixes[j] = new double[widths[j] * inputs];
      backward[j] = new double[widths[j] * inputs];
    }
  }

  @Override
  public void velocity(double[] state, double[] velocity) {
    System.arraycopy(state, 0, prefixes[1], 0, prefixes[1].length);
    for (int j = 2; j <= depth; j++) {
      multiply(state, offsets[j], widths[j], widths[j - 1], prefixes[j - 1], prefixes[j]);
    }
    residual(prefixes[depth], backward[depth]);
    for (int j = depth; j > 1; j--) {
      timesTransposed(backward[j], widths[j], prefixes[j - 1], widths[j - 1], velocity, offsets[j]);
      transposedTimes(state, offsets[j], widths[j], widths[j - 1], backward[j], backward[j - 1]);
    }
    System.arraycopy(backward[1], 0, velocity, 0, backward[1].length);
  }

  @Override
  public void jacobian(double[] state, double[] jacobian) {
    LaneKernel kernel = single;
    if (kernel == null) {
      kernel = new LaneKernel(PlainLaneMatrix::new);
      kernel.shape(data.widths(), 1, data.moment().length > 0);
      System.arraycopy(data.target(), 0, kernel.target(), 0, data.target().length);
      System.arraycopy(data.moment(), 0, kernel.moment(), 0, data.moment().length);
      single = kernel;
    }
    kernel.jacobian(state, jacobian);
  }

  /** R = Σ − W, or Y Xᵀ − W M. */
  private void residual(double[] endToEnd, double[] result) {
    if (moment.length == 0) {
      System.arraycopy(endToEnd, 0, result, 0, result.length);
    } else {
      multiply(endToEnd, 0, widths[depth], inputs, moment, result);
    }
    for (int i = 0; i < result.length; i++) {
      result[i] = target[i] - result[i];
    }
  }

  /** result = A B, where A is m × k, stored from {@code at} on, and B is k × d_0. */
  private void multiply(double[] a, int at, int m, int k, double[] b, double[] result) {
    Arrays.fill(result, 0, m * inputs, 0);
    for (int i = 0; i < m; i++) {
      for (int l = 0; l < k; l++) {
        double factor = a[at + i * k + l];
        for (int c = 0; c < inputs; c++) {
          result[i * inputs + c] += factor * b[l * inputs + c];
        }
      }
    }
  }

  /** result = Aᵀ B, where A is m × k, stored from {@code at} on, and B is m × d_0. */
  private void transposedTimes(double[] a, int at, int m, int k, double[] b, double[] result) {
    Arrays.fill(result, 0, k * inputs, 0);
    for (int i = 0; i < m; i++) {
      for (int l = 0; l < k; l++) {
        double factor = a[at + i * k + l];
        for (int c = 0; c < inputs; c++) {
          result[l * inputs + c] += factor * b[i * inputs + c];
        }
      }
    }
  }

  /** result = B Pᵀ from {@code at} on, where B is m × d_0 and P is k × d_0. */
  private void timesTransposed(double[] b, int m, double[] p, int k, double[] result, int at) {
    for (int i = 0; i < m; i++) {
      for (int l = 0; l < k; l++) {
        double sum = 0;
        for (int c = 0; c < inputs; c++) {
          sum += b[i * inputs + c] * p[l * inputs + c];
        }
        result[at + i * k + l] = sum;
      }
    }
  }
}
