package deeplinear.solution;

import static org.apache.commons.math3.fraction.BigFraction.ONE_HALF;
import static org.apache.commons.math3.fraction.BigFraction.ZERO;

import deeplinear.algebra.Interval;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.commons.math3.fraction.BigFraction;

/**
 * The global minimum v* = ½ Σ_{k&gt;ρ} s_k² of the loss at depth h ≥ 2, and how far above it the
 * next critical value lies. Another learned set than a top one of ρ elements either has fewer, and
 * costs ½s_ρ² or more, or has an unlearned value above a learned one. With c = s_ρ the cheapest
 * steps are from c to the next smaller value (or 0) and, if s_{ρ+1} = c, from the next larger to c.
 *
 * @param minimum contains v*
 * @param gap contains the difference of the next critical value and v*
 */
public record FirstGap(Interval minimum, Interval gap) {

  /** Requires a gap that is not seen to be negative. */
  public FirstGap {
    if (!(gap.high() > 0)) {
      throw new IllegalArgumentException("a gap is positive, unlike " + gap);
    }
  }

  /**
   * The gap for singular values that are known exactly, equal ones included.
   *
   * @param values s_1 ≥ … ≥ s_p &gt; 0, all that are not 0
   * @param narrowest r* ≥ 1, the smallest width of the network
   * @return empty if p = 0: then the minimum is the only critical value
   */
  public static Optional<FirstGap> exact(List<BigFraction> values, int narrowest) {
    return values.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new FirstGap(
                Interval.enclosing(minimum(values, narrowest)),
                Interval.enclosing(gap(values, narrowest))));
  }

  /** v* for singular values s_1 ≥ … ≥ s_p &gt; 0 that are known exactly. */
  static BigFraction minimum(List<BigFraction> values, int narrowest) {
    requirePositive(narrowest);
    return values.stream()
        .skip(narrowest)
        .map(s -> s.multiply(s))
        .reduce(ZERO, BigFraction::add)
        .multiply(ONE_HALF);
  }

  /** The gap for singular values s_1 ≥ … ≥ s_p &gt; 0, p ≥ 1, that are known exactly. */
  static BigFraction gap(List<BigFraction> values, int narrowest) {
    requirePositive(narrowest);
    List<BigFraction> squares = values.stream().map(s -> s.multiply(s)).toList();
    int rho = Math.min(narrowest, squares.size());
    BigFraction c = squares.get(rho - 1);
    BigFraction gap =
        c.subtract(squares.stream().filter(x -> x.compareTo(c) < 0).findFirst().orElse(ZERO));
    if (rho < squares.size() && squares.get(rho).equals(c)) {
      for (BigFraction x : squares) {
        gap = x.compareTo(c) > 0 && x.subtract(c).compareTo(gap) < 0 ? x.subtract(c) : gap;
      }
    }
    return gap.multiply(ONE_HALF);
  }

  /**
   * The gap for enclosed singular values.
   *
   * @param squares contain s_1² ≥ … ≥ s_p² &gt; 0; all others are exactly 0
   * @param narrowest r* ≥ 1, the smallest width of the network
   * @return empty if p = 0, or if s_ρ is not seen to be positive and above s_{ρ+1}
   */
  public static Optional<FirstGap> enclosed(List<Interval> squares, int narrowest) {
    requirePositive(narrowest);
    if (squares.isEmpty()) {
      return Optional.empty();
    }
    int rho = Math.min(narrowest, squares.size());
    Interval minimum =
        IntStream.range(rho, squares.size())
            .mapToObj(squares::get)
            .reduce(Interval.ZERO, Interval::add);
    Interval next = rho < squares.size() ? squares.get(rho) : Interval.ZERO;
    Interval gap = squares.get(rho - 1).add(next.negate());
    return gap.low() > 0
        ? Optional.of(new FirstGap(half(nonnegative(minimum)), half(gap)))
        : Optional.empty();
  }

  private static Interval nonnegative(Interval x) {
    return new Interval(Math.max(0, x.low()), Math.max(0, x.high()));
  }

  private static Interval half(Interval x) {
    return x.multiply(Interval.point(0.5));
  }

  private static void requirePositive(int narrowest) {
    if (narrowest < 1) {
      throw new IllegalArgumentException("widths are at least 1, unlike " + narrowest);
    }
  }
}
