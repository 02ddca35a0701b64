package deeplinear.flow;

import deeplinear.network.Target;
import deeplinear.network.Weights;
import java.util.function.UnaryOperator;
import org.apache.commons.math3.fraction.BigFraction;

/** A step of the classical Runge–Kutta method of order 4 over any algebra. Source: Kutta 1901. */
public final class RungeKuttaStep {

  /** The order: the local error is of order h^{ORDER + 1}. */
  public static final int ORDER = 4;

  private static final BigFraction SIXTH = new BigFraction(1, 6);

  private RungeKuttaStep() {}

  /**
   * w + h (k_1 + 2k_2 + 2k_3 + k_4) / 6.
   *
   * @param times multiplies by the length h of the step: a number, or the variable of power series
   */
  public static <M> Weights<M> of(
      Dynamics law, Target<M> target, Weights<M> w, UnaryOperator<Weights<M>> times) {
    Weights<M> k1 = times.apply(law.velocity(target, w));
    Weights<M> k2 = times.apply(law.velocity(target, w.plus(k1.scale(BigFraction.ONE_HALF))));
    Weights<M> k3 = times.apply(law.velocity(target, w.plus(k2.scale(BigFraction.ONE_HALF))));
    Weights<M> k4 = times.apply(law.velocity(target, w.plus(k3)));
    Weights<M> middle = k2.plus(k3).scale(BigFraction.TWO);
    return w.plus(k1.plus(middle).plus(k4).scale(SIXTH));
  }
}
