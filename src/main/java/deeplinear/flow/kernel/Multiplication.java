package deeplinear.flow.kernel;

/**
 * Products of matrices that lie in flat arrays, row by row, from an offset on. C is always m × n
 * and k the dimension that is summed over. The result is overwritten and may share no entry with
 * the factors. An implementation may hold scratch: one instance serves one thread.
 *
 * <p>Each entry is a sum of k products in some order, with or without fused operations, so its
 * error is at most k ε |A| |B| to first order, whichever implementation computes it; a sum with a
 * NaN is NaN. Bit for bit, two implementations need not agree.
 */
public interface Multiplication {

  /** What computes the products, with what it depends on. */
  String name();

  /** C = A B, where A is m × k and B is k × n. */
  void multiply(int m, int k, int n, double[] a, int aAt, double[] b, int bAt, double[] c, int cAt);

  /** C = Aᵀ B, where A is k × m and B is k × n. */
  void transposedTimes(
      int m, int k, int n, double[] a, int aAt, double[] b, int bAt, double[] c, int cAt);

  /** C = A Bᵀ, where A is m × k and B is n × k. */
  void timesTransposed(
      int m, int k, int n, double[] a, int aAt, double[] b, int bAt, double[] c, int cAt);
}
