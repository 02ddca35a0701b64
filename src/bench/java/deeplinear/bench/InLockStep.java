package deeplinear.bench;

import deeplinear.flow.kernel.GradientKernel;
import deeplinear.flow.kernel.RealInstance;
import deeplinear.flow.trajectory.Accuracy;
import deeplinear.flow.trajectory.Ensemble;
import deeplinear.flow.trajectory.Steering;
import deeplinear.flow.trajectory.StoppingRule;
import java.util.Arrays;
import java.util.List;

/**
 * This library: all nets of a set as one ensemble, on one thread, with the best lanes and products
 * that its virtual machine is given. Sets without a fixed time stop where the gradient is small, as
 * the peers do.
 *
 * @param name the name
 * @param steering the methods
 * @param jvmArguments what the virtual machine is given
 */
record InLockStep(String name, Steering steering, List<String> jvmArguments) implements Contender {

  private static final int MOST_STEPS = 10_000_000;
  private static final String PLAIN = "-Ddeeplinear.multiplication=plain";
  private static final String NATIVE = "-Ddeeplinear.multiplication=native";
  private static final List<String> VECTORS = List.of("--add-modules", "jdk.incubator.vector");

  /** Explicit methods with vectors, plain and with a native BLAS; implicit ones. */
  static final List<Contender> ALL =
      List.of(
          new InLockStep("deeplinear-vector", Steering.AUTOMATIC, VECTORS),
          new InLockStep("deeplinear-plain", Steering.AUTOMATIC, List.of(PLAIN)),
          new InLockStep("deeplinear-native", Steering.AUTOMATIC, List.of(NATIVE)),
          new InLockStep("deeplinear-implicit-vector", Steering.IMPLICIT, VECTORS),
          new InLockStep("deeplinear-implicit-plain", Steering.IMPLICIT, List.of(PLAIN)));

  private static final int WIDE = 32;

  @Override
  public boolean takes(NetSet set) {
    boolean wide =
        set.nets().stream().allMatch(net -> Arrays.stream(net.widths()).min().orElse(0) >= WIDE);
    return set.hasFixedTime() == (steering == Steering.AUTOMATIC)
        && (wide || !jvmArguments.contains(NATIVE));
  }

  @Override
  public double[][] run(NetSet set, double relative, double absolute) {
    Accuracy accuracy = new Accuracy(relative, absolute, MOST_STEPS);
    Ensemble ensemble = Ensemble.of(steering);
    double[] times = {set.time()};
    for (Net net : set.nets()) {
      RealInstance instance =
          new RealInstance(net.widths(), net.target(), new double[0], net.weights());
      ensemble.add(instance, times, accuracy, rule(set, instance));
    }
    return ensemble.run().stream().map(t -> t.last().state()).toArray(double[][]::new);
  }

  private static StoppingRule rule(NetSet set, RealInstance instance) {
    if (set.hasFixedTime()) {
      return StoppingRule.NEVER;
    }
    GradientKernel kernel = new GradientKernel(instance);
    return (time, state) -> kernel.speed(state) <= set.gradientBound();
  }
}
