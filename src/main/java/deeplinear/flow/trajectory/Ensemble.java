package deeplinear.flow.trajectory;

import deeplinear.flow.kernel.LaneKernel;
import deeplinear.flow.kernel.RealInstance;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;

/**
 * Integrates gradient flow for many networks at once, in lock-step. What comes out for a network
 * has the same bits whatever the others are and in whichever order they are added.
 */
public final class Ensemble {

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

  /** Adds a problem. */
  public void add(RealInstance instance, double[] times, Accuracy accuracy, StoppingRule rule) {
    AdaptiveIntegrator.requireAscending(times);
    members.add(new Member(instance, times, accuracy, rule, steering));
  }

  /** The trajectories, in the order in which the problems were added. */
  public List<Trajectory> run() {
    List<Member> sorted = new ArrayList<>(members);
    sorted.sort(
        Comparator.comparingInt((Member m) -> m.widths().length)
            .thenComparing(Member::widths, java.util.Arrays::compare));
    LockStep lockStep = new LockStep(matrices, lanes);
    int from = 0;
    for (int i = 1; i <= sorted.size(); i++) {
      if (i == sorted.size() || sorted.get(i).widths().length != sorted.get(from).widths().length) {
        lockStep.run(sorted.subList(from, i), 100000);
        from = i;
      }
    }
    return members.stream().map(Member::trajectory).toList();
  }
}
