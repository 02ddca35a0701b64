package deeplinear.network;

import deeplinear.algebra.RationalAlgebra;
import deeplinear.algebra.RationalMatrix;
import deeplinear.algebra.RealAlgebra;
import deeplinear.algebra.RealMatrix;
import deeplinear.algebra.Spectrum;
import deeplinear.algebra.Spectrum.Eigenpairs;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The target of whitened data, Σ = Y Xᵀ M^{-1/2} with M = X Xᵀ. It is computed in floating point
 * and then taken as exact: a target near that of the data, about which claims can be decided
 * exactly.
 *
 * <p>If M is numerically singular, the inputs are restricted to its range, in the coordinates of
 * its eigenvectors: the number of inputs becomes the rank of M.
 *
 * @param sigma Σ, d_h × rank
 * @param inputs d_0
 */
public record Whitening(RationalMatrix sigma, int inputs) {

  private static final RealAlgebra R = RealAlgebra.INSTANCE;

  /**
   * Eigenvalues of M below this many d_0 ε λ_max count as zero: their relative error, of order d_0
   * ε λ_max / λ, would exceed one part in so many.
   */
  private static final double NOISE_MULTIPLE = 1024;

  static Whitening of(DataSet data) {
    SecondMoments<RationalMatrix> raw = data.raw();
    Eigenpairs pairs = Spectrum.eigenpairs(R.lift(raw.moment()));
    int n = raw.inputs();
    double largest = Arrays.stream(pairs.values()).max().orElse(0);
    double floor = NOISE_MULTIPLE * n * Math.ulp(1.0) * largest;
    int[] kept =
        IntStream.range(0, n)
            .filter(k -> pairs.values()[k] > floor && largest > 0)
            .boxed()
            .sorted((j, k) -> Double.compare(pairs.values()[k], pairs.values()[j]))
            .mapToInt(k -> k)
            .toArray();
    if (kept.length == 0) {
      throw new DataException(data.name() + ": all inputs are zero, so there is nothing to whiten");
    }
    RealMatrix root = R.zeros(n, kept.length);
    RealMatrix basis = R.zeros(n, kept.length);
    for (int k = 0; k < kept.length; k++) {
      RealMatrix v = R.block(pairs.vectors(), 0, kept[k], n, 1);
      basis = R.insert(basis, 0, k, v);
      RealMatrix factor =
          RealMatrix.of(1, 1, new double[] {1 / Math.sqrt(pairs.values()[kept[k]])});
      root = R.insert(root, 0, k, R.multiply(v, factor));
    }
    if (kept.length == n) {
      root = R.multiply(root, R.transpose(basis));
    }
    RealMatrix sigma = R.multiply(R.lift(raw.matrix()), root);
    return new Whitening(
        RationalMatrix.ofDoubles(sigma.rows(), sigma.columns(), sigma.toArray()), n);
  }

  /** The numerical rank of M, the number of inputs after whitening. */
  public int rank() {
    return sigma.columns();
  }

  /** Whether inputs were lost because M is numerically singular. */
  public boolean isRestricted() {
    return rank() < inputs;
  }

  /** The target. */
  public Whitened<RationalMatrix> target() {
    return new Whitened<>(RationalAlgebra.INSTANCE, sigma);
  }
}
