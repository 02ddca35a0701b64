package deeplinear.solution;

import deeplinear.algebra.EigenEnclosure;
import deeplinear.algebra.Inertia;
import deeplinear.algebra.Interval;
import deeplinear.algebra.IntervalAlgebra;
import deeplinear.algebra.RationalAlgebra;
import deeplinear.algebra.RationalMatrix;
import deeplinear.algebra.Rationals;
import org.apache.commons.math3.fraction.BigFraction;

/**
 * The rate of convergence that the imbalance of a network of depth 2 guarantees, α =
 * [λ_{d_2}(C_1)]₊ + [λ_{d_0}(−C_1)]₊, where λ_k is the k-th largest eigenvalue, 0 if there is none:
 * L(t) ≤ L(0) e^{−2αt} for whitened data. For W_2ᵀW_2 = C_1 + W_1W_1ᵀ ⪰ C_1 gives ‖W_2ᵀR‖² ≥
 * λ_{d_2}(C_1)₊ ‖R‖², and likewise below, so that L̇ ≤ −2αL. Source: [MTVM21].
 *
 * @param imbalance C_1, symmetric of order d_1
 * @param outputs d_2
 * @param inputs d_0
 */
public record ImbalanceRate(RationalMatrix imbalance, int outputs, int inputs) {

  private static final RationalAlgebra Q = RationalAlgebra.INSTANCE;

  /** Requires positive widths and a symmetric C_1. */
  public ImbalanceRate {
    if (outputs < 1 || inputs < 1) {
      throw new IllegalArgumentException(
          "widths are at least 1, unlike " + outputs + " and " + inputs);
    }
    if (!Q.transpose(imbalance).equals(imbalance)) {
      throw new IllegalArgumentException("an imbalance is symmetric, unlike " + imbalance);
    }
  }

  /** Whether α &gt; 0, decided exactly by the inertia of C_1. */
  public boolean isPositive() {
    Inertia inertia = Inertia.of(imbalance);
    return inertia.positive() >= outputs || inertia.negative() >= inputs;
  }

  /** Contains α, and is positive where α is. */
  public Interval enclosure() {
    return above().add(below());
  }

  /** Contains [λ_{d_2}(C_1)]₊. */
  public Interval above() {
    return positivePart(imbalance, outputs);
  }

  /** Contains [λ_{d_0}(−C_1)]₊. */
  public Interval below() {
    return positivePart(Q.scale(BigFraction.MINUS_ONE, imbalance), inputs);
  }

  /**
   * Contains [λ_k(S)]₊. Where the enclosed eigenvalue is not seen to be positive, but the inertia
   * of S says so, that of S − 2^{−j} tells when λ_k exceeds 2^{−j}.
   */
  private static Interval positivePart(RationalMatrix symmetric, int k) {
    if (Inertia.of(symmetric).positive() < k) {
      return Interval.ZERO;
    }
    Interval lambda =
        EigenEnclosure.of(IntervalAlgebra.INSTANCE.lift(symmetric)).eigenvalues().get(k - 1);
    if (lambda.low() > 0) {
      return lambda;
    }
    double high = lambda.high();
    double low = Math.scalb(1.0, Math.getExponent(high));
    while (!exceeds(symmetric, k, low)) {
      high = low;
      low /= 2;
    }
    return new Interval(low, high);
  }

  /** Whether λ_k(S) &gt; x; below all doubles, x = 0, the inertia of S has told already. */
  private static boolean exceeds(RationalMatrix symmetric, int k, double x) {
    RationalMatrix shift = Q.scale(Rationals.exactly(x), RationalMatrix.identity(symmetric.rows()));
    return Inertia.of(Q.subtract(symmetric, shift)).positive() >= k;
  }
}
