package deeplinear.claim;

import deeplinear.flow.trajectory.EstimatedTrajectory;
import deeplinear.flow.trajectory.Integrator;
import deeplinear.flow.trajectory.Problem;
import deeplinear.flow.trajectory.Solution;
import deeplinear.flow.trajectory.Solutions;
import java.util.List;

/**
 * The trajectories that a claim asked for.
 *
 * @param solutions in the order of its problems
 */
public record Answers(List<Solution> solutions) {

  /** Copies the list. */
  public Answers {
    solutions = List.copyOf(solutions);
  }

  /** The answers to some problems alone. */
  public static Answers to(List<Problem> problems, Integrator integrator) {
    return new Answers(Solutions.of(problems, integrator));
  }

  /** The answer to problem i, from 0. */
  public EstimatedTrajectory trajectory(int i) {
    return solutions.get(i).trajectory();
  }
}
