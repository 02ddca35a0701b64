package deeplinear.quantity;

import deeplinear.algebra.Algebra;
import deeplinear.network.Target;
import deeplinear.network.Weights;

/** A matrix made of a target and weights by operations that every algebra has. */
@FunctionalInterface
public interface Formula {

  /** Its value; a number is 1 × 1. */
  <M> M of(Target<M> target, Weights<M> weights);

  /** The way in which a number falls most steeply, where that is known. */
  @FunctionalInterface
  interface Descent {

    /** Minus the derivative by the weights, layer by layer. */
    <M> Weights<M> of(Target<M> target, Weights<M> weights);
  }

  /** A matrix made of another. */
  @FunctionalInterface
  interface Operation {

    /** Its value at x. */
    <M> M of(Algebra<M> algebra, M x);
  }
}
