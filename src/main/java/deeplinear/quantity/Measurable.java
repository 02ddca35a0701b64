package deeplinear.quantity;

import java.util.List;

/** A quantity of real numbers, which a state that is known up to an error has up to an error. */
public sealed interface Measurable extends Quantity permits Polynomial, SingularValue {

  /** The value at the center of a state, with a bound on its distance from every other value. */
  Measured measure(State state);

  /** The values at all samples of a trajectory. */
  default List<Measured> along(Motion motion) {
    return motion.states().stream().map(this::measure).toList();
  }
}
