package deeplinear.flow;

import deeplinear.algebra.Algebra;
import deeplinear.algebra.Jet;
import deeplinear.algebra.JetAlgebra;
import deeplinear.algebra.Series;
import deeplinear.algebra.SeriesAlgebra;
import deeplinear.network.Graph;
import deeplinear.network.Instance;
import deeplinear.network.Target;
import deeplinear.network.Weights;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import org.apache.commons.math3.fraction.BigFraction;

/**
 * Taylor coefficients of solutions at t = 0. The fields are polynomial, so coefficient k + 1 of the
 * solution is coefficient k of the velocity divided by k + 1: exactly so over an exact algebra. Up
 * to the order K each product of the field costs (K + 1)(K + 2)/2 products of matrices.
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
    return of(instance.target(algebra), instance.weights(algebra), dynamics, order);
  }

  /** The solution towards a target from any weights. */
  public static <M> Weights<Jet<M>> of(
      Target<M> target, Weights<M> start, Dynamics dynamics, int order) {
    Algebra<M> algebra = start.algebra();
    List<Jet<M>> layers =
        expand(
            algebra,
            start.layers(),
            order,
            (series, state) -> {
              Target<Series<M>> lifted = target.map(series, series::constant);
              return dynamics.velocity(lifted, new Weights<>(series, state)).layers();
            });
    return new Weights<>(new JetAlgebra<>(algebra, order), layers);
  }

  /** The solution A(t) of {@link AdjacencyFlow} from the adjacency matrix of a graph. */
  public static <M> Jet<M> of(Graph graph, Algebra<M> algebra, int order) {
    return of(AdjacencyFlow.of(graph, algebra), algebra.lift(graph.adjacency()), order);
  }

  /** The solution A(t) from any n × n matrix. */
  public static <M> Jet<M> of(AdjacencyFlow<M> flow, M start, int order) {
    return expand(
            flow.algebra(),
            List.of(start),
            order,
            (series, state) -> {
              Series<M> embedding = series.constant(flow.embedding());
              return List.of(
                  new AdjacencyFlow<>(series, embedding, flow.depth()).velocity(state.get(0)));
            })
        .get(0);
  }

  /** The field is evaluated once, on series that ask for their coefficients one by one. */
  private static <M> List<Jet<M>> expand(
      Algebra<M> algebra,
      List<M> start,
      int order,
      BiFunction<SeriesAlgebra<M>, List<Series<M>>, List<Series<M>>> field) {
    List<Series<M>> velocity = new ArrayList<>();
    List<Series<M>> solution = new ArrayList<>();
    for (int i = 0; i < start.size(); i++) {
      int layer = i;
      solution.add(
          new Series<>(
              k ->
                  k == 0
                      ? start.get(layer)
                      : algebra.scale(
                          new BigFraction(1, k), velocity.get(layer).coefficient(k - 1))));
    }
    velocity.addAll(field.apply(new SeriesAlgebra<>(algebra), solution));
    return solution.stream().map(series -> series.truncated(order)).toList();
  }
}
