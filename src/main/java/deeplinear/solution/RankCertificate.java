package deeplinear.solution;

import deeplinear.algebra.EigenEnclosure;
import deeplinear.algebra.Interval;
import deeplinear.algebra.IntervalAlgebra;
import deeplinear.algebra.IntervalMatrix;
import deeplinear.algebra.RationalMatrix;
import deeplinear.algebra.SpectralEnclosure;
import java.util.List;
import java.util.Optional;

/**
 * Proves that gradient flow of L = ½‖Σ − W‖² converges to a global minimum behind a bottleneck, r*
 * ≤ rank Σ, and how fast: a ball that the flow cannot leave, and on it ‖∇L‖² ≥ 2μ(L − v*).
 *
 * <p>Let r = r*, W of rank r with smallest positive singular value w, P and Π the projections on
 * its column and row space, and e_11, e_12, e_21 the Frobenius norms of PRΠ, PR(1 − Π), (1 − P)RΠ.
 *
 * <ul>
 *   <li>From WWᵀ ⪯ ‖W_1‖² W_{h:2}W_{h:2}ᵀ the gradient of W_1 is at least ‖WᵀR‖/‖W_1‖ ≥
 *       w‖PR‖/‖W_1‖, and likewise that of W_h at least w‖RΠ‖/‖W_h‖. So ‖∇L‖² ≥ w²/m² (2e_11² +
 *       e_12² + e_21²) with m = max(‖W_1‖, ‖W_h‖).
 *   <li>In these blocks Σ = [A, R_12; R_21, R_22]; let a ≤ σ_r(A) and b ≥ ‖R_22‖, a &gt; b. For N =
 *       [N_1; N_2] with d_0 − r orthonormal columns and y = ‖AN_1‖ ≥ a‖N_1‖,
 *       <p>‖ΣN‖² ≥ y² − 2y e_12 + ‖R_22‖² − b²‖N_1‖² − 2b e_21‖N_1‖ ≥ ‖R_22‖² − (a e_12 + b e_21)²
 *       / (a² − b²).
 *       <p>The least ‖ΣN‖² is 2v*, hence 2(L − v*) ≤ e_11² + 2a²/(a² − b²) (e_12² + e_21²).
 * </ul>
 *
 * <p>Together μ = w²(a² − b²)/(2a²m²). In a distance u from the start W changes by at most ω =
 * Π(‖W_j‖ + u) − Π‖W_j‖, so w falls and ‖R‖ ≥ b rises by no more than ω, m grows by u, and a ≥ w −
 * ‖PRΠ‖ with w‖PRΠ‖ ≤ ‖WᵀR‖, which changes by at most ω(‖W‖ + ‖R‖ + ω). The path is no longer than
 * √(2(L − v*)/μ). All arithmetic is outward rounded.
 *
 * @param rate μ &gt; 0, on the whole ball
 * @param radius of the ball: no path from the box is longer
 * @param minimum contains v*
 * @param excess at least L − v* at all weights of the box
 */
public record RankCertificate(double rate, double radius, Interval minimum, double excess) {

  private static final IntervalAlgebra I = IntervalAlgebra.INSTANCE;

  /** How often the ball is enlarged before it is given up. */
  private static final int BALLS = 40;

