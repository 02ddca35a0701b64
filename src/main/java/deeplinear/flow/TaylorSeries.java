package deeplinear.flow;

import deeplinear.algebra.Algebra;
import deeplinear.algebra.Jet;
import deeplinear.algebra.JetAlgebra;
import deeplinear.network.Graph;
import deeplinear.network.Instance;
import deeplinear.network.Weights;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import org.apache.commons.math3.fraction.BigFraction;

/**
 * Taylor coefficients of solutions at t = 0. The fields are polynomial, so coefficient k + 1 of the
 * solution is coefficient k of the velocity divided by k + 1: exactly so over an exact algebra.
 */
public final class TaylorSeries {

  private TaylorSeries() {}

  /**
   * The solution from exact weights, as weights over jets of the given order.
   *
   * @param order the truncation order K ≥ 0
   */
  public static <M> Weights<Jet<M>> of(
      Instance instance, Dynamics dynamics, Algebra<M> algebra, int order) {
    return of(instance, instance.weights(algebra), dynamics, order);
  }

  /** The solution towards the target of an instance from other weights than its own. */
  public static <M> Weights<Jet<M>> of(
      Instance instance, Weights<M> start, Dynamics dynamics, int order) {
    Algebra<M> algebra = start.algebra();
    List<Jet<M>> layers =
        expand(
            algebra,
            start.layers(),
            order,
            (jets, state) ->
                dynamics.velocity(instance.target(jets), new Weights<>(jets, state)).layers());
    return new Weights<>(new JetAlgebra<>(algebra, order), layers);
  }

  /** The solution A(t) of {@link AdjacencyFlow} from the adjacency matrix of a graph. */
  public static <M> Jet<M> of(Graph graph, Algebra<M> algebra, int order) {
    return expand(
            algebra,
            List.of(algebra.lift(graph.adjacency())),
            order,
            (jets, state) -> List.of(AdjacencyFlow.of(graph, jets).velocity(state.get(0))))
        .get(0);
  }

  private static <M> List<Jet<M>> expand(
      Algebra<M> algebra,
      List<M> start,
      int order,
      BiFunction<JetAlgebra<M>, List<Jet<M>>, List<Jet<M>>> field) {
    List<List<M>> coefficients = new ArrayList<>();
    start.forEach(x -> coefficients.add(new ArrayList<>(List.of(x))));
    for (int k = 0; k < order; k++) {
      List<Jet<M>> velocity =
          field.apply(new JetAlgebra<>(algebra, k), coefficients.stream().map(Jet::new).toList());
      BigFraction factor = new BigFraction(1, k + 1);
      for (int i = 0; i < velocity.size(); i++) {
        coefficients.get(i).add(algebra.scale(factor, velocity.get(i).coefficient(k)));
      }
    }
    return coefficients.stream().map(Jet::new).toList();
  }
}
