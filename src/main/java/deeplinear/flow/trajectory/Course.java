package deeplinear.flow.trajectory;

import deeplinear.flow.kernel.StateVector;
import deeplinear.flow.method.Method;
import deeplinear.flow.trajectory.Trajectory.Sample;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One initial value problem on its way. It says which work it needs next, an evaluation of the
 * field or a step of a method, and takes the result; whoever drives it may do the same work for
 * others at the same time. All decisions depend on its own numbers alone.
 */
final class Course {

  /** What is needed next. */
  enum Work {
    /** The field at {@link #point()}, into {@link #endVelocity()}. */
    EVALUATION,
    /** A step from {@link #point()}, into {@link #end()} and {@link #endVelocity()}. */
    STEP,
    /** Nothing. */
    NONE
  }

  private enum Phase {
    START,
    FIRST_STEP,
    CURVATURE,
    STEP,
    SAMPLE
  }

  private static final double SAFETY = 0.9;
  private static final double LEAST_GROWTH = 0.2;

  /** A trial step that leaves the finite numbers is tried again, so much shorter. */
  private static final double RETREAT = 1.0 / 64;

  private static final double SLACK = 1e-3;
  private static final int MOST_ITERATIONS = 20;
  private static final int ITERATIONS_AFTER_REJECTION = 2;
  private static final int SHORTEST_PAUSE = 5;
  private static final int LONGEST_PAUSE = 40;

  private final double[] times;
  private final Accuracy accuracy;
  private final StoppingRule rule;
  private final List<Sample> samples = new ArrayList<>();
  private final MethodChoice choice;
  private final StepTrend trend = new StepTrend();
  private final double horizon;
  private final double stiffest;
  private double[] state;
  private double[] velocity;
  private double[] end;
  private double[] endVelocity;
  private double[] point;
  private double[] sample = {};
  private double[] sampleVelocity = {};
  private @Nullable Curvature curvature;
  private Phase phase = Phase.START;
  private @Nullable Outcome outcome;
  private double time;
  private double step;
  private double wanted;
  private double tried;
  private double partial;
  private int iterations;
  private int stepsSinceIteration;
  private int pause = SHORTEST_PAUSE;
  private boolean rejected;
  private boolean moved;
  private int stages;
  private int stagesOfStep;
  private double measured;
  private int steps;
  private long evaluations;

  Course(double[] start, double[] times, Accuracy accuracy, StoppingRule rule, Steering steering) {
    this.times = times;
    this.accuracy = accuracy;
    this.rule = rule;
    horizon = times[times.length - 1];
    stiffest = Method.ROCK4.stiffest(accuracy.relative());
    choice = new MethodChoice(steering);
    state = start.clone();
    velocity = new double[start.length];
    end = new double[start.length];
    endVelocity = new double[start.length];
    point = state;
    samples.add(new Sample(0, start.clone()));
  }

  Work work() {
    if (outcome != null) {
      return Work.NONE;
    }
    return phase == Phase.STEP || phase == Phase.SAMPLE ? Work.STEP : Work.EVALUATION;
  }

  Method method() {
    return choice.method();
  }

  /** Whether the next step is for a sample within the last one. */
  boolean isSampling() {
    return phase == Phase.SAMPLE;
  }

  /** Whether the last step was accepted, and the next begins at its end. */
  boolean hasMoved() {
    return moved;
  }

  int stages() {
    return stages;
  }

  private void chooseStages() {
    double stiffness = stabilized() ? step() * curvature().value() : 0;
    // The longest step times the curvature can exceed the limit by its rounding; ∞ · 0 is not
    // stiff.
    stages = method().stages(stiffness > 0 ? Math.min(stiffest, stiffness) : 0);
  }

  private boolean stabilized() {
    return method() == Method.ROCK4;
  }

  /** The step size that is to be made. */
  double step() {
    return phase == Phase.SAMPLE ? partial : tried;
  }

  double[] point() {
    return point;
  }

  double[] velocity() {
    return velocity;
  }

  double[] end() {
    return phase == Phase.SAMPLE ? sample : end;
  }

  double[] endVelocity() {
    return phase == Phase.SAMPLE ? sampleVelocity : endVelocity;
  }

  Accuracy accuracy() {
    return accuracy;
  }

  /** What came of it; only when no work is left. */
  Trajectory trajectory() {
    if (outcome == null) {
      throw new IllegalStateException("the integration is at time " + time + " of " + horizon);
    }
    return new Trajectory(samples, outcome, steps, evaluations);
  }

  /** Takes the field at the point. */
  void evaluated() {
    evaluations++;
    switch (phase) {
      case START -> begin();
      case FIRST_STEP -> chooseFirstStep();
      default -> iterate();
    }
  }

  private void begin() {
    double[] spare = velocity;
    velocity = endVelocity;
    endVelocity = spare;
    if (!Double.isFinite(StateVector.norm(velocity)) || !Double.isFinite(StateVector.norm(state))) {
      outcome = Outcome.NON_FINITE;
    } else if (rule.isMet(0, state)) {
      outcome = rule.outcome();
    } else {
      double y = size(state);
      double f = size(velocity);
      double first = 0.01 * Math.max(y, 1e-6) / f;
      wanted = first > 0 ? Math.min(horizon, first) : horizon;
      for (int i = 0; i < end.length; i++) {
        end[i] = state[i] + wanted * velocity[i];
      }
      point = end;
      phase = Phase.FIRST_STEP;
    }
  }

