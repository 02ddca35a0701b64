package deeplinear.flow.method;

import deeplinear.flow.kernel.RealField;

/** A Runge–Kutta method. */
public interface OneStepMethod {

  /** The name, for reports. */
  String name();

  /** The coefficients. */
  Tableau tableau();

  /** The step for a field on states of {@code dimension} numbers. */
  OneStep on(RealField field, int dimension);
}
