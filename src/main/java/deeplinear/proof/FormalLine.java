package deeplinear.proof;

import deeplinear.algebra.Jet;
import deeplinear.algebra.JetAlgebra;
import deeplinear.algebra.formal.FormalMatrix;
import deeplinear.network.Target;
import deeplinear.network.Weights;
import java.util.List;

/**
 * A network on the line W + tV, as power series in t: coefficient 1 differentiates along V.
 *
 * @param target what it is trained towards, the same for all t
 * @param weights W + tV
 */
record FormalLine(Target<Jet<FormalMatrix>> target, Weights<Jet<FormalMatrix>> weights) {

  /** The line in a direction, truncated after t^order. */
  static FormalLine of(FormalNetwork network, Weights<FormalMatrix> direction, int order) {
    JetAlgebra<FormalMatrix> jets = new JetAlgebra<>(FormalNetwork.F, order);
    return new FormalLine(
        network.target().map(jets, constant -> jets.jet(List.of(constant))),
        Weights.build(
            jets, network.depth(), i -> jets.line(network.weights().layer(i), direction.layer(i))));
  }

  Jet<FormalMatrix> loss() {
    return target.loss(weights);
  }
}
