package deeplinear.flow.trajectory;

import static deeplinear.fixture.Rejection.assertRejected;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import deeplinear.flow.kernel.GradientKernel;
import deeplinear.flow.kernel.RealField;
import deeplinear.flow.kernel.RealInstance;
import deeplinear.flow.kernel.StateVector;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a convoy returns, and that it never waits for those who are gone. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD) // A deadlock ends red.
class ConvoyTest {

  private static final AdaptiveIntegrator ALONE = new AdaptiveIntegrator(Steering.ACCURATE);
  private static final double[] TIMES = {0.5, 4};
  private static final Accuracy ACCURACY = new Accuracy(1e-7, 1e-9, 20_000);

  private static RealInstance instance(Random random, int... d) {
    int h = d.length - 1;
    int weights = 0;
    for (int j = 1; j <= h; j++) {
      weights += d[j] * d[j - 1];
    }
    double[] target = random.doubles((long) d[h] * d[0]).map(x -> random.nextGaussian()).toArray();
    double scale = 0.6 / Math.sqrt(Math.max(1, d[1]));
    double[] start = random.doubles(weights).map(x -> scale * random.nextGaussian()).toArray();
    return new RealInstance(d, target, new double[0], start);
  }

  private static RealInstance small(int seed) {
    Random random = new Random(seed);
    return instance(random, random.ints(3 + seed % 2, 1, 5).toArray());
  }

  private static Trajectory integrate(
      Integrator integrator, RealInstance instance, StoppingRule rule) {
    return integrator.integrate(
        new GradientKernel(instance), instance.weights(), TIMES, ACCURACY, rule);
  }

  private static void assertSameBits(Trajectory expected, Trajectory actual) {
    assertEquals(expected.outcome(), actual.outcome());
    assertEquals(expected.steps(), actual.steps());
    assertEquals(expected.evaluations(), actual.evaluations());
    assertEquals(expected.samples().size(), actual.samples().size());
    for (int i = 0; i < expected.samples().size(); i++) {
      assertEquals(expected.samples().get(i).time(), actual.samples().get(i).time());
      assertArrayEquals(expected.samples().get(i).state(), actual.samples().get(i).state());
    }
  }

  /** Runs all tasks at the same time; each leaves in the end, whatever happens. */
  private static <T> List<Future<T>> travel(Convoy convoy, List<Callable<T>> tasks)
      throws InterruptedException {
    ExecutorService threads = Executors.newFixedThreadPool(tasks.size());
    try {
      List<Callable<T>> leaving = new ArrayList<>();
      for (Callable<T> task : tasks) {
        leaving.add(
            () -> {
              try {
                return task.call();
              } finally {
                convoy.leave();
              }
            });
      }
      return threads.invokeAll(leaving);
    } finally {
      threads.shutdownNow();
    }
  }

