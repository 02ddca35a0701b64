package deeplinear.flow.trajectory;

import deeplinear.flow.kernel.GradientKernel;
import deeplinear.flow.kernel.LaneField;
import deeplinear.flow.kernel.RealField;
import deeplinear.flow.kernel.RealInstance;
import deeplinear.flow.method.Block;
import deeplinear.flow.method.Method;
import deeplinear.flow.method.Stepper;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/** Integrates one trajectory with step sizes by error control. */
public final class AdaptiveIntegrator implements Integrator {

  private final Steering steering;

  /** With a way to choose the methods. */
  public AdaptiveIntegrator(Steering steering) {
    this.steering = steering;
  }

  /** How it chooses the methods. */
  public Steering steering() {
    return steering;
  }

  @Override
  public String name() {
    return steering.title();
  }

  @Override
  public Trajectory integrate(
      RealField field, double[] start, double[] times, Accuracy accuracy, StoppingRule rule) {
    requireAscending(times);
    if (field instanceof GradientKernel kernel) {
      // As in an ensemble, so that the numbers are the same.
      RealInstance instance = kernel.instance().startingAt(start);
      Member member = new Member(instance, times, accuracy, rule, steering);
      run(member.course(), new GradientKernel(member.instance()));
      return member.trajectory();
    }
    Course course = new Course(start, times, accuracy, rule, steering);
    run(course, field);
    return course.trajectory();
  }

  /** Runs to the end of a course. */
  static void run(Course course, RealField field) {
    int n = course.point().length;
    Accuracy accuracy = course.accuracy();
    LaneField lane = LaneField.of(field, n);
    Map<Method, Stepper> steppers = new EnumMap<>(Method.class);
    Block block = new Block();
    block.size(n, 1);
    block.components()[0] = n;
    block.relative()[0] = accuracy.relative();
    block.absolute()[0] = accuracy.absolute();
    while (course.work() != Course.Work.NONE) {
      if (course.work() == Course.Work.EVALUATION) {
        field.velocity(course.point(), block.endVelocity());
        take(block.endVelocity(), course.endVelocity());
        course.evaluated();
      } else {
        System.arraycopy(course.point(), 0, block.state(), 0, n);
        System.arraycopy(course.velocity(), 0, block.velocity(), 0, n);
        block.step()[0] = course.step();
        steppers
            .computeIfAbsent(course.method(), Method::stepper)
            .step(lane, block, course.stages());
        take(block.end(), course.end());
        take(block.endVelocity(), course.endVelocity());
        course.stepped(block.error()[0], block.stiffness()[0]);
      }
    }
  }

  /** Copies without the signs of negative zeros, as {@link Member#take} does. */
  private static void take(double[] from, double[] to) {
    for (int i = 0; i < to.length; i++) {
      to[i] = from[i] + 0.0;
    }
  }

  /** Requires times that are positive, finite and strictly ascending, at least one. */
  static void requireAscending(double[] times) {
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
  }
}
