package deeplinear.flow.kernel;

/**
 * Factorizes sI − J = G Gᵀ in every lane, where J is symmetric and G is lower triangular, without
 * interchanges, and solves systems with it. Each entry of G subtracts its products one by one in
 * ascending order, a solution those of Gᵀ in descending order, without fused operations: all
 * implementations give the same bits, for any number of lanes, and rows and columns of J that are
 * zero change nothing.
 *
 * <p>A lane where sI − J is not safely positive definite is found out by a pivot that is not larger
 * than {@value #NOISE} times its diagonal entry: the rounding of up to 2¹² products of which no
 * partial sum exceeds that entry.
 */
public interface LaneFactorization {

  /** 2⁻⁴⁰ = 2¹² · 2⁻⁵². */
  double NOISE = 0x1p-40;

  /**
   * Factorizes.
   *
   * @param dimension the order of the matrices
   * @param lanes 1 or a multiple of {@link LaneMatrix#UNIT}
   * @param jacobians J, stored as by {@link LaneGradient#jacobian}; not modified
   * @param shifts s, for each lane
   */
  void factorize(int dimension, int lanes, double[] jacobians, double[] shifts);

  /** Whether the matrix of a lane is safely positive definite; if not, its solutions are void. */
  boolean isPositive(int lane);

  /** Replaces right-hand sides, dimension × lanes, by the solutions. */
  void solve(double[] values);
}
