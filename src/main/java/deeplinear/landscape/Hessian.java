package deeplinear.landscape;

import deeplinear.algebra.Algebra;
import deeplinear.algebra.Inertia;
import deeplinear.algebra.RationalAlgebra;
import deeplinear.algebra.RationalMatrix;
import deeplinear.network.Instance;
import deeplinear.network.Target;
import deeplinear.network.Weights;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.math3.fraction.BigFraction;

/** The second derivative of the loss. */
public final class Hessian {

  private static final RationalAlgebra Q = RationalAlgebra.INSTANCE;

  private Hessian() {}

  /**
   * D²L[V, V] = ‖Σ_j W_{h:j+1} V_j W_{j−1:1}‖² − 2⟨R, Σ_{i&gt;j} W_{h:i+1} V_i W_{i−1:j+1} V_j
   * W_{j−1:1}⟩ for whitened data; in general the first norm is that of the products with X. Source:
   * [WA25].
   *
   * @param target Σ, or the data
   * @param weights the point
   * @param direction V, of the architecture of the weights
   * @return 1 × 1
   */
  public static <M> M form(Target<M> target, Weights<M> weights, Weights<M> direction) {
    Algebra<M> algebra = weights.algebra();
    return algebra.subtract(
        convexPart(target, weights, direction),
        algebra.scale(BigFraction.TWO, mixedPart(target, weights, direction)));
  }

  /** ‖Σ_j W_{h:j+1} V_j W_{j−1:1}‖², or that of the products with X. */
  public static <M> M convexPart(Target<M> target, Weights<M> weights, Weights<M> direction) {
    Algebra<M> algebra = weights.algebra();
    M sum = algebra.zeros(target.outputs(), target.inputs());
    for (int j = 1; j <= weights.depth(); j++) {
      M below = algebra.multiply(direction.layer(j), weights.product(j - 1, 1));
      sum = algebra.add(sum, algebra.multiply(weights.product(weights.depth(), j + 1), below));
    }
    return target.curvature(sum);
  }

  /** ⟨R, Σ_{i&gt;j} W_{h:i+1} V_i W_{i−1:j+1} V_j W_{j−1:1}⟩. */
  public static <M> M mixedPart(Target<M> target, Weights<M> weights, Weights<M> direction) {
    Algebra<M> algebra = weights.algebra();
    int h = weights.depth();
    M sum = algebra.zeros(target.outputs(), target.inputs());
    for (int j = 1; j <= h; j++) {
      M below = algebra.multiply(direction.layer(j), weights.product(j - 1, 1));
      for (int i = j + 1; i <= h; i++) {
        M between = algebra.multiply(weights.product(i - 1, j + 1), below);
        M above = algebra.multiply(weights.product(h, i + 1), direction.layer(i));
        sum = algebra.add(sum, algebra.multiply(above, between));
      }
    }
    return algebra.inner(target.residual(weights.endToEnd()), sum);
  }

  /**
   * The exact matrix of D²L of ½‖Σ − W‖_F² in the order of the entries of W_1, …, W_h, each row by
   * row. With A_i = W_{h:i+1} and B_i = W_{i−1:1}, the entry for (W_i)_{ab} and (W_j)_{cd}, i ≥ j,
   * is (A_iᵀA_j)_{ac} (B_iB_jᵀ)_{bd} − [i &gt; j] (A_iᵀ R B_jᵀ)_{ad} (W_{i−1:j+1})_{bc}.
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
