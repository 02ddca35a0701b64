package deeplinear.flow;

import deeplinear.algebra.Rationals;
import deeplinear.network.Target;
import deeplinear.network.Weights;
import java.util.Optional;
import org.apache.commons.math3.fraction.BigFraction;

/**
 * Gradient flow whose first layer moves 1 + δ times as fast: a perturbation of any size, to measure
 * how small a fault of the law a claim sees.
 *
 * @param excess δ
 */
public record UnevenFlow(BigFraction excess) implements Dynamics {

  private static final String NAME = "gradient flow with the first layer faster by ";

  @Override
  public String name() {
    return NAME + Rationals.format(excess);
  }

  /** The law with a name, if it is one of these. */
  static Optional<Dynamics> parse(String name) {
    return name.startsWith(NAME)
        ? Optional.of(new UnevenFlow(Rationals.parse(name.substring(NAME.length()))))
        : Optional.empty();
  }

  @Override
  public <M> Weights<M> velocity(Target<M> target, Weights<M> weights) {
    Weights<M> velocity = GradientFlow.INSTANCE.velocity(target, weights);
    BigFraction factor = excess.add(BigFraction.ONE);
    return Weights.build(
        weights.algebra(),
        weights.depth(),
        j -> j == 1 ? weights.algebra().scale(factor, velocity.layer(1)) : velocity.layer(j));
  }
}
