package deeplinear.solution;

import deeplinear.algebra.Interval;
import deeplinear.algebra.IntervalAlgebra;
import deeplinear.algebra.IntervalMatrix;
import deeplinear.algebra.RealAlgebra;
import deeplinear.algebra.RealMatrix;
import deeplinear.algebra.SpectralEnclosure;
import deeplinear.algebra.Spectrum;
import java.util.List;
import java.util.Optional;

/**
 * Proves that gradient flow of L = ½‖Σ − W‖² converges to W = Σ from all weights of a box: a ball
 * around the box that the flow cannot leave, and on it a Polyak–Łojasiewicz constant μ, ‖∇L‖² ≥
 * 2μL.
 *
 * <p>With J of {@link TangentKernel} and its smallest singular value σ, ‖∇L‖ ≥ σ‖R‖, so that ‖R‖
 * falls by at least σ for each unit of length of the path. In a distance u from the start σ is at
 * least σ_0 − ∫_0^u H, where H(u) bounds the second derivative of layers ↦ W in that distance:
 * ‖D²W[D, V]‖ ≤ Σ_{i≠j} ‖D_i‖ ‖V_j‖ Π_{l≠i,j} ‖W_l‖, a bilinear form with a symmetric matrix, whose
 * norm its largest row sum bounds. The path ends, at R = 0, before ∫ σ du exceeds ‖R_0‖; both
 * integrals are replaced by sums over steps that bound them from the safe side. (With constant σ
 * this is the bound √(2L/μ) for the length of the path.) All arithmetic is outward rounded.
 *
 * @param rate μ &gt; 0, on the whole ball
 * @param radius of the ball: no path from the box is longer
 * @param loss at least L at all weights of the box
 */
public record ConvergenceCertificate(double rate, double radius, double loss) {

  private static final IntervalAlgebra I = IntervalAlgebra.INSTANCE;

  /** So many steps would reach R = 0 if σ were constant; it may fall to a quarter on average. */
  private static final int STEPS = 32;

  /** Kernels of larger order are bounded factor by factor instead of being assembled. */
  private static final int LARGEST_KERNEL = 64;

  /**
   * The certificate for all weights of a box; empty if none is found, which proves nothing. None
   * exists where Σ is out of reach, for example behind a bottleneck.
   *
   * @param target Σ, d_h × d_0
   * @param layers W_1, …, W_h; W_i is d_i × d_{i−1}
   */
  public static Optional<ConvergenceCertificate> of(
      IntervalMatrix target, List<IntervalMatrix> layers) {
    double residual = residual(target, layers);
    double slope = smallestSingularValue(layers);
    return slope > 0 && residual < Double.POSITIVE_INFINITY
        ? ball(residual, slope, layers.stream().map(SpectralEnclosure::norm).toList())
        : Optional.empty();
  }

  /**
   * What would follow if σ were everywhere what it is in the box. Nothing proves that: a conjecture
   * to compare with, as if the condition on the ball could be dropped.
   */
  public static Optional<ConvergenceCertificate> withoutBall(
      IntervalMatrix target, List<IntervalMatrix> layers) {
    double residual = residual(target, layers);
    double slope = smallestSingularValue(layers);
    return slope > 0 && residual < Double.POSITIVE_INFINITY
        ? ball(residual, slope, List.of(0.0))
        : Optional.empty();
  }

  private static double residual(IntervalMatrix target, List<IntervalMatrix> layers) {
    IntervalMatrix product = layers.get(0);
    for (IntervalMatrix layer : layers.subList(1, layers.size())) {
      product = I.multiply(layer, product);
    }
    return I.subtract(target, product).norm();
  }

