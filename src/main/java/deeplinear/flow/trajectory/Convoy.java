package deeplinear.flow.trajectory;

import deeplinear.flow.kernel.GradientKernel;
import deeplinear.flow.kernel.RealField;
import deeplinear.flow.kernel.RealInstance;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Integrates for several participants, each in a thread of its own, in one {@link Ensemble}: a call
 * waits until every participant has called or left; the last one to do so integrates for all. What
 * a call returns has the bits of {@link AdaptiveIntegrator}, whatever the others do.
 *
 * <p>Every participant must {@link #leave} in the end, also after an exception, or the others wait
 * forever. A stopping rule is asked in the thread of any participant, but by one at a time; it must
 * not call the convoy itself. What it throws reaches the participant whose rule it is, and no
 * other. Problems that do not suit an ensemble are integrated at once, in the thread of the caller.
 */
public final class Convoy implements Integrator {

  private final AdaptiveIntegrator alone;
  private final int parallelism;
  private final Lock lock = new ReentrantLock();
  private final Condition arrived = lock.newCondition();
  private int participants;
  private Journey next = new Journey();

  /**
   * A convoy for a number of participants.
   *
   * @param alone what it agrees with
   * @param participants how many will leave, at least 1
   * @param parallelism by how many threads an ensemble is integrated, at least 1
   */
  public Convoy(AdaptiveIntegrator alone, int participants, int parallelism) {
    if (participants < 1 || parallelism < 1) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "a convoy needs at least one participant and one thread, not %d and %d",
              participants,
              parallelism));
    }
    this.alone = alone;
    this.participants = participants;
    this.parallelism = parallelism;
  }

  @Override
  public String name() {
    return alone.name();
  }

  @Override
  public Trajectory integrate(
      RealField field, double[] start, double[] times, Accuracy accuracy, StoppingRule rule) {
    if (!isSuitable(field)) {
      return alone.integrate(field, start, times, accuracy, rule);
    }
    GuardedRule guarded = new GuardedRule(rule);
    Leg leg = leg(field, start, times, accuracy, guarded);
    Trajectory trajectory = travel(List.of(leg)).get(0);
    guarded.rethrow();
    return trajectory;
  }

  @Override
  public List<Trajectory> integrate(
      RealField field, double[] start, double[] times, List<Accuracy> accuracies) {
    if (!isSuitable(field)) {
      return alone.integrate(field, start, times, accuracies);
    }
    return travel(
        accuracies.stream().map(a -> leg(field, start, times, a, StoppingRule.NEVER)).toList());
  }

  private static boolean isSuitable(RealField field) {
    return field instanceof GradientKernel kernel && Ensemble.suits(kernel.instance().widths());
  }

  /** Bad arguments are refused here, so that they are the trouble of the caller alone. */
  private static Leg leg(
      RealField field, double[] start, double[] times, Accuracy accuracy, StoppingRule rule) {
    AdaptiveIntegrator.requireAscending(times);
    RealInstance instance = ((GradientKernel) field).instance().startingAt(start);
    return new Leg(instance, times, accuracy, rule);
  }

  /** Ends a participation; to be called once by each participant. */
  public void leave() {
    lock.lock();
    try {
      if (participants == 0) {
        throw new IllegalStateException("all participants have left");
      }
      participants--;
      if (next.calls > 0 && next.calls >= participants) {
        depart();
      }
    } finally {
      lock.unlock();
    }
  }

  private List<Trajectory> travel(List<Leg> legs) {
    lock.lock();
    try {
      Journey journey = next;
      int from = journey.legs.size();
      journey.legs.addAll(legs);
      journey.calls++;
      if (journey.calls >= participants) {
        depart();
      }
      while (!journey.isOver) {
        arrived.awaitUninterruptibly();
      }
      journey.fault.run();
      return List.copyOf(journey.trajectories.subList(from, from + legs.size()));
    } finally {
      lock.unlock();
    }
  }

  /** Runs the ensemble while all others wait, or have left. */
  private void depart() {
    Journey journey = next;
    next = new Journey();
    try {
      Ensemble ensemble = Ensemble.of(alone.steering());
      for (Leg leg : journey.legs) {
        ensemble.add(leg.instance, leg.times, leg.accuracy, leg.rule);
      }
      journey.trajectories = ensemble.run(parallelism);
    } catch (RuntimeException e) {
      journey.fault =
          () -> {
            throw e;
          };
    } catch (Error e) {
      journey.fault =
          () -> {
            throw e;
          };
    } finally {
      journey.isOver = true;
      arrived.signalAll();
    }
  }

  /** One problem. */
  private record Leg(RealInstance instance, double[] times, Accuracy accuracy, StoppingRule rule) {}

  /** The calls that are answered together. */
  private static final class Journey {
    private final List<Leg> legs = new ArrayList<>();
    private int calls;
    private boolean isOver;
    private List<Trajectory> trajectories = List.of();
    private Runnable fault = () -> {};
  }
}
