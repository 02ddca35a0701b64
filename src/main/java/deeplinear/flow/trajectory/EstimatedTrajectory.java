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

  /**
   * Integrates twice.
   *
   * @param accuracy of the coarser run
   */
  public static EstimatedTrajectory of(
      Integrator integrator, RealField field, double[] start, double[] times, Accuracy accuracy) {
    Accuracy finer = accuracy.dividedBy(REFINEMENT);
    List<Trajectory> both = integrator.integrate(field, start, times, List.of(accuracy, finer));
    Trajectory coarse = both.get(0);
    Trajectory fine = both.get(1);
    double[] errors = new double[fine.samples().size()];
    Arrays.fill(errors, Double.POSITIVE_INFINITY);
    if (coarse.outcome() == Outcome.REACHED_HORIZON && fine.outcome() == Outcome.REACHED_HORIZON) {
      for (int i = 0; i < errors.length; i++) {
        double[] state = fine.samples().get(i).state();
        double distance = StateVector.distance(state, coarse.samples().get(i).state());
        errors[i] = 2 * distance + fine.steps() * perStep(finer, StateVector.norm(state));
      }
    }
    return new EstimatedTrajectory(fine, errors);
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