  /** Walks outwards from the box until the residual must have vanished. */
  private static Optional<ConvergenceCertificate> ball(
      double residual, double slope, List<Double> norms) {
    Interval step = Interval.point(residual / slope / STEPS);
    Interval radius = Interval.ZERO;
    Interval sigma = Interval.point(slope);
    Interval fallen = Interval.ZERO;
    for (int k = 0; fallen.low() < residual; k++) {
      radius = radius.add(step);
      sigma = sigma.add(step.multiply(Interval.point(curvature(norms, radius.high()))).negate());
      if (k > 4 * STEPS || !(sigma.low() > 0)) {
        return Optional.empty();
      }
      fallen = fallen.add(step.multiply(Interval.point(sigma.low())));
    }
    double loss = Interval.point(residual).square().multiply(Interval.point(0.5)).high();
    double rate = Interval.point(sigma.low()).square().low();
    return rate > 0
        ? Optional.of(new ConvergenceCertificate(rate, radius.high(), loss))
        : Optional.empty();
  }

  /** At most σ at all weights of the box; 0 if nothing positive is found. */
  private static double smallestSingularValue(List<IntervalMatrix> layers) {
    int rows = layers.get(layers.size() - 1).rows();
    int columns = layers.get(0).columns();
    double square = 0;
    if (rows * columns <= LARGEST_KERNEL) {
      square = SpectralEnclosure.ofSymmetric(TangentKernel.gram(I, layers)).low();
    } else {
      List<IntervalMatrix> outer = TangentKernel.outer(I, layers);
      List<IntervalMatrix> inner = TangentKernel.inner(I, layers);
      for (int j = 0; j < layers.size(); j++) {
        double a = Math.max(0, SpectralEnclosure.ofSymmetric(outer.get(j)).low());
        double b = Math.max(0, SpectralEnclosure.ofSymmetric(inner.get(j)).low());
        square = Interval.point(a).multiply(Interval.point(b)).add(Interval.point(square)).low();
      }
    }
    return square > 0 ? Interval.point(square).sqrt().low() : 0;
  }

  /** H(u) = max_i Σ_{j≠i} Π_{l≠i,j} (‖W_l‖ + u), rounded up. */
  private static double curvature(List<Double> norms, double distance) {
    double largest = 0;
    for (int i = 0; i < norms.size(); i++) {
      Interval sum = Interval.ZERO;
      for (int j = 0; j < norms.size(); j++) {
        if (j != i) {
          sum = sum.add(others(norms, i, j, distance));
        }
      }
      largest = Math.max(largest, sum.high());
    }
    return largest;
  }

  private static Interval others(List<Double> norms, int i, int j, double distance) {
    Interval product = Interval.point(1);
    for (int l = 0; l < norms.size(); l++) {
      if (l != i && l != j) {
        product = product.multiply(Interval.point(norms.get(l)).add(Interval.point(distance)));
      }
    }
    return product;
  }

  /**
   * Whether a certificate at a point is worth a try: in floating point, and because H(u) ≥ H(0)
   * allows ‖R‖ to fall by no more than σ_0² / 2H(0).
   */
  public static boolean isPlausible(RealMatrix target, List<RealMatrix> layers) {
    RealAlgebra r = RealAlgebra.INSTANCE;
    RealMatrix product = layers.get(0);
    for (RealMatrix layer : layers.subList(1, layers.size())) {
      product = r.multiply(layer, product);
    }
    double residual = r.subtract(target, product).norm();
    if (!Double.isFinite(residual)) {
      return false;
    }
    if (target.rows() * target.columns() > LARGEST_KERNEL) {
      return true;
    }
    double[] squares = Spectrum.eigenvalues(TangentKernel.gram(r, layers));
    List<Double> norms = layers.stream().map(w -> Spectrum.singularValues(w)[0]).toList();
    return 2 * curvature(norms, 0) * residual <= squares[squares.length - 1];
  }

  /** At least L at the time t ≥ 0: L(0) e^{−2μt}, rounded up. */
  public double lossAt(double time) {
    Interval exponent =
        Interval.point(-2).multiply(Interval.point(rate)).multiply(Interval.point(time));
    return exponent.exp().multiply(Interval.point(loss)).high();
  }

  /** At least the length of the path from the time t ≥ 0 on: √(2L(t)/μ), rounded up. */
  public double distanceToLimit(double time) {
    Interval square =
        Interval.point(2).multiply(Interval.point(lossAt(time))).divide(Interval.point(rate));
    return Math.min(radius, square.sqrt().high());
  }
}
