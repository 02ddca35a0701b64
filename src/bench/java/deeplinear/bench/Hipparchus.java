package deeplinear.bench;

import java.util.Arrays;
import org.hipparchus.exception.MathIllegalStateException;
import org.hipparchus.ode.ODEState;
import org.hipparchus.ode.OrdinaryDifferentialEquation;
import org.hipparchus.ode.nonstiff.DormandPrince853Integrator;

/** Dormand–Prince 8(5,3) of Hipparchus with the field in EJML. */
final class Hipparchus implements Contender {

  /** Below this the integrator gives up with an exception. */
  private static final double SHORTEST_STEP = 1e-14;

  @Override
  public String name() {
    return "hipparchus-dp853";
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
    OrdinaryDifferentialEquation equations =
        new OrdinaryDifferentialEquation() {
          @Override
          public int getDimension() {
            return net.weights().length;
          }

          /** A new array, for the integrator keeps it. */
          @Override
          public double[] computeDerivatives(double t, double[] state) {
            double[] velocity = new double[state.length];
            field.velocity(state, velocity);
            return velocity;
          }
        };
    for (double longest = time; longest > SHORTEST_STEP; longest /= 8) {
      try {
        return new DormandPrince853Integrator(SHORTEST_STEP, longest, absolute, relative)
            .integrate(equations, new ODEState(0, net.weights()), time)
            .getPrimaryState();
      } catch (MathIllegalStateException e) {
        // Not a number: again.
      }
    }
    double[] failed = new double[net.weights().length];
    Arrays.fill(failed, Double.NaN);
    return failed;
  }
}
