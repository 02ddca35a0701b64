package deeplinear.flow.trajectory;

import deeplinear.flow.kernel.GradientKernel;
import java.util.ArrayList;
import java.util.List;

/**
 * Solves lists of problems. Those of small networks are integrated in one {@link Ensemble}, the
 * others one by one; by all processors. Each solution has the bits that it would have alone.
 */
public final class Solutions {

  private Solutions() {}

  /**
   * The solutions, in the order of the problems. Where a run fails with an exception, only the
   * answer to its own problem is that exception.
   */
  public static List<Solution> of(List<Problem> problems, Integrator integrator) {
    Solution[] solutions = new Solution[problems.size()];
    List<Integer> together = new ArrayList<>();
    List<Integer> alone = new ArrayList<>();
    for (int i = 0; i < problems.size(); i++) {
      (integrator instanceof AdaptiveIntegrator && suitsEnsemble(problems.get(i))
              ? together
              : alone)
          .add(i);
    }
    if (integrator instanceof AdaptiveIntegrator adaptive && !together.isEmpty()) {
      try {
        List<Solution> found =
            inEnsemble(together.stream().map(problems::get).toList(), adaptive.steering());
        for (int k = 0; k < together.size(); k++) {
          solutions[together.get(k)] = found.get(k);
        }
      } catch (RuntimeException e) {
        // Whose rule it was is found out by asking them one by one.
        alone.addAll(together);
      }
    }
    alone.parallelStream().forEach(i -> solutions[i] = alone(problems.get(i), integrator));
    return List.of(solutions);
  }

  private static boolean suitsEnsemble(Problem problem) {
    return problem.field() instanceof GradientKernel kernel
        && Ensemble.suits(kernel.instance().widths());
  }

  private static List<Solution> inEnsemble(List<Problem> problems, Steering steering) {
    Ensemble ensemble = Ensemble.of(steering);
    for (Problem problem : problems) {
      GradientKernel kernel = (GradientKernel) problem.field();
      for (Accuracy accuracy : accuracies(problem)) {
        ensemble.add(
            kernel.instance().startingAt(problem.start()),
            problem.times(),
            accuracy,
            problem.rule().get());
      }
    }
    List<Trajectory> runs = ensemble.run(Runtime.getRuntime().availableProcessors());
    List<Solution> solutions = new ArrayList<>();
    int next = 0;
    for (Problem problem : problems) {
      int count = accuracies(problem).size();
      solutions.add(solution(problem, runs.subList(next, next + count)));
      next += count;
    }
    return solutions;
  }

  private static Solution alone(Problem problem, Integrator integrator) {
    try {
      List<Trajectory> runs =
          accuracies(problem).stream()
              .map(
                  accuracy ->
                      integrator.integrate(
                          problem.field(),
                          problem.start(),
                          problem.times(),
                          accuracy,
                          problem.rule().get()))
              .toList();
      return solution(problem, runs);
    } catch (RuntimeException e) {
      return new Solution.Failed(e);
    }
  }

  private static List<Accuracy> accuracies(Problem problem) {
    return problem.isEstimated()
        ? EstimatedTrajectory.accuracies(problem.accuracy())
        : List.of(problem.accuracy());
  }

  private static Solution solution(Problem problem, List<Trajectory> runs) {
    return new Solution.Found(
        problem.isEstimated()
            ? EstimatedTrajectory.of(runs.get(0), runs.get(1), problem.accuracy())
            : EstimatedTrajectory.unknown(runs.get(0)));
  }
}
