package deeplinear.flow.trajectory;

import deeplinear.flow.kernel.GradientKernel;
import deeplinear.flow.kernel.LaneChoice;
import deeplinear.flow.kernel.LaneKernel;
import deeplinear.flow.kernel.Multiplier;
import deeplinear.flow.kernel.RealInstance;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Integrates gradient flow for many networks at once, in lock-step. What comes out for a network
 * has the same bits whatever the others are, in whichever order they are added, and by however many
 * threads they are integrated.
 */
public final class Ensemble {

  /** Enough to find like shapes with like work, few enough to stay in the cache. */
  private static final int AT_ONCE = 512;

  /** So few are integrated one by one: most lanes would be empty. */
  private static final int FEW = 2;

  private final Steering steering;
  private final Supplier<LaneKernel> kernels;
  private final int lanes;
  private final Predicate<int[]> suitsLanes;
  private final List<Member> members = new ArrayList<>();

  /** An empty ensemble. */
  public Ensemble(Steering steering, LaneChoice lanes) {
    this(steering, lanes::kernel, lanes.lanes(), lanes::suits);
  }

  /** An empty ensemble with lanes of a kind, for networks that suit them. */
  Ensemble(
      Steering steering, Supplier<LaneKernel> kernels, int lanes, Predicate<int[]> suitsLanes) {
    this.steering = steering;
    this.kernels = kernels;
    this.lanes = lanes;
    this.suitsLanes = suitsLanes;
  }

  /** An empty ensemble with the best lanes of this machine. */
  public static Ensemble of(Steering steering) {
    return new Ensemble(steering, LaneChoice.best());
  }

  /**
   * Whether networks of these widths get the bits of {@link AdaptiveIntegrator}: those without
   * large products, which add their terms in another order.
   */
  public static boolean suits(int[] widths) {
    return !Multiplier.hasLargeProducts(widths);
  }

  /** Adds a problem. */
  public void add(RealInstance instance, double[] times, Accuracy accuracy, StoppingRule rule) {
    AdaptiveIntegrator.requireAscending(times);
    members.add(new Member(instance, times, accuracy, rule, steering));
  }

  /** The trajectories, in the order in which the problems were added. */
  public List<Trajectory> run() {
    run(sorted());
    return trajectories();
  }

  /**
   * The trajectories, in the order in which the problems were added; by several threads, each of
   * which integrates a part of the ensemble. A stopping rule is asked by one thread only.
   *
   * @param parallelism the number of threads, at least 1
   */
  public List<Trajectory> run(int parallelism) {
    int parts = Math.min(parallelism, members.size());
    if (parts <= 1) {
      return run();
    }
    ForkJoinPool threads = new ForkJoinPool(parts);
    try {
      List<Member> sorted = sorted();
      List<ForkJoinTask<?>> tasks = new ArrayList<>();
      for (int k = 0; k < parts; k++) {
        List<Member> part = dealt(sorted, k, parts);
        tasks.add(threads.submit(() -> run(part)));
      }
      tasks.forEach(ForkJoinTask::quietlyJoin);
      tasks.forEach(ForkJoinTask::join);
    } finally {
      threads.shutdown();
    }
    return trajectories();
  }

  /** Like shapes side by side. */
  private List<Member> sorted() {
    List<Member> sorted = new ArrayList<>(members);
    sorted.sort(
        Comparator.comparingInt(Member::depth).thenComparing(Member::widths, Arrays::compare));
    return sorted;
  }

  /** Every {@code parts}-th member: each part gets its share of every shape. */
  private static List<Member> dealt(List<Member> sorted, int first, int parts) {
    List<Member> part = new ArrayList<>();
    for (int i = first; i < sorted.size(); i += parts) {
      part.add(sorted.get(i));
    }
    return part;
  }

  private void run(List<Member> sorted) {
    LockStep lockStep = new LockStep(kernels.get(), lanes);
    List<Member> alike = new ArrayList<>();
    for (int i = 0; i < sorted.size(); i++) {
      Member member = sorted.get(i);
      if (steering.isImplicit() || suitsLanes.test(member.widths())) {
        alike.add(member);
      } else {
        alone(member);
      }
      if (i + 1 == sorted.size() || sorted.get(i + 1).depth() != member.depth()) {
        if (alike.size() > FEW) {
          lockStep.run(alike, AT_ONCE);
        } else {
          alike.forEach(Ensemble::alone);
        }
        alike.clear();
      }
    }
  }

  private static void alone(Member member) {
    AdaptiveIntegrator.run(member.course(), new GradientKernel(member.instance()));
  }

  private List<Trajectory> trajectories() {
    return members.stream().map(Member::trajectory).toList();
  }
}
