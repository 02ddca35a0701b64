package deeplinear.quantity;

import deeplinear.algebra.BallAlgebra;
import deeplinear.algebra.BallMatrix;
import deeplinear.flow.trajectory.EstimatedTrajectory;
import deeplinear.flow.trajectory.Trajectory.Sample;
import deeplinear.network.Graph;
import deeplinear.network.Instance;
import deeplinear.network.Target;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.IntStream;

/**
 * A network in motion: its states at some times, each with an error, and its exact start.
 *
 * @param start at time 0
 * @param times of the states, ascending
 * @param states what is known at these times
 */
public record Motion(State start, List<Double> times, List<State> states) {

  /** Copies the lists. */
  public Motion {
    times = List.copyOf(times);
    states = List.copyOf(states);
  }

  /** The samples of a trajectory of the weights of an instance. */
  public static Motion of(Instance instance, EstimatedTrajectory trajectory) {
    Target<BallMatrix> target = instance.target(BallAlgebra.INSTANCE);
    return of(
        State.exactly(instance),
        trajectory,
        (state, error) -> State.of(target, instance.architecture(), state, error));
  }

  /** The samples of a trajectory of the dense matrix equation of a graph. */
  public static Motion of(Graph graph, EstimatedTrajectory trajectory) {
    State start = State.of(graph, graph.adjacency().toDoubles(), 0);
    BallMatrix a = BallAlgebra.INSTANCE.lift(graph.adjacency());
    return of(
        State.of(graph, graph.adjacency().toDoubles(), a.radius()),
        trajectory,
        (state, error) -> State.of(start.target(), start.weights().architecture(), state, error));
  }

  private static Motion of(
      State start, EstimatedTrajectory trajectory, BiFunction<double[], Double, State> known) {
    List<Sample> samples = trajectory.trajectory().samples();
    return new Motion(
        start,
        samples.stream().map(Sample::time).toList(),
        IntStream.range(0, samples.size())
            .mapToObj(i -> known.apply(samples.get(i).state(), trajectory.errors()[i]))
            .toList());
  }

  /** The state at the last time. */
  public State last() {
    return states.get(states.size() - 1);
  }
}