  @ParameterizedTest
  @EnumSource(Steering.class)
  void companyChangesNoBit(Steering steering) throws Exception {
    AdaptiveIntegrator alone = new AdaptiveIntegrator(steering);
    Convoy convoy = new Convoy(alone, 20, 2);
    List<Callable<List<Trajectory>>> tasks = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      int calls = i % 4;
      int first = 10 * i;
      tasks.add(
          () -> {
            List<Trajectory> found = new ArrayList<>();
            for (int k = 0; k < calls; k++) {
              found.add(integrate(convoy, small(first + k), StoppingRule.NEVER));
            }
            return found;
          });
    }
    List<Future<List<Trajectory>>> all = travel(convoy, tasks);
    for (int i = 0; i < 20; i++) {
      assertEquals(i % 4, all.get(i).get().size());
      for (int k = 0; k < i % 4; k++) {
        Trajectory expected = integrate(alone, small(10 * i + k), StoppingRule.NEVER);
        assertTrue(expected.steps() > 3, "vacuous");
        assertSameBits(expected, all.get(i).get().get(k));
      }
    }
    assertEquals(alone.name(), convoy.name());
  }

  @Test
  void bothAccuraciesOfAnEstimateAreThoseOfSingleCalls() throws Exception {
    Convoy convoy = new Convoy(ALONE, 3, 1);
    List<Callable<EstimatedTrajectory>> tasks = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      RealInstance instance = small(i);
      tasks.add(() -> estimate(convoy, instance));
    }
    List<Future<EstimatedTrajectory>> all = travel(convoy, tasks);
    for (int i = 0; i < 3; i++) {
      EstimatedTrajectory expected = estimate(ALONE, small(i));
      assertTrue(expected.isComplete());
      assertSameBits(expected.trajectory(), all.get(i).get().trajectory());
      assertArrayEquals(expected.errors(), all.get(i).get().errors());
    }
  }

  private static EstimatedTrajectory estimate(Integrator integrator, RealInstance instance) {
    return EstimatedTrajectory.of(
        integrator, new GradientKernel(instance), instance.weights(), TIMES, ACCURACY);
  }

  @Test
  void callsWaitForAllAndAreAnsweredTogether() throws Exception {
    Convoy convoy = new Convoy(ALONE, 3, 1);
    AtomicInteger asked = new AtomicInteger();
    CountDownLatch others = new CountDownLatch(2);
    StoppingRule counting =
        (time, state) -> {
          asked.incrementAndGet();
          return false;
        };
    Callable<Integer> early =
        () -> {
          others.countDown();
          integrate(convoy, small(1), counting);
          return asked.get();
        };
    Callable<Integer> late =
        () -> {
          others.await();
          int before = asked.get();
          integrate(convoy, small(2), counting);
          return before;
        };
    List<Future<Integer>> all = travel(convoy, List.of(early, early, late));
    assertEquals(0, all.get(2).get());
    int steps =
        2 * integrate(ALONE, small(1), StoppingRule.NEVER).steps()
            + integrate(ALONE, small(2), StoppingRule.NEVER).steps();
    assertEquals(steps + 3, asked.get());
    assertEquals(asked.get(), all.get(0).get());
    assertEquals(asked.get(), all.get(1).get());
  }

  @Test
  void exceptionsOfRulesReachTheirParticipantAlone() throws Exception {
    Convoy convoy = new Convoy(ALONE, 4, 2);
    IllegalStateException unchecked = new IllegalStateException("planted");
    AssertionError error = new AssertionError("planted");
    AtomicInteger asked = new AtomicInteger();
    List<Future<Trajectory>> all =
        travel(
            convoy,
            List.of(
                () -> integrate(convoy, small(1), StoppingRule.NEVER),
                () ->
                    integrate(
                        convoy,
                        small(2),
                        (time, state) -> {
                          asked.incrementAndGet();
                          throw unchecked;
                        }),
                () ->
                    integrate(
                        convoy,
                        small(3),
                        (time, state) -> {
                          if (time > 1) {
                            throw error;
                          }
                          return false;
                        }),
                () -> integrate(convoy, small(4), (time, state) -> time > 1)));
    assertSameBits(integrate(ALONE, small(1), StoppingRule.NEVER), all.get(0).get());
    assertSame(unchecked, cause(all.get(1)));
    assertEquals(1, asked.get());
    assertSame(error, cause(all.get(2)));
    Trajectory stopped = all.get(3).get();
    assertEquals(Outcome.STOPPED, stopped.outcome());
    assertSameBits(integrate(ALONE, small(4), (time, state) -> time > 1), stopped);
  }

  private static Throwable cause(Future<?> failed) {
    Throwable cause = assertThrows(ExecutionException.class, failed::get).getCause();
    return cause == null ? new AssertionError("no cause") : cause;
  }

  @Test
  void thoseThatFailOrLeaveHoldNobodyUp() throws Exception {
    Convoy convoy = new Convoy(ALONE, 3, 1);
    GradientKernel kernel = new GradientKernel(small(7));
    double[] start = small(7).weights();
    double[] descending = {2, 1};
    List<Future<Trajectory>> all =
        travel(
            convoy,
            List.of(
                () -> integrate(convoy, small(1), StoppingRule.NEVER),
                () -> {
                  throw new IllegalStateException("planted");
                },
                () -> convoy.integrate(kernel, start, descending, ACCURACY, StoppingRule.NEVER)));
    assertSameBits(integrate(ALONE, small(1), StoppingRule.NEVER), all.get(0).get());
    assertEquals("planted", cause(all.get(1)).getMessage());
    assertTrue(cause(all.get(2)) instanceof IllegalArgumentException);
  }

  @Test
  void rulesRememberTheirOwnTrajectory() throws Exception {
    Convoy convoy = new Convoy(ALONE, 8, 2);
    List<Callable<Trajectory>> tasks = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      RealInstance instance = small(20 + i);
      tasks.add(() -> integrate(convoy, instance, rest(instance)));
    }
    List<Future<Trajectory>> all = travel(convoy, tasks);
    int converged = 0;
    for (int i = 0; i < 8; i++) {
      RealInstance instance = small(20 + i);
      Trajectory expected = integrate(ALONE, instance, rest(instance));
      converged += expected.outcome() == Outcome.CONVERGED ? 1 : 0;
      assertSameBits(expected, all.get(i).get());
    }
    assertTrue(converged > 3, "vacuous");
  }

  private static StoppingRule rest(RealInstance instance) {
    return Rest.of(new GradientKernel(instance), 0.1, 0.2);
  }

  @Test
  void otherFieldsDoNotWait() {
    Convoy convoy = new Convoy(ALONE, 2, 1);
    RealField decay = (state, velocity) -> velocity[0] = -state[0];
    double[] start = {1};
    assertSameBits(
        ALONE.integrate(decay, start, TIMES, ACCURACY, StoppingRule.NEVER),
        convoy.integrate(decay, start, TIMES, ACCURACY, StoppingRule.NEVER));
    assertEquals(2, convoy.integrate(decay, start, TIMES, List.of(ACCURACY, ACCURACY)).size());
    RealInstance large = instance(new Random(1), 32, 32, 32);
    assertSameBits(
        integrate(ALONE, large, StoppingRule.NEVER), integrate(convoy, large, StoppingRule.NEVER));
  }

  /** Up to the width from which products are large. */
  @ParameterizedTest
  @ValueSource(ints = {9, 17, 31})
  void widthChangesNoBit(int width) throws Exception {
    Convoy convoy = new Convoy(ALONE, 2, 1);
    RealInstance wide = instance(new Random(width), width, width, width - 2);
    List<Future<Trajectory>> all =
        travel(convoy, Collections.nCopies(2, () -> integrate(convoy, wide, StoppingRule.NEVER)));
    Trajectory expected = integrate(ALONE, wide, StoppingRule.NEVER);
    assertTrue(StateVector.norm(expected.last().state()) > 1, "vacuous");
    assertSameBits(expected, all.get(0).get());
    assertSameBits(expected, all.get(1).get());
  }

  @Test
  void numbersOfParticipantsAreChecked() {
    assertRejected(() -> new Convoy(ALONE, 0, 1), "not 0 and 1");
    assertRejected(() -> new Convoy(ALONE, 1, 0), "not 1 and 0");
    Convoy convoy = new Convoy(ALONE, 1, 1);
    convoy.leave();
    assertThrows(IllegalStateException.class, convoy::leave);
    assertSameBits(
        integrate(ALONE, small(1), StoppingRule.NEVER),
        integrate(convoy, small(1), StoppingRule.NEVER));
  }
}
