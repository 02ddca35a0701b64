package deeplinear.network;

import deeplinear.algebra.Algebra;
import java.util.function.Function;

/**
 * What a network is trained towards: it gives every end-to-end map its loss and its residual, minus
 * the derivative of the loss.
 *
 * @param <M> the matrix type
 */
public sealed interface Target<M> permits Whitened, SecondMoments {

  /** The arithmetic. */
  Algebra<M> algebra();

  /** Σ for whitened data, Y Xᵀ in general; d_h × d_0. */
  M matrix();

  /** M = X Xᵀ, d_0 × d_0; I for whitened data. */
  M moment();

  /** ‖Y‖_F², 1 × 1; ‖Σ‖_F² for whitened data, which is the least that they can have. */
  M energy();

  /** Whether this is the target of whitened data, with no moments of its own. */
  boolean isWhitened();

  /** R = −dL/dW at the end-to-end map W, d_h × d_0. */
  M residual(M endToEnd);

  /** L at the end-to-end map W, 1 × 1. */
  M loss(M endToEnd);

  /** D²L[D, D] in the direction D of the end-to-end map, the same at every map; 1 × 1. */
  M curvature(M direction);

  /**
   * The target whose matrices are the images of these, in another algebra.
   *
   * @param image maps every matrix to one of its shape
   */
  <N> Target<N> map(Algebra<N> algebra, Function<M, N> image);

  /** The loss of a network. */
  default M loss(Weights<M> weights) {
    return loss(weights.endToEnd());
  }

  /** Number of inputs d_0. */
  default int inputs() {
    return algebra().columns(matrix());
  }

  /** Number of outputs d_h. */
  default int outputs() {
    return algebra().rows(matrix());
  }
}
