package deeplinear.flow;

import deeplinear.algebra.Algebra;
import deeplinear.network.Target;
import deeplinear.network.Weights;
import org.apache.commons.math3.fraction.BigFraction;

/** Gradient flow with a fault, which a check must see. */
public enum WrongLaw implements Dynamics {
  /** The first layer climbs. */
  FLIPPED_SIGN {
    @Override
    public <M> Weights<M> velocity(Target<M> target, Weights<M> weights) {
      return firstTimes(BigFraction.MINUS_ONE, target, weights);
    }
  },
  /** The first layer moves twice as fast. */
  DOUBLED_LAYER {
    @Override
    public <M> Weights<M> velocity(Target<M> target, Weights<M> weights) {
      return firstTimes(BigFraction.TWO, target, weights);
    }
  },
  /** All layers move at three fifths of their speed. */
  SLOWED {
    @Override
    public <M> Weights<M> velocity(Target<M> target, Weights<M> weights) {
      return GradientFlow.INSTANCE.velocity(target, weights).scale(new BigFraction(3, 5));
    }
  },
  /** Rᵀ for R, in networks with as many outputs as inputs. */
  TRANSPOSED_RESIDUAL {
    @Override
    public <M> Weights<M> velocity(Target<M> target, Weights<M> weights) {
      Algebra<M> algebra = weights.algebra();
      M residual = target.residual(weights.endToEnd());
      M wrong =
          algebra.rows(residual) == algebra.columns(residual)
              ? algebra.transpose(residual)
              : residual;
      int h = weights.depth();
      return Weights.build(
          algebra,
          h,
          j ->
              algebra.multiply(
                  algebra.multiply(algebra.transpose(weights.product(h, j + 1)), wrong),
                  algebra.transpose(weights.product(j - 1, 1))));
    }
  };

  private static <M> Weights<M> firstTimes(
      BigFraction factor, Target<M> target, Weights<M> weights) {
    Weights<M> velocity = GradientFlow.INSTANCE.velocity(target, weights);
    return Weights.build(
        weights.algebra(),
        weights.depth(),
        j -> j == 1 ? weights.algebra().scale(factor, velocity.layer(1)) : velocity.layer(j));
  }
}
