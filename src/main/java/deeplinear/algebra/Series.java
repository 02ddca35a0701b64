package deeplinear.algebra;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/**
 * A matrix of formal power series Σ_k c_k t^k, whose coefficients are computed when they are asked
 * for, in ascending order, and then kept. One series belongs to one thread.
 *
 * @param <M> the matrix type of the coefficients
 */
public final class Series<M> {

  private final IntFunction<M> rule;
  private final List<M> known = new ArrayList<>();

  /**
   * The series with the coefficients c_k = {@code rule.apply(k)}.
   *
   * @param rule is asked once for each k; it may ask this series for the coefficients before c_k
   */
  public Series(IntFunction<M> rule) {
    this.rule = rule;
  }

  /** The coefficient of t^k. */
  public M coefficient(int k) {
    while (known.size() <= k) {
      known.add(rule.apply(known.size()));
    }
    return known.get(k);
  }

  /** The series cut after t^order. */
  public Jet<M> truncated(int order) {
    coefficient(order);
    return new Jet<>(known.subList(0, order + 1));
  }
}
