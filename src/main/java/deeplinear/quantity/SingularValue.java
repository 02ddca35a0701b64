package deeplinear.quantity;

import deeplinear.algebra.BallMatrix;
import deeplinear.algebra.SingularValueBounds;
import java.util.List;
import java.util.Locale;

/**
 * A singular value of a matrix, with a proved bound: it moves by no more than the matrix.
 *
 * @param label its name, formula and meaning
 * @param matrix whose singular value it is
 * @param index k, from 1 for the largest
 */
public record SingularValue(Label label, Polynomial matrix, int index) implements Measurable {

  /** Requires k ≥ 1. */
  public SingularValue {
    if (index < 1) {
      throw new IllegalArgumentException("singular values are counted from 1, not " + index);
    }
  }

  /**
   * The value with its proved bound.
   *
   * @throws IllegalArgumentException if the matrix has fewer singular values
   */
  @Override
  public Measured measure(State state) {
    Measured measured = matrix.measure(state);
    List<BallMatrix> values = SingularValueBounds.of(measured.ball());
    if (index > values.size()) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "%s has %d singular values, so none is number %d",
              matrix,
              values.size(),
              index));
    }
    return new Measured(values.get(index - 1), "σ of " + measured.derivation());
  }
}
