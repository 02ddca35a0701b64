package deeplinear.flow.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * The second derivative of the loss in lanes. With A_i = W_{h:i+1}, B_i = W_{i−1:1} and the
 * residual R, the entry of D²L for (W_i)_{ab} and (W_j)_{cd}, i ≥ j, is (A_iᵀA_j)_{ac}
 * (B_iB_jᵀ)_{bd} − [i &gt; j] (A_iᵀ R B_jᵀ)_{ad} (W_{i−1:j+1})_{bc}; for raw data B_i M B_jᵀ takes
 * the place of B_iB_jᵀ. Empty products are identities of the true widths of each lane, so all
 * entries for weights of padding are zeros.
 */
final class LaneHessian<M extends LaneMatrix<M>> {

  private final Supplier<M> matrix;
  private final List<List<M>> products = new ArrayList<>();
  private final List<double[]> ones = new ArrayList<>();
  private final M outputs;
  private final M inputs;
  private final M coupling;
  private final M nothing;
  private final M above;
  private final M weighted;
  private final M residual;
  private final M image;
  private final M goal;
  private final M gram;
  private double[] zeros = {};
  private int[] d = {};
  private int lanes;

  LaneHessian(Supplier<M> matrix) {
    this.matrix = matrix;
    outputs = matrix.get();
    inputs = matrix.get();
    coupling = matrix.get();
    nothing = matrix.get();
    above = matrix.get();
    weighted = matrix.get();
    residual = matrix.get();
    image = matrix.get();
    goal = matrix.get();
    gram = matrix.get();
  }

  /**
   * Takes on a shape.
   *
   * @param widths d_0, …, d_h
   * @param newLanes the number of lanes
   * @param own the true widths of each lane; null if there is no padding in it
   */
  void shape(int[] widths, int newLanes, int[][] own) {
    d = widths;
    lanes = newLanes;
    int h = d.length - 1;
    int widest = 0;
    while (products.size() <= h + 1) {
      products.add(new ArrayList<>());
      ones.add(new double[0]);
    }
    for (int i = 0; i <= h; i++) {
      widest = Math.max(widest, d[i]);
      List<M> row = products.get(i);
      while (row.size() <= i + 1) {
        row.add(matrix.get());
      }
      for (int j = 1; j <= i + 1; j++) {
        row.get(j).shape(d[i], d[j - 1], lanes);
      }
      identity(i, own);
    }
    residual.shape(d[h], d[0], lanes);
    image.shape(d[h], d[0], lanes);
    goal.shape(d[h], d[0], lanes);
    if (zeros.length < widest * widest * lanes) {
      zeros = new double[widest * widest * lanes];
    }
  }

  /** W_{i:i+1} = I. */
  private void identity(int i, int[][] own) {
    int size = d[i] * d[i] * lanes;
    if (ones.get(i).length < size) {
      ones.set(i, new double[size]);
    }
    double[] one = ones.get(i);
    java.util.Arrays.fill(one, 0, size, 0);
    for (int l = 0; l < lanes; l++) {
      int width = own[l] == null ? d[i] : own[l][i];
      for (int a = 0; a < width; a++) {
        one[(a * d[i] + a) * lanes + l] = 1;
      }
    }
    products.get(i).get(i + 1).read(one, 0);
  }

  /** W_{i:j}, which is d_i × d_{j−1}; I for i = j − 1. */
  private M product(int i, int j) {
    return products.get(i).get(j);
  }

  /** Writes −D²L below and on the diagonal. */
  void jacobian(
      double[] states,
      double[] target,
      double[] moment,
      LaneKernel.Residual form,
      double[] jacobians) {
    int h = d.length - 1;
    int n = 0;
    for (int i = 1; i <= h; i++) {
      product(i, i).read(states, n * lanes);
      n += d[i] * d[i - 1];
      for (int j = i - 1; j >= 1; j--) {
        product(i, j).product(product(i, i), product(i - 1, j));
      }
    }
    goal.read(target, 0);
    if (form == LaneKernel.Residual.WHITENED) {
      residual.difference(goal, product(h, 1));
    } else {
      int side = form == LaneKernel.Residual.RAW ? d[0] : d[h];
      gram.shape(side, side, lanes);
      gram.read(moment, 0);
      if (form == LaneKernel.Residual.RAW) {
        image.product(product(h, 1), gram);
      } else {
        image.product(gram, product(h, 1));
      }
      residual.difference(goal, image);
    }
    int row = 0;
    for (int i = 1; i <= h; i++) {
      above.shape(d[i], d[0], lanes);
      above.productTransposedFirst(product(h, i + 1), residual);
      M below = product(i - 1, 1);
      if (form == LaneKernel.Residual.RAW) {
        weighted.shape(d[i - 1], d[0], lanes);
        weighted.product(below, gram);
        below = weighted;
      }
      M top = product(h, i + 1);
      if (form == LaneKernel.Residual.TURNED) {
        weighted.shape(d[h], d[i], lanes);
        weighted.product(gram, top);
        top = weighted;
      }
      int column = 0;
      for (int j = 1; j <= i; j++) {
        block(i, j, top, below, jacobians, (row * n + column) * lanes, n * lanes);
        column += d[j] * d[j - 1];
      }
      row += d[i] * d[i - 1];
    }
  }

  private void block(int i, int j, M top, M below, double[] jacobians, int at, int stride) {
    int h = d.length - 1;
    outputs.shape(d[i], d[j], lanes);
    outputs.productTransposedFirst(top, product(h, j + 1));
    inputs.shape(d[i - 1], d[j - 1], lanes);
    inputs.productTransposedSecond(below, product(j - 1, 1));
    coupling.shape(d[i], d[j - 1], lanes);
    nothing.shape(d[i - 1], d[j], lanes);
    M between;
    if (i > j) {
      coupling.productTransposedSecond(above, product(j - 1, 1));
      between = product(i - 1, j + 1);
    } else {
      coupling.read(zeros, 0);
      nothing.read(zeros, 0);
      between = nothing;
    }
    outputs.writeBlock(inputs, coupling, between, jacobians, at, stride);
  }
}
