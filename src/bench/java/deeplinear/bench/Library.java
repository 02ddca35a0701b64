package deeplinear.bench;

import deeplinear.algebra.RationalAlgebra;
import deeplinear.algebra.RationalMatrix;
import deeplinear.flow.kernel.GradientKernel;
import deeplinear.flow.trajectory.Accuracy;
import deeplinear.flow.trajectory.AdaptiveIntegrator;
import deeplinear.flow.trajectory.Steering;
import deeplinear.flow.trajectory.StoppingRule;
import deeplinear.network.Instance;
import deeplinear.network.Weights;
import java.util.Arrays;

/** This library: its kernel, and its Dormand–Prince 8(5,3), one net after the other. */
final class Library implements Contender {

  private static final int MOST_STEPS = 10_000_000;

  @Override
  public String name() {
    return "deeplinear-dp853";
  }

  @Override
  public double[][] run(NetSet set, double relative, double absolute) {
    Accuracy accuracy = new Accuracy(relative, absolute, MOST_STEPS);
    double[] times = {set.time()};
    return set.nets().stream()
        .map(
            net ->
                new AdaptiveIntegrator(Steering.ACCURATE)
                    .integrate(
                        new GradientKernel(instance(net)),
                        net.weights(),
                        times,
                        accuracy,
                        StoppingRule.NEVER)
                    .last()
                    .state())
        .toArray(double[][]::new);
  }

  /** The problem without its start: the kernel asks for the target and the widths only. */
  static Instance instance(Net net) {
    int[] d = net.widths();
    Weights<RationalMatrix> zeros =
        Weights.build(
            RationalAlgebra.INSTANCE, net.depth(), i -> RationalMatrix.zeros(d[i], d[i - 1]));
    return Instance.whitened(
        RationalMatrix.ofDoubles(
            d[net.depth()], d[0], Arrays.copyOf(net.target(), net.target().length)),
        zeros);
  }
}
