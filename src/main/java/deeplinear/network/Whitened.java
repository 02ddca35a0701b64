package deeplinear.network;

import static org.apache.commons.math3.fraction.BigFraction.ONE_HALF;

import deeplinear.algebra.Algebra;
import java.util.function.Function;

/**
 * The target of whitened data, X Xᵀ = I: R = Σ − W and L = ½‖Σ − W‖_F², which is the loss of the
 * data up to a constant.
 *
 * @param algebra the arithmetic
 * @param matrix Σ = Y Xᵀ, d_h × d_0
 * @param <M> the matrix type
 */
public record Whitened<M>(Algebra<M> algebra, M matrix) implements Target<M> {

  @Override
  public M moment() {
    return algebra.identity(inputs());
  }

  @Override
  public M energy() {
    return algebra.normSquared(matrix);
  }

  @Override
  public boolean isWhitened() {
    return true;
  }

  @Override
  public <N> Whitened<N> map(Algebra<N> other, Function<M, N> image) {
    return new Whitened<>(other, image.apply(matrix));
  }

  @Override
  public M residual(M endToEnd) {
    return algebra.subtract(matrix, endToEnd);
  }

  @Override
  public M loss(M endToEnd) {
    return algebra.scale(ONE_HALF, algebra.normSquared(residual(endToEnd)));
  }

  @Override
  public M curvature(M direction) {
    return algebra.normSquared(direction);
  }
}
