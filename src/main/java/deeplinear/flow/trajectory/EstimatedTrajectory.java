package deeplinear.flow.trajectory;

import deeplinear.flow.kernel.RealField;
import deeplinear.flow.kernel.StateVector;
import deeplinear.flow.trajectory.Trajectory.Sample;
import java.util.Arrays;
import java.util.List;

/**
 * A trajectory with an error estimate at each sample, from a second run with tolerances {@value
 * #REFINEMENT} times wider. Where errors grow (near a saddle) both runs show it, so the estimate
 * grows, too.
 *
 * @param trajectory the finer of the two
 * @param errors for each sample, twice the distance of the runs, plus the local tolerance and the
 *     rounding of all steps of the finer run, for runs can agree by chance; all infinite if a run
 *     did not reach its end. An estimate: errors of a field that amplifies them strongly can exceed
 *     it
 */
public record EstimatedTrajectory(Trajectory trajectory, double[] errors) {

  private static final double REFINEMENT = 1024;

  /** The accuracies of the coarser and the finer run. */
  static List<Accuracy> accuracies(Accuracy coarser) {
    return List.of(coarser, coarser.dividedBy(REFINEMENT));
  }

  /**
   * Integrates twice.
   *
   * @param accuracy of the coarser run
   */
  public static EstimatedTrajectory of(
      Integrator integrator, RealField field, double[] start, double[] times, Accuracy accuracy) {
    List<Trajectory> both = integrator.integrate(field, start, times, accuracies(accuracy));
    return of(both.get(0), both.get(1), accuracy);
  }

  /** From two runs with {@link #accuracies}. */
  static EstimatedTrajectory of(Trajectory coarse, Trajectory fine, Accuracy accuracy) {
    Accuracy finer = accuracy.dividedBy(REFINEMENT);
    double[] errors = unknown(fine).errors;
    if (coarse.outcome() == Outcome.REACHED_HORIZON && fine.outcome() == Outcome.REACHED_HORIZON) {
      for (int i = 0; i < errors.length; i++) {
        double[] state = fine.samples().get(i).state();
        double distance = StateVector.distance(state, coarse.samples().get(i).state());
        errors[i] = 2 * distance + fine.steps() * perStep(finer, StateVector.norm(state));
      }
    }
    return new EstimatedTrajectory(fine, errors);
  }

  /** A single run, of whose errors nothing is known. */
  static EstimatedTrajectory unknown(Trajectory run) {
    double[] errors = new double[run.samples().size()];
    Arrays.fill(errors, Double.POSITIVE_INFINITY);
    return new EstimatedTrajectory(run, errors);
  }

  /** What the controller lets pass in a step, and rounding. */
  private static double perStep(Accuracy accuracy, double norm) {
    return accuracy.absolute() + (accuracy.relative() + Math.ulp(1.0)) * norm;
  }

  /** Whether both runs reached their end; otherwise nothing is known of the error. */
  public boolean isComplete() {
    return Double.isFinite(lastError());
  }

  /** The last sample. */
  public Sample last() {
    return trajectory.last();
  }

  /** The error estimate of the last sample. */
  public double lastError() {
    return errors[errors.length - 1];
  }
}
