package deeplinear.quantity;

import deeplinear.algebra.Algebra;
import deeplinear.flow.GradientFlow;
import deeplinear.network.Adjacency;
import deeplinear.network.Target;
import deeplinear.network.Weights;
import org.apache.commons.math3.fraction.BigFraction;

/** The formulas of the table. */
final class Formulas {

  private Formulas() {}

  static <M> M loss(Target<M> target, Weights<M> weights) {
    return target.loss(weights);
  }

  static <M> M endToEnd(Target<M> target, Weights<M> weights) {
    return weights.endToEnd();
  }

  static <M> M residual(Target<M> target, Weights<M> weights) {
    return target.residual(weights.endToEnd());
  }

  static <M> M normSquared(Target<M> target, Weights<M> weights) {
    return weights.normSquared();
  }

  /** Minus the gradient of Σ‖W_i‖². */
  static <M> Weights<M> shrinking(Target<M> target, Weights<M> weights) {
    return weights.scale(new BigFraction(-2));
  }

  static <M> M gradientNormSquared(Target<M> target, Weights<M> weights) {
    return GradientFlow.INSTANCE.velocity(target, weights).normSquared();
  }

  static <M> M outputCorrelation(Target<M> target, Weights<M> weights) {
    M w = weights.endToEnd();
    return weights.algebra().multiply(target.residual(w), weights.algebra().transpose(w));
  }

  static <M> M inputCorrelation(Target<M> target, Weights<M> weights) {
    M w = weights.endToEnd();
    return weights.algebra().multiply(weights.algebra().transpose(w), target.residual(w));
  }

  static <M> M stack(Target<M> target, Weights<M> weights) {
    if (weights.depth() != 2) {
      throw new IllegalArgumentException(
          "[W_1ᵀ; W_2] needs a network of depth 2, not " + weights.depth());
    }
    Algebra<M> algebra = weights.algebra();
    M upper = algebra.transpose(weights.layer(1));
    M lower = weights.layer(2);
    int inputs = algebra.rows(upper);
    M empty = algebra.zeros(inputs + algebra.rows(lower), algebra.columns(lower));
    return algebra.insert(algebra.insert(empty, 0, 0, upper), inputs, 0, lower);
  }

  static <M> M adjacency(Target<M> target, Weights<M> weights) {
    return Adjacency.of(weights);
  }

  /** Formulas of one layer. */
  record Layer(int i) {

    <M> M weights(Target<M> target, Weights<M> weights) {
      return weights.layer(i);
    }

    <M> M imbalance(Target<M> target, Weights<M> weights) {
      return weights.imbalance(i);
    }
  }
}
