package deeplinear.flow.kernel;

import deeplinear.flow.GradientFlow;
import deeplinear.network.Instance;
import org.jspecify.annotations.Nullable;

/**
 * The vector field of {@link GradientFlow} in 3h − 3 matrix products on flat arrays (one more for
 * data that are not whitened). If d_0 ≤ d_h: prefixes P_j = W_{j:1} upward, the residual R, then
 * downward B_h = R, B_{j−1} = W_jᵀ B_j and Ẇ_j = B_j P_{j−1}ᵀ; every product has one dimension d_0.
 * If {@code d_h < d_0}, the mirror image: suffixes Q_j = W_{h:j} downward, R, then upward F_1 = R,
 * F_{j+1} = F_j W_jᵀ and Ẇ_j = Q_{j+1}ᵀ F_j; every product has one dimension d_h. Allocates nothing
 * after construction; not safe for use by several threads at once.
 */
public final class GradientKernel implements RealGradient {

  private final RealInstance instance;
  private final int depth;
  private final int[] widths;
  private final int[] offsets;
  private final double[] target;
  private final double[] moment;
  private final double[] mapped;
  private final boolean fromInputs;
  private final double[][] products;
  private final double[][] residuals;
  private final Multiplication multiplication;
  private @Nullable LaneKernel single;

  /** The kernel for the target and the architecture of an instance. */
  public GradientKernel(Instance instance) {
    this(RealInstance.of(instance));
  }

  /** The kernel for the target and the widths of an instance. */
  public GradientKernel(RealInstance instance) {
    this(instance, Multiplier.of(instance.widths()));
  }

  /** The kernel with a multiplication that serves no other thread. */
  public GradientKernel(RealInstance instance, Multiplication multiplication) {
    this.instance = instance;
    this.multiplication = multiplication;
    widths = instance.widths();
    depth = widths.length - 1;
    target = instance.target();
    moment = instance.moment();
    mapped = new double[moment.length == 0 ? 0 : target.length];
    fromInputs = widths[0] <= widths[depth];
    int narrow = Math.min(widths[0], widths[depth]);
    offsets = new int[depth + 1];
    products = new double[depth + 1][];
    residuals = new double[depth + 1][];
    for (int j = 1; j <= depth; j++) {
      offsets[j] = j == 1 ? 0 : offsets[j - 1] + widths[j - 1] * widths[j - 2];
      int free = fromInputs ? widths[j] : widths[j - 1];
      products[j] = new double[free * narrow];
      residuals[j] = new double[free * narrow];
    }
  }

  /** The instance whose gradient flow this is. */
  public RealInstance instance() {
    return instance;
  }

  /** What computes the products. */
  public String multiplication() {
    return multiplication.name();
  }

  @Override
  public void velocity(double[] state, double[] velocity) {
    if (fromInputs) {
      upwardThenDownward(state, velocity);
    } else {
      downwardThenUpward(state, velocity);
    }
  }

  private void upwardThenDownward(double[] state, double[] velocity) {
    int n = widths[0];
    System.arraycopy(state, 0, products[1], 0, products[1].length);
    for (int j = 2; j <= depth; j++) {
      multiplication.multiply(
          widths[j], widths[j - 1], n, state, offsets[j], products[j - 1], 0, products[j], 0);
    }
    residual(products[depth], residuals[depth]);
    for (int j = depth; j > 1; j--) {
      multiplication.timesTransposed(
          widths[j], n, widths[j - 1], residuals[j], 0, products[j - 1], 0, velocity, offsets[j]);
      multiplication.transposedTimes(
          widths[j - 1], widths[j], n, state, offsets[j], residuals[j], 0, residuals[j - 1], 0);
    }
    System.arraycopy(residuals[1], 0, velocity, 0, residuals[1].length);
  }

  private void downwardThenUpward(double[] state, double[] velocity) {
    int m = widths[depth];
    System.arraycopy(state, offsets[depth], products[depth], 0, products[depth].length);
    for (int j = depth - 1; j > 0; j--) {
      multiplication.multiply(
          m, widths[j], widths[j - 1], products[j + 1], 0, state, offsets[j], products[j], 0);
    }
    residual(products[1], residuals[1]);
    for (int j = 1; j < depth; j++) {
      multiplication.transposedTimes(
          widths[j], m, widths[j - 1], products[j + 1], 0, residuals[j], 0, velocity, offsets[j]);
      multiplication.timesTransposed(
          m, widths[j - 1], widths[j], residuals[j], 0, state, offsets[j], residuals[j + 1], 0);
    }
    System.arraycopy(residuals[depth], 0, velocity, offsets[depth], residuals[depth].length);
  }

  @Override
  public void jacobian(double[] state, double[] jacobian) {
    LaneKernel kernel = single;
    if (kernel == null) {
      kernel = new LaneKernel(PlainLaneMatrix::new);
      kernel.shape(widths, 1, LaneKernel.Residual.of(instance));
      System.arraycopy(target, 0, kernel.target(), 0, target.length);
      System.arraycopy(moment, 0, kernel.moment(), 0, moment.length);
      single = kernel;
    }
    kernel.jacobian(state, jacobian);
  }

  /** R = Σ − W, or Y Xᵀ − W M, or its transpose. */
  private void residual(double[] endToEnd, double[] result) {
    double[] image = endToEnd;
    if (moment.length > 0) {
      image = mapped;
      int rows = widths[depth];
      int columns = widths[0];
      if (instance.turned()) {
        multiplication.multiply(rows, rows, columns, moment, 0, endToEnd, 0, image, 0);
      } else {
        multiplication.multiply(rows, columns, columns, endToEnd, 0, moment, 0, image, 0);
      }
    }
    for (int i = 0; i < result.length; i++) {
      result[i] = target[i] - image[i];
    }
  }
}
