package deeplinear.claim;

import deeplinear.flow.Dynamics;
import deeplinear.flow.GradientFlow;
import deeplinear.flow.method.GaussCollocation;
import deeplinear.flow.method.OneStepMethod;
import deeplinear.flow.trajectory.Accuracy;
import deeplinear.flow.trajectory.AdaptiveIntegrator;
import deeplinear.flow.trajectory.Integrator;
import deeplinear.flow.trajectory.Steering;
import java.util.List;

/**
 * What a check is made with: the law of motion and the instruments. A claim takes them from
 * outside, so that the same check can be repeated with others.
 *
 * @param law the law of motion
 * @param integrator the integrator of trajectories
 * @param accuracy the tolerances of trajectories
 * @param methods the one-step methods of claims about discretizations
 * @param seed of random primes: that of the run, which no subject knows
 */
public record Laboratory(
    Dynamics law,
    Integrator integrator,
    Accuracy accuracy,
    List<OneStepMethod> methods,
    long seed) {

  /** Gradient flow, by the default integrator at the default accuracy; Gauss collocation. */
  public static final Laboratory STANDARD =
      new Laboratory(
          GradientFlow.INSTANCE,
          new AdaptiveIntegrator(Steering.AUTOMATIC),
          Accuracy.DEFAULT,
          List.of(GaussCollocation.of(2), GaussCollocation.of(3), GaussCollocation.of(4)),
          0);

  /** Copies the list. */
  public Laboratory {
    methods = List.copyOf(methods);
  }

  /** The same instruments for another law of motion. */
  public Laboratory with(Dynamics other) {
    return new Laboratory(other, integrator, accuracy, methods, seed);
  }

  /** The same law and accuracy with another integrator. */
  public Laboratory with(Integrator other) {
    return new Laboratory(law, other, accuracy, methods, seed);
  }

  /** The same law and integrator with other one-step methods. */
  public Laboratory with(OneStepMethod... others) {
    return new Laboratory(law, integrator, accuracy, List.of(others), seed);
  }

  /** The same law with tolerances divided by {@code factor}. */
  public Laboratory refinedBy(double factor) {
    return new Laboratory(law, integrator, accuracy.dividedBy(factor), methods, seed);
  }

  /** The same for a run with a seed. */
  public Laboratory seeded(long other) {
    return new Laboratory(law, integrator, accuracy, methods, other);
  }
}
