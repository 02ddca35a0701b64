package deeplinear.proof;

import deeplinear.algebra.Algebra;
import deeplinear.algebra.formal.FormalAlgebra;
import deeplinear.algebra.formal.FormalMatrix;
import deeplinear.algebra.formal.Letter;
import deeplinear.flow.Dynamics;
import deeplinear.network.Architecture;
import deeplinear.network.SecondMoments;
import deeplinear.network.Target;
import deeplinear.network.Weights;
import deeplinear.network.Whitened;
import java.util.Arrays;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * A network whose layers and data are letters: W_1, …, W_h and Σ, or X and Y, or G.
 *
 * @param target what it is trained towards
 * @param weights the layers
 */
public record FormalNetwork(Target<FormalMatrix> target, Weights<FormalMatrix> weights) {

  static final FormalAlgebra F = FormalAlgebra.FREE;

  /** Whitened data with an arbitrary Σ. */
  public static FormalNetwork whitened(Architecture widths) {
    return whitened(F, widths);
  }

  /** The same over letters that fulfil some relations. */
  static FormalNetwork whitened(FormalAlgebra algebra, Architecture widths) {
    FormalMatrix sigma = algebra.matrix("Σ", widths.outputs(), widths.inputs());
    return new FormalNetwork(new Whitened<>(algebra, sigma), layers(algebra, "W", widths));
  }

  /** Arbitrary data X and Y. */
  public static FormalNetwork raw(Architecture widths) {
    int samples = widths.nodes() + 1;
    FormalMatrix x = F.matrix("X", widths.inputs(), samples);
    FormalMatrix y = F.matrix("Y", widths.outputs(), samples);
    return new FormalNetwork(SecondMoments.of(F, x, y), layers(F, "W", widths));
  }

  /**
   * Any differentiable loss of the end-to-end map: its tangent at a point, −⟨G, W⟩ with an
   * arbitrary G = −dL/dW, which is the loss of data without second moment. What involves the first
   * derivatives at one point alone is the same for a loss and its tangent there; what involves
   * further ones is not.
   */
  public static FormalNetwork anyLoss(Architecture widths) {
    FormalMatrix g = F.matrix("G", widths.outputs(), widths.inputs());
    return new FormalNetwork(SecondMoments.tangent(F, g), layers(F, "W", widths));
  }

  private static Weights<FormalMatrix> layers(
      Algebra<FormalMatrix> algebra, String name, Architecture widths) {
    return Weights.build(
        algebra,
        widths.depth(),
        i -> F.matrix(name + "_" + i, widths.width(i), widths.width(i - 1)));
  }

  /** h. */
  public int depth() {
    return weights.depth();
  }

  /** An arbitrary direction V_1, …, V_h of the weights. */
  public Weights<FormalMatrix> direction() {
    return layers(weights.algebra(), "V", weights.architecture());
  }

  /** The numbers of letters W_1, …, W_h that occur in the terms of the velocity under a law. */
  public SortedSet<Integer> degrees(Dynamics law) {
    return law.velocity(target, weights).layers().stream()
        .flatMap(layer -> layer.terms().keySet().stream())
        .map(term -> term.degree(FormalNetwork::isLayer))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static boolean isLayer(Letter letter) {
    return letter.name().startsWith("W_");
  }

  /** The part of a polynomial in which the number of letters W_1, …, W_h is not among these. */
  static FormalMatrix otherDegrees(FormalMatrix a, int... degrees) {
    return a.part(
        FormalNetwork::isLayer, degree -> Arrays.stream(degrees).noneMatch(d -> d == degree));
  }
}
