package deeplinear.evidence;

import deeplinear.algebra.RealMatrix;
import deeplinear.network.Target;
import deeplinear.network.Weights;

/** How an error of the weights passes on to what is computed from them. */
public final class Propagation {

  private Propagation() {}

  /**
   * Π(‖W_i‖ + e) − Π‖W_i‖ ≥ ‖δW‖_F for the end-to-end map, if the weights together are wrong by at
   * most e in the Frobenius norm; plus the rounding of the product.
   */
  public static double endToEnd(Weights<RealMatrix> weights, double error) {
    double with = 1;
    double without = 1;
    int roundings = 0;
    for (RealMatrix layer : weights.layers()) {
      double norm = layer.norm();
      with *= norm + error;
      without *= norm;
      roundings += layer.columns();
    }
    return with - without + roundings * Math.ulp(1.0) * with;
  }

  /**
   * ‖R‖ d + ½d² with d from {@link #endToEnd}, which bounds the error of a whitened loss; plus the
   * rounding of the norm.
   */
  public static ErrorBound loss(
      Target<RealMatrix> target, Weights<RealMatrix> weights, double error) {
    double residual = target.residual(weights.endToEnd()).norm();
    double d = endToEnd(weights, error) + Math.ulp(1.0) * target.matrix().norm();
    int entries = target.inputs() * target.outputs();
    return new ErrorBound(residual * d + d * d / 2, "‖R‖d + ½d² with d = ‖δW‖")
        .plus(ErrorBound.rounding(entries + 2.0, residual * residual));
  }

  /** 2(‖W_i‖ + ‖W_{i+1}‖) e + 2e², which bounds the error of an imbalance in the Frobenius norm. */
  public static ErrorBound imbalance(Weights<RealMatrix> weights, int i, double error) {
    double below = weights.layer(i).norm();
    double above = weights.layer(i + 1).norm();
    int terms = weights.layer(i).columns() + weights.layer(i + 1).rows() + 2;
    return new ErrorBound(
            2 * (below + above) * error + 2 * error * error, "2(‖W_i‖ + ‖W_{i+1}‖)e + 2e²")
        .plus(ErrorBound.rounding(terms, below * below + above * above));
  }
}
