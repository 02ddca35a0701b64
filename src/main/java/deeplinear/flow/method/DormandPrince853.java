package deeplinear.flow.method;

import deeplinear.flow.kernel.RealField;
import deeplinear.flow.kernel.StateVector;
import deeplinear.flow.trajectory.Accuracy;
import deeplinear.flow.trajectory.Integrator;
import deeplinear.flow.trajectory.Outcome;
import deeplinear.flow.trajectory.StoppingRule;
import deeplinear.flow.trajectory.Trajectory;
import deeplinear.flow.trajectory.Trajectory.Sample;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.commons.math3.exception.MathIllegalArgumentException;
import org.apache.commons.math3.ode.FirstOrderDifferentialEquations;
import org.apache.commons.math3.ode.nonstiff.DormandPrince853Integrator;
import org.apache.commons.math3.ode.sampling.StepHandler;
import org.apache.commons.math3.ode.sampling.StepInterpolator;

/** The explicit Runge–Kutta method of order 8 of Dormand and Prince, in commons-math3. */
public final class DormandPrince853 implements Integrator {

  @Override
  public String name() {
    return "Dormand-Prince 8(5,3)";
  }

  @Override
  public Trajectory integrate(
      RealField field, double[] start, double[] times, Accuracy accuracy, StoppingRule rule) {
    if (times.length == 0) {
      throw new IllegalArgumentException("at least one time is needed");
    }
    for (int i = 0; i < times.length; i++) {
      if (!(times[i] > (i == 0 ? 0 : times[i - 1]) && times[i] < Double.POSITIVE_INFINITY)) {
        throw new IllegalArgumentException(
            String.format(
                Locale.ROOT,
                "times must be positive, finite and ascend strictly, but time %d is %s",
                i,
                times[i]));
      }
    }
    return new Run(field, times, accuracy, rule).from(start);
  }

  /** One integration: collects samples and ends it early by a signal. */
  private static final class Run implements FirstOrderDifferentialEquations, StepHandler {

    /** A trial step that leaves the finite numbers is tried again, so much shorter. */
    private static final double RETREAT = 1.0 / 1024;

    private static final int MOST_RETREATS = 30;

    private final RealField field;
    private final double[] times;
    private final Accuracy accuracy;
    private final StoppingRule rule;
    private final List<Sample> samples = new ArrayList<>();
    private int dimension;
    private int steps;
    private long evaluations;
    private double reached;
    private double[] state = {};

    Run(RealField field, double[] times, Accuracy accuracy, StoppingRule rule) {
      this.field = field;
      this.times = times;
      this.accuracy = accuracy;
      this.rule = rule;
    }

    Trajectory from(double[] start) {
      dimension = start.length;
      state = start.clone();
      samples.add(new Sample(0, start.clone()));
      return new Trajectory(samples, run(), steps, evaluations);
    }

    private Outcome run() {
      double speed = field.speed(state);
      if (!Double.isFinite(speed) || !Double.isFinite(StateVector.norm(state))) {
        return Outcome.NON_FINITE;
      }
      if (rule.isMet(0, state)) {
        return rule.outcome();
      }
      Outcome outcome = attempt(0);
      double step = times[times.length - 1];
      for (int i = 0; i < MOST_RETREATS && outcome == Outcome.NON_FINITE; i++) {
        step *= RETREAT;
        outcome = attempt(step);
      }
      return outcome;
    }

    /**
     * Goes on from the state that was reached; the first step is chosen by the method if it is 0.
     */
    private Outcome attempt(double firstStep) {
      double horizon = times[times.length - 1];
      double smallest = horizon * Math.ulp(1.0);
      if (firstStep > 0 && firstStep <= smallest) {
        return Outcome.NON_FINITE;
      }
      try {
        DormandPrince853Integrator integrator =
            new DormandPrince853Integrator(
                smallest, horizon, accuracy.absolute(), accuracy.relative());
        if (firstStep > 0) {
          integrator.setInitialStepSize(firstStep);
        }
        integrator.addStepHandler(this);
        integrator.integrate(this, reached, state, horizon, new double[dimension]);
        return Outcome.REACHED_HORIZON;
      } catch (EndSignal end) {
        return end.outcome;
      } catch (MathIllegalArgumentException e) {
        return Outcome.STEP_TOO_SMALL;
      }
    }

    @Override
    public int getDimension() {
      return dimension;
    }

    @Override
    public void computeDerivatives(double t, double[] y, double[] velocity) {
      evaluations++;
      field.velocity(y, velocity);
      if (!Double.isFinite(StateVector.norm(velocity))) {
        throw new EndSignal(Outcome.NON_FINITE);
      }
    }

    @Override
    public void init(double t0, double[] start, double t) {}

    @Override
    public void handleStep(StepInterpolator step, boolean isLast) {
      double end = step.getCurrentTime();
      step.setInterpolatedTime(end);
      double[] stateAtEnd = step.getInterpolatedState().clone();
      if (!Double.isFinite(StateVector.norm(stateAtEnd))) {
        throw new EndSignal(Outcome.NON_FINITE);
      }
      steps++;
      state = stateAtEnd;
      reached = end;
      // The last step can end an ulp before the horizon.
      while (samples.size() <= times.length && (isLast || times[samples.size() - 1] <= end)) {
        step.setInterpolatedTime(times[samples.size() - 1]);
        samples.add(new Sample(times[samples.size() - 1], step.getInterpolatedState().clone()));
      }
      if (rule.isMet(end, state)) {
        if (samples.get(samples.size() - 1).time() < end) {
          samples.add(new Sample(end, state.clone()));
        }
        throw new EndSignal(rule.outcome());
      }
      if (!isLast && steps >= accuracy.maxSteps()) {
        throw new EndSignal(Outcome.STEP_LIMIT);
      }
    }
  }

  /** Unwinds an integration that is to end early; never leaves this file. */
  private static final class EndSignal extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final Outcome outcome;

    EndSignal(Outcome outcome) {
      super(null, null, false, false);
      this.outcome = outcome;
    }
  }
}
