package deeplinear.trial;

import deeplinear.claim.Answers;
import deeplinear.flow.trajectory.Problem;
import deeplinear.flow.trajectory.Solution;
import deeplinear.flow.trajectory.Solutions;
import deeplinear.network.Subject;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** The one loop: draw, ask, integrate, judge, count. */
public final class Trials {

  /** So many cases share their work, and so many subjects are held in memory. */
  private static final int AT_ONCE = 256;

  private Trials() {}

  /** Runs the first {@code cases} cases of a plan. */
  public static <I extends Subject> Tally<I> run(Plan<I> plan, int cases) {
    return run(plan, 0, cases);
  }

  /** Runs the cases from {@code from} up to {@code to}, this one excluded. */
  public static <I extends Subject> Tally<I> run(Plan<I> plan, int from, int to) {
    Tally<I> tally = Tally.none();
    for (int next = from; next < to; next += AT_ONCE) {
      tally = tally.plus(batch(plan, plan.trials(next, Math.min(to, next + AT_ONCE))));
    }
    return tally;
  }

  /** Runs cases until one violates the claim, or there are {@code most}. */
  public static <I extends Subject> Tally<I> search(Plan<I> plan, int most) {
    Tally<I> tally = Tally.none();
    int size = 8;
    for (int next = 0; next < most && tally.violating().isEmpty(); next += size) {
      size = Math.min(AT_ONCE, next + 8);
      tally = tally.plus(batch(plan, plan.trials(next, Math.min(most, next + size))));
    }
    return tally;
  }

  private static <I extends Subject> Tally<I> batch(Plan<I> plan, List<Trial<I>> trials) {
    List<Case<I>> cases = trials.parallelStream().map(trial -> Case.of(trial, plan)).toList();
    List<Problem> problems = new ArrayList<>();
    cases.forEach(c -> problems.addAll(c.problems()));
    List<Solution> solutions = Solutions.of(problems, plan.laboratory().integrator());
    int[] from = new int[cases.size() + 1];
    for (int i = 0; i < cases.size(); i++) {
      from[i + 1] = from[i] + cases.get(i).problems().size();
    }
    List<Tally<I>> tallies =
        IntStream.range(0, cases.size())
            .parallel()
            .mapToObj(
                i ->
                    cases
                        .get(i)
                        .judge(
                            plan.laboratory(),
                            new Answers(solutions.subList(from[i], from[i + 1]))))
            .toList();
    return tallies.stream().reduce(Tally.none(), Tally::plus);
  }
}
