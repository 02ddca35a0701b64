package deeplinear.flow.trajectory;

import deeplinear.flow.kernel.LaneKernel;
import deeplinear.flow.kernel.Multiplier;
import deeplinear.flow.kernel.PlainLaneMatrix;
import deeplinear.flow.kernel.RealInstance;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.function.Supplier;

/**
 * Integrates gradient flow for many networks at once, in lock-step. What comes out for a network
 * has the same bits whatever the others are, in whichever order they are added, and by however many
 * threads they are integrated.
 */
public final class Ensemble {

  private static final int LANES = 64;
  private static final int AT_ONCE = 256;

  private final Steering steering;
  private final Supplier<LaneKernel> matrices;
  private final int lanes;
  private final List<Member> members = new ArrayList<>();

  /** An empty ensemble. */
  public Ensemble(Steering steering, Supplier<LaneKernel> matrices, int lanes) {
    this.steering = steering;
    this.matrices = matrices;
    this.lanes = lanes;
  }

  /** An empty ensemble with a kernel that every machine has. */
  public static Ensemble of(Steering steering) {
    return new Ensemble(steering, () -> new LaneKernel(PlainLaneMatrix::new), LANES);
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
        Comparator.comparingInt((Member m) -> m.widths().length)
            .thenComparing(Member::widths, Arrays::compare));
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
    LockStep lockStep = new LockStep(matrices, lanes);
    int from = 0;
    for (int i = 1; i <= sorted.size(); i++) {
      if (i == sorted.size() || sorted.get(i).widths().length != sorted.get(from).widths().length) {
        lockStep.run(sorted.subList(from, i), AT_ONCE);
        from = i;
      }
    }
  }

  private List<Trajectory> trajectories() {
    return members.stream().map(Member::trajectory).toList();
  }
}
