package deeplinear.proof;

import static deeplinear.proof.FormalNetwork.F;

import deeplinear.algebra.Algebra;
import deeplinear.algebra.formal.FormalMatrix;
import deeplinear.algebra.formal.Letter;
import deeplinear.flow.Dynamics;
import deeplinear.landscape.Hessian;
import deeplinear.network.Architecture;
import deeplinear.network.Weights;
import deeplinear.network.Whitened;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Identities of symmetries, for whitened data: the differences of both sides. */
public final class SymmetryIdentities {

  private SymmetryIdentities() {}

  /**
   * L(PW) − L(W), the velocity at PW minus that at W with P_i⁻ᵀ and P_{i−1}ᵀ at its sides, and
   * D²L(PW)[PV, PV] − D²L(W)[V, V], where PW = (P_i W_i P_{i−1}⁻¹) with arbitrary invertible P_i at
   * the hidden nodes.
   */
  public static List<FormalMatrix> gauge(Architecture widths, Dynamics law) {
    FormalGauge gauge = FormalGauge.hidden(widths);
    FormalNetwork network = FormalNetwork.whitened(gauge.algebra(), widths);
    Weights<FormalMatrix> w = network.weights();
    Weights<FormalMatrix> v = network.direction();
    Weights<FormalMatrix> image = gauge.of(w);
    List<FormalMatrix> differences = new ArrayList<>();
    differences.add(F.subtract(network.target().loss(image), network.target().loss(w)));
    differences.add(
        F.subtract(
            Hessian.form(network.target(), image, gauge.of(v)),
            Hessian.form(network.target(), w, v)));
    differences.addAll(
        differences(
            law.velocity(network.target(), image),
            gauge.ofGradient(law.velocity(network.target(), w))));
    return differences;
  }

  /**
   * The velocity at PW for the target P_h Σ P_0ᵀ minus P times the velocity at W, for arbitrary
   * orthogonal P_i at all nodes.
   */
  public static List<FormalMatrix> orthogonal(Architecture widths, Dynamics law) {
    FormalGauge gauge = FormalGauge.orthogonal(widths);
    FormalNetwork network = FormalNetwork.whitened(gauge.algebra(), widths);
    FormalMatrix sigma = gauge.ofTarget(network.target().matrix());
    return differences(
        law.velocity(new Whitened<>(gauge.algebra(), sigma), gauge.of(network.weights())),
        gauge.of(law.velocity(network.target(), network.weights())));
  }

  /** The velocity of the transposed layers in reverse order, for Σᵀ, minus that of the layers. */
  public static List<FormalMatrix> transposition(Architecture widths, Dynamics law) {
    FormalNetwork network = FormalNetwork.whitened(widths);
    return differences(
        law.velocity(
            new Whitened<>(F, F.transpose(network.target().matrix())), reversed(network.weights())),
        reversed(law.velocity(network.target(), network.weights())));
  }

  private static Weights<FormalMatrix> reversed(Weights<FormalMatrix> weights) {
    Algebra<FormalMatrix> algebra = weights.algebra();
    int h = weights.depth();
    return Weights.build(algebra, h, i -> algebra.transpose(weights.layer(h + 1 - i)));
  }

  /** The velocity at cW for the target c^h Σ minus c^{2h−1} times that at W, for any number c. */
  public static List<FormalMatrix> scaling(Architecture widths, Dynamics law) {
    FormalNetwork network = FormalNetwork.whitened(widths);
    int h = network.depth();
    FormalMatrix sigma = F.scale(power(h), network.target().matrix());
    return differences(
        law.velocity(new Whitened<>(F, sigma), scaled(1, network.weights())),
        scaled(2 * h - 1, law.velocity(network.target(), network.weights())));
  }

  private static FormalMatrix power(int exponent) {
    return F.power(F.letter(Letter.scalar("c")), exponent);
  }

  private static Weights<FormalMatrix> scaled(int exponent, Weights<FormalMatrix> weights) {
    return Weights.build(F, weights.depth(), i -> F.scale(power(exponent), weights.layer(i)));
  }

  private static List<FormalMatrix> differences(Weights<FormalMatrix> a, Weights<FormalMatrix> b) {
    return IntStream.rangeClosed(1, a.depth())
        .mapToObj(i -> F.subtract(a.layer(i), b.layer(i)))
        .toList();
  }
}
