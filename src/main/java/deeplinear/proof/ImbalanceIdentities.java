package deeplinear.proof;

import static deeplinear.proof.FormalNetwork.F;

import deeplinear.algebra.Jet;
import deeplinear.algebra.formal.FormalMatrix;
import deeplinear.flow.Dynamics;
import deeplinear.network.Weights;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** What a law of motion does to the imbalances C_1, …, C_{h−1}; at depth 1 there are none. */
public final class ImbalanceIdentities {

  private ImbalanceIdentities() {}

  /**
   * Ċ_1, …, Ċ_{h−1}. If they are zero polynomials, every C_i is constant on every solution, since
   * its derivative vanishes at every point.
   */
  public static List<FormalMatrix> velocity(FormalNetwork network, Dynamics law) {
    Weights<FormalMatrix> velocity = law.velocity(network.target(), network.weights());
    return hidden(FormalLine.of(network, velocity, 1).weights()).stream()
        .map(imbalance -> imbalance.coefficient(1))
        .toList();
  }

  /**
   * C_i⁺ − C_i − η²(G_{i+1}ᵀ G_{i+1} − G_i G_iᵀ) for the step W_j⁺ = W_j − ηG_j with −G_j the
   * velocity: the coefficients of η and of η², which is the highest power.
   */
  public static List<FormalMatrix> step(FormalNetwork network, Dynamics law) {
    Weights<FormalMatrix> velocity = law.velocity(network.target(), network.weights());
    List<Jet<FormalMatrix>> after = hidden(FormalLine.of(network, velocity, 2).weights());
    List<FormalMatrix> differences = new ArrayList<>();
    for (int i = 1; i < network.depth(); i++) {
      Jet<FormalMatrix> imbalance = after.get(i - 1);
      differences.add(imbalance.coefficient(1));
      differences.add(F.subtract(imbalance.coefficient(2), velocity.imbalance(i)));
    }
    return differences;
  }

  private static <M> List<M> hidden(Weights<M> weights) {
    return IntStream.range(1, weights.depth()).mapToObj(weights::imbalance).toList();
  }
}
