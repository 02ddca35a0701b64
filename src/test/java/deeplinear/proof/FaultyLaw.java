package deeplinear.proof;

import deeplinear.algebra.Algebra;
import deeplinear.flow.Dynamics;
import deeplinear.flow.GradientFlow;
import deeplinear.network.Target;
import deeplinear.network.Weights;
import org.apache.commons.math3.fraction.BigFraction;

/** Laws of motion near gradient flow. */
enum FaultyLaw implements Dynamics {
  /** All layers climb. */
  ASCENT {
    @Override
    public <M> Weights<M> velocity(Target<M> target, Weights<M> weights) {
      return flow(target, weights).scale(BigFraction.MINUS_ONE);
    }
  },
  /** All layers move at half their speed. */
  HALVED {
    @Override
    public <M> Weights<M> velocity(Target<M> target, Weights<M> weights) {
      return flow(target, weights).scale(BigFraction.ONE_HALF);
    }
  },
  /** The first layer climbs. */
  FIRST_LAYER_CLIMBS {
    @Override
    public <M> Weights<M> velocity(Target<M> target, Weights<M> weights) {
      return firstTimes(BigFraction.MINUS_ONE, target, weights);
    }
  },
  /** The first layer rests. */
  FIRST_LAYER_RESTS {
    @Override
    public <M> Weights<M> velocity(Target<M> target, Weights<M> weights) {
      return firstTimes(BigFraction.ZERO, target, weights);
    }
  },
  /** Nothing moves. */
  REST {
    @Override
    public <M> Weights<M> velocity(Target<M> target, Weights<M> weights) {
      return flow(target, weights).scale(BigFraction.ZERO);
    }
  },
  /** Rᵀ for R where there are as many outputs as inputs. */
  TRANSPOSED_RESIDUAL {
    @Override
    public <M> Weights<M> velocity(Target<M> target, Weights<M> weights) {
      Algebra<M> algebra = weights.algebra();
      M residual = target.residual(weights.endToEnd());
      boolean isSquare = algebra.rows(residual) == algebra.columns(residual);
      M wrong = isSquare ? algebra.transpose(residual) : residual;
      int h = weights.depth();
      return Weights.build(
          algebra,
          h,
          j ->
              algebra.multiply(
                  algebra.transpose(weights.product(h, j + 1)),
                  algebra.multiply(wrong, algebra.transpose(weights.product(j - 1, 1)))));
    }
  },
  /** The last layer decays besides. */
  DECAY_OF_THE_LAST_LAYER {
    @Override
    public <M> Weights<M> velocity(Target<M> target, Weights<M> weights) {
      Weights<M> velocity = flow(target, weights);
      int h = weights.depth();
      return Weights.build(
          weights.algebra(),
          h,
          j ->
              j == h
                  ? weights.algebra().subtract(velocity.layer(j), weights.layer(j))
                  : velocity.layer(j));
    }
  };

  private static <M> Weights<M> flow(Target<M> target, Weights<M> weights) {
    return GradientFlow.INSTANCE.velocity(target, weights);
  }

  private static <M> Weights<M> firstTimes(
      BigFraction factor, Target<M> target, Weights<M> weights) {
    Weights<M> velocity = flow(target, weights);
    return Weights.build(
        weights.algebra(),
        weights.depth(),
        j -> j == 1 ? weights.algebra().scale(factor, velocity.layer(1)) : velocity.layer(j));
  }
}
