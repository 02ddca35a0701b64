package deeplinear.flow;

import deeplinear.algebra.RealAlgebra;
import deeplinear.algebra.RealMatrix;
import deeplinear.network.Graph;
import deeplinear.network.Instance;
import deeplinear.network.Target;
import deeplinear.network.Weights;

/** The time in which the flow from an instance changes by about its own size. */
public final class TimeScale {

  private TimeScale() {}

  /**
   * 1 / λ, where λ = m h B^{2h−2} + (h − 1) ‖R‖ B^{h−2} bounds the Hessian while no layer exceeds B
   * in norm; B is the largest ‖W_i‖_F or ‖Y Xᵀ‖^{1/h}, whichever is larger, and m = max(1, ‖M‖_F),
   * 1 for whitened data. Positive and finite for finite, nonzero data; 1 if λ = 0.
   */
  public static double of(Instance instance) {
    Target<RealMatrix> target = instance.target(RealAlgebra.INSTANCE);
    Weights<RealMatrix> weights = instance.weights(RealAlgebra.INSTANCE);
    int h = weights.depth();
    double largest = Math.pow(target.matrix().norm(), 1.0 / h);
    for (RealMatrix layer : weights.layers()) {
      largest = Math.max(largest, layer.norm());
    }
    double moment = target.isWhitened() ? 1 : Math.max(1, target.moment().norm());
    return within(h, largest, target.residual(weights.endToEnd()).norm(), moment);
  }

  /**
   * The same for {@link AdjacencyFlow}, with ‖A‖_F in place of the layers and ‖E − A^h‖_F of ‖R‖.
   */
  public static double of(Graph graph) {
    RealAlgebra r = RealAlgebra.INSTANCE;
    int h = graph.architecture().depth();
    RealMatrix a = r.lift(graph.adjacency());
    RealMatrix e = r.lift(graph.embedding());
    double largest = Math.max(a.norm(), Math.pow(e.norm(), 1.0 / h));
    return within(h, largest, r.subtract(e, r.power(a, h)).norm(), 1);
  }

  /**
   * 1 / λ for λ = m h B^{2h−2} + (h − 1) ‖R‖ B^{h−2}, which bounds the Hessian of the loss where no
   * layer exceeds B and no residual ‖R‖ in norm; 1 if λ is 0 or not finite.
   */
  public static double within(int h, double largest, double residual, double moment) {
    double curvature = moment * h * Math.pow(largest, 2 * h - 2);
    if (h > 1) {
      curvature += (h - 1) * residual * Math.pow(largest, h - 2);
    }
    return curvature > 0 && curvature < Double.POSITIVE_INFINITY ? 1 / curvature : 1;
  }
}
