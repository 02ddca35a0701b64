package deeplinear.solution;

import deeplinear.algebra.Interval;
import deeplinear.algebra.IntervalAlgebra;
import deeplinear.algebra.IntervalMatrix;
import deeplinear.algebra.RationalAlgebra;
import deeplinear.algebra.RationalMatrix;
import deeplinear.algebra.RealMatrix;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.commons.math3.fraction.BigFraction;

/**
 * Proves to which value the loss of a trajectory converges, and how fast, from a state on it: by a
 * {@link ConvergenceCertificate} or, behind a bottleneck, a {@link RankCertificate}.
 *
 * <p>Networks whose target and layers are all diagonal stay so, and their modes move apart from
 * each other. A mode that vanishes in two or more layers at the start never moves, for in every
 * derivative one of them is a factor. The others are a network of their own, to which the
 * certificates are applied; what rests adds ½ Σ s_k² to the limit. So the limit can be a saddle.
 *
 * @param rate μ &gt; 0
 * @param limit contains the limit v of the loss
 * @param excess at least L − v at the state
 */
public record LimitCertificate(double rate, Interval limit, double excess) {

  private static final RationalAlgebra Q = RationalAlgebra.INSTANCE;

  /**
   * The certificate at a state of the trajectory from exact weights; empty if none is found, which
   * proves nothing.
   *
   * @param target Σ
   * @param start W_1, …, W_h at time 0, h ≥ 2
   * @param state the layers that were computed
   * @param error bounds their distance from the true ones, in the Frobenius norm of all together
   */
  public static Optional<LimitCertificate> of(
      RationalMatrix target, List<RationalMatrix> start, List<RealMatrix> state, double error) {
    List<IntervalMatrix> boxes = state.stream().map(w -> box(w, error)).toList();
    if (!isDiagonal(target) || !start.stream().allMatch(LimitCertificate::isDiagonal)) {
      return certified(target, boxes);
    }
    int modes = modes(target, start);
    List<Integer> moving =
        IntStream.range(0, modes).filter(k -> isMoving(start, k)).boxed().toList();
    Interval rest = Interval.ZERO;
    for (int k = 0; k < Math.min(target.rows(), target.columns()); k++) {
      Interval s = Interval.enclosing(target.entry(k, k));
      rest = moving.contains(k) ? rest : rest.add(s.square().multiply(Interval.point(0.5)));
    }
    if (moving.isEmpty()) {
      return Optional.of(new LimitCertificate(1, rest, 0));
    }
    Interval resting = rest;
    RationalMatrix smaller =
        RationalMatrix.diagonal(
            moving.size(), moving.size(), moving.stream().map(k -> target.entry(k, k)).toList());
    List<IntervalMatrix> parts = boxes.stream().map(w -> diagonal(w, moving)).toList();
    return certified(smaller, parts)
        .map(c -> new LimitCertificate(c.rate, c.limit.add(resting), c.excess));
  }

  private static Optional<LimitCertificate> certified(
      RationalMatrix target, List<IntervalMatrix> layers) {
    return ConvergenceCertificate.of(IntervalAlgebra.INSTANCE.lift(target), layers)
        .map(c -> new LimitCertificate(c.rate(), Interval.ZERO, c.loss()))
        .or(
            () ->
                RankCertificate.of(target, layers)
                    .map(c -> new LimitCertificate(c.rate(), c.minimum(), c.excess())));
  }

  private static IntervalMatrix box(RealMatrix w, double error) {
    List<Interval> entries = new ArrayList<>();
    for (double x : w.toArray()) {
      entries.add(Interval.point(x).widen(error));
    }
    return IntervalMatrix.of(w.rows(), w.columns(), entries);
  }

  private static boolean isDiagonal(RationalMatrix a) {
    List<BigFraction> diagonal =
        IntStream.range(0, Math.min(a.rows(), a.columns())).mapToObj(k -> a.entry(k, k)).toList();
    return Q.subtract(a, RationalMatrix.diagonal(a.rows(), a.columns(), diagonal))
        .equals(Q.zeros(a.rows(), a.columns()));
  }

  /** The number of modes that fit all layers. */
  private static int modes(RationalMatrix target, List<RationalMatrix> layers) {
    int modes = Math.min(target.rows(), target.columns());
    for (RationalMatrix w : layers) {
      modes = Math.min(modes, Math.min(w.rows(), w.columns()));
    }
    return modes;
  }

  /** Whether at most one layer vanishes in a mode. */
  private static boolean isMoving(List<RationalMatrix> layers, int k) {
    long zeros = layers.stream().filter(w -> w.entry(k, k).equals(BigFraction.ZERO)).count();
    return zeros < 2;
  }

  /** Diagonal entries of a box whose other entries are zero on the whole trajectory. */
  private static IntervalMatrix diagonal(IntervalMatrix w, List<Integer> modes) {
    List<Interval> entries = new ArrayList<>();
    for (int i : modes) {
      for (int j : modes) {
        entries.add(i == j ? w.entry(i, i) : Interval.ZERO);
      }
    }
    return IntervalMatrix.of(modes.size(), modes.size(), entries);
  }

  /** At least L − v after a further time t ≥ 0: e^{−2μt} times as much, rounded up. */
  public double excessAt(double time) {
    return Interval.point(-2)
        .multiply(Interval.point(rate))
        .multiply(Interval.point(time))
        .exp()
        .multiply(Interval.point(excess))
        .high();
  }
}
