package deeplinear.flow.trajectory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import deeplinear.flow.method.Method;
import deeplinear.flow.trajectory.Course.Work;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The controller, told what the steps came to. */
class CourseTest {

  private static final Accuracy ACCURACY = new Accuracy(1e-6, 1e-6, 1000);

  /** A course on the field 1 that is about to make its first step; its horizon is far. */
  private static Course ready(Steering steering, double... times) {
    Course course = new Course(new double[] {1}, times, ACCURACY, StoppingRule.NEVER, steering);
    while (course.work() == Work.EVALUATION) {
      course.endVelocity()[0] = 1;
      course.evaluated();
    }
    return course;
  }

  private static void step(Course course, double error) {
    course.end()[0] = course.point()[0] + course.step();
    course.endVelocity()[0] = 1;
    course.stepped(error, 0);
    while (course.work() == Work.EVALUATION) {
      course.endVelocity()[0] = 1;
      course.evaluated();
    }
  }

  /** 0.9 error^{−1/8} between 0.2 and 6 after a step of order 8, 0.9 error^{−1/4} after ROCK4. */
  @ParameterizedTest
  @CsvSource({
    "ACCURATE, 0.00390625, 1.8",
    "ACCURATE, 1, 0.9",
    "ACCURATE, 0, 6",
    "ACCURATE, 1e-30, 6",
    "ACCURATE, 256, 0.45",
    "ACCURATE, 1e300, 0.2",
    "ACCURATE, Infinity, 0.015625",
    "ACCURATE, NaN, 0.015625",
    "STABILIZED, 0.0625, 1.8",
    "STABILIZED, 1, 0.9",
    "STABILIZED, 16, 0.45",
    "STABILIZED, 1e300, 0.2"
  })
  void theNextStepIsChosenByTheError(Steering steering, double error, double factor) {
    Course course = ready(steering, 1e9);
    double before = course.step();
    step(course, error);
    assertEquals(factor * before, course.step(), 4 * Math.ulp(factor * before));
  }

  @Test
  void anErrorAboveOneIsRejected() {
    Course course = ready(Steering.ACCURATE, 1e9);
    double start = course.point()[0];
    step(course, Math.nextUp(1.0));
    assertEquals(start, course.point()[0]);
    double tried = course.step();
    step(course, 1);
    assertEquals(start + tried, course.point()[0]);
  }

  /** What was just too long is not made longer at once. */
  @Test
  void noStepGrowsAfterARejection() {
    Course course = ready(Steering.ACCURATE, 1e9);
    step(course, 2);
    double tried = course.step();
    step(course, 1e-20);
    assertEquals(tried, course.step());
    step(course, 1e-20);
    assertEquals(6 * tried, course.step(), Math.ulp(6 * tried));
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY})
  void anEndThatIsNotFiniteIsRejectedWhateverItsError(double velocity) {
    Course course = ready(Steering.ACCURATE, 1e9);
    double before = course.step();
    course.end()[0] = 2;
    course.endVelocity()[0] = velocity;
    course.stepped(0, 0);
    assertEquals(before / 64, course.step());
    assertEquals(1, course.point()[0]);
  }

  /** Two evaluations before the first step, twelve for a step and for each sample inside. */
  @Test
  void evaluationsAndStepsAreCounted() {
    Course course = ready(Steering.ACCURATE, 1e-12, 2e-12, 1e9);
    assertThrows(IllegalStateException.class, course::trajectory);
    double before = course.step();
    step(course, 1);
    assertEquals(1e-12, course.step());
    step(course, Double.NaN);
    assertEquals(2e-12, course.step());
    step(course, 7);
    assertEquals(0.9 * before, course.step(), Math.ulp(before));
    while (course.work() != Work.NONE) {
      step(course, 1e-30);
    }
    Trajectory trajectory = course.trajectory();
    assertEquals(Outcome.REACHED_HORIZON, trajectory.outcome());
    assertEquals(2 + 12L * (trajectory.steps() + 2), trajectory.evaluations());
    double[] times = trajectory.samples().stream().mapToDouble(s -> s.time()).toArray();
    assertEquals("[0.0, 1.0E-12, 2.0E-12, 1.0E9]", Arrays.toString(times));
    assertTrue(trajectory.steps() > 5, "vacuous");
  }

  /** Twenty evaluations at the most for the curvature, then the stages of ROCK4. */
  @Test
  void theCurvatureIsKnownBeforeAStabilizedStep() {
    Course course =
        new Course(
            new double[] {1},
            new double[] {1e9},
            ACCURACY,
            StoppingRule.NEVER,
            Steering.STABILIZED);
    double rate = 1e4;
    int evaluations = 0;
    while (course.work() == Work.EVALUATION) {
      course.endVelocity()[0] = -rate * course.point()[0];
      course.evaluated();
      evaluations++;
    }
    assertTrue(evaluations > 3 && evaluations < 24, evaluations + " evaluations");
    int stages = course.stages();
    assertEquals(course.method().stages(1.1 * rate * course.step()), stages);
    double length = course.step();
    for (int i = 0; i < 30 && course.work() != Work.NONE; i++) {
      course.end()[0] = course.point()[0] * 0.9;
      course.endVelocity()[0] = -rate * course.end()[0];
      course.stepped(1e-20, 0);
      while (course.work() == Work.EVALUATION) {
        course.endVelocity()[0] = -rate * course.point()[0];
        course.evaluated();
      }
      length = Math.max(length, course.step());
    }
    double longest = course.method().stiffest(ACCURACY.relative());
    assertEquals(longest, 1.1 * rate * length, 1e-3 * longest, "the longest stable step");
  }

  /** A change of the method waits for the samples within the step that suggested it. */
  @Test
  void samplesAreMadeByTheMethodOfTheirStep() {
    double[] times = new double[100_000];
    for (int i = 0; i < times.length; i++) {
      times[i] = (i + 1) * 1e-4;
    }
    Course course =
        new Course(
            new double[] {1}, times, Accuracy.DEFAULT, StoppingRule.NEVER, Steering.AUTOMATIC);
    course.endVelocity()[0] = -1;
    course.evaluated();
    course.endVelocity()[0] = -1;
    course.evaluated();
    int samples = 0;
    for (int i = 0; i < 100 && course.work() == Course.Work.STEP; i++) {
      course.stepped(1e-9, 5);
      while (course.work() == Course.Work.STEP && course.isSampling()) {
        assertEquals(Method.DORMAND_PRINCE_853, course.method());
        samples++;
        course.stepped(1e-9, 5);
      }
    }
    assertEquals(Method.ROCK4, course.method());
    assertTrue(samples > 0, "vacuous");
  }
}
