package deeplinear.theorem;

import deeplinear.flow.Dynamics;
import deeplinear.flow.GradientFlow;
import deeplinear.flow.trajectory.Accuracy;
import deeplinear.flow.trajectory.AdaptiveIntegrator;
import deeplinear.flow.trajectory.Integrator;
import deeplinear.flow.trajectory.Steering;

/**
 * What a check is made with: the law of motion and the instruments. A theorem takes them from
 * outside, so that the same check can be repeated with others.
 *
 * @param dynamics the law of motion
 * @param integrator the integrator of trajectories
 * @param accuracy the tolerances of trajectories
 */
public record Laboratory(Dynamics dynamics, Integrator integrator, Accuracy accuracy) {

  /** Gradient flow, by the default integrator at the default accuracy. */
  public static final Laboratory STANDARD =
      new Laboratory(
          GradientFlow.INSTANCE, new AdaptiveIntegrator(Steering.AUTOMATIC), Accuracy.DEFAULT);

  /** The same instruments for another law of motion. */
  public Laboratory with(Dynamics other) {
    return new Laboratory(other, integrator, accuracy);
  }

  /** The same law and accuracy with another integrator. */
  public Laboratory with(Integrator other) {
    return new Laboratory(dynamics, other, accuracy);
  }

  /** The same law with tolerances divided by {@code factor}. */
  public Laboratory refinedBy(double factor) {
    return new Laboratory(dynamics, integrator, accuracy.dividedBy(factor));
  }
}
