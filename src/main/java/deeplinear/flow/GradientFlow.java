package deeplinear.flow;

import deeplinear.algebra.Algebra;
import deeplinear.flow.kernel.GradientKernel;
import deeplinear.flow.kernel.RealField;
import deeplinear.network.Instance;
import deeplinear.network.Target;
import deeplinear.network.Weights;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Gradient flow of the loss: Ẇ_j = −∂L/∂W_j = W_{h:j+1}ᵀ R W_{j−1:1}ᵀ. Source: [WA25]. */
public final class GradientFlow implements Dynamics {

  /** The only instance; the law has no parameters. */
  public static final GradientFlow INSTANCE = new GradientFlow();

  private GradientFlow() {}

  @Override
  public String name() {
    return "gradient flow";
  }

  /** In 3h − 3 products: W_{j:1} upwards, then W_{h:j+1}ᵀ R downwards. */
  @Override
  public <M> Weights<M> velocity(Target<M> target, Weights<M> weights) {
    Algebra<M> algebra = weights.algebra();
    int h = weights.depth();
    List<M> below = new ArrayList<>(List.of(weights.layer(1)));
    for (int j = 2; j <= h; j++) {
      below.add(algebra.multiply(weights.layer(j), below.get(j - 2)));
    }
    M back = target.residual(below.get(h - 1));
    List<M> layers = new ArrayList<>();
    for (int j = h; j >= 2; j--) {
      layers.add(algebra.multiply(back, algebra.transpose(below.get(j - 2))));
      back = algebra.multiply(algebra.transpose(weights.layer(j)), back);
    }
    layers.add(back);
    Collections.reverse(layers);
    return new Weights<>(algebra, layers);
  }

  @Override
  public RealField field(Instance instance) {
    return new GradientKernel(instance);
  }
}
