package deeplinear.quantity;

import deeplinear.algebra.ExactAlgebra;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.math3.fraction.BigFraction;

/**
 * A power series in time, cut after some order, whose coefficients are compared exactly.
 *
 * @param algebra of the coefficients
 * @param coefficients c_0, …, c_K of Σ_k c_k t^k
 * @param <M> the matrix type of the coefficients
 */
public record Coefficients<M>(ExactAlgebra<M> algebra, List<M> coefficients) {

  /** Copies the list, which must not be empty. */
  public Coefficients {
    coefficients = List.copyOf(coefficients);
    if (coefficients.isEmpty()) {
      throw new IllegalArgumentException("a series has at least the coefficient of t^0");
    }
  }

  /** K. */
  public int order() {
    return coefficients.size() - 1;
  }

  /**
   * Whether all coefficients but that of t^0 vanish.
   *
   * @throws IllegalArgumentException if there are no others, so that nothing would be said
   */
  public boolean isConstant() {
    if (order() == 0) {
      throw new IllegalArgumentException("a series of order 0 cannot be seen to move");
    }
    return coefficients.stream().skip(1).allMatch(algebra::isZero);
  }

  /** Whether all coefficients vanish. */
  public boolean isZero() {
    return coefficients.stream().allMatch(algebra::isZero);
  }

  /**
   * The derivative by time, of one order less.
   *
   * @throws IllegalArgumentException if only c_0 is known
   */
  public Coefficients<M> derivative() {
    return new Coefficients<>(
        algebra,
        IntStream.rangeClosed(1, order())
            .mapToObj(k -> algebra.scale(new BigFraction(k), coefficients.get(k)))
            .toList());
  }

  /** c times all coefficients. */
  public Coefficients<M> times(BigFraction c) {
    return new Coefficients<>(
        algebra, coefficients.stream().map(a -> algebra.scale(c, a)).toList());
  }

  /** The sum, as far as both are known. */
  public Coefficients<M> plus(Coefficients<M> other) {
    return new Coefficients<>(
        algebra,
        IntStream.rangeClosed(0, Math.min(order(), other.order()))
            .mapToObj(k -> algebra.add(coefficients.get(k), other.coefficients.get(k)))
            .toList());
  }
}
