package deeplinear.theorem;

import deeplinear.network.Chain;
import java.util.List;
import org.apache.commons.math3.fraction.BigFraction;

/** Hypotheses on chains that several chapters share. */
public final class ChainHypotheses {

  /** The target is diagonal in the bases of the weights. */
  public static final Hypothesis<Chain> ALIGNED =
      new Hypothesis<>("Σ is diagonal in the bases of the layers", Chain::isAligned);

  /** A single layer can learn a mode that it does not have yet; deeper networks cannot. */
  public static final Hypothesis<Chain> CLOSED =
      new Hypothesis<>(
          "depth h ≥ 2, or no singular value of Σ beyond the modes",
          chain -> chain.depth() >= 2 || chain.hasAllModes());

  /** All layers have the same diagonal. */
  public static final Hypothesis<Chain> BALANCED =
      new Hypothesis<>("balanced: all layers have one diagonal", Chain::isBalanced);

  /** All diagonal entries of target and layers are positive, and no mode is at rest. */
  public static final Hypothesis<Chain> POSITIVE =
      new Hypothesis<>("modes and their limits are positive and differ", ChainHypotheses::positive);

  private ChainHypotheses() {}

  private static boolean positive(Chain chain) {
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
