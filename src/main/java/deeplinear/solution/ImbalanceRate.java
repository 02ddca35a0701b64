package deeplinear.solution;

import deeplinear.algebra.RealMatrix;
import deeplinear.algebra.Spectrum;

/** The rate of convergence that the imbalance of a network of depth 2 guarantees. */
public final class ImbalanceRate {

  private ImbalanceRate() {}

  /**
   * α = [λ_{d_2}(C_1)]₊ + [λ_{d_0}(−C_1)]₊, where λ_k is the k-th largest eigenvalue, 0 if there is
   * none: L(t) ≤ L(0) e^{−2αt} for whitened data. For W_2ᵀW_2 = C_1 + W_1W_1ᵀ ⪰ C_1 gives ‖W_2ᵀR‖²
   * ≥ λ_{d_2}(C_1)₊ ‖R‖², and likewise below, so that L̇ ≤ −2αL. Source: [MTVM21].
   *
   * @param imbalance C_1, symmetric of order d_1
   * @param outputs d_2
   * @param inputs d_0
   */
  public static double of(RealMatrix imbalance, int outputs, int inputs) {
    double[] descending = Spectrum.eigenvalues(imbalance);
    int n = descending.length;
    double above = outputs <= n ? Math.max(0, descending[outputs - 1]) : 0;
    double below = inputs <= n ? Math.max(0, -descending[n - inputs]) : 0;
    return above + below;
  }
}
