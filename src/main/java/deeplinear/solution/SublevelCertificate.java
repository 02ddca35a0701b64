package deeplinear.solution;

import deeplinear.algebra.EigenEnclosure;
import deeplinear.algebra.Interval;
import deeplinear.algebra.IntervalAlgebra;
import deeplinear.algebra.IntervalMatrix;
import deeplinear.algebra.RationalAlgebra;
import deeplinear.algebra.RationalMatrix;
import java.util.List;
import java.util.Optional;
import org.apache.commons.math3.fraction.BigFraction;

/**
 * Proves, at depth h ≥ 2 and for whitened data, that gradient flow converges to a global minimum:
 * every trajectory converges to a critical point [BRTW22], its loss never rises, and it starts
 * below the lowest critical value above the minimum. Bottlenecks and targets of any rank are no
 * exception.
 *
 * @param minimum contains v*, the loss of the limit
 * @param next at most the lowest critical value above v*; infinite if there is none
 * @param loss at least the loss at the start, less than {@code next}
 */
public record SublevelCertificate(Interval minimum, double next, double loss) {

  private static final IntervalAlgebra I = IntervalAlgebra.INSTANCE;

  /** Requires loss &lt; next. */
  public SublevelCertificate {
    if (!(loss < next)) {
      throw new IllegalArgumentException("the loss " + loss + " is not below " + next);
    }
  }

  /**
   * The certificate for all weights of a box; empty if none is found, which proves nothing.
   *
   * @param target Σ, d_h × d_0
   * @param layers W_1, …, W_h, h ≥ 2; W_i is d_i × d_{i−1}
   */
  public static Optional<SublevelCertificate> of(
      RationalMatrix target, List<IntervalMatrix> layers) {
    requireDeep(layers.size());
    Interval loss = loss(I.lift(target), layers);
    List<Interval> squares = squares(target);
    if (squares.isEmpty()) {
      return loss.isBounded()
          ? Optional.of(
              new SublevelCertificate(Interval.ZERO, Double.POSITIVE_INFINITY, loss.high()))
          : Optional.empty();
    }
    return FirstGap.enclosed(squares, narrowest(layers)).flatMap(gap -> below(gap, loss));
  }

  /**
   * The certificate where the singular values are known exactly, equal ones included.
   *
   * @param values s_1 ≥ … ≥ s_p &gt; 0, all that are not 0
   * @param narrowest r* ≥ 1, the smallest width of a network of depth h ≥ 2
   * @param loss at the start, exactly
   * @return empty if and only if the loss is not below the next critical value
   */
  public static Optional<SublevelCertificate> exact(
      List<BigFraction> values, int narrowest, BigFraction loss) {
    BigFraction minimum = FirstGap.minimum(values, narrowest);
    double high = Interval.enclosing(loss).high();
    if (values.isEmpty()) {
      return Optional.of(new SublevelCertificate(Interval.ZERO, Double.POSITIVE_INFINITY, high));
    }
    BigFraction next = minimum.add(FirstGap.gap(values, narrowest));
    if (loss.compareTo(next) >= 0) {
      return Optional.empty();
    }
    double low = Interval.enclosing(next).low();
    return Optional.of(
        new SublevelCertificate(
            Interval.enclosing(minimum), low, low > high ? high : Math.nextDown(low)));
  }

  private static Optional<SublevelCertificate> below(FirstGap gap, Interval loss) {
    double next = gap.minimum().add(gap.gap()).low();
    return loss.high() < next
        ? Optional.of(new SublevelCertificate(gap.minimum(), next, loss.high()))
        : Optional.empty();
  }

  /** Contain the squares of the singular values that are not 0, largest first. */
  static List<Interval> squares(RationalMatrix target) {
    RationalAlgebra q = RationalAlgebra.INSTANCE;
    RationalMatrix transposed = q.transpose(target);
    RationalMatrix gram =
        target.rows() <= target.columns()
            ? q.multiply(target, transposed)
            : q.multiply(transposed, target);
    return EigenEnclosure.of(I.lift(gram)).eigenvalues().subList(0, q.rank(target));
  }

  /** Contains ½‖Σ − W‖². */
  static Interval loss(IntervalMatrix target, List<IntervalMatrix> layers) {
    return I.normSquared(I.subtract(target, product(layers)))
        .toScalar()
        .multiply(Interval.point(0.5));
  }

  /** W_h ⋯ W_1. */
  static IntervalMatrix product(List<IntervalMatrix> layers) {
    IntervalMatrix product = layers.get(0);
    for (IntervalMatrix layer : layers.subList(1, layers.size())) {
      product = I.multiply(layer, product);
    }
    return product;
  }

  /** r*. */
  static int narrowest(List<IntervalMatrix> layers) {
    return layers.stream()
        .mapToInt(IntervalMatrix::rows)
        .reduce(layers.get(0).columns(), Math::min);
  }

  static void requireDeep(int depth) {
    if (depth < 2) {
      throw new IllegalArgumentException("depth is at least 2, unlike " + depth);
    }
  }
}
