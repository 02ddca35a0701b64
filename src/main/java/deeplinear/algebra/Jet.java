package deeplinear.algebra;

import java.util.List;

/**
 * A matrix of truncated power series Σ_{k ≤ K} c_k t^k, stored as its coefficients.
 *
 * @param coefficients c_0, …, c_K, all of one shape
 * @param <M> the matrix type of the coefficients
 */
public record Jet<M>(List<M> coefficients) {

  /** Copies the list, which must not be empty. */
  public Jet {
    coefficients = List.copyOf(coefficients);
    if (coefficients.isEmpty()) {
      throw new IllegalArgumentException("a jet has at least the coefficient of t^0");
    }
  }

  /** The coefficient of t^k. */
  public M coefficient(int k) {
    return coefficients.get(k);
  }

  /** The truncation order K. */
  public int order() {
    return coefficients.size() - 1;
  }
}
