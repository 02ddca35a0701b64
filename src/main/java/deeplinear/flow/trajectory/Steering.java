package deeplinear.flow.trajectory;

import deeplinear.flow.method.Method;

/** Which method makes the next step: always the same, or the cheaper one by measured stiffness. */
public enum Steering {
  /** Always {@link Method#DORMAND_PRINCE_853}. */
  ACCURATE(Method.DORMAND_PRINCE_853.title()),
  /** Always {@link Method#ROCK4}. */
  STABILIZED(Method.ROCK4.title()),
  /** Always {@link Method#RODAS5P}; for gradient flow alone, for it needs the Jacobian. */
  IMPLICIT(Method.RODAS5P.title()),
  /**
   * Begins with {@link Method#DORMAND_PRINCE_853}, goes over to {@link Method#ROCK4} where
   * stability limits the steps, and back where accuracy does.
   */
  AUTOMATIC(Method.DORMAND_PRINCE_853.title() + " or " + Method.ROCK4.title());

  private final String title;

  Steering(String title) {
    this.title = title;
  }

  /** The name of the method or methods. */
  public String title() {
    return title;
  }

  /** Whether steps need the Jacobian. */
  boolean isImplicit() {
    return this == IMPLICIT;
  }

  /** The first method. */
  Method first() {
    return switch (this) {
      case STABILIZED -> Method.ROCK4;
      case IMPLICIT -> Method.RODAS5P;
      case ACCURATE, AUTOMATIC -> Method.DORMAND_PRINCE_853;
    };
  }
}
