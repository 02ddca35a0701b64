package deeplinear.flow;

import deeplinear.algebra.Algebra;
import deeplinear.flow.kernel.GradientKernel;
import deeplinear.flow.kernel.RealField;
import deeplinear.network.Instance;
import deeplinear.network.Target;
import deeplinear.network.Weights;

/** Gradient flow of the loss: Ẇ_j = −∂L/∂W_j = W_{h:j+1}ᵀ R W_{j−1:1}ᵀ. Source: [WA25]. */
public final class GradientFlow implements Dynamics {

  /** The only instance; the law has no parameters. */
  public static final GradientFlow INSTANCE = new GradientFlow();

  private GradientFlow() {}

  @Override
  public String name() {
    return "gradient flow";
  }

  @Override
  public <M> Weights<M> velocity(Target<M> target, Weights<M> weights) {
    Algebra<M> algebra = weights.algebra();
    int h = weights.depth();
    M residual = target.residual(weights.endToEnd());
    return Weights.build(
        algebra,
        h,
        j -> {
          M above = algebra.transpose(weights.product(h, j + 1));
          M below = algebra.transpose(weights.product(j - 1, 1));
          return algebra.multiply(algebra.multiply(above, residual), below);
        });
  }

  @Override
  public RealField field(Instance instance) {
    return new GradientKernel(instance);
  }
}
