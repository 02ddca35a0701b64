package deeplinear.claim;

import deeplinear.algebra.RationalAlgebra;
import deeplinear.algebra.RationalMatrix;
import deeplinear.flow.GradientFlow;
import deeplinear.landscape.BlockPoint;
import deeplinear.network.Chain;
import deeplinear.network.Graph;
import deeplinear.network.Instance;
import deeplinear.network.Subject;
import java.util.List;
import org.apache.commons.math3.fraction.BigFraction;

/** Conditions on networks and laws that several claims share. */
public final class Hypotheses {

  /** Ẇ_j = −∂L/∂W_j. */
  public static final Hypothesis<Subject> GRADIENT_FLOW =
      Hypothesis.onLaboratory("gradient flow", lab -> lab.law().equals(GradientFlow.INSTANCE));

  /** h ≥ 2. */
  public static final Hypothesis<Subject> DEEP =
      Hypothesis.of("depth h ≥ 2", s -> s.instance().architecture().depth() >= 2);

  /** h = 2. */
  public static final Hypothesis<Subject> DEPTH_TWO =
      Hypothesis.of("depth h = 2", s -> s.instance().architecture().depth() == 2);

  /** X Xᵀ = I. */
  public static final Hypothesis<Subject> WHITENED =
      Hypothesis.of("whitened data, X Xᵀ = I", s -> s.instance().isWhitened());

  /** C_1 = λI; meant for depth 2. */
  public static final Hypothesis<Subject> LAMBDA_BALANCED =
      Hypothesis.of("λ-balanced, C_1 = λI", s -> isScalar(s.instance()));

  /** Every edge leads to a later layer. */
  public static final Hypothesis<Graph> FORWARD =
      Hypothesis.of("A is strictly block lower triangular", Graph::isForward);

  /** No block (i, j) with i &gt; j + 1. */
  public static final Hypothesis<Graph> NO_SKIPS =
      Hypothesis.of("no edge skips a layer", graph -> !graph.hasSkips());

  /** E is the embedding of a target. */
  public static final Hypothesis<Graph> CORNER_TARGET =
      Hypothesis.of("E has no other block than (h, 0)", Graph::isCornerTarget);

  /** The target is diagonal in the bases of the weights. */
  public static final Hypothesis<Chain> ALIGNED =
      Hypothesis.of("Σ is diagonal in the bases of the layers", Chain::isAligned);

  /** A single layer can learn a mode that it does not have yet; deeper networks cannot. */
  public static final Hypothesis<Chain> CLOSED =
      Hypothesis.of(
          "depth h ≥ 2, or no singular value of Σ beyond the modes",
          chain -> chain.depth() >= 2 || chain.hasAllModes());

  /** All layers have the same diagonal. */
  public static final Hypothesis<Chain> BALANCED =
      Hypothesis.of("balanced: all layers have one diagonal", Chain::isBalanced);

  /** All diagonal entries of target and layers are positive, and no mode is at rest. */
  public static final Hypothesis<Chain> POSITIVE =
      Hypothesis.of("modes and their limits are positive and differ", Hypotheses::isPositive);

  /** ∇L = 0. */
  public static final Hypothesis<BlockPoint> CRITICAL =
      Hypothesis.of("the point is critical", Hypotheses::isCritical);

  /** W is not the best map of its rank. */
  public static final Hypothesis<BlockPoint> NOT_GLOBAL =
      Hypothesis.of("not a global minimum", point -> !point.isGlobalMinimum());

  private Hypotheses() {}

  /** At depth 1 there is no other critical map than Σ. */
  private static boolean isCritical(BlockPoint point) {
    return point.depth() == 1
        ? point.learned().size() == point.target().rank() && point.isNull(1)
        : point.isCritical();
  }

  private static boolean isScalar(Instance instance) {
    if (instance.architecture().depth() < 2) {
      return false;
    }
    RationalMatrix c = instance.weights().imbalance(1);
    BigFraction lambda = c.entry(0, 0);
    return c.equals(RationalAlgebra.INSTANCE.scale(lambda, RationalMatrix.identity(c.rows())));
  }

  private static boolean isPositive(Chain chain) {
    for (int k = 0; k < chain.modes(); k++) {
      BigFraction product = BigFraction.ONE;
      for (List<BigFraction> diagonal : chain.diagonals()) {
        if (diagonal.get(k).compareTo(BigFraction.ZERO) <= 0) {
          return false;
        }
        product = product.multiply(diagonal.get(k));
      }
      BigFraction s = chain.targets().get(k);
      if (s.compareTo(BigFraction.ZERO) <= 0 || s.equals(product)) {
        return false;
      }
    }
    return true;
  }
}
