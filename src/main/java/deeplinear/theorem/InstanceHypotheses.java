package deeplinear.theorem;

import deeplinear.algebra.RationalAlgebra;
import deeplinear.algebra.RationalMatrix;
import deeplinear.network.Instance;
import deeplinear.network.Subject;
import org.apache.commons.math3.fraction.BigFraction;

/** Hypotheses on targets and weights that several chapters share. */
public final class InstanceHypotheses {

  /** h ≥ 2. */
  public static final Hypothesis<Subject> DEEP =
      new Hypothesis<>("depth h ≥ 2", s -> s.instance().architecture().depth() >= 2);

  /** h = 2. */
  public static final Hypothesis<Subject> DEPTH_TWO =
      new Hypothesis<>("depth h = 2", s -> s.instance().architecture().depth() == 2);

  /** X Xᵀ = I. */
  public static final Hypothesis<Subject> WHITENED =
      new Hypothesis<>("whitened data, X Xᵀ = I", s -> s.instance().isWhitened());

  /** C_1 = λI; meant for depth 2. */
  public static final Hypothesis<Subject> LAMBDA_BALANCED =
      new Hypothesis<>("λ-balanced, C_1 = λI", s -> isScalar(s.instance()));

  private InstanceHypotheses() {}

  private static boolean isScalar(Instance instance) {
    if (instance.architecture().depth() < 2) {
      return false;
    }
    RationalMatrix c = instance.weights().imbalance(1);
    BigFraction lambda = c.entry(0, 0);
    return c.equals(RationalAlgebra.INSTANCE.scale(lambda, RationalMatrix.identity(c.rows())));
  }
}
