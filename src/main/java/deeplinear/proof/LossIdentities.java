package deeplinear.proof;

import static deeplinear.proof.FormalNetwork.F;

import deeplinear.algebra.formal.FormalMatrix;
import deeplinear.flow.Dynamics;
import deeplinear.flow.GradientFlow;
import deeplinear.landscape.Hessian;
import deeplinear.network.Weights;
import java.util.List;
import org.apache.commons.math3.fraction.BigFraction;

/**
 * Identities between the loss, its derivatives and a law of motion: the differences of both sides.
 * Derivatives are taken of the loss itself, along lines.
 */
public final class LossIdentities {

  private LossIdentities() {}

  /** ⟨∇L, V⟩ + ⟨Ẇ, V⟩ for an arbitrary direction V: zero iff the law is Ẇ = −∇L. */
  public static List<FormalMatrix> gradient(FormalNetwork network, Dynamics law) {
    Weights<FormalMatrix> v = network.direction();
    Weights<FormalMatrix> velocity = law.velocity(network.target(), network.weights());
    FormalMatrix slope = FormalLine.of(network, v, 1).loss().coefficient(1);
    return List.of(F.add(slope, velocity.inner(v)));
  }

  /** L̇ + ‖∇L‖², with L̇ along the law and ∇L = −Ẇ of {@link GradientFlow}. */
  public static List<FormalMatrix> descent(FormalNetwork network, Dynamics law) {
    Weights<FormalMatrix> velocity = law.velocity(network.target(), network.weights());
    FormalMatrix slope = FormalLine.of(network, velocity, 1).loss().coefficient(1);
    Weights<FormalMatrix> gradient =
        GradientFlow.INSTANCE.velocity(network.target(), network.weights());
    return List.of(F.add(slope, gradient.normSquared()));
  }

  /** d²L(W + tV)/dt² at t = 0, for an arbitrary V, minus {@link Hessian#form}. */
  public static List<FormalMatrix> hessianForm(FormalNetwork network) {
    return hessianForm(network, BigFraction.TWO);
  }

  /** The same with another factor than 2 before the mixed part of the form, which is wrong. */
  public static List<FormalMatrix> hessianForm(FormalNetwork network, BigFraction factor) {
    Weights<FormalMatrix> v = network.direction();
    FormalMatrix second = FormalLine.of(network, v, 2).loss().coefficient(2);
    FormalMatrix mixed = Hessian.mixedPart(network.target(), network.weights(), v);
    return List.of(
        F.add(
            F.subtract(
                F.scale(BigFraction.TWO, second),
                Hessian.convexPart(network.target(), network.weights(), v)),
            F.scale(factor, mixed)));
  }

  /**
   * Ẇ_h W_hᵀ − R Wᵀ and W_1ᵀ Ẇ_1 − Wᵀ R. Where they vanish and the velocity does, too, R Wᵀ = 0 and
   * Wᵀ R = 0: at every critical point, if the law is gradient flow.
   */
  public static List<FormalMatrix> criticalMap(FormalNetwork network, Dynamics law) {
    Weights<FormalMatrix> w = network.weights();
    Weights<FormalMatrix> velocity = law.velocity(network.target(), w);
    FormalMatrix map = w.endToEnd();
    FormalMatrix residual = network.target().residual(map);
    int h = network.depth();
    return List.of(
        F.subtract(
            F.multiply(velocity.layer(h), F.transpose(w.layer(h))),
            F.multiply(residual, F.transpose(map))),
        F.subtract(
            F.multiply(F.transpose(w.layer(1)), velocity.layer(1)),
            F.multiply(F.transpose(map), residual)));
  }

  /**
   * The parts of the velocity, layer by layer, whose degree in the weights is neither h − 1 nor 2h
   * − 1. Of data only: the degree of the gradient of any loss is not known.
   */
  public static List<FormalMatrix> otherDegrees(FormalNetwork network, Dynamics law) {
    int h = network.depth();
    return law.velocity(network.target(), network.weights()).layers().stream()
        .map(layer -> FormalNetwork.otherDegrees(layer, h - 1, 2 * h - 1))
        .toList();
  }
}
