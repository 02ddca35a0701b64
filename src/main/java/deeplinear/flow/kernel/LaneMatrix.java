package deeplinear.flow.kernel;

/**
 * A small matrix in every lane. In flat storage entry (i, j) of lane l of a matrix with n columns
 * stands at (i·n + j) · lanes + l from its offset on. Each lane adds the terms of a sum one by one,
 * in ascending order from 0, without fused operations; so all implementations give the same bits,
 * for any number of lanes, and rows or columns of zeros change nothing.
 *
 * @param <M> the implementation: matrices of one kind work together
 */
public interface LaneMatrix<M extends LaneMatrix<M>> {

  /** The number of lanes is a multiple of this. */
  int UNIT = 8;

  /** Takes on a shape; the entries are then undefined. */
  void shape(int rows, int columns, int lanes);

  /** Takes its entries from flat storage, which it may go on to read. */
  void read(double[] storage, int at);

  /** What follows goes to flat storage, at the latest with {@link #flush}. */
  void redirect(double[] storage, int at);

  /** Brings what was computed since {@link #redirect} to the storage named there. */
  void flush();

  /** Becomes A B. */
  void product(M a, M b);

  /** Becomes Aᵀ B. */
  void productTransposedFirst(M a, M b);

  /** Becomes A Bᵀ. */
  void productTransposedSecond(M a, M b);

  /** Becomes A − B. */
  void difference(M a, M b);

  /**
   * Writes a block of a Jacobian: with A this matrix, the entry in row a · q + b, where q is the
   * number of rows of B, and column c · s + d, where s is the number of columns of B, is C_{ad}
   * Z_{bc} − A_{ac} B_{bd}.
   *
   * @param b B
   * @param c C, with the rows of A and the columns of B
   * @param z Z, with the rows of B and the columns of A
   * @param storage receives the block, entry by entry as in flat storage
   * @param at where the block begins
   * @param stride from one row of the block to the next
   */
  void writeBlock(M b, M c, M z, double[] storage, int at, int stride);

  /** A factorization of the same kind. */
  LaneFactorization factorization();
}
