package deeplinear.bench;

import java.util.Arrays;
import org.apache.commons.math3.ode.FirstOrderDifferentialEquations;
import org.apache.commons.math3.ode.nonstiff.DormandPrince853Integrator;

/** Dormand–Prince 8(5,3) of commons-math3 with the field in EJML. */
final class CommonsMath implements Contender {

  /** Below this the integrator gives up with an exception. */
  private static final double SHORTEST_STEP = 1e-14;

  @Override
  public String name() {
    return "commons-math3-dp853";
  }

  @Override
  public double[][] run(NetSet set, double relative, double absolute) {
    return set.nets().stream()
        .map(net -> solve(net, set.time(), relative, absolute))
        .toArray(double[][]::new);
  }

  /**
   * A trial step can be so long that the stages overflow, which these integrators do not survive:
   * then once more from the start, with steps an eighth as long at most.
   */
  private static double[] solve(Net net, double time, double relative, double absolute) {
    EjmlField field = new EjmlField(net);
    FirstOrderDifferentialEquations equations =
        new FirstOrderDifferentialEquations() {
          @Override
          public int getDimension() {
            return net.weights().length;
          }

          @Override
          public void computeDerivatives(double t, double[] state, double[] velocity) {
            field.velocity(state, velocity);
          }
        };
    double[] state = net.weights().clone();
    for (double longest = time; longest > SHORTEST_STEP; longest /= 8) {
      new DormandPrince853Integrator(SHORTEST_STEP, longest, absolute, relative)
          .integrate(equations, 0, net.weights(), time, state);
      if (Arrays.stream(state).allMatch(Double::isFinite)) {
        break;
      }
    }
    return state;
  }
}
