package deeplinear.quantity;

import deeplinear.algebra.RealAlgebra;
import deeplinear.algebra.RealMatrix;
import deeplinear.evidence.ErrorBound;
import deeplinear.flow.TimeScale;
import deeplinear.network.Architecture;
import deeplinear.network.Instance;
import deeplinear.network.Target;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * How far rounding alone can drive an imbalance in steps of a method that keeps quadratic
 * invariants.
 *
 * <p>Let w_ℓ bound ‖W_ℓ‖_F in all stages, V_ℓ = Π_{k≠ℓ} w_k (‖Σ‖ + ‖M‖ Π w_k) ≥ ‖Ẇ_ℓ‖, u = 2^{−53},
 * B(·, ·) the bilinear form of C_i, ‖B(y, z)‖ ≤ Σ_ℓ ‖y_ℓ‖ ‖z_ℓ‖ over ℓ = i, i + 1. For any F_j and
 * Z_j = h Σ_k a_jk F_k − δ_j, with Y_j = y + Z_j and y' = y + h Σ_j b_j F_j,
 *
 * <pre>
 * C(y') − C(y) = 2h Σ_j b_j (B(Y_j, F_j) + B(δ_j, F_j))
 *                − h² Σ_jk (b_j a_jk + b_k a_kj − b_j b_k) B(F_j, F_k).
 * </pre>
 *
 * <p>With F_j as computed, B(Y_j, F_j) is at most w_ℓ ρ_ℓ, where ρ_ℓ = K u V_ℓ for the K roundings
 * on the longest way through the field; Y_j and y are rounded by u w_ℓ each; Z_j, the increment and
 * its compensated addition by (s + 4) u h V_ℓ and u² w_ℓ. The rounded coefficients satisfy the last
 * bracket up to 6u in sum, for Σ b_j = 1 and Σ_k |a_jk| ≤ 1. The iteration leaves ‖δ_j‖ ≤ 2r / (1 −
 * κ), with κ = hλ for the λ of {@link TimeScale} and r = h (λ u ‖Y‖ + (K + s + 2) u ‖V‖).
 */
public final class DriftBound {

  /** u. */
  private static final double UNIT = Math.ulp(1.0) / 2;

  private final Architecture architecture;
  private final PeakNorms norms;
  private final double sigma;
  private final double moment;

  public DriftBound(Instance instance, PeakNorms norms) {
    this.architecture = instance.architecture();
    this.norms = norms;
    Target<RealMatrix> target = instance.target(RealAlgebra.INSTANCE);
    sigma = target.matrix().norm();
    moment = target.isWhitened() ? 1 : Math.max(1, target.moment().norm());
  }

  /** Π w_k over all layers but one. */
  private double product(int without) {
    return layers().filter(k -> k != without).mapToDouble(norms::peak).reduce(1, (x, y) -> x * y);
  }

  private IntStream layers() {
    return IntStream.rangeClosed(1, architecture.depth());
  }

  /** ‖Σ‖ + ‖M‖ Π w_k, which bounds the residual. */
  private double residual() {
    return sigma + moment * product(0);
  }

  /** V_ℓ. */
  private double speed(int layer) {
    return product(layer) * residual();
  }

  /**
   * K: a prefix, the residual, the way back and the last product, with all widths once or twice.
   */
  private double roundings() {
    return 2.0 * (architecture.nodes() + architecture.depth() + architecture.inputs() + 2);
  }

  /** w_i² + w_{i+1}²: the size of C_i before its two terms cancel. */
  public double scale(int i) {
    return square(norms.peak(i)) + square(norms.peak(i + 1));
  }

  private static double square(double x) {
    return x * x;
  }

  /**
   * The bound for C_i after {@code steps} steps of length {@code h} of a method with {@code stages}
   * stages, as the difference of two computed imbalances shows it; infinite if hλ ≥ 1.
   */
  public ErrorBound of(int i, double h, int steps, int stages) {
    double largest = layers().mapToDouble(norms::peak).max().orElseThrow();
    double lambda = 1 / TimeScale.within(architecture.depth(), largest, residual(), moment);
    double contraction = h * lambda;
    double size = Math.sqrt(layers().mapToDouble(k -> square(norms.peak(k))).sum());
    double speed = Math.sqrt(layers().mapToDouble(k -> square(speed(k))).sum());
    double sweep = h * UNIT * (lambda * size + (roundings() + stages + 2) * speed);
    double unsolved = contraction < 1 ? 2 * sweep / (1 - contraction) : Double.POSITIVE_INFINITY;
    double drift = 0;
    for (int layer = i; layer <= i + 1; layer++) {
      double w = norms.peak(layer);
      double hv = h * speed(layer);
      drift += 2 * hv * (UNIT * ((roundings() + 2) * w + (stages + 2) * hv) + unsolved);
      drift += 6 * UNIT * hv * hv;
      drift += 2 * (w + hv) * (UNIT * (stages + 4) * hv + UNIT * UNIT * w);
    }
    int terms = architecture.width(i - 1) + architecture.width(i + 1) + 2;
    return new ErrorBound(
            steps * drift,
            String.format(
                Locale.ROOT,
                "%d steps, each of %.0f roundings of the field and a defect of %.1e, hλ = %.2f",
                steps,
                roundings(),
                unsolved,
                contraction))
        .plus(ErrorBound.rounding(2.0 * terms + 1, scale(i)));
  }
}
