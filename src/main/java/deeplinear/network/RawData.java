package deeplinear.network;

import static org.apache.commons.math3.fraction.BigFraction.ONE_HALF;

import deeplinear.algebra.Algebra;
import java.util.Locale;
import java.util.function.Function;

/**
 * The target of data as they are, with any second moment M = X Xᵀ, singular ones included: L = ½‖Y
 * − W X‖_F² = ½(‖Y‖² − ⟨Y Xᵀ + R, W⟩) and R = Y Xᵀ − W M.
 *
 * @param algebra the arithmetic
 * @param matrix Y Xᵀ, d_h × d_0
 * @param moment M = X Xᵀ, d_0 × d_0
 * @param energy ‖Y‖_F², 1 × 1
 * @param <M> the matrix type
 */
public record RawData<M>(Algebra<M> algebra, M matrix, M moment, M energy) implements Target<M> {

  /** Checks that the moment is d_0 × d_0 and the energy 1 × 1. */
  public RawData {
    if (algebra.rows(energy) != 1 || algebra.columns(energy) != 1) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "‖Y‖² must be 1 × 1, but it is %d × %d",
              algebra.rows(energy),
              algebra.columns(energy)));
    }
    int inputs = algebra.columns(matrix);
    if (algebra.rows(moment) != inputs || algebra.columns(moment) != inputs) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "Y Xᵀ has %d columns, so X Xᵀ must be %d × %d, but it is %d × %d",
              inputs,
              inputs,
              inputs,
              algebra.rows(moment),
              algebra.columns(moment)));
    }
  }

  /**
   * The target of inputs X (d_0 × N) and outputs Y (d_h × N).
   *
   * @throws IllegalArgumentException if the numbers of columns differ
   */
  public static <M> RawData<M> of(Algebra<M> algebra, M x, M y) {
    if (algebra.columns(x) != algebra.columns(y)) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "X has %d samples but Y has %d",
              algebra.columns(x),
              algebra.columns(y)));
    }
    M transposed = algebra.transpose(x);
    return new RawData<>(
        algebra,
        algebra.multiply(y, transposed),
        algebra.multiply(x, transposed),
        algebra.normSquared(y));
  }

  @Override
  public <N> RawData<N> map(Algebra<N> other, Function<M, N> image) {
    return new RawData<>(other, image.apply(matrix), image.apply(moment), image.apply(energy));
  }

  @Override
  public M residual(M endToEnd) {
    return algebra.subtract(matrix, algebra.multiply(endToEnd, moment));
  }

  @Override
  public M loss(M endToEnd) {
    M fitted = algebra.inner(algebra.add(matrix, residual(endToEnd)), endToEnd);
    return algebra.scale(ONE_HALF, algebra.subtract(energy, fitted));
  }

  @Override
  public M curvature(M direction) {
    return algebra.inner(algebra.multiply(direction, moment), direction);
  }
}