  /**
   * The certificate for all weights of a box; empty if none is found, which proves nothing.
   *
   * @param target Σ, d_h × d_0
   * @param layers W_1, …, W_h, h ≥ 2; W_i is d_i × d_{i−1}
   */
  public static Optional<RankCertificate> of(RationalMatrix target, List<IntervalMatrix> layers) {
    SublevelCertificate.requireDeep(layers.size());
    int narrowest = SublevelCertificate.narrowest(layers);
    List<Interval> squares = SublevelCertificate.squares(target);
    if (squares.size() < narrowest) {
      return Optional.empty();
    }
    Interval sum = squares.stream().skip(narrowest).reduce(Interval.ZERO, Interval::add);
    Interval minimum = new Interval(Math.max(0, sum.low()), sum.high()).multiply(half());
    IntervalMatrix sigma = I.lift(target);
    double loss = SublevelCertificate.loss(sigma, layers).high();
    double excess = Math.max(0, point(loss).add(minimum.negate()).high());
    if (!(excess < Double.POSITIVE_INFINITY)) {
      return Optional.empty();
    }
    Start start = Start.of(sigma, layers, narrowest);
    double radius = 0;
    for (int k = 0; k < BALLS; k++) {
      double rate = start.rate(point(radius));
      if (!(rate > 0)) {
        return Optional.empty();
      }
      double path = point(2).multiply(point(excess)).divide(point(rate)).sqrt().high();
      if (path <= radius) {
        return Optional.of(new RankCertificate(rate, radius, minimum, excess));
      }
      radius = path * (1 + 1.0 / BALLS);
    }
    return Optional.empty();
  }

  /** At least L − v* at the time t ≥ 0: e^{−2μt} times as much as at first, rounded up. */
  public double excessAt(double time) {
    return point(-2)
        .multiply(point(rate))
        .multiply(point(time))
        .exp()
        .multiply(point(excess))
        .high();
  }

  /** At least the length of the path from the time t ≥ 0 on, rounded up. */
  public double distanceToLimit(double time) {
    Interval square = point(2).multiply(point(excessAt(time))).divide(point(rate));
    return Math.min(radius, square.sqrt().high());
  }

  private static Interval point(double x) {
    return Interval.point(x);
  }

  private static Interval half() {
    return point(0.5);
  }

  /**
   * What is known of the weights of a box.
   *
   * @param norms at least ‖W_j‖
   * @param smallest at most w²
   * @param product at least ‖W‖
   * @param residual at least ‖R‖
   * @param slope at least ‖WᵀR‖ or ‖RWᵀ‖
   */
  private record Start(
      List<Double> norms, double smallest, double product, double residual, double slope) {

    static Start of(IntervalMatrix sigma, List<IntervalMatrix> layers, int narrowest) {
      IntervalMatrix w = SublevelCertificate.product(layers);
      IntervalMatrix transposed = I.transpose(w);
      IntervalMatrix r = I.subtract(sigma, w);
      IntervalMatrix gram =
          w.rows() <= w.columns() ? I.multiply(w, transposed) : I.multiply(transposed, w);
      return new Start(
          layers.stream().map(SpectralEnclosure::norm).toList(),
          EigenEnclosure.of(gram).eigenvalues().get(narrowest - 1).low(),
          SpectralEnclosure.norm(w),
          SpectralEnclosure.norm(r),
          Math.min(
              SpectralEnclosure.norm(I.multiply(transposed, r)),
              SpectralEnclosure.norm(I.multiply(r, transposed))));
    }

    /** At most μ in the distance u; 0 or less, or NaN, if nothing positive is found. */
    double rate(Interval u) {
      Interval omega = moved(u);
      Interval w = point(smallest > 0 ? point(smallest).sqrt().low() : 0).add(omega.negate());
      Interval b = point(residual).add(omega);
      Interval inner = point(slope).add(omega.multiply(point(product).add(b)));
      if (!(w.low() > 0)) {
        return 0;
      }
      double a = w.add(inner.divide(point(w.low())).negate()).low();
      if (!(a > b.high())) {
        return 0;
      }
      Interval share = point(1).add(b.divide(point(a)).square().negate()).multiply(half());
      double ends = Math.max(norms.get(0), norms.get(norms.size() - 1));
      Interval quotient = point(w.low()).divide(point(ends).add(u));
      return quotient.square().multiply(share).low();
    }

    /** ω = Π(‖W_j‖ + u) − Π‖W_j‖, as a sum of products that are not negative. */
    private Interval moved(Interval u) {
      Interval omega = Interval.ZERO;
      Interval before = point(1);
      for (double norm : norms) {
        omega = omega.multiply(point(norm).add(u)).add(before.multiply(u));
        before = before.multiply(point(norm));
      }
      return omega;
    }
  }
}