  /** The root mean square relative to the tolerances at the state. */
  private double size(double[] x) {
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      double ratio = x[i] / (accuracy.absolute() + accuracy.relative() * Math.abs(state[i]));
      sum += ratio * ratio;
    }
    return Math.sqrt(sum / x.length);
  }

  /** As in the book of Hairer, Nørsett and Wanner, II.4: from the sizes of f and of its change. */
  private void chooseFirstStep() {
    double f = size(velocity);
    for (int i = 0; i < end.length; i++) {
      end[i] = endVelocity[i] - velocity[i];
    }
    double change = size(end) / wanted;
    double largest = Math.max(f, change);
    if (largest > 0 && largest < Double.POSITIVE_INFINITY) {
      wanted = Math.min(100 * wanted, method().factor(100 * largest));
    }
    step = Math.min(wanted, horizon);
    point = state;
    advance();
  }

  /** One more iteration for the curvature. */
  private void iterate() {
    Curvature c = curvature();
    c.learn(endVelocity, velocity);
    iterations--;
    if (c.isSettled()) {
      iterations = 0;
    }
    pause = c.isSettled() ? Math.min(LONGEST_PAUSE, 2 * pause) : SHORTEST_PAUSE;
    point = state;
    advance();
  }

  private Curvature curvature() {
    if (curvature == null) {
      curvature = new Curvature(state.length);
    }
    return curvature;
  }

  /** Chooses the next work before a step. */
  private void advance() {
    double longest = Double.POSITIVE_INFINITY;
    if (stabilized()) {
      if (curvature == null) {
        iterations = MOST_ITERATIONS;
      }
      if (iterations > 0) {
        curvature().point(state, end);
        point = end;
        phase = Phase.CURVATURE;
        return;
      }
      longest = stiffest / curvature().value();
    }
    double left = horizon - time;
    // What is hardly longer than the step is not cut into a step and a tiny rest.
    tried = Math.min(longest, left <= (1 + SLACK) * step ? left : step);
    phase = Phase.STEP;
    point = state;
    chooseStages();
    if (!(time + tried > time)) {
      outcome = Outcome.STEP_TOO_SMALL;
    }
  }

  /** Takes the end of a step. */
  void stepped(double error, double stiffness) {
    evaluations += stages;
    moved = false;
    if (phase == Phase.SAMPLE && Double.isFinite(StateVector.norm(sample))) {
      samples.add(new Sample(times[samples.size() - 1], sample.clone()));
      sampleOrArrive();
    } else if (phase == Phase.SAMPLE) {
      reject(Double.NaN, stiffness);
    } else if (error <= 1 && Double.isFinite(StateVector.norm(endVelocity))) {
      accept(error, stiffness);
    } else {
      reject(error, stiffness);
    }
  }

  private void accept(double error, double stiffness) {
    double factor =
        Math.min(
            method().growth(),
            Math.max(LEAST_GROWTH, SAFETY * trend.factor(method(), tried, error)));
    step = tried * (rejected ? Math.min(1, factor) : factor);
    rejected = false;
    steps++;
    measured = stiffness(stiffness);
    stagesOfStep = stages;
    sampleOrArrive();
  }

  private void reject(double error, double stiffness) {
    boolean finite = error > 1 && error < Double.POSITIVE_INFINITY;
    step = tried * (finite ? Math.max(LEAST_GROWTH, SAFETY * method().factor(error)) : RETREAT);
    rejected = true;
    // Among the smallest numbers a shorter step can round to the same.
    if (!(time + step > time) || !(step < tried)) {
      outcome = finite ? Outcome.STEP_TOO_SMALL : Outcome.NON_FINITE;
      return;
    }
    if (finite) {
      choice.made(stiffness(stiffness), stages);
    }
    iterations = ITERATIONS_AFTER_REJECTION;
    pause = SHORTEST_PAUSE;
    advance();
  }

  /** h‖∂f‖ of the last step: by the curvature if that is followed, otherwise as the step says. */
  private double stiffness(double ofStep) {
    return stabilized() ? tried * curvature().value() : ofStep;
  }

  /** A sample within the step is the end of a shorter step from the same start. */
  private void sampleOrArrive() {
    double reached = tried == horizon - time ? horizon : time + tried;
    int next = samples.size() - 1;
    if (next < times.length && times[next] < reached) {
      if (sample.length == 0) {
        sample = new double[state.length];
        sampleVelocity = new double[state.length];
      }
      partial = times[next] - time;
      phase = Phase.SAMPLE;
      chooseStages();
      return;
    }
    arrive(reached);
  }

  private void arrive(double reached) {
    time = reached;
    moved = true;
    double[] spare = state;
    state = end;
    end = spare;
    spare = velocity;
    velocity = endVelocity;
    endVelocity = spare;
    point = state;
    if (samples.size() <= times.length && times[samples.size() - 1] == time) {
      samples.add(new Sample(time, state.clone()));
    }
    if (rule.isMet(time, state)) {
      if (samples.get(samples.size() - 1).time() < time) {
        samples.add(new Sample(time, state.clone()));
      }
      outcome = rule.outcome();
    } else if (time >= horizon) {
      outcome = Outcome.REACHED_HORIZON;
    } else if (steps >= accuracy.maxSteps()) {
      outcome = Outcome.STEP_LIMIT;
    } else {
      // Only now: samples within a step are made by the method of the step.
      choice.made(measured, stagesOfStep);
      if (++stepsSinceIteration >= pause) {
        stepsSinceIteration = 0;
        iterations = 1;
      }
      advance();
    }
  }
}
