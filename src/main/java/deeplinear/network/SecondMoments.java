package deeplinear.network;

import static org.apache.commons.math3.fraction.BigFraction.ONE_HALF;

import deeplinear.algebra.Algebra;
import deeplinear.algebra.Inertia;
import deeplinear.algebra.RationalAlgebra;
import deeplinear.algebra.RationalMatrix;
import deeplinear.algebra.Rationals;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.apache.commons.math3.fraction.BigFraction;

/**
 * The target of data as they are, of which the loss sees the second moments alone: L = ½‖Y − W
 * X‖_F² = ½(‖Y‖² − ⟨Y Xᵀ + R, W⟩) and R = Y Xᵀ − W M, with any M = X Xᵀ, singular ones included.
 *
 * <p>Exact second moments are always those of some data, or the images of such in another algebra.
 *
 * @param <M> the matrix type
 */
public final class SecondMoments<M> implements Target<M> {

  private static final RationalAlgebra Q = RationalAlgebra.INSTANCE;

  private final Algebra<M> algebra;
  private final M matrix;
  private final M moment;
  private final M energy;

  private SecondMoments(Algebra<M> algebra, M matrix, M moment, M energy) {
    this.algebra = algebra;
    this.matrix = matrix;
    this.moment = moment;
    this.energy = energy;
  }

  /**
   * The target of inputs X (d_0 × N) and outputs Y (d_h × N).
   *
   * @throws IllegalArgumentException if the numbers of columns differ
   */
  public static <M> SecondMoments<M> of(Algebra<M> algebra, M x, M y) {
    if (algebra.columns(x) != algebra.columns(y)) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "X has %d samples but Y has %d",
              algebra.columns(x),
              algebra.columns(y)));
    }
    M transposed = algebra.transpose(x);
    return new SecondMoments<>(
        algebra,
        algebra.multiply(y, transposed),
        algebra.multiply(x, transposed),
        algebra.normSquared(y));
  }

  /**
   * The target whose loss is −⟨G, W⟩, up to a constant: the tangent of any loss with derivative −G.
   * No data have it; it stands for all losses where first derivatives alone matter.
   */
  public static <M> SecondMoments<M> tangent(Algebra<M> algebra, M g) {
    int n = algebra.columns(g);
    return new SecondMoments<>(algebra, g, algebra.zeros(n, n), algebra.zeros(1, 1));
  }

  /**
   * The target with given second moments.
   *
   * @param matrix Y Xᵀ, d_h × d_0
   * @param moment X Xᵀ, d_0 × d_0
   * @param energy ‖Y‖_F², 1 × 1
   * @throws IllegalArgumentException if shapes do not fit, or no data have these moments
   */
  public static SecondMoments<RationalMatrix> exact(
      RationalMatrix matrix, RationalMatrix moment, RationalMatrix energy) {
    if (energy.rows() != 1 || energy.columns() != 1) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "‖Y‖² must be 1 × 1, but it is %d × %d",
              energy.rows(),
              energy.columns()));
    }
    int inputs = matrix.columns();
    if (moment.rows() != inputs || moment.columns() != inputs) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "Y Xᵀ has %d columns, so X Xᵀ must be %d × %d, but it is %d × %d",
              inputs,
              inputs,
              inputs,
              moment.rows(),
              moment.columns()));
    }
    BigFraction least =
        leastEnergy(matrix, moment)
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        String.format(
                            Locale.ROOT,
                            "no data have Y Xᵀ = %s and X Xᵀ = %s: X Xᵀ is symmetric and positive"
                                + " semidefinite, and the rows of Y Xᵀ lie in its range",
                            matrix,
                            moment)));
    if (energy.toScalar().compareTo(least) < 0) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "data with Y Xᵀ = %s and X Xᵀ = %s have ‖Y‖² ≥ %s, so it cannot be %s",
              matrix,
              moment,
              Rationals.format(least),
              Rationals.format(energy.toScalar())));
    }
    return new SecondMoments<>(Q, matrix, moment, energy);
  }

  /**
   * tr(S M⁺ Sᵀ), the least ‖Y‖² that data with S = Y Xᵀ and M = X Xᵀ have; every larger one occurs
   * with more samples. Empty if no data have these two, which needs M ⪰ 0 and range(Sᵀ) ⊆ range(M).
   */
  static Optional<BigFraction> leastEnergy(RationalMatrix matrix, RationalMatrix moment) {
    RationalMatrix transposed = Q.transpose(matrix);
    if (!Q.transpose(moment).equals(moment) || Inertia.of(moment).negative() > 0) {
      return Optional.empty();
    }
    return Q.solve(moment, transposed).map(z -> Q.inner(transposed, z).toScalar());
  }

  @Override
  public Algebra<M> algebra() {
    return algebra;
  }

  @Override
  public M matrix() {
    return matrix;
  }

  @Override
  public M moment() {
    return moment;
  }

  @Override
  public M energy() {
    return energy;
  }

  @Override
  public boolean isWhitened() {
    return false;
  }

  @Override
  public <N> SecondMoments<N> map(Algebra<N> other, Function<M, N> image) {
    return new SecondMoments<>(
        other, image.apply(matrix), image.apply(moment), image.apply(energy));
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

  @Override
  public boolean equals(Object other) {
    return other instanceof SecondMoments<?> that
        && algebra.equals(that.algebra)
        && matrix.equals(that.matrix)
        && moment.equals(that.moment)
        && energy.equals(that.energy);
  }

  @Override
  public int hashCode() {
    return Objects.hash(algebra, matrix, moment, energy);
  }

  /** The three moments. */
  @Override
  public String toString() {
    return String.format(Locale.ROOT, "Y Xᵀ = %s, X Xᵀ = %s, ‖Y‖² = %s", matrix, moment, energy);
  }
}
