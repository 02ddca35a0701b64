package deeplinear.flow;

import deeplinear.algebra.Rationals;
import deeplinear.network.Target;
import deeplinear.network.Weights;
import org.apache.commons.math3.fraction.BigFraction;

/**
 * Gradient flow with a linear decay, Ẇ_j = −∂L/∂W_j − κ W_j. It is not the gradient flow of a
 * function of W alone, and shows which theorems need that.
 *
 * @param rate κ
 */
public record WeightDecay(BigFraction rate) implements Dynamics {

  @Override
  public String name() {
    return "gradient flow with weight decay " + Rationals.format(rate);
  }

  @Override
  public <M> Weights<M> velocity(Target<M> target, Weights<M> weights) {
    return GradientFlow.INSTANCE.velocity(target, weights).plus(weights.scale(rate.negate()));
  }
}
