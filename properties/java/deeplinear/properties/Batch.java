package deeplinear.properties;

import deeplinear.network.Subject;
import deeplinear.trial.Plan;
import deeplinear.trial.Tally;
import deeplinear.trial.Trials;
import java.util.Locale;

/**
 * Cases of a plan that share their work: one try of a property.
 *
 * @param plan the plan
 * @param from the first case
 * @param to the case after the last one
 */
record Batch<I extends Subject>(Plan<I> plan, int from, int to) {

  /** So many cases are one try. */
  static final int SIZE = 50;

  Tally<I> run() {
    return Trials.run(plan, from, to);
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT, "%s to %d, seed %d", plan.trial(from).name(), to - 1, plan.seed());
  }
}
