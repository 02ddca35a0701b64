package deeplinear.flow;

import deeplinear.algebra.RealAlgebra;
import deeplinear.algebra.RealMatrix;
import deeplinear.flow.kernel.RealField;
import deeplinear.flow.kernel.StateVector;
import deeplinear.network.Architecture;
import deeplinear.network.Instance;
import deeplinear.network.Target;
import deeplinear.network.Weights;

/** A law of motion for the weights of a network. */
public interface Dynamics {

  /** The name of the law, for reports. */
  String name();

  /** Ẇ, layer by layer: layer j is d_j × d_{j−1}. */
  <M> Weights<M> velocity(Target<M> target, Weights<M> weights);

  /** The same law on flat arrays of doubles, as {@link StateVector} packs them. */
  default RealField field(Instance instance) {
    Target<RealMatrix> target = instance.target(RealAlgebra.INSTANCE);
    Architecture architecture = instance.architecture();
    return (state, velocity) -> {
      double[] result = StateVector.pack(velocity(target, StateVector.unpack(architecture, state)));
      System.arraycopy(result, 0, velocity, 0, result.length);
    };
  }
}
