package deeplinear.quantity;

/** Something with a name that a network has: a matrix, a number or an invariant. */
public sealed interface Quantity permits Measurable, Invariant {

  /** Its name, formula and meaning. */
  Label label();
}
