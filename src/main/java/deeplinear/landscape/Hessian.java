package deeplinear.landscape;

import deeplinear.algebra.Algebra;
import deeplinear.algebra.Inertia;
import deeplinear.algebra.RationalAlgebra;
import deeplinear.algebra.RationalMatrix;
import deeplinear.network.Instance;
import deeplinear.network.Weights;
import deeplinear.network.Whitened;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.math3.fraction.BigFraction;

/** The second derivative of the loss ½‖Σ − W‖_F². */
public final class Hessian {

  private static final RationalAlgebra Q = RationalAlgebra.INSTANCE;

  private Hessian() {}

  /**
   * D²L[V, V] = ‖Σ_j W_{h:j+1} V_j W_{j−1:1}‖² − 2⟨R, Σ_{i&gt;j} W_{h:i+1} V_i W_{i−1:j+1} V_j
   * W_{j−1:1}⟩. Source: [WA25].
   *
   * @param target Σ
   * @param weights the point
   * @param direction V, of the architecture of the weights
   * @return 1 × 1
   */
  public static <M> M form(Whitened<M> target, Weights<M> weights, Weights<M> direction) {
    Algebra<M> algebra = weights.algebra();
    int h = weights.depth();
    M first = algebra.zeros(target.outputs(), target.inputs());
    M second = first;
    for (int j = 1; j <= h; j++) {
      M below = algebra.multiply(direction.layer(j), weights.product(j - 1, 1));
      first = algebra.add(first, algebra.multiply(weights.product(h, j + 1), below));
      for (int i = j + 1; i <= h; i++) {
        M between = algebra.multiply(weights.product(i - 1, j + 1), below);
        M above = algebra.multiply(weights.product(h, i + 1), direction.layer(i));
        second = algebra.add(second, algebra.multiply(above, between));
      }
    }
    M mixed = algebra.inner(target.residual(weights.endToEnd()), second);
    return algebra.subtract(algebra.normSquared(first), algebra.scale(BigFraction.TWO, mixed));
  }

  /**
   * The exact matrix of D²L in the order of the entries of W_1, …, W_h, each row by row. With A_i =
   * W_{h:i+1} and B_i = W_{i−1:1}, the entry for (W_i)_{ab} and (W_j)_{cd}, i ≥ j, is
   * (A_iᵀA_j)_{ac} (B_iB_jᵀ)_{bd} − [i &gt; j] (A_iᵀ R B_jᵀ)_{ad} (W_{i−1:j+1})_{bc}.
   *
   * @return symmetric, of order Σ d_i d_{i−1}
   * @throws IllegalArgumentException if the target is not whitened
   */
  public static RationalMatrix matrix(Instance instance) {
    if (!instance.isWhitened()) {
      throw new IllegalArgumentException("the Hessian is implemented for whitened targets only");
    }
    int h = instance.architecture().depth();
    List<List<RationalMatrix>> blocks = new ArrayList<>();
    for (int i = 1; i <= h; i++) {
      List<RationalMatrix> row = new ArrayList<>();
      for (int j = 1; j <= i; j++) {
        row.add(block(instance, i, j));
      }
      for (int j = 1; j < i; j++) {
        blocks.get(j - 1).add(Q.transpose(row.get(j - 1)));
      }
      blocks.add(row);
    }
    return Q.ofBlocks(blocks);
  }

  /** The block of layers i ≥ j: A_iᵀA_j ⊗ B_iB_jᵀ, less the mixed part for i &gt; j. */
  private static RationalMatrix block(Instance instance, int i, int j) {
    Weights<RationalMatrix> w = instance.weights();
    RationalMatrix above = Q.transpose(w.product(w.depth(), i + 1));
    RationalMatrix below = Q.transpose(w.product(j - 1, 1));
    RationalMatrix outputs = Q.multiply(above, w.product(w.depth(), j + 1));
    RationalMatrix inputs = Q.multiply(w.product(i - 1, 1), below);
    RationalMatrix first = Q.kronecker(outputs, inputs);
    if (i == j) {
      return first;
    }
    RationalMatrix residual =
        Q.multiply(Q.multiply(above, instance.target().residual(w.endToEnd())), below);
    // Columns of this product are numbered (d, c), those of the Hessian (c, d).
    int rows = w.architecture().width(j);
    int columns = w.architecture().width(j - 1);
    int[] order = new int[rows * columns];
    Arrays.setAll(order, n -> n % columns * rows + n / columns);
    RationalMatrix mixed = Q.kronecker(residual, w.product(i - 1, j + 1));
    return Q.subtract(first, Q.withColumns(mixed, order));
  }

  /** The exact inertia of D²L at an instance with whitened target. */
  public static Inertia inertia(Instance instance) {
    return Inertia.of(matrix(instance));
  }
}
