package deeplinear.quantity;

import deeplinear.algebra.ExactAlgebra;
import deeplinear.algebra.Jet;
import deeplinear.algebra.JetAlgebra;
import deeplinear.flow.Dynamics;
import deeplinear.flow.TaylorSeries;
import deeplinear.network.Instance;
import deeplinear.network.Target;
import deeplinear.network.Weights;

/**
 * The trajectory of a network from an instance, as an exact power series in time, cut after some
 * order.
 *
 * @param algebra of the coefficients
 * @param target constant
 * @param weights W(t)
 * @param <M> the matrix type of the coefficients
 */
public record Expansion<M>(
    ExactAlgebra<M> algebra, Target<Jet<M>> target, Weights<Jet<M>> weights) {

  /** The trajectory of a law of motion. */
  public static <M> Expansion<M> of(
      Instance instance, Dynamics law, ExactAlgebra<M> algebra, int order) {
    return new Expansion<>(
        algebra,
        instance.target(new JetAlgebra<>(algebra, order)),
        TaylorSeries.of(instance, law, algebra, order));
  }

  /** A quantity along it. */
  public Coefficients<M> of(Polynomial quantity) {
    return new Coefficients<>(algebra, quantity.of(target, weights).coefficients());
  }
}
